import type { SearchQuery } from '../port.ts'
import { type FilterTables, manySets, type ValueSets } from './filter-tables.ts'
import { noDay, type Segment } from './segment.ts'

/** The chosen values of one facet, ready to be tested against a row. */
export interface FacetChoice {
  readonly facet: number
  /** One byte per set; left out where there are too many sets, which are then tested value by value. */
  readonly allowed?: Uint8Array
  readonly allows: (set: number) => boolean
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
  if (sets.setCount <= manySets) {
    const allowed = sets.setsWith(values)
    return { facet, allowed, allows: (set) => allowed[set] === 1 }
  }
  const wanted = sets.marked(values)
  const { starts, members } = sets
  return {
    facet,
    allows: (set) => {
      for (let m = starts.data[set] as number; m < (starts.data[set + 1] as number); m++)
        if (wanted[members.data[m] as number] === 1) return true
      return false
    },
  }
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
    scopes: scope === undefined ? new Uint8Array(0) : tables.scopes.setsWithOne(scope),
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
