import type { Choice, Question } from './questionnaire.ts'
import { type Tally, tallyKey } from './tally.ts'

/** Everything that was ever asked: the questions of now with the options of earlier versions behind theirs, then those asked no longer. */
export function everAsked(now: readonly Question[], versions: readonly (readonly Question[])[]): Question[] {
  const all = new Map(now.map((one) => [one.id, one]))
  for (const earlier of versions.toReversed())
    for (const one of earlier) {
      const known = all.get(one.id)
      all.set(
        one.id,
        known
          ? {
              ...known,
              options: joined(known.options, one.options),
              rows: joined(known.rows, one.rows),
              other: known.other || one.other,
            }
          : one,
      )
    }
  return [...all.values()]
}

const joined = (now: readonly Choice[], earlier: readonly Choice[]): Choice[] => [
  ...now,
  ...earlier.filter(({ id }) => !now.some((one) => one.id === id)),
]

export const countOf = (tally: Tally, question: string, said: string): number => tally[tallyKey(question, said)] ?? 0

/** The values given to a number or date question with their counts, smallest first. */
export function valuesOf(tally: Tally, question: string): { readonly value: string; readonly count: number }[] {
  const start = tallyKey(question, '')
  return Object.entries(tally)
    .filter(([key, count]) => key.startsWith(start) && count > 0)
    .map(([key, count]) => ({ value: key.slice(start.length), count }))
}

/** Figures of a number question; all from exact counts. Undefined where nobody answered. */
export function figuresOf(
  values: readonly { readonly value: number; readonly count: number }[],
): { readonly mean: number; readonly median: number; readonly least: number; readonly most: number } | undefined {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  const count = sorted.reduce((sum, one) => sum + one.count, 0)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last || count === 0) return undefined
  const nth = (n: number): number => {
    let seen = 0
    for (const one of sorted) {
      seen += one.count
      if (n < seen) return one.value
    }
    return last.value
  }
  return {
    mean: sorted.reduce((sum, one) => sum + one.value * one.count, 0) / count,
    median: (nth(Math.floor((count - 1) / 2)) + nth(Math.floor(count / 2))) / 2,
    least: first.value,
    most: last.value,
  }
}

/** Up to `most` ranges of equal width over the values, each with its count; single values where they are few. */
export function rangesOf(
  values: readonly { readonly value: number; readonly count: number }[],
  most = 10,
): { readonly from: number; readonly to: number; readonly count: number }[] {
  const sorted = values.toSorted((a, b) => a.value - b.value)
  if (sorted.length <= most) return sorted.map(({ value, count }) => ({ from: value, to: value, count }))
  const [least, last] = [sorted[0]?.value ?? 0, sorted.at(-1)?.value ?? 0]
  const width = niceWidth((last - least) / most)
  const begin = Math.floor(least / width) * width
  const ranges = Array.from({ length: Math.floor((last - begin) / width) + 1 }, (_, i) => ({
    from: begin + i * width,
    to: begin + (i + 1) * width,
    count: 0,
  }))
  for (const { value, count } of sorted) {
    const range = ranges[Math.min(ranges.length - 1, Math.floor((value - begin) / width))]
    if (range) range.count += count
  }
  return ranges
}

/** 1, 2 or 5 times a power of ten, at least as wide. */
function niceWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((n) => n * power).find((width) => width >= least) ?? 10 * power
}
