import type { Vocabulary } from './vocabulary.ts'

/** A word of the index that is near to one that was typed. */
export interface Near {
  readonly word: number
  readonly distance: number
}

const longest = 64
/** More than any distance that is asked for, with room for one more. */
const tooFar = 100

/** One typing error for 4 letters and more, two for 8 and more; none for shorter words and numbers. */
export function allowedErrors(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0
  return word.length >= 8 ? 2 : 1
}

const beginnings = new WeakMap<Uint32Array, Uint8Array>()

/** How many letters each of the ordered words shares with the one before it. Worked out once for an order: some milliseconds for 100,000 words. */
function sharedBeginnings({ sorted, words: { pool, starts } }: Vocabulary): Uint8Array {
  const known = beginnings.get(sorted)
  if (known) return known
  const shared = new Uint8Array(sorted.length)
  for (let i = 1; i < sorted.length; i++) {
    const [before, word] = [sorted[i - 1] as number, sorted[i] as number]
    const [start, from] = [starts.data[before] as number, starts.data[word] as number]
    const most = Math.min((starts.data[before + 1] as number) - start, (starts.data[word + 1] as number) - from, longest)
    let count = 0
    while (count < most && pool.data[start + count] === pool.data[from + count]) count++
    shared[i] = count
  }
  beginnings.set(sorted, shared)
  return shared
}

/**
 * Words within an edit distance (insert, delete, change, swap of neighbours) of a folded word. Walks the ordered words like a tree:
 * rows of the distance table are kept for the beginning a word shares with the one before, and a beginning that is too far is left out whole.
 */
export function nearWords(vocabulary: Vocabulary, typed: string, errors: number): Near[] {
  const found: Near[] = []
  const width = typed.length + 1
  const rows = new Uint8Array((longest + 2) * width)
  for (let j = 0; j < width; j++) rows[j] = j
  const target = Uint16Array.from(typed, (char) => char.charCodeAt(0))
  const { pool, starts } = vocabulary.words
  const { sorted } = vocabulary
  const shared = sharedBeginnings(vocabulary)
  let depth = 0
  let i = 0
  while (i < sorted.length) {
    const word = sorted[i] as number
    const from = starts.data[word] as number
    const length = (starts.data[word + 1] as number) - from
    depth = Math.min(depth, shared[i] as number)
    let dead = false
    while (depth < length && !dead) dead = nextRow(rows, width, depth++, pool.data, from, target, errors) > errors
    const distance = Math.abs(length - target.length) > errors ? tooFar : (rows[depth * width + width - 1] as number)
    if (!dead && distance <= errors && length <= longest) found.push({ word, distance })
    i++
    if (dead) while (i < sorted.length && (shared[i] as number) >= depth) i++
  }
  for (let word = sorted.length; word < vocabulary.words.size; word++) {
    const distance = distanceTo(vocabulary, word, target, errors)
    if (distance <= errors) found.push({ word, distance })
  }
  return found
}

/**
 * Fills row depth + 1 for the letter at `depth`; gives its smallest number. Only as far from the diagonal as there may be errors:
 * what lies beyond is farther away in any case. A number that is too high stands on both sides.
 */
function nextRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  pool: Uint16Array,
  from: number,
  target: Uint16Array,
  errors: number,
): number {
  if (depth >= longest) return tooFar
  const letter = pool[from + depth]
  const row = (depth + 1) * width
  const above = depth * width
  const first = Math.max(1, depth + 1 - errors)
  const last = Math.min(width - 1, depth + 1 + errors)
  let least = first === 1 ? depth + 1 : tooFar
  rows[row + first - 1] = least
  for (let j = first; j <= last; j++) {
    const same = target[j - 1] === letter
    let cost = (rows[above + j - 1] as number) + (same ? 0 : 1)
    cost = Math.min(cost, (rows[above + j] as number) + 1, (rows[row + j - 1] as number) + 1)
    if (!same && depth > 0 && j > 1 && target[j - 2] === letter && target[j - 1] === pool[from + depth - 1])
      cost = Math.min(cost, (rows[above - width + j - 2] as number) + 1)
    rows[row + j] = cost
    if (cost < least) least = cost
  }
  if (last + 1 < width) rows[row + last + 1] = tooFar
  return least
}

function distanceTo(vocabulary: Vocabulary, word: number, target: Uint16Array, errors: number): number {
  const { pool, starts } = vocabulary.words
  const from = starts.data[word] as number
  const length = (starts.data[word + 1] as number) - from
  if (Math.abs(length - target.length) > errors || length > longest) return tooFar
  const width = target.length + 1
  const rows = new Uint8Array((length + 2) * width)
  for (let j = 0; j < width; j++) rows[j] = j
  for (let depth = 0; depth < length; depth++)
    if (nextRow(rows, width, depth, pool.data, from, target, errors) > errors) return tooFar
  return rows[length * width + width - 1] as number
}

/** Words that begin with these letters: at most `limit`, those that came in most often first. */
export function wordsBeginning(vocabulary: Vocabulary, prefix: string, limit: number): number[] {
  const { sorted, words, counts } = vocabulary
  const found: number[] = []
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (words.word(sorted[middle] as number) < prefix) low = middle + 1
    else high = middle
  }
  for (; low < sorted.length && found.length < 50_000; low++) {
    if (!beginsWith(vocabulary, sorted[low] as number, prefix)) break
    found.push(sorted[low] as number)
  }
  for (let word = sorted.length; word < words.size; word++) if (beginsWith(vocabulary, word, prefix)) found.push(word)
  return found.sort((a, b) => (counts.data[b] as number) - (counts.data[a] as number) || a - b).slice(0, limit)
}

function beginsWith(vocabulary: Vocabulary, word: number, prefix: string): boolean {
  const { pool, starts } = vocabulary.words
  const from = starts.data[word] as number
  if ((starts.data[word + 1] as number) - from < prefix.length) return false
  for (let i = 0; i < prefix.length; i++) if (pool.data[from + i] !== prefix.charCodeAt(i)) return false
  return true
}
