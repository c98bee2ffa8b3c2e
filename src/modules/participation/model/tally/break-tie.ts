import type { Count } from './count-ballots.ts'
import type { Tie } from './outcome.ts'

/** Which of two equal projects goes first: the cheaper one, then the one with more approvals, then the smaller id (compared letter by letter). Below 0: `a`. */
export const tieOrder = (count: Count, a: number, b: number): number =>
  (count.costs[a] ?? 0) - (count.costs[b] ?? 0) || (count.approvals[b] ?? 0) - (count.approvals[a] ?? 0) || a - b

/** Puts equal projects in order and says what decided on the first; no tie where there is one project only. */
export function breakTie(count: Count, equal: readonly number[]): { first: number; tie?: Tie } {
  const [first = 0, second] = [...equal].sort((a, b) => tieOrder(count, a, b))
  if (second === undefined) return { first }
  const by =
    count.costs[first] !== count.costs[second] ? 'cost' : count.approvals[first] !== count.approvals[second] ? 'approvals' : 'id'
  return { first, tie: { between: [...equal].sort((a, b) => a - b).map((one) => count.ids[one] ?? ''), by } }
}
