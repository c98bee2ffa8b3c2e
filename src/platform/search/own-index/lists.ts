import { findTerm, type Segment } from './segment.ts'

/** Documents in ascending order with a value each; the score is value * scale. A view on postings, or a list of its own. */
export interface List {
  readonly docs: Uint32Array
  readonly values: Uint8Array | Float32Array
  readonly from: number
  readonly to: number
  readonly scale: number
  /** Where many documents have the term: its impact document by document, 0 for none. */
  readonly spread?: () => Uint8Array
}

export const emptyList: List = { docs: new Uint32Array(0), values: new Float32Array(0), from: 0, to: 0, scale: 1 }
export const sizeOf = (list: List): number => list.to - list.from

/** A term that one of so many documents has is looked up by document when lists are intersected. */
const frequent = 16
const spreads = new WeakMap<Segment, Map<number, Uint8Array>>()

/** Impacts of a term document by document; kept with the segment, since it is the frequent words that come again and again. */
function spreadOf(segment: Segment, at: number): Uint8Array {
  const known = spreads.get(segment) ?? new Map<number, Uint8Array>()
  spreads.set(segment, known)
  const made = known.get(at) ?? new Uint8Array(segment.count)
  if (known.has(at)) return made
  known.set(at, made)
  const { docs, impacts } = segment
  const to = segment.termStarts[at + 1] as number
  for (let i = segment.termStarts[at] as number; i < to; i++) made[docs[i] as number] = impacts[i] as number
  return made
}

/** The postings of a term. */
export function termList(segment: Segment, term: number, scale: number): List {
  const at = findTerm(segment, term)
  if (at < 0) return emptyList
  const from = segment.termStarts[at] as number
  const to = segment.termStarts[at + 1] as number
  const list = { docs: segment.docs, values: segment.impacts, from, to, scale }
  return (to - from) * frequent < segment.count ? list : { ...list, spread: () => spreadOf(segment, at) }
}

/** First place at or after `at` whose document is not before `doc`: leaps that double, then halving. */
export function seek(docs: Uint32Array, at: number, to: number, doc: number): number {
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

/** Documents of both lists, scores added. */
function intersectTwo(a: List, b: List): List {
  const [few, many] = sizeOf(a) <= sizeOf(b) ? [a, b] : [b, a]
  const docs = new Uint32Array(sizeOf(few))
  const values = new Float32Array(docs.length)
  if (many.spread) return pick(few, many.spread(), many.scale, docs, values)
  // Lists of like size are read side by side; a long one is leapt through.
  if (sizeOf(many) < 8 * sizeOf(few)) return merge(few, many, docs, values)
  let count = 0
  let at = many.from
  for (let i = few.from; i < few.to; i++) {
    const doc = (few.docs[i] as number) | 0
    at = seek(many.docs, at, many.to, doc)
    if (at >= many.to) break
    if (many.docs[at] !== doc) continue
    docs[count] = doc
    values[count++] = (few.values[i] as number) * few.scale + (many.values[at] as number) * many.scale
  }
  return { docs, values, from: 0, to: count, scale: 1 }
}

/** The documents of a list that have a term; without a branch: what does not have it is written over by the next. */
function pick(list: List, impacts: Uint8Array, impactScale: number, docs: Uint32Array, values: Float32Array): List {
  const { docs: from, values: own, scale } = list
  let count = 0
  for (let i = list.from, to = list.to; i < to; i++) {
    const doc = (from[i] as number) | 0
    const impact = impacts[doc] as number
    docs[count] = doc
    values[count] = (own[i] as number) * scale + impact * impactScale
    count += impact === 0 ? 0 : 1
  }
  return { docs, values, from: 0, to: count, scale: 1 }
}

function merge(a: List, b: List, docs: Uint32Array, values: Float32Array): List {
  const { docs: left, values: leftValues, to: leftEnd } = a
  const { docs: right, values: rightValues, to: rightEnd } = b
  let count = 0
  let i = a.from
  let j = b.from
  while (i < leftEnd && j < rightEnd) {
    const x = (left[i] as number) | 0
    const y = (right[j] as number) | 0
    if (x === y) {
      docs[count] = x
      values[count++] = (leftValues[i] as number) * a.scale + (rightValues[j] as number) * b.scale
    }
    if (x <= y) i++
    if (y <= x) j++
  }
  return { docs, values, from: 0, to: count, scale: 1 }
}

/** Documents that are in all lists, scores added; the rarest is read, the others are sought in. */
export function intersect(lists: readonly List[]): List {
  const [first, ...rest] = [...lists].sort((a, b) => sizeOf(a) - sizeOf(b))
  return rest.reduce((found, list) => (sizeOf(found) === 0 ? found : intersectTwo(found, list)), first ?? emptyList)
}

function uniteTwo(a: List, b: List): List {
  const docs = new Uint32Array(sizeOf(a) + sizeOf(b))
  const values = new Float32Array(docs.length)
  let count = 0
  let i = a.from
  let j = b.from
  while (i < a.to && j < b.to) {
    const x = (a.docs[i] as number) | 0
    const y = (b.docs[j] as number) | 0
    const left = x <= y ? (a.values[i] as number) * a.scale : 0
    const right = y <= x ? (b.values[j] as number) * b.scale : 0
    docs[count] = Math.min(x, y)
    values[count++] = Math.max(left, right)
    if (x <= y) i++
    if (y <= x) j++
  }
  for (; i < a.to; i++) {
    docs[count] = a.docs[i] as number
    values[count++] = (a.values[i] as number) * a.scale
  }
  for (; j < b.to; j++) {
    docs[count] = b.docs[j] as number
    values[count++] = (b.values[j] as number) * b.scale
  }
  return { docs, values, from: 0, to: count, scale: 1 }
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
export function without(list: List, excluded: List): List {
  return keep(
    list,
    (() => {
      let at = excluded.from
      return (doc) => {
        at = seek(excluded.docs, at, excluded.to, doc)
        return at >= excluded.to || excluded.docs[at] !== doc
      }
    })(),
  )
}

/** The documents of a list that pass a test, asked in ascending order. */
export function keep(list: List, passes: (doc: number) => boolean): List {
  const docs = new Uint32Array(sizeOf(list))
  const values = new Float32Array(docs.length)
  let count = 0
  for (let i = list.from; i < list.to; i++) {
    const doc = list.docs[i] as number
    if (!passes(doc)) continue
    docs[count] = doc
    values[count++] = (list.values[i] as number) * list.scale
  }
  return { docs, values, from: 0, to: count, scale: 1 }
}

/** Every document of a segment, without a score. */
export function everything(count: number): List {
  const docs = new Uint32Array(count)
  for (let i = 0; i < count; i++) docs[i] = i
  return { docs, values: new Float32Array(count), from: 0, to: count, scale: 1 }
}
