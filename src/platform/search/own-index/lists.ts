import { Spare } from './growable.ts'

// The loops here and in postings.ts are what a search spends its time in. Each reads one kind of array, so that it is compiled for
// that kind, and where it can be done has no branch: what does not belong to the result is written over by the next.

/** Documents in ascending order with a score each. */
export interface List {
  readonly docs: Uint32Array
  readonly values: Float32Array
}

export const emptyList: List = { docs: new Uint32Array(0), values: new Float32Array(0) }
export const sizeOf = ({ docs }: { readonly docs: Uint32Array }): number => docs.length

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

/** Results are written into spare memory first and kept in their true length: mostly a small part of what they might have been. */
export const spareDocs = new Spare((size) => new Uint32Array(size))
/** The scores to `spareDocs`. */
export const spareValues = new Spare((size) => new Float32Array(size))

/** The first so many of them, as a list of its own. */
export const kept = (docs: Uint32Array, values: Float32Array, count: number): List => ({
  docs: docs.slice(0, count),
  values: values.slice(0, count),
})

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
