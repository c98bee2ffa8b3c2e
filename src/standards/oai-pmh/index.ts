export {
  type OaiAnswer,
  type OaiFormat,
  type OaiPage,
  type OaiRecord,
  readFormats,
  readIdentity,
  readOaiAnswer,
  readRecordPage,
} from './answer.ts'
export {
  formatsAddress,
  identifyAddress,
  listAddress,
  nextAddress,
  oaiBase,
  oaiDate,
  oaiRecordAddress,
} from './ask.ts'
export { writeDublinCore } from './dublin-core.ts'
export { isOaiDublinCore, oaiDublinCoreToQuads, otherKind } from './dublin-core-quads.ts'
export { type OaiCode, type OaiFault, type OaiRequest, oaiVerbs, parseOaiDate, readRequest } from './request.ts'
export { oaiMoment, writeError, writeHeader, writeOpening } from './write.ts'
