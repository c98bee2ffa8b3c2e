import type { SearchSort } from '../port.ts'
import type { FacetCounter } from './facet-counter.ts'
import { type Filters, fitsPlaceAndTime } from './filters.ts'
import { type List, sizeOf } from './lists.ts'
import type { Segment } from './segment.ts'
import { TopK } from './top-k.ts'

/** Documents counted at a time. */
const block = 512

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
  private readonly counting: boolean

  constructor(
    filters: Filters,
    sort: SearchSort | 'newest',
    keepBest: number,
    counters: readonly FacetCounter[],
    counting: boolean,
  ) {
    this.filters = filters
    this.sort = sort
    this.keepBest = keepBest
    this.counters = counters
    this.counting = counting
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
    const count = this.simple(segment)
      ? this.filterScope(segment, list, passed, scores)
      : this.filter(segment, list, passed, scores, missed, missedCounts)
    this.total += count
    this.missed += missedCounts.reduce((sum, missing) => sum + missing, 0)
    this.rank(segment, number, passed, scores, count)
    if (this.counting) this.countFacets(segment, passed, count, missed, missedCounts)
  }

  private countFacets(
    segment: Segment,
    passed: Uint32Array,
    count: number,
    missed: readonly Uint32Array[],
    missedCounts: readonly number[],
  ): void {
    const { rows } = segment
    const { counters } = this
    const stride = 1 + counters.length
    for (const counter of counters) counter.expect(count)
    // In blocks, so that the rows of a block stay in the cache for all facets.
    for (let from = 0; from < count; from += block)
      for (let f = 0; f < counters.length; f++)
        counters[f]?.count(rows, stride, 1 + f, passed, from, Math.min(count, from + block))
    this.filters.choices.forEach(({ facet }, c) => {
      counters[facet]?.count(rows, stride, 1 + facet, missed[c] as Uint32Array, 0, missedCounts[c] as number)
    })
  }

  /** Is there nothing to test but the scope? */
  private simple(segment: Segment): boolean {
    const { timed, bbox, conditions, choices, flags, kinds } = this.filters
    return segment.deadCount === 0 && !timed && !bbox && conditions.length === 0 && choices.length === 0 && flags === 0 && !kinds
  }

  private filterScope(segment: Segment, list: List, passed: Uint32Array, scores: Float32Array): number {
    const { scopes } = this.filters
    const own = segment.scopes
    const { docs, values, scale } = list
    let count = 0
    for (let i = list.from, to = list.to; i < to; i++) {
      const doc = (docs[i] as number) | 0
      passed[count] = doc
      scores[count] = (values[i] as number) * scale
      // No branch: what may not be seen is written over by the next one.
      count += scopes[(own[doc] as number) | 0] as number
    }
    return count
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
    const { rows, dead, scopes: own } = segment
    const stride = 1 + this.counters.length
    const more = filters.timed || filters.bbox !== undefined || conditions.length > 0
    let count = 0
    for (let i = list.from; i < list.to; i++) {
      const doc = (list.docs[i] as number) | 0
      const row = Math.imul(doc, stride)
      if (scopes[(own[doc] as number) | 0] === 0 || dead[doc] === 1) continue
      const marks = (rows[row] as number) | 0
      if ((marks & flags) !== flags || (kinds && kinds[marks >>> 24] === 0)) continue
      if (
        more &&
        !(conditions.every((c) => c.allows((rows[row + 1 + c.facet] as number) | 0)) && fitsPlaceAndTime(filters, segment, doc))
      )
        continue
      let fault = -1
      for (let c = 0; c < choices.length; c++) {
        const choice = choices[c] as (typeof choices)[number]
        const set = (rows[row + 1 + choice.facet] as number) | 0
        if (choice.allowed.length > 0 ? choice.allowed[set] === 1 : choice.allows(set)) continue
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
    const byScore = this.sort === 'relevance'
    const byTitle = this.sort === 'title'
    const byIssue = this.sort === 'issued'
    for (let i = 0; i < count; i++) {
      const doc = (docs[i] as number) | 0
      const score = scores[i] as number
      let key: number
      if (byScore) key = score * (1 + (boosts[doc] as number))
      else if (byTitle) key = -(titleRanks[doc] as number)
      else key = (byIssue ? issued[doc] : modified[doc]) as number
      if (key < top.floor) continue
      top.offer(key, byTitle ? 0 : byScore ? (modified[doc] as number) : score, idHashes[doc] as number, doc, number)
    }
  }
}
