export { type CatalogueHouse, storeOf } from './house.ts'
export { readWishList, type WishList } from './pages/wishes/wish-filter.ts'
export { type InstallOptions, type InstallStep, installReference } from './reference/install.ts'
export { type Installed, readInstalled } from './reference/installed.ts'
export type { Boundary, Municipality } from './reference/municipalities.ts'
export { openReference, type Reference, type ReferenceMissing } from './reference/open.ts'
export { routes as catalogueRoutes } from './routes.ts'
export type { CatalogueStore, StoredResource } from './store/catalogue-store.ts'
export type { CatalogueTables, Quality } from './store/tables.ts'
export {
  type ExportFormat,
  exportCatalogue,
  exportFormats,
  graphOf,
  mediaTypes,
  ownHead,
  writeRdf,
} from './use-cases/export-catalogue.ts'
export { linkWish } from './use-cases/requests/answer-request.ts'
export { type PublicWish, publicWishes } from './use-cases/requests/public-wishes.ts'
export { readSearch, type SearchRequest, searchData, searchParams } from './use-cases/search-data.ts'
export {
  distributionsOf,
  type FacetName,
  facetNames,
  formatsOf,
  isOpen,
  licencesOf,
  themesOf,
} from './use-cases/search-document.ts'
export { type Explanation, explain, sentence } from './validation/explain.ts'
export type { Finding } from './validation/finding.ts'
export { type Judge, openJudge } from './validation/judge.ts'
export { knownEntries } from './validation/known-entries.ts'
export {
  openValidator,
  type ValidationFault,
  type Validator,
  type ValidatorOptions,
  type Verdict,
} from './validation/open-validator.ts'
export { isProfile, type Profile, profiles } from './validation/profiles.ts'
export { type FileVerdict, validateFile } from './validation/validate-file.ts'
