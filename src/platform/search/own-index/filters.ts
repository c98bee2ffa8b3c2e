import type { SearchQuery } from '../port.ts'
import { type FilterTables, manySets, type ValueSets } from './filter-tables.ts'
import { noDay, type Segment } from './segment.ts'

/** The chosen values of one facet, ready to be tested against a row. */
export interface FacetChoice {
  readonly facet: number
  /** One byte per value set. */
  readonly allowed: Uint8Array
}

/** Everything of a question but its words, ready to be tested. */
export interface Filters {
  readonly scopes: Uint8Array
  /** One byte per kind, or undefined for all. */
  readonly kinds: Uint8Array | undefined
  readonly flags: number
  /** A flag or scope that no document has: nothing can match. */
  readonly impossible: boolean
  readonly choices: readonly FacetChoice[]
  /** Facet conditions of the words (`format:csv`): they hold for all counts. */
  readonly conditions: readonly FacetChoice[]
  readonly from: number
  readonly to: number
  readonly on: 'modified' | 'issued'
  readonly timed: boolean
  readonly bbox: readonly [number, number, number, number] | undefined
}

const unlimited = 2_147_483_647

function choice(tables: FilterTables, name: string, keys: readonly string[]): FacetChoice {
  const facet = tables.facetNames.indexOf(name)
  const sets = tables.facets[facet] as ValueSets
  const values = keys.map((key) => sets.ordinal(key)).filter((value) => value !== undefined)
  return { facet, allowed: sets.setsWith(values) }
}

/** Makes the filters of a question. Its facet names have been checked. */
export function makeFilters(
  query: SearchQuery,
  tables: FilterTables,
  conditions: readonly { facet: string; keys: readonly string[] }[],
): Filters {
  const scope = tables.scopes.ordinal(query.scope)
  const flags = (query.flags ?? []).map((flag) => tables.names.flags.indexOf(flag))
  const kinds = query.kinds?.length ? new Uint8Array(256) : undefined
  for (const kind of query.kinds ?? []) {
    const number = tables.names.kinds.indexOf(kind)
    if (kinds && number >= 0) kinds[number] = 1
  }
  const chosen = Object.entries(query.facets ?? {}).filter(([, keys]) => keys.length > 0)
  return {
    scopes: tables.scopes.setsWith(scope === undefined ? [] : [scope]),
    kinds,
    flags: flags.reduce((bits, flag) => (flag < 0 ? bits : bits | (1 << flag)), 0),
    impossible: scope === undefined || flags.includes(-1),
    choices: chosen.map(([name, keys]) => choice(tables, name, keys)),
    conditions: conditions.map(({ facet, keys }) => choice(tables, facet, keys)),
    from: query.time?.from ?? noDay + 1,
    to: query.time?.to ?? unlimited,
    on: query.time?.on ?? 'modified',
    timed: query.time !== undefined && (query.time.from !== undefined || query.time.to !== undefined),
    bbox: query.bbox as Filters['bbox'],
  }
}

/** Does the time and area of a document fit? Asked only when the question names one of them. */
export function fitsPlaceAndTime(filters: Filters, segment: Segment, doc: number): boolean {
  if (filters.timed) {
    const day = segment[filters.on][doc] as number
    if (day < filters.from || day > filters.to) return false
  }
  const { bbox } = filters
  if (!bbox) return true
  const { boxes } = segment
  const at = doc * 4
  // A comparison with NaN is false: without an area there is no match.
  return (
    (boxes[at] as number) <= bbox[2] &&
    (boxes[at + 2] as number) >= bbox[0] &&
    (boxes[at + 1] as number) <= bbox[3] &&
    (boxes[at + 3] as number) >= bbox[1]
  )
}

/** Counts the values of one facet; cleared by what was touched, not by its whole length. */
export class FacetCounter {
  private readonly sets: ValueSets
  /** Count whole sets and spread them at the end, or every value at once. */
  private readonly bySet: boolean
  private readonly counts: Uint32Array
  private readonly touched: Uint32Array
  private touchedCount = 0

  constructor(sets: ValueSets) {
    this.sets = sets
    this.bySet = sets.setCount <= manySets
    const length = this.bySet ? sets.setCount : sets.values.length
    this.counts = new Uint32Array(length)
    this.touched = new Uint32Array(length)
  }

  /** Still right for these tables? They may have grown. */
  fits(sets: ValueSets): boolean {
    return (
      sets === this.sets &&
      this.counts.length === (this.bySet ? sets.setCount : sets.values.length) &&
      this.bySet === sets.setCount <= manySets
    )
  }

  /** Counts the documents `list[0..count)` whose facet stands at `offset` of their row. */
  countAll(rows: Uint32Array, stride: number, offset: number, list: Uint32Array, count: number): void {
    if (this.bySet) {
      const { counts, touched } = this
      let seen = this.touchedCount
      for (let i = 0; i < count; i++) {
        const set = rows[(list[i] as number) * stride + offset] as number
        const before = counts[set] as number
        if (before === 0) touched[seen++] = set
        counts[set] = before + 1
      }
      this.touchedCount = seen
    } else for (let i = 0; i < count; i++) this.countValues(rows[(list[i] as number) * stride + offset] as number)
  }

  private countValues(set: number): void {
    const { counts, touched } = this
    const members = this.sets.members.data
    for (let i = this.sets.starts.data[set] as number, to = this.sets.starts.data[set + 1] as number; i < to; i++) {
      const value = members[i] as number
      const before = counts[value] as number
      if (before === 0) touched[this.touchedCount++] = value
      counts[value] = before + 1
    }
  }

  /** The most frequent values, and the chosen ones in any case; then everything is zero again. */
  best(limit: number, chosen: readonly string[]): { key: string; count: number }[] {
    const totals = this.totals()
    const wanted = new Set(chosen.map((key) => this.sets.ordinal(key)))
    const found = [...totals].filter(([value]) => !wanted.has(value))
    const name = (value: number) => this.sets.values[value] as string
    const leading = topEntries(found, limit, name)
    const own = chosen.map((key) => [key, totals.get(this.sets.ordinal(key) ?? -1) ?? 0] as const)
    return [...own, ...leading.map(([value, count]) => [name(value), count] as const)]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, Math.max(limit, own.length))
      .map(([key, count]) => ({ key, count }))
  }

  private totals(): Map<number, number> {
    const totals = new Map<number, number>()
    const { counts, touched, sets } = this
    for (let i = 0; i < this.touchedCount; i++) {
      const at = touched[i] as number
      const count = counts[at] as number
      counts[at] = 0
      if (!this.bySet) totals.set(at, count)
      else
        for (let m = sets.starts.data[at] as number; m < (sets.starts.data[at + 1] as number); m++) {
          const value = sets.members.data[m] as number
          totals.set(value, (totals.get(value) ?? 0) + count)
        }
    }
    this.touchedCount = 0
    return totals
  }
}

function topEntries(entries: [number, number][], limit: number, name: (value: number) => string): [number, number][] {
  if (entries.length > 4 * limit && limit > 0) {
    // Only what reaches the k-th count is worth sorting.
    const counts = Uint32Array.from(entries, (entry) => entry[1]).sort()
    const threshold = counts[counts.length - limit] as number
    entries = entries.filter((entry) => entry[1] >= threshold)
  }
  return entries.sort((a, b) => b[1] - a[1] || (name(a[0]) < name(b[0]) ? -1 : 1)).slice(0, limit)
}
