import { Spare } from './growable.ts'
import { findTerm, type Segment } from './segment.ts'

// The loops here are what a search spends its time in. They read one kind of array each: a loop that meets several kinds takes
// three times as long. Where it can be done they have no branch: what does not belong to the result is written over by the next.

/** Documents in ascending order with a score each. */
export interface List {
  readonly docs: Uint32Array
  readonly values: Float32Array
}

/** Where a term occurs: documents in ascending order with an impact each; views on the segment. */
export interface Postings {
  readonly docs: Uint32Array
  readonly impacts: Uint8Array
  /** Where many documents have the term: its impact document by document, 0 for none. */
  readonly spread: (() => Uint8Array) | undefined
}

export const emptyList: List = { docs: new Uint32Array(0), values: new Float32Array(0) }
export const sizeOf = ({ docs }: List | Postings): number => docs.length

/** A term that one of so many documents has is looked up by document when lists are intersected. */
const frequent = 16
const spreads = new WeakMap<Segment, Map<number, Uint8Array>>()

/** Impacts of a term document by document; kept with the segment, since it is the frequent words that come again and again. */
function spreadOf(segment: Segment, at: number, { docs, impacts }: Pick<Postings, 'docs' | 'impacts'>): Uint8Array {
  const known = spreads.get(segment) ?? new Map<number, Uint8Array>()
  spreads.set(segment, known)
  const made = known.get(at) ?? new Uint8Array(segment.count)
  if (known.has(at)) return made
  known.set(at, made)
  for (let i = 0; i < docs.length; i++) made[docs[i] as number] = impacts[i] as number
  return made
}

/** The postings of a term. */
export function postingsOf(segment: Segment, term: number): Postings {
  const at = findTerm(segment, term)
  const [from, to] = at < 0 ? [0, 0] : [segment.termStarts[at], segment.termStarts[at + 1]]
  const own = { docs: segment.docs.subarray(from, to), impacts: segment.impacts.subarray(from, to) }
  const spread = own.docs.length * frequent < segment.count ? undefined : () => spreadOf(segment, at, own)
  return { ...own, spread }
}

/** Postings as a list: the impacts times a weight. */
export function scored({ docs, impacts }: Postings, weight = 1): List {
  const values = new Float32Array(docs.length)
  for (let i = 0; i < docs.length; i++) values[i] = (impacts[i] as number) * weight
  return { docs, values }
}

function weighted({ docs, values }: List, weight: number): List {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * weight
  return { docs, values }
}

/** The same documents without a score. */
export const unscored = ({ docs }: List): List => ({ docs, values: new Float32Array(docs.length) })

/** First place at or after `at` whose document is not before `doc`: leaps that double, then halving. */
export function seek(docs: Uint32Array, at: number, doc: number): number {
  const to = docs.length
  if (at >= to || ((docs[at] as number) | 0) >= doc) return at
  let step = 1
  let low = at
  while (low + step < to && ((docs[low + step] as number) | 0) < doc) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, to)
  low++
  while (low < high) {
    const middle = (low + high) >>> 1
    if (((docs[middle] as number) | 0) < doc) low = middle + 1
    else high = middle
  }
  return low
}

// Results are written into spare memory first and kept in their true length: mostly a small part of what they might have been.
const spareDocs = new Spare((size) => new Uint32Array(size))
const spareValues = new Spare((size) => new Float32Array(size))

const kept = (docs: Uint32Array, values: Float32Array, count: number): List => ({
  docs: docs.slice(0, count),
  values: values.slice(0, count),
})

/** Documents of a list that have a term, its impacts added. */
export function having(list: List, term: Postings): List {
  if (term.spread) return pick(list, term.spread())
  // Lists of like size are read side by side; a long one is leapt through.
  return sizeOf(term) < 8 * sizeOf(list) ? walk(list, term) : leap(list, term)
}

function pick({ docs: from, values: own }: List, impacts: Uint8Array): List {
  const docs = spareDocs.room(from.length)
  const values = spareValues.room(from.length)
  let count = 0
  for (let i = 0; i < from.length; i++) {
    const doc = (from[i] as number) | 0
    const impact = impacts[doc] as number
    docs[count] = doc
    values[count] = (own[i] as number) + impact
    count += impact === 0 ? 0 : 1
  }
  return kept(docs, values, count)
}

function walk(list: List, { docs: right, impacts }: Postings): List {
  const { docs: left, values: own } = list
  const docs = spareDocs.room(left.length + 1)
  const values = spareValues.room(left.length + 1)
  let count = 0
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const x = (left[i] as number) | 0
    const y = (right[j] as number) | 0
    docs[count] = x
    values[count] = (own[i] as number) + (impacts[j] as number)
    count += x === y ? 1 : 0
    i += x <= y ? 1 : 0
    j += y <= x ? 1 : 0
  }
  return kept(docs, values, count)
}

function leap(list: List, { docs: many, impacts }: Postings): List {
  const docs = spareDocs.room(sizeOf(list))
  const values = spareValues.room(sizeOf(list))
  let count = 0
  let at = 0
  for (let i = 0; i < list.docs.length; i++) {
    const doc = (list.docs[i] as number) | 0
    at = seek(many, at, doc)
    if (at >= many.length) break
    if (many[at] !== doc) continue
    docs[count] = doc
    values[count++] = (list.values[i] as number) + (impacts[at] as number)
  }
  return kept(docs, values, count)
}

/**
 * Documents that have all terms, with the sum of the impacts times a weight: the rarest term is read, or the documents of a list;
 * the others are looked up. Impacts are whole numbers, so equal sums make equal scores whatever the order.
 */
export function withAll(terms: readonly Postings[], weight: number, within?: List): List {
  const [first, ...rest] = [...terms].sort((a, b) => sizeOf(a) - sizeOf(b))
  if (!first || sizeOf(first) === 0) return emptyList
  if (rest.length === 0 && !within) return scored(first, weight)
  const start = within ? having(unscored(within), first) : scored(first)
  return weighted(
    rest.reduce((found, term) => (sizeOf(found) === 0 ? found : having(found, term)), start),
    weight,
  )
}

/** Adds the scores of a part of a list, and leaves that part. */
export function addedTo({ docs: all, values }: List, part: List): List {
  const sums = new Float32Array(sizeOf(part))
  let at = 0
  for (let i = 0; i < sums.length; i++) {
    at = seek(all, at, part.docs[i] as number)
    sums[i] = (values[at] as number) + (part.values[i] as number)
  }
  return { docs: part.docs, values: sums }
}

function uniteTwo({ docs: left, values: leftValues }: List, { docs: right, values: rightValues }: List): List {
  const docs = spareDocs.room(left.length + right.length)
  const values = spareValues.room(left.length + right.length)
  let count = 0
  let i = 0
  let j = 0
  while (i < left.length && j < right.length) {
    const x = (left[i] as number) | 0
    const y = (right[j] as number) | 0
    const fromLeft = x <= y ? 1 : 0
    const fromRight = y <= x ? 1 : 0
    docs[count] = Math.min(x, y)
    values[count++] = Math.max((leftValues[i] as number) * fromLeft, (rightValues[j] as number) * fromRight)
    i += fromLeft
    j += fromRight
  }
  for (; i < left.length; i++) {
    docs[count] = left[i] as number
    values[count++] = leftValues[i] as number
  }
  for (; j < right.length; j++) {
    docs[count] = right[j] as number
    values[count++] = rightValues[j] as number
  }
  return kept(docs, values, count)
}

/** Documents of any list, each with its best score; short lists are joined first. */
export function unite(lists: readonly List[]): List {
  const open = lists.filter((list) => sizeOf(list) > 0).sort((a, b) => sizeOf(a) - sizeOf(b))
  while (open.length > 1) {
    const joined = uniteTwo(open.shift() ?? emptyList, open.shift() ?? emptyList)
    const place = open.findIndex((list) => sizeOf(list) >= sizeOf(joined))
    open.splice(place < 0 ? open.length : place, 0, joined)
  }
  return open[0] ?? emptyList
}

/** The list without the documents of another. */
export function without(list: List, { docs: excluded }: List): List {
  let at = 0
  return keep(list, (doc) => {
    at = seek(excluded, at, doc)
    return at >= excluded.length || excluded[at] !== doc
  })
}

/** The documents of a list that pass a test, asked in ascending order. */
export function keep(list: List, passes: (doc: number) => boolean): List {
  const docs = new Uint32Array(sizeOf(list))
  const values = new Float32Array(docs.length)
  let count = 0
  for (let i = 0; i < docs.length; i++) {
    const doc = list.docs[i] as number
    if (!passes(doc)) continue
    docs[count] = doc
    values[count++] = list.values[i] as number
  }
  return kept(docs, values, count)
}

/** Every document of a segment, without a score. */
export function everything(count: number): List {
  const docs = new Uint32Array(count)
  for (let i = 0; i < count; i++) docs[i] = i
  return { docs, values: new Float32Array(count) }
}
