import type { SearchSort } from '../port.ts'
import type { FacetCounter } from './facet-counter.ts'
import type { Filters } from './filters.ts'
import { type List, sizeOf } from './lists.ts'
import { type Candidates, choose, narrow } from './narrow.ts'
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
    if (sizeOf(list) === 0 || this.filters.impossible) return
    const { choices } = this.filters
    const found = narrow(list, segment, this.filters)
    const missed = choices.length > 0 ? choose(found, segment, choices) : []
    this.total += found.count
    this.missed += missed.reduce((sum, docs) => sum + docs.length, 0)
    this.rank(segment, number, found)
    if (this.counting) this.countFacets(segment, found, missed)
  }

  private countFacets(segment: Segment, found: Candidates, missed: readonly Uint32Array[]): void {
    this.counters.forEach((counter, f) => {
      counter.count(segment.facets[f] as Uint32Array, found.docs, found.count)
    })
    this.filters.choices.forEach(({ facet }, c) => {
      const docs = missed[c] as Uint32Array
      this.counters[facet]?.count(segment.facets[facet] as Uint32Array, docs, docs.length)
    })
  }

  private top(number: number): TopK {
    const at = this.sort === 'title' ? number : 0
    const known = this.tops[at]
    if (known) return known
    const made = new TopK(this.keepBest)
    this.tops[at] = made
    return made
  }

  private rank(segment: Segment, number: number, { docs, scores, count }: Candidates): void {
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
