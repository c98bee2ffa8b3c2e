import { emptyList, kept, type List, seek, sizeOf, spareDocs, spareValues, unscored } from './lists.ts'
import { findTerm, type Segment } from './segment.ts'

/** Where a term occurs: documents in ascending order with an impact each; views on the segment. */
export interface Postings {
  readonly docs: Uint32Array
  readonly impacts: Uint8Array
  /** Where many documents have the term: its impact document by document, 0 for none. */
  readonly spread: (() => Uint8Array) | undefined
}

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
