import type { FacetCount } from '../port.ts'
import { manySets, type ValueSets } from './filter-tables.ts'
import type { Column } from './segment.ts'

/** Counts the values of one facet; cleared by what was touched, not by its whole length. */
export class FacetCounter {
  private readonly sets: ValueSets
  /** Count whole sets and spread them at the end, or every value at once. */
  private readonly bySet: boolean
  private readonly setCounts: Uint32Array
  private readonly touchedSets: Uint32Array
  private touchedSetCount = 0
  private readonly counts: Uint32Array
  private readonly touched: Uint32Array
  private touchedCount = 0

  constructor(sets: ValueSets) {
    this.sets = sets
    this.bySet = sets.setCount <= manySets
    this.setCounts = new Uint32Array(this.bySet ? sets.setCount : 0)
    this.counts = new Uint32Array(sets.values.length)
    // One place more than there are values: see countSets.
    this.touchedSets = new Uint32Array(this.setCounts.length + 1)
    this.touched = new Uint32Array(sets.values.length + 1)
  }

  /** Still right for these tables? They may have grown. */
  fits(sets: ValueSets): boolean {
    const sameSets = !this.bySet || this.setCounts.length === sets.setCount
    return sets === this.sets && this.bySet === sets.setCount <= manySets && sameSets && this.counts.length === sets.values.length
  }

  /** Counts the first `count` of these documents, whose sets of values stand in a column of the segment. */
  count(column: Column, docs: Uint32Array, count: number): void {
    if (this.bySet) this.countSets(column, docs, count)
    else this.countValues(column, docs, count)
  }

  // What was touched is noted without a branch: written in any case, kept when the count was zero before.

  private countSets(column: Column, docs: Uint32Array, count: number): void {
    const { setCounts, touchedSets } = this
    let seen = this.touchedSetCount
    for (let i = 0; i < count; i++) {
      const set = (column[docs[i] as number] as number) | 0
      const before = (setCounts[set] as number) | 0
      setCounts[set] = (before + 1) | 0
      touchedSets[seen] = set
      seen += before === 0 ? 1 : 0
    }
    this.touchedSetCount = seen
  }

  private countValues(column: Column, docs: Uint32Array, count: number): void {
    const { counts, touched } = this
    const members = this.sets.members.data
    const starts = this.sets.starts.data
    let seen = this.touchedCount
    for (let i = 0; i < count; i++) {
      const set = (column[docs[i] as number] as number) | 0
      for (let m = (starts[set] as number) | 0, end = (starts[set + 1] as number) | 0; m < end; m++) {
        const value = (members[m] as number) | 0
        const before = (counts[value] as number) | 0
        counts[value] = (before + 1) | 0
        touched[seen] = value
        seen += before === 0 ? 1 : 0
      }
    }
    this.touchedCount = seen
  }

  private spread(): void {
    const { setCounts, touchedSets, counts, touched } = this
    const members = this.sets.members.data
    const starts = this.sets.starts.data
    for (let i = 0; i < this.touchedSetCount; i++) {
      const set = (touchedSets[i] as number) | 0
      const count = (setCounts[set] as number) | 0
      setCounts[set] = 0
      for (let m = (starts[set] as number) | 0, end = (starts[set + 1] as number) | 0; m < end; m++) {
        const value = (members[m] as number) | 0
        const before = (counts[value] as number) | 0
        if (before === 0) touched[this.touchedCount++] = value
        counts[value] = before + count
      }
    }
    this.touchedSetCount = 0
  }

  /** The most frequent values, and the chosen ones in any case; then everything is zero again. */
  best(limit: number, chosen: readonly string[]): FacetCount[] {
    this.spread()
    const { values } = this.sets
    const wanted = new Set(chosen)
    const own = [...wanted].map((key) => ({ key, count: this.counts[this.sets.ordinal(key) ?? -1] ?? 0 }))
    const leading = this.leading(limit).map((value) => ({ key: values[value] as string, count: this.counts[value] as number }))
    for (let i = 0; i < this.touchedCount; i++) this.counts[this.touched[i] as number] = 0
    this.touchedCount = 0
    const others = leading.filter(({ key }) => !wanted.has(key)).slice(0, Math.max(0, limit - own.length))
    return [...own, ...others].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  }

  /** The `limit` most frequent values, by insertion into a short list; equal counts by name. */
  private leading(limit: number): number[] {
    const { counts, touched } = this
    const { values } = this.sets
    const best: number[] = []
    if (limit === 0) return best
    let least = 0
    for (let i = 0; i < this.touchedCount; i++) {
      const value = touched[i] as number
      const count = counts[value] as number
      if (
        best.length === limit &&
        (count < least || (count === least && (values[value] as string) > (values[best[limit - 1] as number] as string)))
      )
        continue
      let at = best.length === limit ? limit - 1 : best.length
      for (; at > 0; at--) {
        const above = best[at - 1] as number
        const aboveCount = counts[above] as number
        if (aboveCount > count || (aboveCount === count && (values[above] as string) < (values[value] as string))) break
        best[at] = above
      }
      best[at] = value
      least = counts[best[best.length - 1] as number] as number
    }
    return best
  }
}
