export { CswFault, writeFault } from './fault.ts'
export { recordSchemas } from './names.ts'
export {
  type CswRequest,
  localName,
  mostRecords,
  type Presentation,
  type RecordSchema,
  readCswRequest,
  type SortKey,
} from './request.ts'
export {
  byIdEnd,
  byIdStart,
  type DomainAnswer,
  resultsEnd,
  resultsStart,
  writeAcknowledgement,
  writeDescription,
  writeDomain,
} from './write-answers.ts'
export { writeCapabilities } from './write-capabilities.ts'
export { linksOf, type RecordPlace, writeCswRecord } from './write-record.ts'
