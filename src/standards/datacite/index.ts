export { dataciteKind, dataciteOf, dataciteToQuads } from './dataset-quads.ts'
