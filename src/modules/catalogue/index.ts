export { type CatalogueHouse, storeOf } from './house.ts'
export { type DraftDeed, type DraftState, deedsIn, fits, openStates } from './model/draft.ts'
export { type LawAnswer, type Lawfulness, type LawQuestion, lawAnswers, lawQuestions } from './model/lawfulness.ts'
export { type InstallOptions, type InstallStep, installReference } from './reference/install.ts'
export { type Installed, readInstalled } from './reference/installed.ts'
export type { Boundary, Municipality } from './reference/municipalities.ts'
export { openReference, type Reference, type ReferenceMissing } from './reference/open.ts'
export { routes as catalogueRoutes } from './routes.ts'
export type { CatalogueStore, StoredResource } from './store/catalogue-store.ts'
export type {
  CatalogueDefaults,
  CatalogueSettings,
  Draft,
  DraftFile,
  Entry,
  FileFacts,
  ResourceVersion,
} from './store/draft-tables.ts'
export {
  countEntries,
  type EntryFilter,
  type EntryPage,
  type EntrySort,
  entryRows,
  ownedEntries,
} from './store/queries/entries.ts'
export type { CatalogueTables, Quality } from './store/tables.ts'
export { answerLawfulness } from './use-cases/edit/answer-lawfulness.ts'
export { attachFile, removeFile } from './use-cases/edit/attach-file.ts'
export { type Beginning, beginDraft } from './use-cases/edit/begin-draft.ts'
export { bulkChange, undoBulk } from './use-cases/edit/bulk-change.ts'
export { changeSettings } from './use-cases/edit/change-settings.ts'
export { checkDraft, type DraftCheck, type Lack, lacksOf } from './use-cases/edit/check-draft.ts'
export { differenceOf, type FieldChange } from './use-cases/edit/difference.ts'
export type { Conflict, DraftFault } from './use-cases/edit/faults.ts'
export { rebaseDraft } from './use-cases/edit/rebase-draft.ts'
export { releaseDraft, releaseDue, scheduleDraft } from './use-cases/edit/release-draft.ts'
export {
  approveDraft,
  commentDraft,
  discardDraft,
  recoverDraft,
  reopenDraft,
  sendBackDraft,
  submitDraft,
  unscheduleDraft,
} from './use-cases/edit/review-draft.ts'
export { type SavedDraft, saveDraft } from './use-cases/edit/save-draft.ts'
export { closeShapeFindings, findingsOf } from './use-cases/edit/shape-findings.ts'
export { type Acting, actingIn, staffDb } from './use-cases/edit/staff.ts'
export { planSheet, takeSheet } from './use-cases/edit/take-sheet.ts'
export { versionSteps } from './use-cases/edit/versions.ts'
export { restoreWithdrawn, withdraw } from './use-cases/edit/withdraw-resource.ts'
export {
  type ExportFormat,
  exportCatalogue,
  exportFormats,
  graphOf,
  mediaTypes,
  ownHead,
  writeRdf,
} from './use-cases/export-catalogue.ts'
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
