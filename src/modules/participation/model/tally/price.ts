import { type ExactPrice, moneyOf, moneyOfAll, type Purses } from './purses.ts'

/** A quick look at a project: what its supporters pay each, give or take `doubt`. */
export interface Estimate {
  readonly project: number
  readonly price: number
  readonly doubt: number
}

const epsilon = 2 ** -52

/**
 * By how much a sum over the supporters can be wrong in floating point: each purse has lost a few last bits in each step, and
 * each addition loses one of the sum. A price is wrong by no more: raising it by 1 brings in at least 1.
 */
function doubtOf(purses: Purses, voters: number): number {
  return purses.nearEndowment * epsilon * voters * (8 * purses.prices.length + voters + 16)
}

/** Whether the supporters of a project can pay for it; decided exactly where the quick look is not sure. */
function affordable(purses: Purses, project: number, doubt: number): boolean {
  const { count, sizes, supporters } = purses.electorate
  const cost = count.costs[project] ?? 0
  let money = 0
  for (const group of supporters[project] ?? []) money += (sizes[group] ?? 0) * (purses.near[group] ?? 0)
  if (Math.abs(money - cost) > doubt) return money > cost
  return moneyOfAll(purses, supporters[project] ?? []) >= BigInt(cost) * purses.denominator
}

/** Nearly the price at which the supporters pay for a project, those who have less giving all they have; undefined where they cannot. */
export function estimate(purses: Purses, project: number): Estimate | undefined {
  const { count, sizes, supporters } = purses.electorate
  const groups = supporters[project] ?? new Int32Array()
  const { near } = purses
  const cost = count.costs[project] ?? 0
  let payers = count.approvals[project] ?? 0
  const doubt = doubtOf(purses, payers)
  if (payers === 0 || !affordable(purses, project, doubt)) return undefined
  let price = cost / payers
  for (;;) {
    let paid = 0
    let able = 0
    let most = 0
    for (const group of groups) {
      const money = near[group] ?? 0
      const size = sizes[group] ?? 0
      if (money < price) paid += money * size
      else able += size
      if (money > most) most = money
    }
    // Everybody gives everything: the price is what the richest has.
    if (able === 0) return { project, price: most, doubt }
    if (able === payers) return { project, price, doubt }
    payers = able
    price = Math.max(price, (cost - paid) / able)
  }
}

/** The exact price. Who clearly has more or less than the estimate is taken as it says; the others are compared exactly. */
export function exactPrice(purses: Purses, { project, price, doubt }: Estimate): ExactPrice {
  const { count, sizes, supporters } = purses.electorate
  const cost = BigInt(count.costs[project] ?? 0) * purses.denominator
  const short: number[] = []
  let unsure: number[] = []
  let payers = 0
  for (const group of supporters[project] ?? []) {
    const money = purses.near[group] ?? 0
    if (money < price - doubt) short.push(group)
    else {
      payers += sizes[group] ?? 0
      if (money <= price + doubt) unsure.push(group)
    }
  }
  for (;;) {
    const numerator = cost - moneyOfAll(purses, short)
    const poorer = unsure.filter((group) => moneyOf(purses, group) * BigInt(payers) < numerator)
    if (poorer.length === 0) return { numerator, payers, short }
    short.push(...poorer)
    payers -= poorer.reduce((sum, group) => sum + (sizes[group] ?? 0), 0)
    unsure = unsure.filter((group) => !poorer.includes(group))
  }
}
