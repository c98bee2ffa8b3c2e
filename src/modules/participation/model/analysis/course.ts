/** How many there are of something. */
export interface Counted {
  readonly key: string
  readonly count: number
}

/** Counts by a key, most first; equal ones by key. What has none is counted under the empty key, and comes last. */
export function countBy<T>(all: readonly T[], of: (one: T) => string | null): Counted[] {
  return [...Map.groupBy(all, (one) => of(one) ?? '')]
    .map(([key, ones]) => ({ key, count: ones.length }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.count - a.count || (a.key < b.key ? -1 : 1))
}

/** Counts by day, or by month where days would be too many to read (more than 62), in order of time. Days are `2026-11-24`. */
export function course(days: readonly string[]): { readonly by: 'day' | 'month'; readonly counts: readonly Counted[] } {
  const inOrder = (keys: readonly string[]) => countBy(keys, (key) => key).sort((a, b) => (a.key < b.key ? -1 : 1))
  const byDay = inOrder(days)
  return byDay.length <= 62 ? { by: 'day', counts: byDay } : { by: 'month', counts: inOrder(days.map((day) => day.slice(0, 7))) }
}
