export { headOf, isRecord, type RecordHead, type RecordPlace, recordToQuads } from './record-quads.ts'
