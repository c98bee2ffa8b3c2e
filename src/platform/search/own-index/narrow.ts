import { type FacetChoice, type Filters, fitsPlaceAndTime } from './filters.ts'
import { Spare } from './growable.ts'
import { type List, sizeOf } from './lists.ts'
import type { Segment } from './segment.ts'

// One test at a time over all documents, without a branch where that can be done: a document is written to the next place in any
// case, and the place moves on by the outcome of the test. A wrongly foreseen branch costs more than all the rest.

/** Documents of a segment, each with its score: the first `count` of both. Valid until the next question. */
export interface Candidates {
  readonly docs: Uint32Array
  readonly scores: Float32Array
  count: number
}

// Working memory of the thread: made once, overwritten by every question.
const docsPool = new Spare((size) => new Uint32Array(size))
const scoresPool = new Spare((size) => new Float32Array(size))
const missingPool = new Spare((size) => new Uint16Array(size))
const missedPool = new Spare((size) => new Uint32Array(size))

/** The documents of a list that pass every filter but the chosen facets. */
export function narrow(list: List, segment: Segment, filters: Filters): Candidates {
  const size = sizeOf(list)
  const found: Candidates = { docs: docsPool.room(size), scores: scoresPool.room(size), count: 0 }
  takeVisible(found, list, segment, filters.scopes)
  if (segment.deadCount > 0) keepLiving(found, segment.dead)
  if (filters.flags !== 0 || filters.kinds) keepMarked(found, segment.marks, filters)
  if (filters.conditions.length > 0 || filters.timed || filters.bbox) keepFitting(found, segment, filters)
  return found
}

function takeVisible(found: Candidates, list: List, segment: Segment, allowed: Uint8Array): void {
  const { docs, scores } = found
  const own = segment.scopes
  const { docs: from, values, scale } = list
  let count = 0
  for (let i = list.from, to = list.to; i < to; i++) {
    const doc = (from[i] as number) | 0
    docs[count] = doc
    scores[count] = (values[i] as number) * scale
    count += allowed[(own[doc] as number) | 0] as number
  }
  found.count = count
}

function keepLiving(found: Candidates, dead: Uint8Array): void {
  const { docs, scores } = found
  let count = 0
  for (let i = 0, to = found.count; i < to; i++) {
    const doc = (docs[i] as number) | 0
    docs[count] = doc
    scores[count] = scores[i] as number
    count += 1 - (dead[doc] as number)
  }
  found.count = count
}

function keepMarked(found: Candidates, marks: Uint32Array, { flags, kinds }: Filters): void {
  const { docs, scores } = found
  let count = 0
  for (let i = 0, to = found.count; i < to; i++) {
    const doc = (docs[i] as number) | 0
    const own = (marks[doc] as number) | 0
    docs[count] = doc
    scores[count] = scores[i] as number
    if ((own & flags) === flags && (!kinds || kinds[own >>> 24] === 1)) count++
  }
  found.count = count
}

function keepFitting(found: Candidates, segment: Segment, filters: Filters): void {
  const { docs, scores } = found
  let count = 0
  for (let i = 0, to = found.count; i < to; i++) {
    const doc = (docs[i] as number) | 0
    docs[count] = doc
    scores[count] = scores[i] as number
    const fits = filters.conditions.every((one) => one.allows(segment.facets[one.facet]?.[doc] as number))
    if (fits && fitsPlaceAndTime(filters, segment, doc)) count++
  }
  found.count = count
}

/**
 * Leaves those that pass all chosen facets. Gives for each choice the documents that miss it and nothing else:
 * they count for its own facet, whose counts ignore its selection.
 */
export function choose(found: Candidates, segment: Segment, choices: readonly FacetChoice[]): Uint32Array[] {
  const size = found.count
  const missing = missingOf(found, segment, choices)
  // One place for each choice after the other, before them one for what misses several or none.
  const missed = missedPool.room(size * (choices.length + 1))
  const fill = Uint32Array.from({ length: choices.length + 1 }, (_, place) => place * size)
  const placeOf = new Uint8Array(1 << choices.length)
  choices.forEach((_, c) => {
    placeOf[1 << c] = c + 1
  })
  const { docs, scores } = found
  let count = 0
  for (let i = 0; i < size; i++) {
    const doc = (docs[i] as number) | 0
    const bits = (missing[i] as number) | 0
    docs[count] = doc
    scores[count] = scores[i] as number
    count += bits === 0 ? 1 : 0
    const place = placeOf[bits] as number
    missed[fill[place] as number] = doc
    fill[place] = (fill[place] as number) + (bits === 0 ? 0 : 1)
  }
  found.count = count
  return choices.map((_, c) => missed.subarray((c + 1) * size, fill[c + 1]))
}

/** Bit c of a document's number: it misses choice c. */
function missingOf(found: Candidates, segment: Segment, choices: readonly FacetChoice[]): Uint16Array {
  const { docs, count } = found
  const missing = missingPool.room(count).fill(0, 0, count)
  choices.forEach(({ facet, allowed, allows }, c) => {
    const column = segment.facets[facet] as Uint32Array
    for (let i = 0; i < count; i++) {
      const set = (column[docs[i] as number] as number) | 0
      const fits = allowed ? (allowed[set] as number) : allows(set) ? 1 : 0
      missing[i] = (missing[i] as number) | ((1 - fits) << c)
    }
  })
  return missing
}
