import { bandKeys } from './min-hash.ts'

/** Texts with nearly the same words, which need not have the same opinion: a single "nicht" weighs no more than any word. Numbers are places in the list that was given. */
export interface SimilarTexts {
  /** The first of them; all others were compared with it. */
  readonly first: number
  /** The others, in their order; 1 for those with the same stems. */
  readonly others: readonly { readonly text: number; readonly similarity: number }[]
}

/** Jaccard: common stems by all stems, 0 to 1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const stem of a) if (b.has(stem)) common++
  return common === 0 ? 0 : common / (a.size + b.size - common)
}

/** Of texts with fewer stems only those with the same ones are alike: yes and no to the same thing share three of five. */
const shortest = 5
/** So many texts that share most bands are compared exactly; keeps made-up texts from making everything meet everything. */
const mostCompared = 30

/** Firsts that share bands with a text, those that share most of them first. */
function likely(keys: readonly string[], meeting: ReadonlyMap<string, readonly number[]>): number[] {
  const shared = new Map<number, number>()
  for (const key of keys) for (const first of meeting.get(key) ?? []) shared.set(first, (shared.get(first) ?? 0) + 1)
  return [...shared]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .map(([first]) => first)
}

/**
 * Groups texts, given as their stems, that have at least `threshold` of them in common with the first of their group. They are read in
 * order, so give them by time of arrival. Each text is compared with the first ones only, so no chain joins what is not alike. A few
 * pairs just above the threshold may be missed (see `bandKeys`). Largest groups first; texts that stand alone are in none.
 * Time grows with the texts, not with their square, unless all share nearly half of their words without being alike (5,000: seconds).
 */
export function similarTexts(texts: readonly (readonly string[])[], threshold = 0.6): SimilarTexts[] {
  const sets = texts.map((stems) => new Set(stems))
  const groups = new Map<number, { text: number; similarity: number }[]>()
  const same = new Map<string, number>()
  const meeting = new Map<string, number[]>()
  sets.forEach((set, text) => {
    if (set.size === 0) return
    const whole = [...set].sort().join(' ')
    const twin = same.get(whole)
    if (twin !== undefined) {
      groups.get(twin)?.push({ text, similarity: 1 })
      return
    }
    if (set.size >= shortest) {
      const keys = bandKeys(set)
      const best = closest(set, likely(keys, meeting), sets)
      if (best && best.similarity >= threshold) {
        groups.get(best.first)?.push({ text, similarity: best.similarity })
        return
      }
      for (const key of keys) {
        const met = meeting.get(key)
        if (met) met.push(text)
        else meeting.set(key, [text])
      }
    }
    same.set(whole, text)
    groups.set(text, [])
  })
  return [...groups]
    .filter(([, others]) => others.length > 0)
    .map(([first, others]) => ({ first, others }))
    .sort((a, b) => b.others.length - a.others.length || a.first - b.first)
}

/** The most similar of the firsts; of equal ones the earlier in the list given. */
function closest(set: ReadonlySet<string>, firsts: readonly number[], sets: readonly ReadonlySet<string>[]) {
  let best: { first: number; similarity: number } | undefined
  for (const first of firsts) {
    const value = similarity(set, sets[first] ?? new Set())
    if (!best || value > best.similarity) best = { first, similarity: value }
  }
  return best
}
