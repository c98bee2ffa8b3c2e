import type { Part, Splitter } from '../analyzer/compounds.ts'
import type { ParsedQuery, QueryTerm } from '../analyzer/parse-query.ts'
import { stem } from '../analyzer/stem.ts'
import { stopwords } from '../analyzer/stopwords.ts'
import { longestTerm, relatedTerms, synonymKey } from '../analyzer/synonym-table.ts'
import type { Expansion, TextField } from '../port.ts'
import { wordsBeginning } from './fuzzy.ts'
import { frequency } from './segment.ts'
import type { IndexState } from './state.ts'

/** One way to satisfy a group: all of these terms. */
export interface Leaf {
  readonly terms: readonly number[]
  readonly weight: number
  readonly why: 'word' | 'compound' | 'synonym' | 'typo' | 'part'
  readonly shown?: string
}

/** A condition that postings cannot tell: looked up in the words of the document. */
export interface Check {
  readonly field?: TextField
  /** The words in this order, side by side. */
  readonly sequence: readonly { readonly word: number; readonly stem: number }[]
  readonly exact: boolean
}

/** One thing asked for, and all ways to satisfy it. */
export interface Group {
  readonly shown: string
  readonly words: readonly string[]
  leaves: Leaf[]
  /** Taken when no record has everything: the words of a term of several words one by one. */
  readonly parts: readonly Leaf[]
  readonly check?: Check
  readonly mayMend: boolean
}

export interface Plan {
  readonly groups: readonly Group[]
  readonly excluded: readonly Group[]
}

/** How much a match counts by the way it came about. */
export const leafWeight = {
  word: 1,
  hyphen: 0.8,
  compound: 0.8,
  innerCompound: 0.65,
  synonym: 0.45,
  partSynonym: 0.4,
  narrower: 0.3,
  begun: 0.6,
  rarestPart: 0.2,
} as const

/** Makes the plan of a question: words to stems, compounds, synonyms. */
export function makePlan(parsed: ParsedQuery, exact: boolean, state: IndexState): Plan {
  const asked = parsed.terms.filter((term) => !term.exclude)
  const groups: Group[] = []
  for (let i = 0; i < asked.length; ) {
    const span = exact ? 1 : spanOfTerm(asked, i)
    const terms = asked.slice(i, i + span)
    const group = span > 1 ? multiWordGroup(terms, state) : groupOf(terms[0] as QueryTerm, exact, state)
    if (group) groups.push(group)
    i += span
  }
  const excluded = parsed.terms.filter((term) => term.exclude).map((term) => excludedGroup(term, state))
  return { groups, excluded: excluded.filter((group) => group !== undefined) }
}

/** What must not occur: the word in all its forms, the phrase as it stands. */
function excludedGroup(term: QueryTerm, state: IndexState): Group | undefined {
  const group = exactGroup(term, false, state)
  if (!group || term.words.length > 1) return group
  const { check, ...bare } = group
  return check?.field ? { ...bare, check: { field: check.field, sequence: [], exact: false } } : bare
}

/** How many of the following words make a known term such as `Bus und Bahn`. */
function spanOfTerm(terms: readonly QueryTerm[], at: number): number {
  for (let end = Math.min(terms.length, at + longestTerm + 2); end > at + 1; end--) {
    const part = terms.slice(at, end)
    if (part.some((term) => term.phrase || term.field || term.prefix)) continue
    if (stopwords.has(part[0]?.words[0] ?? '') || stopwords.has(part.at(-1)?.words[0] ?? '')) continue
    const words = part.flatMap((term) => term.words)
    if (words.filter((word) => !stopwords.has(word)).length > 1 && relatedTerms(synonymKey(words)).length > 0) return end - at
  }
  return 1
}

function multiWordGroup(terms: readonly QueryTerm[], state: IndexState): Group {
  const words = terms.flatMap((term) => term.words).filter((word) => !stopwords.has(word))
  const leaves = leaf(
    state,
    words.map((word) => stem(word.replaceAll('-', ''))),
    leafWeight.word,
    'word',
  )
  return {
    shown: terms.map((term) => term.shown).join(' '),
    words,
    leaves: [...leaves, ...synonymLeaves(words, state)],
    parts: words.flatMap((word) => leaf(state, [stem(word)], 0.5, 'part')),
    mayMend: false,
  }
}

function leaf(state: IndexState, stems: readonly string[], weight: number, why: Leaf['why'], shown?: string): Leaf[] {
  const terms = [...new Set(stems)].map((term) => state.vocabulary.stems.findText(term))
  if (terms.length === 0 || terms.includes(-1)) return []
  return [{ terms, weight, why, ...(shown ? { shown } : {}) }]
}

function groupOf(term: QueryTerm, exact: boolean, state: IndexState): Group | undefined {
  if (term.phrase || exact) return exactGroup(term, exact, state)
  const word = term.words[0] ?? ''
  if (stopwords.has(word)) return undefined
  const check = term.field ? { check: { field: term.field, sequence: [], exact: false } } : {}
  if (term.prefix)
    return { shown: term.shown, words: [word], leaves: prefixLeaves(word, state), parts: [], mayMend: false, ...check }
  return { shown: term.shown, words: [word], leaves: wordLeaves(word, state), parts: [], mayMend: true, ...check }
}

function exactGroup(term: QueryTerm, exact: boolean, state: IndexState): Group | undefined {
  const searched = term.words.filter((word) => !stopwords.has(word))
  if (searched.length === 0) return undefined
  const stems = searched.map((word) => stem(word.replaceAll('-', '')))
  const sequence = term.words.map((word) => ({
    word: state.vocabulary.words.findText(word),
    stem: stopwords.has(word) ? -1 : state.vocabulary.stems.findText(stem(word.replaceAll('-', ''))),
  }))
  return {
    shown: term.shown,
    words: searched,
    leaves: leaf(state, stems, leafWeight.word, 'word'),
    parts: [],
    check: { sequence, exact: exact || term.words.length === 1, ...(term.field ? { field: term.field } : {}) },
    mayMend: false,
  }
}

function prefixLeaves(prefix: string, state: IndexState): Leaf[] {
  const { vocabulary } = state
  const terms = wordsBeginning(vocabulary, prefix, 64).map((word) => vocabulary.firstTerm(word))
  return [...new Set(terms.filter((term) => term >= 0))].map((term) => ({ terms: [term], weight: 0.9, why: 'word' as const }))
}

const mostSplits = 10_000
const splits = new WeakMap<Splitter, Map<string, Part[]>>()

/** The parts of a compound that was asked for; kept, since people ask for the same words. */
function partsOf(word: string, state: IndexState): readonly Part[] {
  const { splitter } = state.vocabulary
  const known = splits.get(splitter) ?? new Map<string, Part[]>()
  splits.set(splitter, known)
  const parts = known.get(word) ?? splitter.split(word)
  if (known.size >= mostSplits) known.clear()
  known.set(word, parts)
  return parts
}

/** All ways to satisfy one word: itself, its parts, its synonyms, its parts' synonyms. */
export function wordLeaves(word: string, state: IndexState): Leaf[] {
  const joined = word.replaceAll('-', '')
  const split = partsOf(joined, state)
  const outer = split.filter((part) => !part.inner).map((part) => part.stem)
  const atoms = split.filter((part) => part.inner || !split.some((other) => other.inner)).map((part) => part.stem)
  const pieces = word.includes('-') ? word.split('-').filter((piece) => piece.length > 1 && !stopwords.has(piece)) : []
  const leaves = [
    ...leaf(state, [stem(joined)], leafWeight.word, 'word'),
    ...(pieces.length > 1
      ? leaf(
          state,
          pieces.map((piece) => stem(piece)),
          leafWeight.hyphen,
          'compound',
        )
      : []),
    ...(outer.length > 1 ? leaf(state, outer, leafWeight.compound, 'compound') : []),
    ...(split.some((part) => part.inner) ? leaf(state, atoms, leafWeight.innerCompound, 'compound') : []),
    ...synonymLeaves([word], state),
    ...(outer.length > 1 ? partSynonyms(outer, state) : []),
  ]
  return leaves
}

/** For a word that finds little: the words that begin with it. */
export function begunLeaves(word: string, leaves: readonly Leaf[], state: IndexState): Leaf[] {
  if (word.length < 5) return []
  const taken = new Set(leaves.filter((one) => one.terms.length === 1).map((one) => one.terms[0]))
  const begun = prefixLeaves(word, state).filter((one) => !taken.has(one.terms[0]))
  return begun.map((one) => ({ ...one, weight: leafWeight.begun, why: 'compound' as const }))
}

/** For a compound that finds little: its rarest part, which says most. */
export function rarestPart(word: string, state: IndexState): Leaf[] {
  const parts = partsOf(word.replaceAll('-', ''), state).filter((part) => !part.inner)
  const found = parts.flatMap((part) => leaf(state, [part.stem], leafWeight.rarestPart, 'compound'))
  const count = (one: Leaf) => state.segments.reduce((sum, segment) => sum + frequency(segment, one.terms[0] as number), 0)
  return found.sort((a, b) => count(a) - count(b)).slice(0, 1)
}

function synonymLeaves(words: readonly string[], state: IndexState): Leaf[] {
  return relatedTerms(synonymKey(words)).flatMap((related) =>
    leaf(state, related.stems, related.narrower ? leafWeight.narrower : leafWeight.synonym, 'synonym', related.shown),
  )
}

/** `Müllmenge` -> Abfall and Menge: one part at a time is replaced by its synonyms. */
function partSynonyms(parts: readonly string[], state: IndexState): Leaf[] {
  const found: Leaf[] = []
  for (let i = 0; i < parts.length; i++)
    for (const related of relatedTerms(parts[i] as string)) {
      if (related.narrower || related.stems.length > 1 || found.length >= 8) continue
      found.push(
        ...leaf(
          state,
          parts.map((part, at) => (at === i ? (related.stems[0] as string) : part)),
          leafWeight.partSynonym,
          'compound',
        ),
      )
    }
  return found
}

/** What was searched beside the words, for people to read. */
export function expansionsOf(groups: readonly Group[], reached: (leaf: Leaf) => boolean): Expansion[] {
  return groups.flatMap((group) =>
    (['synonym', 'typo'] as const).flatMap((why) => {
      const shown = group.leaves
        .filter((leaf) => leaf.why === why && leaf.shown && reached(leaf))
        .map((leaf) => leaf.shown as string)
      return shown.length > 0 ? [{ word: group.shown, with: [...new Set(shown)].slice(0, 6), why }] : []
    }),
  )
}
