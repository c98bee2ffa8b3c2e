import type { Count } from './count-ballots.ts'
import { gcd, toNumber } from './fraction.ts'

/** The supporters of each project, as numbers of groups. Made once for all counts of a vote. */
export interface Electorate {
  readonly count: Count
  /** Voters of each group. */
  readonly sizes: Int32Array
  readonly supporters: readonly Int32Array[]
}

/** Lists the groups by the projects that they support. */
export function electorateOf(count: Count): Electorate {
  const lists: number[][] = count.ids.map(() => [])
  for (const [group, { supports }] of count.groups.entries()) for (const project of supports) lists[project]?.push(group)
  const sizes = Int32Array.from(count.groups, ({ voters }) => voters)
  return { count, sizes, supporters: lists.map((list) => Int32Array.from(list)) }
}

/**
 * What the voters have left: exact, and as numbers of floating point for a quick look.
 *
 * Exact amounts are whole numbers over one denominator. Only the endowment and the price of each step are kept: whoever is not
 * broke has paid every price of the bought projects on the own ballot, so nothing has to be written down for each voter.
 */
export interface Purses {
  readonly electorate: Electorate
  /** Nearly what each member of a group has left. */
  readonly near: Float64Array
  /** 1: the group has given everything. */
  readonly broke: Uint8Array
  /** The step in which a project was bought, from 0; -1: not bought. */
  readonly stepOf: Int32Array
  denominator: bigint
  endowment: bigint
  prices: bigint[]
  readonly nearEndowment: number
}

/** Gives every voter `numerator / denominator`. */
export function fillPurses(electorate: Electorate, numerator: bigint, denominator: bigint): Purses {
  const { groups, ids } = electorate.count
  const nearEndowment = toNumber(numerator, denominator)
  return {
    electorate,
    near: new Float64Array(groups.length).fill(nearEndowment),
    broke: new Uint8Array(groups.length),
    stepOf: new Int32Array(ids.length).fill(-1),
    denominator,
    endowment: numerator,
    prices: [],
    nearEndowment,
  }
}

/** The prices that a member of the group has paid, exact, over the common denominator. */
function paidBy(purses: Purses, group: number): bigint {
  let paid = 0n
  for (const project of purses.electorate.count.groups[group]?.supports ?? []) {
    const step = purses.stepOf[project] ?? -1
    if (step >= 0) paid += purses.prices[step] ?? 0n
  }
  return paid
}

/** What a member of the group has left, exact, over the common denominator. */
export const moneyOf = (purses: Purses, group: number): bigint =>
  purses.broke[group] ? 0n : purses.endowment - paidBy(purses, group)

/** What all members of these groups have left together, exact, over the common denominator. */
export function moneyOfAll(purses: Purses, groups: Iterable<number>): bigint {
  // How many paid each step is counted first: a few large numbers are multiplied instead of one for each voter.
  const payers = new Float64Array(purses.prices.length)
  let voters = 0
  for (const group of groups) {
    if (purses.broke[group]) continue
    const size = purses.electorate.sizes[group] ?? 0
    voters += size
    for (const project of purses.electorate.count.groups[group]?.supports ?? []) {
      const step = purses.stepOf[project] ?? -1
      if (step >= 0) payers[step] = (payers[step] ?? 0) + size
    }
  }
  return purses.prices.reduce((sum, price, step) => sum - BigInt(payers[step] ?? 0) * price, BigInt(voters) * purses.endowment)
}

/** An exact price: `numerator / (denominator of the purses * payers)`. */
export interface ExactPrice {
  readonly numerator: bigint
  readonly payers: number
  /** Groups that have less than the price and give it all, also those that have nothing. */
  readonly short: readonly number[]
}

/** Takes a price from all supporters of a project and notes the step. */
export function charge(purses: Purses, project: number, price: ExactPrice): void {
  const common = gcd(price.numerator, BigInt(price.payers))
  const factor = BigInt(price.payers) / common
  purses.denominator *= factor
  purses.endowment *= factor
  purses.prices = purses.prices.map((one) => one * factor)
  purses.prices.push(price.numerator / common)
  const near = toNumber(price.numerator / common, purses.denominator)
  for (const group of purses.electorate.supporters[project] ?? [])
    purses.near[group] = Math.max(0, (purses.near[group] ?? 0) - near)
  for (const group of price.short) {
    purses.near[group] = 0
    purses.broke[group] = 1
  }
  purses.stepOf[project] = purses.prices.length - 1
}
