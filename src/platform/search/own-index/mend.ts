import type { Filters } from './filters.ts'
import { allowedErrors, type Near, nearWords } from './fuzzy.ts'
import { type Group, type Leaf, wordLeaves } from './plan.ts'
import { postingsOf } from './postings.ts'
import { type IndexState, seenIn } from './state.ts'
import type { Vocabulary } from './vocabulary.ts'

const mostMendings = 6
const kept = new WeakMap<Vocabulary, Map<string, Near[]>>()

/** Near words of a typed word; kept, since people type the same errors. */
function near(state: IndexState, word: string): Near[] {
  const { vocabulary } = state
  const memory = kept.get(vocabulary) ?? new Map<string, Near[]>()
  kept.set(vocabulary, memory)
  const key = `${vocabulary.words.size} ${word}`
  const known = memory.get(key)
  if (known) return known
  const found = nearWords(vocabulary, word, allowedErrors(word))
  if (memory.size >= 1_000) memory.clear()
  memory.set(key, found)
  return found
}

/** Leaves for a word that finds nothing or little: words of the index that are one or two typing errors away and that the asker may see. */
export function mend(group: Group, state: IndexState, filters: Filters, seen: number): Leaf[] {
  const [word = ''] = group.words
  if (allowedErrors(word) === 0) return []
  const { vocabulary } = state
  const taken = new Set(group.leaves.filter((leaf) => leaf.terms.length === 1).map((leaf) => leaf.terms[0]))
  const best = new Map<number, Near>()
  for (const one of near(state, word)) {
    const term = vocabulary.firstTerm(one.word)
    if (term < 0 || one.distance === 0 || taken.has(term)) continue
    const known = best.get(term)
    if (!known || compare(vocabulary, one, known) < 0) best.set(term, one)
  }
  // What does find something is only doubted when the other word is far more frequent.
  const enough = seen === 0 ? 1 : 20
  return [...best]
    .sort((a, b) => compare(vocabulary, a[1], b[1]))
    .filter(([term]) => reachOf(state, term, filters, enough) >= enough)
    .slice(0, mostMendings)
    .flatMap(([, one], place) => leavesFor(state, one, place === 0))
}

/** The word meant, with its parts and synonyms for the likeliest one. */
function leavesFor(state: IndexState, near: Near, likeliest: boolean): Leaf[] {
  const { vocabulary } = state
  const weight = near.distance === 1 ? 0.5 : 0.3
  const leaves = wordLeaves(vocabulary.words.word(near.word), state)
  const shown = vocabulary.shownWord(near.word)
  return leaves
    .filter((leaf) => leaf.why === 'word' || likeliest)
    .map((leaf) => (leaf.why === 'word' ? { ...leaf, weight, why: 'typo', shown } : { ...leaf, weight: leaf.weight * weight }))
}

/** Nearer first, then more frequent. */
function compare(vocabulary: Vocabulary, a: Near, b: Near): number {
  return (
    a.distance - b.distance ||
    (vocabulary.counts.data[b.word] as number) - (vocabulary.counts.data[a.word] as number) ||
    a.word - b.word
  )
}

function reachOf(state: IndexState, term: number, filters: Filters, enough: number): number {
  let seen = 0
  for (const segment of state.segments) {
    if (seen >= enough) break
    seen += seenIn(segment, postingsOf(segment, term).docs, filters, enough - seen)
  }
  return seen
}
