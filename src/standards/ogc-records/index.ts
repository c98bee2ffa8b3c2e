export { conformance, profiles } from './conformance.ts'
export { type Bounds, parseBbox, parseDatetime, type TimeSpan } from './parameters.ts'
export { type OgcLink, type OgcRecord, type RecordPlace, recordKinds, writeRecord } from './write-record.ts'
