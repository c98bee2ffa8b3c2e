import { stopwords } from '../analyzer/stopwords.ts'
import { tokensOf } from '../analyzer/tokens.ts'
import type { Suggestion } from '../port.ts'
import { type Filters, makeFilters } from './filters.ts'
import { wordsBeginning } from './fuzzy.ts'
import { type List, unite } from './lists.ts'
import { having, postingsOf, scored } from './postings.ts'
import { type Segment, titleOf } from './segment.ts'
import { type IndexState, seenIn } from './state.ts'
import { TopK } from './top-k.ts'

const candidateWords = 40
const candidateTitles = 60
/** Counting stops here: nobody needs to know it more exactly while typing. */
const countBound = 100_000

/** Titles and words that begin as typed, the last word being unfinished; only from documents that the scope may see. */
export function suggest(state: IndexState, scope: string, prefix: string, limit: number): Suggestion[] {
  const tokens = tokensOf(prefix.slice(0, 200))
  const last = tokens.at(-1)
  const most = Math.max(0, Math.min(50, Math.trunc(limit) || 0))
  if (!last || most === 0 || last.word.length < 2) return []
  const filters = makeFilters({ scope }, state.tables, [])
  if (filters.impossible) return []
  const before = tokens.slice(0, -1).filter((token) => !stopwords.has(token.word))
  const begun = wordsBeginning(state.vocabulary, last.word, candidateWords)
  const earlier = before.map((token) => token.word)
  const lists = state.segments.map((segment) => matching(state, segment, earlier, begun))
  const titles = titlesOf(state, lists, filters, [...earlier, last.word], most)
  const words = before.length === 0 ? wordSuggestions(state, begun, filters, most) : []
  const wordShare = Math.min(words.length, Math.max(Math.floor(most / 2), most - titles.length))
  return [...words.slice(0, wordShare), ...titles.slice(0, most - wordShare)]
}

function matching(state: IndexState, segment: Segment, earlier: readonly string[], begun: readonly number[]): List {
  const { vocabulary } = state
  const terms = new Set(begun.map((word) => vocabulary.firstTerm(word)).filter((term) => term >= 0))
  const ending = unite([...terms].map((term) => scored(postingsOf(segment, term))))
  return earlier.reduce((found, word) => {
    const term = vocabulary.firstTerm(vocabulary.words.findText(word))
    return having(found, postingsOf(segment, term))
  }, ending)
}

function titlesOf(
  state: IndexState,
  lists: readonly List[],
  filters: Filters,
  typed: readonly string[],
  limit: number,
): Suggestion[] {
  const top = new TopK(candidateTitles)
  lists.forEach((list, number) => {
    const segment = state.segments[number] as Segment
    for (let i = 0; i < list.docs.length; i++) {
      const doc = list.docs[i] as number
      if (segment.dead[doc] === 1 || filters.scopes[segment.scopes[doc] as number] === 0) continue
      top.offer(list.values[i] as number, segment.modified[doc] as number, segment.idHashes[doc] as number, doc, number)
    }
  })
  const found = new Map<string, Suggestion>()
  for (const at of top.order()) {
    const segment = state.segments[top.segments[at] as number] as Segment
    const title = titleOf(segment, top.docs[at] as number)
    const words = tokensOf(title).map((token) => token.word)
    if (!typed.every((word) => words.some((own) => own.startsWith(word)))) continue
    const id = Buffer.from(
      segment.idPool.subarray(segment.idStarts[top.docs[at] as number], segment.idStarts[(top.docs[at] as number) + 1]),
    ).toString('utf8')
    const known = found.get(title)
    found.set(title, known ? { ...known, count: known.count + 1 } : { text: title, kind: 'title', id, count: 1 })
  }
  return [...found.values()].slice(0, limit)
}

/** One word per stem, with the number of records that a search for it finds by that stem. */
function wordSuggestions(state: IndexState, begun: readonly number[], filters: Filters, limit: number): Suggestion[] {
  const seen = new Set<number>()
  const found: Suggestion[] = []
  for (const word of begun) {
    const term = state.vocabulary.firstTerm(word)
    if (term < 0 || seen.has(term)) continue
    seen.add(term)
    let count = 0
    for (const segment of state.segments) {
      count += seenIn(segment, postingsOf(segment, term).docs, filters, countBound - count)
    }
    if (count > 0) found.push({ text: state.vocabulary.shownWord(word), kind: 'word', count })
  }
  return found.sort((a, b) => b.count - a.count).slice(0, limit)
}
