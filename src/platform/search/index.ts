export { type OpenSearchIndexOptions, openSearchIndex } from './client.ts'
export { excerpt, type ReadText, readText, type Segment } from './highlight.ts'
export * from './port.ts'
export { type StemmedWord, stemmedWords, wordStems } from './word-stems.ts'
