export { amountText } from './amount.ts'
export { de as pabulibGerman } from './locales/de.ts'
export { en as pabulibEnglish } from './locales/en.ts'
export {
  type PbFault,
  type PbFaultCode,
  type PbFile,
  type PbLimits,
  type PbProject,
  type PbVote,
  pbLimits,
  type VoteType,
  voteTypes,
} from './model.ts'
export { readPb } from './read-file.ts'
export { writePb } from './write-file.ts'
