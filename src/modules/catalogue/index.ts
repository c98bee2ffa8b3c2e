export { type CatalogueHouse, shownIn, storeOf } from './house.ts'
export { lookFirst } from './model/look-first.ts'
export { readWishList, type WishList } from './pages/wishes/wish-filter.ts'
export { installReference } from './reference/install.ts'
export { openReference } from './reference/open.ts'
export { routes as catalogueRoutes } from './routes.ts'
export type { CatalogueStore, ImportNote, StoredResource } from './store/catalogue-store.ts'
export { draftById, openDraftNamed, openDraftOf } from './store/draft-store.ts'
export type { Draft } from './store/draft-tables.ts'
export { writeLinkStates } from './store/link-states.ts'
export {
  type Holder,
  holdersOf,
  learnTaken,
  noteChecked,
  type OriginSource,
  takeNewUri,
  titlesOf,
  withdrawGone,
} from './store/origin-store.ts'
export {
  changesAfter,
  type FeedChange,
  type FeedHorizon,
  type FeedPlace,
  feedHorizon,
  placeOfHorizon,
  tenantsChanged,
} from './store/queries/change-feed.ts'
export type { ChangeFilter, ChangePlace, RecordChange } from './store/queries/change-list.ts'
export { countEntries, type EntryFilter, type EntrySort, entryRows, ownedEntries } from './store/queries/entries.ts'
export { feedOfAll as allRecords } from './store/queries/index-feed.ts'
export {
  type CoursePoint,
  courseOf,
  findingsOfSource,
  type Gain,
  gainsOf,
  type PointTotals,
  pointTotals,
  qualityBySource,
  type SourceFinding,
  type SourceQuality,
} from './store/queries/points.ts'
export type { RecordFilter, RecordName, RecordSort } from './store/queries/record-list.ts'
export type { ResultCard } from './store/result-card.ts'
export type { CatalogueTables, LinkState } from './store/tables.ts'
export { inChargeOf, readSettings } from './store/version-store.ts'
export { boundsOf } from './use-cases/bounds.ts'
export { answerLawfulness } from './use-cases/edit/answer-lawfulness.ts'
export { type Attached, attachFile, fileName, largestFile } from './use-cases/edit/attach-file.ts'
export { beginDraft } from './use-cases/edit/begin-draft.ts'
export { bulkChange } from './use-cases/edit/bulk-change.ts'
export type { DraftFault } from './use-cases/edit/faults.ts'
export { newDistribution } from './use-cases/edit/new-record.ts'
export { releaseDraft, scheduleDraft } from './use-cases/edit/release-draft.ts'
export { approveDraft, commentDraft, discardDraft, sendBackDraft, submitDraft } from './use-cases/edit/review-draft.ts'
export { saveDraft } from './use-cases/edit/save-draft.ts'
export { closeShapeFindings, findingsOf } from './use-cases/edit/shape-findings.ts'
export { type Acting, type EditHouse, staffDb } from './use-cases/edit/staff.ts'
export { planSheet } from './use-cases/edit/take-sheet.ts'
export { endings as fileEndings } from './use-cases/edit/upload-kinds.ts'
export { readUploaded, withFile } from './use-cases/edit/uploaded-file.ts'
export { withdraw } from './use-cases/edit/withdraw-resource.ts'
export {
  type ExportFormat,
  exportCatalogue,
  exportFormats,
  graphOf,
  mediaTypes,
  ownHead,
  publisherOfSite,
  writeRdf,
} from './use-cases/export-catalogue.ts'
export { type FindPlan, findByPlan } from './use-cases/find-by-plan.ts'
export {
  type FindFault,
  type FindRequest,
  type Found,
  findRecords,
  type IndexQuestion,
  indexIds,
  indexReach,
  questionOf,
} from './use-cases/find-records.ts'
export { changeCount, type ListedChange, listChanges } from './use-cases/list-changes.ts'
export { type ListPart, listRecords, namesOf, pageOfRecords, recordCounts, recordsOf } from './use-cases/list-records.ts'
export { namePublisher } from './use-cases/name-publisher.ts'
export { plantCourse } from './use-cases/plant-course.ts'
export { type FeedPage, type FeedStart, readChangeFeed } from './use-cases/read-change-feed.ts'
export { recordsInTurn } from './use-cases/records-in-turn.ts'
export { linkWish } from './use-cases/requests/answer-request.ts'
export { type PublicWish, publicWishes } from './use-cases/requests/public-wishes.ts'
export { readSearch, type SearchRequest, searchCards, searchData, searchIds, searchParams } from './use-cases/search-data.ts'
export { distributionsOf, formatCodes, formatsOf, isOpen, licencesOf, themesOf } from './use-cases/search-document.ts'
export { isTable, openTable } from './use-cases/table-preview.ts'
export { type Harvested, type Taken, takeHarvested } from './use-cases/take-harvested.ts'
export { faultText } from './validation/command.ts'
export { explain } from './validation/explain.ts'
export type { Finding } from './validation/finding.ts'
export { type Judge, openJudge } from './validation/judge.ts'
export { knownEntries } from './validation/known-entries.ts'
export { openValidator } from './validation/open-validator.ts'
export { isProfile, type Profile, profiles } from './validation/profiles.ts'
export { type FileFault, unreadable } from './validation/validate-file.ts'
export { validateQuads } from './validation/validate-quads.ts'
