import type { SearchSort } from '../port.ts'
import type { FacetCounter } from './facet-counter.ts'
import type { Filters } from './filters.ts'
import { type List, sizeOf } from './lists.ts'
import { choose, narrow } from './narrow.ts'
import type { Column, Segment } from './segment.ts'
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
    const found = narrow(list, segment, this.filters)
    const { passed, missed } = choose(found, segment, this.filters.choices)
    this.total += sizeOf(passed)
    this.missed += missed.reduce((sum, docs) => sum + docs.length, 0)
    this.rank(segment, number, passed)
    if (this.counting) this.countFacets(segment, passed, missed)
  }

  private countFacets(segment: Segment, passed: List, missed: readonly Uint32Array[]): void {
    this.counters.forEach((counter, f) => {
      counter.count(segment.facets[f] as Column, passed.docs)
    })
    this.filters.choices.forEach(({ facet }, c) => {
      const docs = missed[c] as Uint32Array
      this.counters[facet]?.count(segment.facets[facet] as Column, docs)
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

  private rank(segment: Segment, number: number, { docs, values }: List): void {
    const top = this.top(number)
    const { modified, issued, boosts, idHashes, titleRanks } = segment
    const byScore = this.sort === 'relevance'
    const byTitle = this.sort === 'title'
    const column = this.sort === 'issued' ? issued : modified
    const boosted = boosts.length > 0
    for (let i = 0; i < docs.length; i++) {
      const doc = (docs[i] as number) | 0
      const score = values[i] as number
      let key = score
      if (byTitle) key = -(titleRanks[doc] as number)
      else if (!byScore) key = column[doc] as number
      else if (boosted) key = score * (1 + (boosts[doc] as number))
      if (key < top.floor) continue
      top.offer(key, byTitle ? 0 : byScore ? (modified[doc] as number) : score, idHashes[doc] as number, doc, number)
    }
  }
}
