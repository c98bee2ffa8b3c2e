export { contentId } from './content-id.ts'
export { type CatalogueEntries, encodeCatalogue, encodeRecord } from './encode.ts'
export { distributionFields, type RecordField, recordFields } from './fields.ts'
export { de } from './locales/de.ts'
export { en } from './locales/en.ts'
export type * from './model.ts'
export { htmlToText } from './plain-text.ts'
export { type ReadOptions, readCatalogue } from './read-catalogue.ts'
export type { CatalogueListing, Kept, Reading, Rejection } from './reading.ts'
export { parseBytes, parseDate } from './repair-values.ts'
export { isSafeLink } from './values.ts'
export type { Concept, Vocabulary } from './vocabularies/concept.ts'
export { contributors } from './vocabularies/contributors.ts'
export {
  accessRights,
  availabilities,
  checksumAlgorithms,
  distributionStatuses,
  geocodingLevels,
  hvdCategories,
  publisherTypes,
} from './vocabularies/controlled-lists.ts'
export { type Format, fileTypes, findFormat, findMediaType } from './vocabularies/formats.ts'
export { frequencies } from './vocabularies/frequencies.ts'
export { languages } from './vocabularies/languages.ts'
export { type Licence, licences } from './vocabularies/licences.ts'
export { themes } from './vocabularies/themes.ts'
export { labelOf, type VocabularyName, vocabularies } from './vocabularies/vocabularies.ts'
export { nameOf, publisherOf, say, titleOf } from './words.ts'
