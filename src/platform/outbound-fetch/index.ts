export { type FetchedDocument, type FetchLimits, fetchDocument } from './fetch-document.ts'
