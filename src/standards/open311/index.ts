export type {
  Attribute,
  Discovery,
  Open311Error,
  Posted,
  Service,
  ServiceDefinition,
  ServiceRequest,
  TokenAnswer,
} from './answers.ts'
export { readW3cMoment, w3cMoment } from './moment.ts'
export { type DetailedStatus, detailedStatuses, type RequestQuery, readRequestQuery } from './query.ts'
export { type Open311Format, readFile, typeOf, writeOpen311 } from './write.ts'
