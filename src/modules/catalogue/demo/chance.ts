/** Chance that comes out the same on every machine: the demonstration is generated, never recorded. */
export interface Chance {
  /** 0 up to, but not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  /** One of the values; throws on an empty list. */
  pick<T>(values: readonly T[]): T
  /** Bell curve, cut off at three deviations. */
  around(mean: number, deviation: number): number
}

function hash(text: string): number {
  let value = 2166136261
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
  return value >>> 0
}

/** Makes a generator from a name (FNV-1a as seed, mulberry32 as generator). */
export function chanceOf(name: string): Chance {
  let state = hash(name)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (values) => {
      const value = values[Math.floor(next() * values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
    // Twelve throws make a bell curve that is good enough for tree heights and traffic.
    around: (mean, deviation) => {
      let sum = -6
      for (let throwNo = 0; throwNo < 12; throwNo++) sum += next()
      return mean + deviation * Math.max(-3, Math.min(3, sum))
    },
  }
}

/** Splits a whole number by weights so that the parts add up to it (largest remainder). */
export function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const missing = total - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at)
  for (const { at } of order.slice(0, missing)) parts[at] = (parts[at] ?? 0) + 1
  return parts
}

/** Rounds to so many decimals. */
export const round = (value: number, digits = 0): number => Number(value.toFixed(digits))
