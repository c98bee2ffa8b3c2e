import { withoutUmlauts } from '#kernel/slug.ts'
/** One entry of a controlled vocabulary with our own labels. */
export interface Concept {
  iri: string
  /** Last part of the IRI, as the list's editors name it. */
  code: string
  de: string
  en: string
}

/** Text as it is compared: lower case, without accents, spaces and punctuation. */
export const fold = (text: string): string =>
  withoutUmlauts(text)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '')

/** A closed list that can be searched by IRI, code, label and further spellings. */
export interface Vocabulary<C extends Concept = Concept> {
  /** Namespace of the entries, or the scheme's IRI where they have none in common. */
  readonly scheme: string
  readonly concepts: readonly C[]
  get(iri: string): C | undefined
  /** The entry that a text or a foreign IRI means; undefined when it is none or could be several. */
  find(text: string): C | undefined
}

/** Builds a vocabulary. `spellings` maps further texts (folded on the way in) to codes. */
export function vocabulary<C extends Concept>(
  scheme: string,
  concepts: readonly C[],
  spellings: Record<string, string> = {},
): Vocabulary<C> {
  const byIri = new Map(concepts.map((concept) => [concept.iri, concept]))
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]))
  const byText = new Map<string, C>()
  for (const concept of concepts) for (const text of [concept.code, concept.de, concept.en]) byText.set(fold(text), concept)
  for (const [text, code] of Object.entries(spellings)) {
    const concept = byCode.get(code)
    if (concept) byText.set(fold(text), concept)
  }
  const tail = (text: string) => text.replace(/[/#]+$/, '').replace(/^.*[/#]/, '')
  return {
    scheme,
    concepts,
    get: (iri) => byIri.get(iri),
    find(text) {
      const trimmed = text.trim()
      const exact = byIri.get(trimmed) ?? byText.get(fold(trimmed))
      if (exact) return exact
      return /^https?:\/\//i.test(trimmed) ? byText.get(fold(decode(tail(trimmed)))) : undefined
    },
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Rows of code, German and English label in one namespace. */
export function rows(namespace: string, table: readonly (readonly [code: string, de: string, en: string])[]): Concept[] {
  return table.map(([code, de, en]) => ({ iri: namespace + code, code, de, en }))
}
