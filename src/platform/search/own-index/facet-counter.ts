import type { FacetCount } from '../port.ts'
import { manySets, type ValueSets } from './filter-tables.ts'
import type { Column } from './segment.ts'
import { valueRows } from './value-rows.ts'

/** Counts the values of one facet; cleared by what was touched, not by its whole length. */
export class FacetCounter {
  private readonly sets: ValueSets
  /** Count whole sets and spread them at the end, or every value at once. */
  private readonly bySet: boolean
  private readonly setCounts: Uint32Array
  private readonly touchedSets: Uint32Array
  private touchedSetCount = 0
  /** The count of value v stands at place v + 1; place 0 takes what is no value. */
  private readonly counts: Uint32Array
  private readonly touched: Uint32Array
  private touchedCount = 0
  /** So much is counted that looking through all counts afterwards is cheaper than noting what was touched. */
  private dense = false

  constructor(sets: ValueSets) {
    this.sets = sets
    this.bySet = sets.setCount <= manySets
    this.setCounts = new Uint32Array(this.bySet ? sets.setCount : 0)
    this.touchedSets = new Uint32Array(this.setCounts.length)
    this.counts = new Uint32Array(sets.values.length + 1)
    this.touched = new Uint32Array(sets.values.length)
  }

  /** Still right for these tables? They may have grown. */
  fits(sets: ValueSets): boolean {
    const sameSets = !this.bySet || this.setCounts.length === sets.setCount
    return (
      sets === this.sets && this.bySet === sets.setCount <= manySets && sameSets && this.touched.length === sets.values.length
    )
  }

  /** Counts these documents, whose sets of values stand in a column of the segment. */
  count(column: Column, docs: Uint32Array): void {
    this.dense ||= docs.length * 4 > (this.bySet ? this.setCounts.length : this.counts.length)
    if (this.bySet) this.countSets(column, docs)
    else if (this.dense) this.countRows(column, docs)
    else this.countValues(column, docs)
  }

  private countSets(column: Column, docs: Uint32Array): void {
    const { setCounts, touchedSets, dense } = this
    let seen = this.touchedSetCount
    for (let i = 0; i < docs.length; i++) {
      const set = (column[docs[i] as number] as number) | 0
      const before = (setCounts[set] as number) | 0
      setCounts[set] = (before + 1) | 0
      if (!dense && before === 0) touchedSets[seen++] = set
    }
    this.touchedSetCount = seen
  }

  private countValues(column: Column, docs: Uint32Array): void {
    for (let i = 0; i < docs.length; i++) this.addSet((column[docs[i] as number] as number) | 0, 0, 1)
  }

  private countRows(column: Column, docs: Uint32Array): void {
    const { counts } = this
    const { width, values } = valueRows(column, this.sets)
    for (let i = 0; i < docs.length; i++) {
      const doc = (docs[i] as number) | 0
      const first = Math.imul(doc, width)
      const end = (first + width) | 0
      for (let at = first; at < end; at++) {
        const place = (values[at] as number) | 0
        counts[place] = ((counts[place] as number) + 1) | 0
      }
      if (values[end - 1] !== 0) this.addSet((column[doc] as number) | 0, width, 1)
    }
  }

  /** Adds a count to the values of a set, from a member on. */
  private addSet(set: number, from: number, count: number): void {
    const { counts, touched } = this
    const members = this.sets.members.data
    const starts = this.sets.starts.data
    let seen = this.touchedCount
    for (let m = ((starts[set] as number) + from) | 0, end = (starts[set + 1] as number) | 0; m < end; m++) {
      const place = ((members[m] as number) + 1) | 0
      const before = (counts[place] as number) | 0
      if (before === 0) touched[seen++] = place
      counts[place] = (before + count) | 0
    }
    this.touchedCount = seen
  }

  /** From counts of sets to counts of values. */
  private spread(): void {
    const { setCounts, touchedSets } = this
    const sets = this.dense ? setCounts.length : this.touchedSetCount
    for (let i = 0; i < sets; i++) {
      const set = this.dense ? i : (touchedSets[i] as number)
      const count = setCounts[set] as number
      setCounts[set] = 0
      if (count > 0) this.addSet(set, 0, count)
    }
    this.touchedSetCount = 0
  }

  /** The most frequent values, and the chosen ones in any case; then everything is zero again. */
  best(limit: number, chosen: readonly string[]): FacetCount[] {
    const { counts, touched } = this
    this.spread()
    counts[0] = 0
    const wanted = new Set(chosen)
    const own = [...wanted].map((key) => ({ key, count: counts[(this.sets.ordinal(key) ?? -1) + 1] ?? 0 }))
    const leading = this.leading(limit).map((place) => ({ key: this.keyAt(place), count: counts[place] as number }))
    if (this.dense) counts.fill(0)
    else for (let i = 0; i < this.touchedCount; i++) counts[touched[i] as number] = 0
    this.touchedCount = 0
    this.dense = false
    const others = leading.filter(({ key }) => !wanted.has(key)).slice(0, Math.max(0, limit - own.length))
    return [...own, ...others].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  }

  private keyAt(place: number): string {
    return this.sets.values[place - 1] as string
  }

  /** Places of the `limit` most frequent values, by insertion into a short list; equal counts by name. */
  private leading(limit: number): number[] {
    const { counts, touched } = this
    const best: number[] = []
    if (limit === 0) return best
    const before = (a: number, aCount: number, b: number, bCount: number) =>
      aCount > bCount || (aCount === bCount && this.keyAt(a) < this.keyAt(b))
    let least = 1
    const places = this.dense ? counts.length : this.touchedCount
    for (let i = 0; i < places; i++) {
      const place = this.dense ? i : (touched[i] as number)
      const count = counts[place] as number
      if (count < least || (best.length === limit && !before(place, count, best[limit - 1] as number, least))) continue
      let at = best.length === limit ? limit - 1 : best.length
      for (; at > 0; at--) {
        const above = best[at - 1] as number
        if (before(above, counts[above] as number, place, count)) break
        best[at] = above
      }
      best[at] = place
      if (best.length === limit) least = counts[best[limit - 1] as number] as number
    }
    return best
  }
}
