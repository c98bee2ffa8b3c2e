/** A project that stands for election. */
export interface TallyProject {
  readonly id: string
  /** In the smallest unit of the vote's money, a whole number above or equal to 0. */
  readonly cost: number
}

/** How the ballots are filled in. `scoring` are points that may be negative: yes is 1, no is -1. */
export type BallotKind = 'approval' | 'choose-1' | 'knapsack' | 'cumulative' | 'scoring' | 'ordinal'

/** One ballot without a name. Points stand beside the projects; a ranking names the best first. */
export interface Ballot {
  readonly projects: readonly string[]
  readonly points?: readonly number[]
}

/** All that is needed to count one budget. Several budgets, as by district, are as many votes. */
export interface BudgetVote {
  readonly kind: BallotKind
  readonly projects: readonly TallyProject[]
  readonly ballots: readonly Ballot[]
  /** In the smallest unit of the vote's money. */
  readonly budget: number
  /** Smallest units in one unit of currency: 1 where all amounts are whole, 100 where they have cents. */
  readonly unit: number
  /** Rankings: points of the first place; each further place has one less. */
  readonly topPoints?: number
}
