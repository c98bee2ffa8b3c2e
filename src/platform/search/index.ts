export type { OpenSearchIndexOptions } from './client.ts'
export { openSearchIndex } from './client.ts'
export { excerpt, highlight, type Segment } from './highlight.ts'
export * from './port.ts'
