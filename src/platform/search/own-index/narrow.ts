import { type FacetChoice, type Filters, fitsPlaceAndTime } from './filters.ts'
import { Spare } from './growable.ts'
import type { List } from './lists.ts'
import type { Column, Segment } from './segment.ts'

// One test at a time over all documents, as in lists.ts without a branch where that can be done.

// Working memory of the thread: made once, overwritten by every question. Lists in it are valid until the next segment.
const docsPool = new Spare((size) => new Uint32Array(size))
const valuesPool = new Spare((size) => new Float32Array(size))
const missingPool = new Spare((size) => new Uint16Array(size))
const missedPool = new Spare((size) => new Uint32Array(size))

/** The documents of a list that pass every filter but the chosen facets. */
export function narrow(list: List, segment: Segment, filters: Filters): List {
  const { scopes, flags, kinds, conditions, timed, bbox } = filters
  let found = list
  if (scopes.includes(0)) found = keepVisible(found, segment.scopes, scopes)
  if (segment.deadCount > 0) found = keepLiving(found, segment.dead)
  if (flags !== 0 || kinds) found = keepMarked(found, segment.marks, filters)
  if (conditions.length > 0 || timed || bbox) found = keepFitting(found, segment, filters)
  return found
}

const cut = (docs: Uint32Array, values: Float32Array, count: number): List => ({
  docs: docs.subarray(0, count),
  values: values.subarray(0, count),
})

function keepVisible({ docs: from, values: own }: List, sets: Column, allowed: Uint8Array): List {
  const docs = docsPool.room(from.length)
  const values = valuesPool.room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const doc = (from[i] as number) | 0
    docs[count] = doc
    values[count] = own[i] as number
    count += allowed[(sets[doc] as number) | 0] as number
  }
  return cut(docs, values, count)
}

function keepLiving({ docs: from, values: own }: List, dead: Uint8Array): List {
  const docs = docsPool.room(from.length)
  const values = valuesPool.room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const doc = (from[i] as number) | 0
    docs[count] = doc
    values[count] = own[i] as number
    count += 1 - (dead[doc] as number)
  }
  return cut(docs, values, count)
}

function keepMarked({ docs: from, values: own }: List, marks: Uint32Array, { flags, kinds }: Filters): List {
  const docs = docsPool.room(from.length)
  const values = valuesPool.room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const doc = (from[i] as number) | 0
    const mark = (marks[doc] as number) | 0
    docs[count] = doc
    values[count] = own[i] as number
    if ((mark & flags) === flags && (!kinds || kinds[mark >>> 24] === 1)) count++
  }
  return cut(docs, values, count)
}

function keepFitting({ docs: from, values: own }: List, segment: Segment, filters: Filters): List {
  const docs = docsPool.room(from.length)
  const values = valuesPool.room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const doc = (from[i] as number) | 0
    docs[count] = doc
    values[count] = own[i] as number
    const fits = filters.conditions.every((one) => one.allows(segment.facets[one.facet]?.[doc] as number))
    if (fits && fitsPlaceAndTime(filters, segment, doc)) count++
  }
  return cut(docs, values, count)
}

/** The documents that pass all chosen facets, and for each choice those that miss it and nothing else: they count for its own facet. */
export interface Chosen {
  readonly passed: List
  readonly missed: readonly Uint32Array[]
}

/** Deals the documents of a list out by the chosen facets. */
export function choose(list: List, segment: Segment, choices: readonly FacetChoice[]): Chosen {
  if (choices.length === 0) return { passed: list, missed: [] }
  const { docs: from, values: own } = list
  const size = from.length
  const missing = missingOf(from, segment, choices)
  // One place for each choice after the other, before them one for what misses several or none.
  const missed = missedPool.room(size * (choices.length + 1))
  const fill = Uint32Array.from({ length: choices.length + 1 }, (_, place) => place * size)
  const placeOf = new Uint8Array(1 << choices.length)
  choices.forEach((_, c) => {
    placeOf[1 << c] = c + 1
  })
  const docs = docsPool.room(size)
  const values = valuesPool.room(size)
  let count = 0
  for (let i = 0; i < size; i++) {
    const doc = (from[i] as number) | 0
    const bits = (missing[i] as number) | 0
    docs[count] = doc
    values[count] = own[i] as number
    count += bits === 0 ? 1 : 0
    const place = placeOf[bits] as number
    missed[fill[place] as number] = doc
    fill[place] = (fill[place] as number) + (place === 0 ? 0 : 1)
  }
  return { passed: cut(docs, values, count), missed: choices.map((_, c) => missed.subarray((c + 1) * size, fill[c + 1])) }
}

/** Bit c of a document's number: it misses choice c. */
function missingOf(docs: Uint32Array, segment: Segment, choices: readonly FacetChoice[]): Uint16Array {
  const missing = missingPool.room(docs.length).fill(0, 0, docs.length)
  choices.forEach(({ facet, allowed, allows }, c) => {
    const column = segment.facets[facet] as Column
    for (let i = 0; i < docs.length; i++) {
      const set = (column[docs[i] as number] as number) | 0
      const fits = allowed ? (allowed[set] as number) : allows(set) ? 1 : 0
      missing[i] = (missing[i] as number) | ((1 - fits) << c)
    }
  })
  return missing
}
