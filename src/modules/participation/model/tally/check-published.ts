import type { Outcome } from './outcome.ts'

/** Whether a published result is what its rule gives. */
export interface PublishedCheck {
  readonly follows: boolean
  /** Won by the rule, but not published as winners; and the other way round. */
  readonly missing: readonly string[]
  readonly extra: readonly string[]
}

/** Compares the winners of a count with those that were published. */
export function checkPublished({ winners }: Outcome, published: Iterable<string>): PublishedCheck {
  const [mine, theirs] = [new Set(winners), new Set(published)]
  const missing = winners.filter((id) => !theirs.has(id))
  const extra = [...theirs].filter((id) => !mine.has(id)).sort()
  return { follows: missing.length === 0 && extra.length === 0, missing, extra }
}
