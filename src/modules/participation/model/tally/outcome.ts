/** Rules that are counted here. Their exact meaning: docs/decisions/0037. */
export const ruleIds = [
  'greedy',
  'greedy-no-skip',
  'greedy-threshold',
  'pro-contra',
  'equalshares',
  'equalshares/add1',
  'equalshares-comparison',
  'equalshares/add1-comparison',
] as const

export type RuleId = (typeof ruleIds)[number]

/** A rule, and the score that a project needs to be looked at (`greedy-threshold`; allowed for all but equal shares). */
export interface Rule {
  readonly id: RuleId
  readonly threshold?: number
}

/** An amount that need not be whole: exact as a fraction, and rounded for people. In the vote's smallest unit. */
export interface Share {
  readonly numerator: string
  readonly denominator: string
  readonly value: number
}

/** Why a project won or did not, with the figures of this vote. Amounts in the smallest unit. */
export type Reason =
  /** Looked at in its turn; it fitted into what was left. */
  | { readonly why: 'fits'; readonly left: number; readonly leftAfter: number }
  /** Looked at in its turn; it cost more than was left. */
  | { readonly why: 'too-dear'; readonly left: number; readonly missing: number }
  /** Not looked at: the rule stops at the first project that does not fit. */
  | { readonly why: 'stopped'; readonly at: string }
  | { readonly why: 'below-threshold'; readonly threshold: number; readonly missing: number }
  /** Equal shares: bought by its supporters in this step. */
  | ({ readonly why: 'bought' } & Purchase)
  /** Equal shares: what its supporters have left is not enough. */
  | { readonly why: 'supporters-short'; readonly money: Share; readonly missing: Share }
  | { readonly why: 'no-supporters' }

/** One step of equal shares: who pays what for a project. */
export interface Purchase {
  /** From 1. */
  readonly step: number
  /** What everybody pays who still has as much. */
  readonly price: Share
  /** How many pay the price. */
  readonly payers: number
  /** How many have less left and give all of it; `restPaid` together. */
  readonly restPayers: number
  readonly restPaid: Share
  /** Supporters who had nothing left. */
  readonly broke: number
  /** Cost divided by the price: as many full payers would carry it. The project with the most is bought next. */
  readonly effectiveVotes: Share
}

/** Projects that stood equal where one had to go first, and what decided. */
export interface Tie {
  readonly between: readonly string[]
  readonly by: 'cost' | 'approvals' | 'id'
}

/** What happened to one project. */
export interface ProjectAccount {
  readonly id: string
  readonly cost: number
  readonly score: number
  /** Ballots that are for it, and against it. */
  readonly approvals: number
  readonly rejections: number
  readonly won: boolean
  readonly reason: Reason
  readonly tie?: Tie
}

/** Equal shares: what each voter was given, and how far the gifts were raised so that the budget is used. */
export interface Endowment {
  readonly voters: number
  /** At first, and at the end. */
  readonly first: Share
  readonly last: Share
  /** How often everybody was given one unit of currency more. */
  readonly raises: number
  /** What the next raise would have cost; absent where every project with supporters won, or nothing is raised. */
  readonly next?: { readonly cost: number; readonly over: number; readonly winners: readonly string[] }
}

/** The vote between the result of equal shares and that of `greedy`: who has more supported projects in which. */
export interface Comparison {
  readonly equalShares: readonly string[]
  readonly greedy: readonly string[]
  readonly preferEqualShares: number
  readonly preferGreedy: number
  readonly indifferent: number
  readonly chosen: 'equalshares' | 'greedy'
}

export type Measure = 'votes' | 'points' | 'balance'

/** The result of one count. */
export interface Outcome {
  readonly rule: RuleId
  /** What the scores are: ballots for a project, points, or ballots for it less those against it. */
  readonly measure: Measure
  /** In the order in which they won. */
  readonly winners: readonly string[]
  readonly cost: number
  readonly budget: number
  /** All projects: in the order in which the rule looked at them; with equal shares first what was bought, then the others by approvals. */
  readonly order: readonly string[]
  readonly voters: number
  /** Voters none of whose supported projects won, also those who support none. */
  readonly unrepresented: number
  /** In `order`. */
  readonly projects: readonly ProjectAccount[]
  readonly endowment?: Endowment
  readonly comparison?: Comparison
}

/** Why a vote cannot be counted by a rule; the sentence is the text `participation.tally.fault.CODE`. */
export type TallyFault =
  | { readonly code: 'amount'; readonly of: string }
  | { readonly code: 'project-twice' | 'project-unknown' | 'choice-twice' | 'points'; readonly project: string }
  | { readonly code: 'threshold-missing' }
  | { readonly code: 'needs-approvals'; readonly kind: string }
  | { readonly code: 'too-many-raises'; readonly limit: number }
