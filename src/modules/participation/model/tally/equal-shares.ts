import { breakTie } from './break-tie.ts'
import type { Tie } from './outcome.ts'
import { type Estimate, estimate, exactPrice } from './price.ts'
import { charge, type Electorate, type ExactPrice, fillPurses, type Purses } from './purses.ts'

/** One purchase as it is decided, before it is charged. */
export interface Decision {
  readonly project: number
  readonly price: ExactPrice
  readonly tie?: Tie
}

/** Is told of each purchase while the purses are still as they were. */
export type Watch = (purses: Purses, decision: Decision) => void

/** Whether `a` has more effective votes than `b`: cost divided by price, compared without a division. Positive: more. */
function compare(purses: Purses, a: Decision, b: Decision): number {
  const { costs } = purses.electorate.count
  const left = BigInt(costs[a.project] ?? 0) * b.price.numerator * BigInt(a.price.payers)
  const right = BigInt(costs[b.project] ?? 0) * a.price.numerator * BigInt(b.price.payers)
  return left === right ? 0 : left > right ? 1 : -1
}

function decide(purses: Purses, contenders: readonly Estimate[]): Decision | undefined {
  const decisions = contenders.map((one): Decision => ({ project: one.project, price: exactPrice(purses, one) }))
  let best: Decision[] = []
  for (const one of decisions) {
    const over = best[0] ? compare(purses, one, best[0]) : 1
    if (over > 0) best = [one]
    else if (over === 0) best.push(one)
  }
  if (best.length === 0) return undefined
  const { first, tie } = breakTie(
    purses.electorate.count,
    best.map(({ project }) => project),
  )
  const chosen = best.find(({ project }) => project === first)
  return chosen && (tie ? { ...chosen, tie } : chosen)
}

/**
 * Looks at the projects, those with the most effective votes so far first, and drops those that cannot be paid any more. `most`
 * holds the most effective votes that a project can have; they only ever fall, so most projects need no look in most steps.
 */
function lookAround(purses: Purses, most: Map<number, number>): Estimate[] {
  const { costs } = purses.electorate.count
  const seen: { readonly one: Estimate; readonly atMost: number }[] = []
  let sure = 0
  for (const [project, atMost] of [...most].sort((a, b) => b[1] - a[1])) {
    if (atMost < sure) break
    const one = estimate(purses, project)
    if (!one) {
      most.delete(project)
      continue
    }
    const cost = costs[project] ?? 0
    const now = one.price > one.doubt ? cost / (one.price - one.doubt) : Number.POSITIVE_INFINITY
    most.set(project, Math.min(atMost, now * (1 + 1e-12)))
    seen.push({ one, atMost: now * (1 + 1e-12) })
    sure = Math.max(sure, (cost / (one.price + one.doubt)) * (1 - 1e-12))
  }
  return seen.filter(({ atMost }) => atMost >= sure).map(({ one }) => one)
}

/** What costs nothing needs no money: it goes first, the most approved before the others. */
function takeFree(purses: Purses, watch: Watch | undefined): void {
  const { costs, approvals } = purses.electorate.count
  const free = costs.flatMap((cost, project) => (cost === 0 && (approvals[project] ?? 0) > 0 ? [project] : []))
  free.sort((a, b) => (approvals[b] ?? 0) - (approvals[a] ?? 0) || a - b)
  for (const project of free) {
    const price = { numerator: 0n, payers: approvals[project] ?? 0, short: [] }
    watch?.(purses, { project, price })
    charge(purses, project, price)
  }
}

/**
 * Equal shares with one endowment for everybody (`numerator / denominator`): the supporters of a project share its cost, who has
 * less gives the rest; the project with the most effective votes is bought, until no supporters can pay for one.
 * Peters, Pierczynski, Skowron: Proportional Participatory Budgeting with Additive Utilities (2021), with costs as utilities.
 */
export function equalShares(electorate: Electorate, numerator: bigint, denominator: bigint, watch?: Watch): Purses {
  const { costs, approvals } = electorate.count
  const purses = fillPurses(electorate, numerator, denominator)
  takeFree(purses, watch)
  const most = new Map<number, number>()
  for (const [project, cost] of costs.entries())
    if (cost > 0 && (approvals[project] ?? 0) > 0) most.set(project, approvals[project] ?? 0)
  for (;;) {
    const decision = decide(purses, lookAround(purses, most))
    if (!decision) return purses
    watch?.(purses, decision)
    charge(purses, decision.project, decision.price)
    most.delete(decision.project)
  }
}

/** The bought projects in the order of the steps. */
export function boughtIn(purses: Purses): number[] {
  const bought: number[] = []
  for (const [project, step] of purses.stepOf.entries()) if (step >= 0) bought[step] = project
  return bought
}
