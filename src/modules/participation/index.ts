export type { Ballot, BallotKind, BudgetVote, TallyProject } from './model/tally/vote.ts'
