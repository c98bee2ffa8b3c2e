import { breakTie, tieOrder } from './break-tie.ts'
import type { Count } from './count-ballots.ts'
import type { Reason, Tie } from './outcome.ts'

/** What a rule did, by numbers of projects. */
export interface Run {
  readonly winners: readonly number[]
  readonly order: readonly number[]
  readonly reasons: ReadonlyMap<number, Reason>
  readonly ties: ReadonlyMap<number, Tie>
}

export interface GreedyOptions {
  /** Goes on after a project that does not fit. */
  readonly skip: boolean
  /** Projects with a lower score are not looked at. */
  readonly threshold?: number
}

function tiesOf(count: Count, order: readonly number[], score: readonly number[]): Map<number, Tie> {
  const ties = new Map<number, Tie>()
  for (const equal of Map.groupBy(order, (one) => score[one]).values())
    for (let at = 0; at < equal.length - 1; at++) {
      const { first, tie } = breakTie(count, equal.slice(at))
      if (tie) ties.set(first, tie)
    }
  return ties
}

/** Most points first, as long as the money lasts. `score` stands by number of project. */
export function greedy(count: Count, score: readonly number[], { skip, threshold }: GreedyOptions): Run {
  const order = count.ids.map((_, number) => number)
  order.sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || tieOrder(count, a, b))
  const reasons = new Map<number, Reason>()
  const winners: number[] = []
  let left = count.budget
  let stopped: number | undefined
  for (const one of order) {
    const cost = count.costs[one] ?? 0
    const missing = (threshold ?? Number.NEGATIVE_INFINITY) - (score[one] ?? 0)
    if (threshold !== undefined && missing > 0) reasons.set(one, { why: 'below-threshold', threshold, missing })
    else if (stopped !== undefined) reasons.set(one, { why: 'stopped', at: count.ids[stopped] ?? '' })
    else if (cost <= left) {
      reasons.set(one, { why: 'fits', left, leftAfter: left - cost })
      winners.push(one)
      left -= cost
    } else {
      reasons.set(one, { why: 'too-dear', left, missing: cost - left })
      if (!skip) stopped = one
    }
  }
  return { winners, order, reasons, ties: tiesOf(count, order, score) }
}
