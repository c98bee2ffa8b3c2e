export { type OpinionMap, opinionMap } from './model/opinion/opinion-map.ts'
export { voteMatrix } from './model/opinion/vote-matrix.ts'
export { type Choice, countVotes, type Vote } from './model/opinion/votes.ts'
export type { Ballot, BallotKind, BudgetVote, TallyProject } from './model/tally/vote.ts'
