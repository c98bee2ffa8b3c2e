import type { TextBlock } from './text.ts'

/** What became of a block between two versions; `before` or `after` is missing where it was not there. */
export interface ComparedBlock {
  readonly key: string
  readonly kind: TextBlock['kind']
  readonly level: number
  readonly change: 'same' | 'changed' | 'new' | 'dropped'
  readonly before: string
  readonly after: string
}

/** Two versions of a text beside each other, in the order of the later one; what was dropped stands where it stood. */
export function compareTexts(before: readonly TextBlock[], after: readonly TextBlock[]): ComparedBlock[] {
  const olds = new Map(before.map((one) => [one.key, one]))
  const kept = new Set(after.map(({ key }) => key))
  /** Dropped blocks by the kept block they stood behind; '' for the beginning. */
  const behind = new Map<string, TextBlock[]>()
  let last = ''
  for (const one of before)
    if (kept.has(one.key)) last = one.key
    else behind.set(last, [...(behind.get(last) ?? []), one])
  const dropped = (key: string) =>
    (behind.get(key) ?? []).map(
      ({ body, ...one }): ComparedBlock => ({
        key: one.key,
        kind: one.kind,
        level: one.level,
        change: 'dropped',
        before: body,
        after: '',
      }),
    )
  return [
    ...dropped(''),
    ...after.flatMap(({ key, kind, level, body }): ComparedBlock[] => {
      const old = olds.get(key)
      const change = !old ? 'new' : old.body === body ? 'same' : 'changed'
      return [{ key, kind, level, change, before: old?.body ?? '', after: body }, ...dropped(key)]
    }),
  ]
}
