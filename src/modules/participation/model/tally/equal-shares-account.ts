import { ok, type Result } from '#kernel/result.ts'
import type { Count } from './count-ballots.ts'
import { boughtIn, type Decision, equalShares } from './equal-shares.ts'
import { shareOf } from './fraction.ts'
import type { Run } from './greedy.ts'
import type { Endowment, Purchase, Reason, TallyFault, Tie } from './outcome.ts'
import { electorateOf, moneyOf, moneyOfAll, type Purses } from './purses.ts'
import { raiseEndowment } from './raise-endowment.ts'

function purchaseOf(purses: Purses, { project, price }: Decision): Purchase {
  const { count } = purses.electorate
  const sum = (groups: readonly number[]) => groups.reduce((all, group) => all + (count.groups[group]?.voters ?? 0), 0)
  const cost = BigInt(count.costs[project] ?? 0)
  const withRest = price.short.filter((group) => moneyOf(purses, group) > 0n)
  const denominator = purses.denominator * BigInt(price.payers)
  return {
    step: purses.prices.length + 1,
    price: shareOf(price.numerator, denominator),
    payers: price.payers,
    restPayers: sum(withRest),
    restPaid: shareOf(cost * purses.denominator - price.numerator, purses.denominator),
    broke: sum(price.short) - sum(withRest),
    effectiveVotes: price.numerator === 0n ? shareOf(BigInt(price.payers), 1n) : shareOf(cost * denominator, price.numerator),
  }
}

function reasonOfLoser(purses: Purses, project: number): Reason {
  const { count, supporters } = purses.electorate
  if ((count.approvals[project] ?? 0) === 0) return { why: 'no-supporters' }
  const money = moneyOfAll(purses, supporters[project] ?? [])
  const cost = BigInt(count.costs[project] ?? 0) * purses.denominator
  return {
    why: 'supporters-short',
    money: shareOf(money, purses.denominator),
    missing: shareOf(cost - money, purses.denominator),
  }
}

/** Counts by equal shares, with or without raising the endowment, and tells each step. */
export function accountEqualShares(count: Count, add1: boolean): Result<{ run: Run; endowment: Endowment }, TallyFault> {
  const electorate = electorateOf(count)
  const voters = Math.max(1, count.voters)
  const raised = add1 && count.voters > 0 ? raiseEndowment(electorate) : undefined
  if (raised && !raised.ok) return raised
  const given = raised ? shareOf(BigInt(raised.value.last), 1n) : shareOf(BigInt(count.budget), BigInt(voters))
  const reasons = new Map<number, Reason>()
  const ties = new Map<number, Tie>()
  const purses = equalShares(electorate, BigInt(given.numerator), BigInt(given.denominator), (before, decision) => {
    reasons.set(decision.project, { why: 'bought', ...purchaseOf(before, decision) })
    if (decision.tie) ties.set(decision.project, decision.tie)
  })
  const winners = boughtIn(purses)
  const losers = count.ids.flatMap((_, project) => (purses.stepOf[project] === -1 ? [project] : []))
  losers.sort(
    (a, b) => (count.approvals[b] ?? 0) - (count.approvals[a] ?? 0) || (count.costs[a] ?? 0) - (count.costs[b] ?? 0) || a - b,
  )
  for (const project of losers) reasons.set(project, reasonOfLoser(purses, project))
  const { first = 0, raises = 0, next } = raised?.value ?? {}
  const cost = (next ?? []).reduce((sum, project) => sum + (count.costs[project] ?? 0), 0)
  const endowment: Endowment = {
    voters: count.voters,
    first: raised ? shareOf(BigInt(first), 1n) : given,
    last: given,
    raises,
    ...(next ? { next: { cost, over: cost - count.budget, winners: next.map((one) => count.ids[one] ?? '') } } : {}),
  }
  return ok({ run: { winners, order: [...winners, ...losers], reasons, ties }, endowment })
}
