export { participationContentTables } from './contents.ts'
export { type OpinionMap, opinionMap } from './model/opinion/opinion-map.ts'
export { voteMatrix } from './model/opinion/vote-matrix.ts'
export { type Choice, countVotes, type Vote } from './model/opinion/votes.ts'
export type { Action, Phase } from './model/procedure.ts'
export { checkPublished, type PublishedCheck } from './model/tally/check-published.ts'
export {
  type Comparison,
  type Endowment,
  type Measure,
  type Outcome,
  type ProjectAccount,
  type Purchase,
  type Reason,
  type Rule,
  type RuleId,
  ruleIds,
  type Share,
  type TallyFault,
  type Tie,
} from './model/tally/outcome.ts'
export { type RuleFault, readRule } from './model/tally/read-rule.ts'
export { type BudgetShare, splitBudget } from './model/tally/split-budget.ts'
export { tally } from './model/tally/tally.ts'
export { moneyText, type Telling, tellReason } from './model/tally/tell-reason.ts'
export type { Ballot, BallotKind, BudgetVote, TallyProject } from './model/tally/vote.ts'
export type { Box, Candidate } from './model/vote/box.ts'
export { insertProcedure, setProcedureState, writePhases } from './store/procedure-store.ts'
export { type BoxDraft, boxesOf, insertBox, saveProject } from './store/vote/box-store.ts'
export { insertCodes } from './store/vote/code-store.ts'
export { castVotes, logOf, mixRegister } from './store/vote/vote-store.ts'
export { readPbVote } from './use-cases/read-pb-vote.ts'
export { type TalliedFile, type TallyFileFault, tallyFile } from './use-cases/tally-file.ts'
export { countBox, readLog } from './use-cases/vote/count-box.ts'
export { codeHash, newCode, newKey, receiptHash } from './use-cases/vote/marks.ts'
export { mixRegisters } from './use-cases/vote/mix-registers.ts'
