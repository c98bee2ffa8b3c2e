import type { ReadBlock, TextBlock } from './text.ts'

/** A block of the next version, and what became of the one it follows. */
export interface FollowingBlock extends TextBlock {
  readonly became: 'same' | 'changed' | 'new'
}

/** So many pairs of a gap are compared word by word; a gap with more was written anew. */
const mostPairs = 60_000
/** From this share of common words on, one paragraph follows from another. */
const alike = 0.4
/** The same where nothing else stands in the gap. */
const aloneAlike = 0.2

const wordsOf = (text: string): Map<string, number> => {
  const words = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

/** Share of common words of two texts, from 0 to 1 (Dice, words counted as often as they stand there). */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [word, count] of a) common += Math.min(count, b.get(word) ?? 0)
  const sum = (all: ReadonlyMap<string, number>) => all.values().reduce((total, n) => total + n, 0)
  const both = sum(a) + sum(b)
  return both === 0 ? 0 : (2 * common) / both
}

/** Pairs in reading order whose scores add up to the most: indices into both lists. Pairs without a score never match. */
function bestPairs(rows: number, columns: number, score: (i: number, j: number) => number): [number, number][] {
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const here = score(i, j)
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), here > 0 ? here + at(i + 1, j + 1) : 0)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    const here = score(i, j)
    if (here > 0 && at(i, j) === here + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i, j) === at(i + 1, j)) i++
    else j++
  }
  return pairs
}

type Pair = readonly [old: number, now: number]

const marks = (one: ReadBlock) => `${one.kind} ${one.body}`

/** Where each text stands that stands there once. */
function onceIn(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  texts.forEach((text, i) => {
    places.set(text, places.has(text) ? -1 : i)
  })
  return places
}

/** The longest row of pairs in which both sides rise. `pairs` rise on the left already. */
function rising(pairs: readonly Pair[]): Pair[] {
  /** The pair with which a row of each length ends lowest, and the pair before each. */
  const ends: number[] = []
  const earlier: number[] = []
  const right = (at: number | undefined) => pairs[at ?? -1]?.[1] ?? -1
  pairs.forEach(([, now], at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (right(ends[middle]) < now) low = middle + 1
      else high = middle
    }
    earlier[at] = ends[low - 1] ?? -1
    ends[low] = at
  })
  const row: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = earlier[at] ?? -1) {
    const pair = pairs[at]
    if (pair) row.unshift(pair)
  }
  return row
}

const span = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)

/** What stands between neighbouring pairs, and before and behind them. */
function gapsOf(pairs: readonly Pair[], before: number, after: number): { olds: number[]; news: number[] }[] {
  const gaps: { olds: number[]; news: number[] }[] = []
  let [i, j] = [0, 0]
  for (const [toI, toJ] of [...pairs, [before, after] as const]) {
    gaps.push({ olds: span(i, toI), news: span(j, toJ) })
    i = toI + 1
    j = toJ + 1
  }
  return gaps
}

/** Equal texts in reading order: first those that stand there once, then, in between, those that stand there several times. */
function equalPairs(a: readonly string[], b: readonly string[]): Pair[] {
  const there = onceIn(b)
  const unique = [...onceIn(a)].flatMap(([text, i]): Pair[] => {
    const j = there.get(text) ?? -1
    return i >= 0 && j >= 0 ? [[i, j]] : []
  })
  const anchors = rising(unique)
  const between = gapsOf(anchors, a.length, b.length).flatMap(({ olds, news }): Pair[] =>
    olds.length * news.length > mostPairs
      ? []
      : bestPairs(olds.length, news.length, (i, j) => (a[olds[i] ?? -1] === b[news[j] ?? -1] ? 1 : 0)).map(
          ([i, j]): Pair => [olds[i] ?? 0, news[j] ?? 0],
        ),
  )
  return [...anchors, ...between].sort(([i], [j]) => i - j)
}

/** Which old block each new one follows: first what stayed word for word in its order, then what moved, then what was rewritten in between. */
function pairUp(before: readonly TextBlock[], after: readonly ReadBlock[]): Map<number, number> {
  const from = new Map<number, number>()
  const taken = new Set<number>()
  const take = ([old, now]: Pair) => {
    from.set(now, old)
    taken.add(old)
  }
  // What staff said goes before what words say: it is kept out of every comparison.
  const said = new Set(after.flatMap(({ pin }) => pin ?? []))
  before.forEach(({ key }, i) => {
    const now = said.has(key) ? after.findIndex(({ pin }) => pin === key) : -1
    if (now >= 0) take([i, now])
  })
  const a = before.map((one, i) => (taken.has(i) ? `- ${i}` : marks(one)))
  const b = after.map((one, j) => (one.pin === undefined ? marks(one) : `+ ${j}`))
  const equal = equalPairs(a, b)
  equal.forEach(take)
  const left = Map.groupBy(
    a.flatMap((text, i) => (taken.has(i) ? [] : [{ text, i }])),
    ({ text }) => text,
  )
  b.forEach((text, j) => {
    const moved = from.has(j) ? undefined : left.get(text)?.shift()
    if (moved) take([moved.i, j])
  })
  for (const { olds, news } of gapsOf(equal, a.length, b.length))
    for (const pair of pairGap(
      before,
      after,
      olds.filter((i) => !taken.has(i)),
      news.filter((j) => !from.has(j) && after[j]?.pin === undefined),
    ))
      take(pair)
  return from
}

/** Pairs of a gap by the words that they share. */
function pairGap(
  before: readonly TextBlock[],
  after: readonly ReadBlock[],
  olds: readonly number[],
  news: readonly number[],
): Pair[] {
  if (olds.length === 0 || news.length === 0 || olds.length * news.length > mostPairs) return []
  const words = (one: ReadBlock | undefined) => wordsOf(one?.body ?? '')
  const [a, b] = [olds.map((at) => words(before[at])), news.map((at) => words(after[at]))]
  const least = olds.length === 1 && news.length === 1 ? aloneAlike : alike
  const scores = a.map((one, i) =>
    b.map((other, j) => {
      if (before[olds[i] ?? -1]?.kind !== after[news[j] ?? -1]?.kind) return 0
      const share = likeness(one, other)
      return share >= least ? share : 0
    }),
  )
  return bestPairs(olds.length, news.length, (i, j) => scores[i]?.[j] ?? 0).map(([i, j]) => [olds[i] ?? 0, news[j] ?? 0])
}

/** `''`, `a` ... `z`, `aa` ...: what stands behind the number of a paragraph that came in between. */
function letters(n: number): string {
  let rest = n
  let text = ''
  while (rest > 0) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
    rest = Math.floor((rest - 1) / 26)
  }
  return text
}

/**
 * The blocks of the next version with their numbers: what follows from a paragraph keeps its number, a new one between 12 and 13 is 12a,
 * one behind the last gets the next number. `used`: every key that was ever given in this procedure; none is given twice.
 */
export function followText(
  before: readonly TextBlock[],
  after: readonly ReadBlock[],
  used: Iterable<string>,
): { readonly blocks: readonly FollowingBlock[]; readonly dropped: readonly TextBlock[] } {
  const from = pairUp(before, after)
  const given = new Set(used)
  const numberIn = (key: string) => Number(/\d+/.exec(key)?.[0] ?? 0)
  const highest = { heading: 0, text: 0 }
  for (const key of given) {
    const kind = key.startsWith('h') ? 'heading' : 'text'
    highest[kind] = Math.max(highest[kind], numberIn(key))
  }
  const lastKept = from.keys().reduce((last, at) => (after[at]?.kind === 'text' ? Math.max(last, at) : last), -1)
  let last = '0'
  const next = (kind: ReadBlock['kind'], at: number): string => {
    if (kind === 'heading') return `h${++highest.heading}`
    if (at > lastKept) return String(++highest.text)
    for (let n = 1; ; n++) {
      const key = `${numberIn(last)}${letters(n)}`
      if (!given.has(key)) return key
    }
  }
  const blocks = after.map((one, at): FollowingBlock => {
    const old = before[from.get(at) ?? -1]
    // A number of a paragraph that was dropped earlier brings it back.
    const { pin, ...block } = one
    const key = old?.key ?? (pin === undefined || pin === 'neu' ? next(one.kind, at) : pin)
    given.add(key)
    if (one.kind === 'text') last = key
    return { ...block, key, became: !old ? 'new' : old.body === one.body && old.level === one.level ? 'same' : 'changed' }
  })
  const kept = new Set(blocks.map(({ key }) => key))
  return { blocks, dropped: before.filter(({ key }) => !kept.has(key)) }
}
