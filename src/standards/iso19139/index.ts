export { headOf, isRecord, type RecordHead, type RecordPlace, recordToQuads } from './record-quads.ts'
export { type MetadataPlace, writeMetadata } from './write-metadata.ts'
