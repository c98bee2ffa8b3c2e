import type { TextField } from '../port.ts'
import { FacetCounter } from './facet-counter.ts'
import { FilterTables } from './filter-tables.ts'
import type { Filters } from './filters.ts'
import type { Segment } from './segment.ts'
import { Vocabulary } from './vocabulary.ts'

/** What a search works on: the words, the filters and the closed segments. Replaced as a whole by a rebuild. */
export interface IndexState {
  vocabulary: Vocabulary
  readonly tables: FilterTables
  segments: readonly Segment[]
  cursor: number
  /** Number of documents from which the lexicon of compounds was learned. */
  learnedFrom: number
  /** Grows with every change: answers kept for repetition are valid for one generation. */
  generation: number
  counters: FacetCounter[]
}

/** The part of the schema a worker needs: no functions. */
export interface IndexShape {
  readonly version: number
  readonly facets: readonly string[]
  readonly weights: Readonly<Record<TextField, number>>
}

export function emptyState(facets: readonly string[]): IndexState {
  return {
    vocabulary: new Vocabulary(),
    tables: new FilterTables(facets),
    segments: [],
    cursor: 0,
    learnedFrom: 0,
    generation: 0,
    counters: [],
  }
}

/** Counters for all facets, made anew when their tables have grown. */
export function countersFor(state: IndexState): FacetCounter[] {
  state.counters = state.tables.facets.map((sets, f) => {
    const known = state.counters[f]
    return known?.fits(sets) ? known : new FacetCounter(sets)
  })
  return state.counters
}

/** Number of living documents. */
export const documentCount = (state: IndexState): number => state.segments.reduce((sum, s) => sum + s.count - s.deadCount, 0)

/** How many of a list's documents the asker may see; counts up to `enough`. */
export function seenIn(segment: Segment, docs: Uint32Array, filters: Filters, enough: number): number {
  let seen = 0
  for (let i = 0; i < docs.length && seen < enough; i++) {
    const doc = docs[i] as number
    if (segment.dead[doc] === 0 && filters.scopes[segment.scopes[doc] as number] === 1) seen++
  }
  return seen
}
