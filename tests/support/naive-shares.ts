import type { BudgetVote } from '#participation'

/** A fraction of two whole numbers; the second is above 0. */
type Fraction = readonly [bigint, bigint]

const reduce = ([a, b]: Fraction): Fraction => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? [0n, 1n] : [a / x, b / x]
}
const plus = (a: Fraction, b: Fraction): Fraction => reduce([a[0] * b[1] + b[0] * a[1], a[1] * b[1]])
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, [-b[0], b[1]])
const less = (a: Fraction, b: Fraction) => a[0] * b[1] < b[0] * a[1]
const same = (a: Fraction, b: Fraction) => a[0] * b[1] === b[0] * a[1]

/** The price at which these purses pay a cost, by adding the poor ones up one after the other. */
function priceOf(cost: number, purses: readonly Fraction[]): Fraction | undefined {
  const rising = [...purses].sort((a, b) => (less(a, b) ? -1 : same(a, b) ? 0 : 1))
  let rest: Fraction = [BigInt(cost), 1n]
  for (const [at, purse] of rising.entries()) {
    const price = reduce([rest[0], rest[1] * BigInt(rising.length - at)])
    if (!less(purse, price)) return price
    rest = minus(rest, purse)
  }
  return undefined
}

/** Equal shares as one would write it down: a fraction for every voter, every project looked at in every step. Slow, and so a judge. */
export function naiveShares(vote: BudgetVote, endowment: Fraction): string[] {
  const purses = vote.ballots.map(() => endowment)
  const supporters = new Map(
    vote.projects.map(({ id }) => [id, vote.ballots.flatMap(({ projects }, at) => (projects.includes(id) ? [at] : []))]),
  )
  const open = new Set(vote.projects)
  const bought: string[] = []
  for (;;) {
    let best: { price: Fraction; project: BudgetVote['projects'][number]; votes: number } | undefined
    for (const project of open) {
      const own = supporters.get(project.id) ?? []
      const price = priceOf(
        project.cost,
        own.map((at) => purses[at] ?? [0n, 1n]),
      )
      if (!price) continue
      const mine: Fraction = [price[0] * BigInt(best?.project.cost ?? 0), price[1]]
      const theirs: Fraction = best ? [best.price[0] * BigInt(project.cost), best.price[1]] : [0n, 1n]
      const tie = best && (project.cost - best.project.cost || best.votes - own.length || (project.id < best.project.id ? -1 : 1))
      if (!best || less(mine, theirs) || (same(mine, theirs) && (tie ?? 0) < 0)) best = { price, project, votes: own.length }
    }
    if (!best) return bought
    const { price, project } = best
    for (const at of supporters.get(project.id) ?? []) {
      const purse = purses[at] ?? [0n, 1n]
      purses[at] = less(purse, price) ? [0n, 1n] : minus(purse, price)
    }
    open.delete(project)
    bought.push(project.id)
  }
}

/** Raises the endowment a unit at a time. `exhaustive` stops as soon as no project fits into what is left, as some programs do. */
export function naiveAdd1(vote: BudgetVote, stop: 'overspent' | 'exhaustive'): string[] {
  const cost = (ids: readonly string[]) =>
    vote.projects.reduce((sum, project) => (ids.includes(project.id) ? sum + project.cost : sum), 0)
  let endowment = Math.floor(vote.budget / (vote.ballots.length * vote.unit)) * vote.unit
  let bought = naiveShares(vote, [BigInt(endowment), 1n])
  for (let raises = 0; raises < 100_000; raises++) {
    const left = vote.budget - cost(bought)
    if (stop === 'exhaustive' && !vote.projects.some((one) => one.cost <= left && !bought.includes(one.id))) return bought
    const supported = vote.projects.filter(({ id }) => vote.ballots.some(({ projects }) => projects.includes(id)))
    if (bought.length === supported.length) return bought
    endowment += vote.unit
    const next = naiveShares(vote, [BigInt(endowment), 1n])
    if (cost(next) > vote.budget) return bought
    bought = next
  }
  throw new Error('the endowment was raised too often')
}
