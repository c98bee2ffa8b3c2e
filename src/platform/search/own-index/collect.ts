import type { SearchSort } from '../port.ts'
import { type FacetCounter, type Filters, fitsPlaceAndTime } from './filters.ts'
import { type List, sizeOf } from './lists.ts'
import type { Segment } from './segment.ts'
import { TopK } from './top-k.ts'

/** Where found documents go: the best of them, their number, and the counts of the facets. */
export class Collector {
  total = 0
  /** Documents that have the words but miss one chosen facet value. */
  missed = 0
  /** One heap for all segments; by title one per segment, since places by title are not comparable between segments. */
  readonly tops: TopK[] = []
  private readonly filters: Filters
  private readonly sort: SearchSort | 'newest'
  private readonly keepBest: number
  private readonly counters: readonly FacetCounter[]

  constructor(filters: Filters, sort: SearchSort | 'newest', keepBest: number, counters: readonly FacetCounter[]) {
    this.filters = filters
    this.sort = sort
    this.keepBest = keepBest
    this.counters = counters
  }

  /** Takes the documents of one segment. */
  collect(segment: Segment, number: number, list: List): void {
    const size = sizeOf(list)
    if (size === 0 || this.filters.impossible) return
    const { choices } = this.filters
    const passed = new Uint32Array(size)
    const scores = new Float32Array(size)
    const missed = choices.map(() => new Uint32Array(size))
    const missedCounts = choices.map(() => 0)
    const count = this.filter(segment, list, passed, scores, missed, missedCounts)
    this.total += count
    this.missed += missedCounts.reduce((sum, missing) => sum + missing, 0)
    this.rank(segment, number, passed, scores, count)
    const stride = 2 + this.counters.length
    this.counters.forEach((counter, f) => {
      counter.countAll(segment.rows, stride, 2 + f, passed, count)
      const own = choices.findIndex((choice) => choice.facet === f)
      if (own >= 0) counter.countAll(segment.rows, stride, 2 + f, missed[own] as Uint32Array, missedCounts[own] as number)
    })
  }

  /** Sorts documents into: all filters pass; all but one chosen facet; the rest. */
  private filter(
    segment: Segment,
    list: List,
    passed: Uint32Array,
    scores: Float32Array,
    missed: readonly Uint32Array[],
    missedCounts: number[],
  ): number {
    const { filters } = this
    const { scopes, kinds, flags, conditions, choices } = filters
    const { rows, dead } = segment
    const stride = 2 + this.counters.length
    const more = filters.timed || filters.bbox !== undefined || conditions.length > 0
    let count = 0
    for (let i = list.from; i < list.to; i++) {
      const doc = list.docs[i] as number
      const row = doc * stride
      if (scopes[rows[row] as number] === 0 || dead[doc] === 1) continue
      const marks = rows[row + 1] as number
      if ((marks & flags) !== flags || (kinds && kinds[marks >>> 24] === 0)) continue
      if (
        more &&
        !(conditions.every((c) => c.allowed[rows[row + 2 + c.facet] as number] === 1) && fitsPlaceAndTime(filters, segment, doc))
      )
        continue
      let fault = -1
      for (let c = 0; c < choices.length; c++) {
        const choice = choices[c] as (typeof choices)[number]
        if (choice.allowed[rows[row + 2 + choice.facet] as number] === 1) continue
        if (fault >= 0) {
          fault = -2
          break
        }
        fault = c
      }
      if (fault === -1) {
        passed[count] = doc
        scores[count++] = (list.values[i] as number) * list.scale
      } else if (fault >= 0) {
        const at = missedCounts[fault] as number
        ;(missed[fault] as Uint32Array)[at] = doc
        missedCounts[fault] = at + 1
      }
    }
    return count
  }

  private top(number: number): TopK {
    const at = this.sort === 'title' ? number : 0
    const known = this.tops[at]
    if (known) return known
    const made = new TopK(this.keepBest)
    this.tops[at] = made
    return made
  }

  private rank(segment: Segment, number: number, docs: Uint32Array, scores: Float32Array, count: number): void {
    const top = this.top(number)
    const { modified, issued, boosts, idHashes, titleRanks } = segment
    for (let i = 0; i < count; i++) {
      const doc = docs[i] as number
      const day = modified[doc] as number
      const hash = idHashes[doc] as number
      const score = scores[i] as number
      if (this.sort === 'relevance') top.offer(score * (1 + (boosts[doc] as number)), day, hash, doc, number)
      else if (this.sort === 'title') top.offer(-(titleRanks[doc] as number), 0, hash, doc, number)
      else top.offer(this.sort === 'issued' ? (issued[doc] as number) : day, score, hash, doc, number)
    }
  }
}
