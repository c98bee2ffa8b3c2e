import { Splitter } from '../analyzer/compounds.ts'
import { FilterTables, type NameTables, ValueSets } from './filter-tables.ts'
import { GrowU8, GrowU16, GrowU32 } from './growable.ts'
import type { Segment } from './segment.ts'
import type { IndexState } from './state.ts'
import { Vocabulary } from './vocabulary.ts'
import { WordTable } from './word-table.ts'

type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array

/** A named array of the snapshot. */
export interface Section {
  readonly name: string
  readonly array: TypedArray
}

/** What is not an array: small lists and numbers. */
export interface Meta {
  readonly cursor: number
  readonly learnedFrom: number
  readonly lexicon: readonly (readonly [string, number])[]
  readonly names: NameTables
  readonly scopes: readonly string[]
  readonly facetValues: readonly (readonly string[])[]
  readonly segments: readonly { readonly count: number; readonly deadCount: number }[]
}

const segmentArrays = [
  'tokens',
  'fieldEnds',
  'scopes',
  'marks',
  'issued',
  'modified',
  'boosts',
  'boxes',
  'idPool',
  'idStarts',
  'idHashes',
  'idSlots',
  'titlePool',
  'titleStarts',
  'titleRanks',
  'termIds',
  'termStarts',
  'docs',
  'impacts',
  'dead',
] as const

/** Takes a state apart into arrays and small things; nothing is copied. */
export function pack(state: IndexState): { meta: Meta; sections: Section[] } {
  const { vocabulary: v, tables } = state
  const sections: Section[] = []
  const put = (name: string, array: TypedArray) => sections.push({ name, array })
  const putTable = (name: string, table: WordTable) => {
    put(`${name}.pool`, table.pool.view())
    put(`${name}.starts`, table.starts.view())
    put(`${name}.slots`, table.slots)
  }
  putTable('words', v.words)
  putTable('stems', v.stems)
  put('shown', v.shown.view())
  put('shownStarts', v.shownStarts.view())
  put('counts', v.counts.view())
  put('termStarts', v.termStarts.view())
  put('terms', v.terms.view())
  put('termWeights', v.termWeights.view())
  put('sorted', v.sorted)
  const sets = [tables.scopes, ...tables.facets]
  sets.forEach((one, i) => {
    put(`sets${i}.starts`, one.starts.view())
    put(`sets${i}.members`, one.members.view())
  })
  state.segments.forEach((segment, i) => {
    for (const name of segmentArrays) put(`${i}.${name}`, segment[name])
    segment.facets.forEach((column, f) => {
      put(`${i}.facets${f}`, column)
    })
  })
  const meta: Meta = {
    cursor: state.cursor,
    learnedFrom: state.learnedFrom,
    lexicon: v.splitter.lexicon(),
    names: tables.names,
    scopes: tables.scopes.values,
    facetValues: tables.facets.map((facet) => facet.values),
    segments: state.segments.map(({ count, deadCount }) => ({ count, deadCount })),
  }
  return { meta, sections }
}

/** Puts a state together again: views on the arrays, which other threads may read too, no parsing of documents or words. What changes in place is copied. */
export function unpack(meta: Meta, sections: ReadonlyMap<string, TypedArray>, facetNames: readonly string[]): IndexState {
  const get = <T extends TypedArray>(name: string): T => {
    const array = sections.get(name)
    if (!array) throw new Error(`part "${name}" is missing`)
    return array as T
  }
  const grow = (name: string) => {
    const array = get<Uint32Array>(name)
    return new GrowU32(array, array.length)
  }
  const table = (name: string) =>
    new WordTable(get(`${name}.pool`), get(`${name}.starts`), get<Uint32Array>(`${name}.slots`).slice())
  const vocabulary = new Vocabulary()
  vocabulary.words = table('words')
  vocabulary.stems = table('stems')
  const shown = get<Uint16Array>('shown')
  vocabulary.shown = new GrowU16(shown, shown.length)
  vocabulary.shownStarts = grow('shownStarts')
  const counts = get<Uint32Array>('counts').slice()
  vocabulary.counts = new GrowU32(counts, counts.length)
  vocabulary.termStarts = grow('termStarts')
  vocabulary.terms = grow('terms')
  const weights = get<Uint8Array>('termWeights')
  vocabulary.termWeights = new GrowU8(weights, weights.length)
  vocabulary.sorted = get('sorted')
  vocabulary.splitter = new Splitter(meta.lexicon)
  const sets = (i: number, values: readonly string[]) =>
    new ValueSets([...values], get(`sets${i}.starts`), get(`sets${i}.members`))
  const tables = new FilterTables(
    facetNames,
    sets(0, meta.scopes),
    meta.facetValues.map((values, i) => sets(i + 1, values)),
    meta.names,
  )
  const segments = meta.segments.map((one, i) => {
    const arrays = Object.fromEntries(segmentArrays.map((name) => [name, get(`${i}.${name}`)]))
    const facets = facetNames.map((_, f) => get(`${i}.facets${f}`))
    return { ...one, ...arrays, facets, dead: get<Uint8Array>(`${i}.dead`).slice() } as unknown as Segment
  })
  return { vocabulary, tables, segments, cursor: meta.cursor, learnedFrom: meta.learnedFrom, generation: 1, counters: [] }
}
