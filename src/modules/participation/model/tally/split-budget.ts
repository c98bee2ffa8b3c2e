/** A part of a town that has a budget of its own. */
export interface BudgetShare {
  readonly id: string
  readonly inhabitants: number
}

/**
 * Splits a budget by inhabitants. Rounded down; what is left over goes, one unit each, to the largest remainders (Hare/Niemeyer),
 * equal ones by id. Amounts in the smallest unit; the parts add up to the budget. Each part is then a vote and a count of its own.
 */
export function splitBudget(budget: number, shares: readonly BudgetShare[]): ReadonlyMap<string, number> {
  const all = shares.reduce((sum, { inhabitants }) => sum + BigInt(inhabitants), 0n)
  if (all === 0n) return new Map(shares.map(({ id }) => [id, 0]))
  const parts = shares.map(({ id, inhabitants }) => {
    const exact = BigInt(budget) * BigInt(inhabitants)
    return { id, whole: Number(exact / all), remainder: exact % all }
  })
  const over = budget - parts.reduce((sum, { whole }) => sum + whole, 0)
  const first = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || (a.id < b.id ? -1 : 1)).slice(0, over)
  return new Map(parts.map((part) => [part.id, part.whole + (first.includes(part) ? 1 : 0)]))
}
