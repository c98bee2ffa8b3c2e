export { type CatalogueEntries, encodeCatalogue, encodeRecord } from './encode.ts'
export type * from './model.ts'
export {
  type CatalogueListing,
  type Kept,
  type ReadCatalogue,
  type ReadOptions,
  type Rejection,
  readCatalogue,
} from './read-catalogue.ts'
export { parseBytes, parseDate } from './repair-values.ts'
export type { Concept, Vocabulary } from './vocabularies/concept.ts'
export { type Format, findFormat, findMediaType } from './vocabularies/formats.ts'
export type { Licence } from './vocabularies/licences.ts'
export { labelOf, type VocabularyName, vocabularies } from './vocabularies/vocabularies.ts'
