import { foldWord } from './fold.ts'
import { stem } from './stem.ts'
import { stopwords } from './stopwords.ts'
import { narrowerTerms, synonymGroups } from './synonyms.ts'
import { tokensOf } from './tokens.ts'

/** A term that is searched beside the one asked for. */
export interface Related {
  readonly shown: string
  /** Stems that all have to occur. */
  readonly stems: readonly string[]
  readonly words: readonly string[]
  readonly narrower: boolean
}

const stemsOf = (words: readonly string[]) =>
  words.filter((word) => !stopwords.has(word)).map((word) => stem(word.replaceAll('-', '')))

/** Words of a term to the key under which its synonyms stand. */
export const synonymKey = (words: readonly string[]): string => stemsOf(words).join(' ')

/** Longest multi-word term, function words left out. */
export const longestTerm = 3

let table: Map<string, Related[]> | undefined

function relatedOf(term: string, narrower: boolean): Related {
  const words = tokensOf(term).map((token) => foldWord(token.word))
  return { shown: shownTerm(term), stems: stemsOf(words), words: words.filter((word) => !stopwords.has(word)), narrower }
}

const abbreviation = /^(?:[a-zäöü]{2,5}|\S*\d\S*)$/
/** Nouns are capitalised, abbreviations shown in capitals. */
function shownTerm(term: string): string {
  const known = [
    'kita',
    'hort',
    'park',
    'etat',
    'müll',
    'amt',
    'auto',
    'markt',
    'fest',
    'wald',
    'tod',
    'tier',
    'taxi',
    'rad',
    'rat',
    'hund',
    'tram',
  ]
  if (abbreviation.test(term) && !known.includes(term) && !/[aeiouäöü].*[aeiouäöü]/.test(term)) return term.toUpperCase()
  return term.includes(' ') ? term : term.charAt(0).toUpperCase() + term.slice(1)
}

function build(): Map<string, Related[]> {
  const found = new Map<string, Related[]>()
  const link = (from: string, to: Related) => {
    const known = found.get(from) ?? []
    found.set(from, known)
    const key = to.stems.join(' ')
    if (key !== from && !known.some((other) => other.stems.join(' ') === key)) known.push(to)
  }
  for (const group of synonymGroups) {
    const members = group.map((term) => relatedOf(term, false))
    for (const from of members) for (const to of members) link(from.stems.join(' '), to)
  }
  for (const [broad, narrow] of narrowerTerms)
    for (const term of narrow) link(relatedOf(broad, false).stems.join(' '), relatedOf(term, true))
  return found
}

/** Terms to be searched beside this one. */
export function relatedTerms(key: string): readonly Related[] {
  table ??= build()
  return table.get(key) ?? []
}
