import type { Quad } from '@rdfjs/types'
import { z } from 'zod'
import { namespaces } from '#standards/rdf'

const entry = z.object({ iri: z.string(), scheme: z.string(), de: z.string().optional(), en: z.string().optional() })

/** One entry of a controlled list; labels where the list has them. */
export type VocabularyEntry = z.infer<typeof entry>

export const vocabularyFile = z.array(entry)

const labels = new Set([`${namespaces.skos}prefLabel`, `${namespaces.rdfs}label`])

/** Draws the entries of one list out of its triples: what lies below the list's IRI, or says that it is in it. */
export function entriesOf(scheme: string, quads: Iterable<Quad>): VocabularyEntry[] {
  const entries = new Map<string, { iri: string; scheme: string; de?: string; en?: string }>()
  const below = [`${scheme}/`, `${scheme}#`]
  for (const { subject, predicate, object } of quads) {
    if (subject.termType !== 'NamedNode') continue
    const iri = subject.value
    const inList = predicate.value === `${namespaces.skos}inScheme` && object.value === scheme
    let found = entries.get(iri)
    if (!found && (inList || below.some((start) => iri.startsWith(start)) || labels.has(predicate.value))) {
      found = { iri, scheme: '' }
      entries.set(iri, found)
    }
    if (!found) continue
    if (inList || below.some((start) => iri.startsWith(start))) found.scheme = scheme
    if (labels.has(predicate.value) && object.termType === 'Literal') {
      if (object.language === 'de') found.de ??= object.value
      if (object.language === 'en') found.en ??= object.value
    }
  }
  return [...entries.values()].filter((one) => one.scheme !== '' && one.iri !== scheme).sort((a, b) => (a.iri < b.iri ? -1 : 1))
}
