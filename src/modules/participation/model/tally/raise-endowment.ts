import { fail, ok, type Result } from '#kernel/result.ts'
import { boughtIn, equalShares } from './equal-shares.ts'
import type { TallyFault } from './outcome.ts'
import type { Electorate } from './purses.ts'

/** So often everybody is given more at most: enough for a project of a million shared by one. */
export const mostRaises = 1_000_000

/** The endowment that the raising ended with (whole, in the smallest unit), and what one more raise would have bought. */
export interface Raised {
  readonly first: number
  readonly last: number
  readonly raises: number
  readonly next?: readonly number[]
}

const costOf = ({ count }: Electorate, projects: readonly number[]) =>
  projects.reduce((sum, project) => sum + (count.costs[project] ?? 0), 0)

/**
 * Completion `add1`: everybody begins with the budget divided by the voters, rounded down to a whole unit of currency, and is given
 * one unit more again and again until the next raise would buy more than the budget holds. It does not stop earlier, not even
 * where no project fits into what is left.
 */
export function raiseEndowment(electorate: Electorate): Result<Raised, TallyFault> {
  const { count } = electorate
  const first = Math.floor(count.budget / (count.voters * count.unit)) * count.unit
  const supported = count.approvals.filter((approvals) => approvals > 0).length
  let bought = boughtIn(equalShares(electorate, BigInt(first), 1n))
  for (let raises = 0; raises <= mostRaises; raises++) {
    const last = first + raises * count.unit
    // With all of them bought, more money changes nothing.
    if (bought.length === supported) return ok({ first, last, raises })
    const next = boughtIn(equalShares(electorate, BigInt(last + count.unit), 1n))
    if (costOf(electorate, next) > count.budget) return ok({ first, last, raises, next })
    bought = next
  }
  return fail({ code: 'too-many-raises', limit: mostRaises })
}
