import type { Route } from '#kernel/route.ts'

type Given = Partial<Route> & Pick<Route, 'path' | 'permission'>
const route = (id: string, given: Given): Route => ({
  id: `catalogue/${id}`,
  method: 'GET',
  module: 'catalogue',
  page: false,
  ...given,
})
const page = (id: string, given: Given): Route => route(id, { page: true, ...given })
/** Something that is done, by a form. */
const deed = (id: string, given: Given): Route => route(id, { method: 'POST', ...given })

const draft = { thing: 'catalogue/draft' }
const resource = { thing: 'catalogue/resource' }
const edit = 'catalogue/edit'
const review = 'catalogue/review'
const release = 'catalogue/release'

/** What staff does with records: lists, drafts, review, versions. Every deed has an address of its own, so that each names its own permission. */
export const editRoutes = {
  // Lists
  entries: page('entries', { path: '/intern/datensaetze', permission: 'catalogue/read-drafts' }),
  entriesCsv: route('entries-csv', { path: '/intern/datensaetze.csv', permission: 'catalogue/read-drafts' }),
  entriesXlsx: route('entries-xlsx', { path: '/intern/datensaetze.xlsx', permission: 'catalogue/read-drafts' }),
  reviews: page('reviews', { path: '/intern/freigaben', permission: 'catalogue/read-drafts' }),
  // One draft: as colleagues see it, with its deeds; the form to write it stands at `draftForm`.
  draft: page('draft', { path: '/intern/freigaben/:id', permission: 'catalogue/read-drafts', ...draft }),
  draftForm: page('draft-form', { path: '/intern/entwuerfe/:id', permission: edit, ...draft }),
  newDraft: page('new-draft', { path: '/intern/entwuerfe/neu', permission: edit }),
  beginDraft: deed('begin-draft', { path: '/intern/entwuerfe/neu', permission: edit }),
  submitDraft: deed('submit-draft', { path: '/intern/entwuerfe/:id/einreichen', permission: edit, ...draft }),
  reopenDraft: deed('reopen-draft', { path: '/intern/entwuerfe/:id/bearbeiten', permission: edit, ...draft }),
  discardDraft: deed('discard-draft', { path: '/intern/entwuerfe/:id/verwerfen', permission: edit, ...draft }),
  recoverDraft: deed('recover-draft', { path: '/intern/entwuerfe/:id/wiederherstellen', permission: edit, ...draft }),
  rebaseDraft: deed('rebase-draft', { path: '/intern/entwuerfe/:id/abgleichen', permission: edit, ...draft }),
  commentDraft: deed('comment-draft', { path: '/intern/entwuerfe/:id/kommentar', permission: 'catalogue/comment', ...draft }),
  draftFile: route('draft-file', { path: '/intern/entwuerfe/:id/datei/:name', permission: 'catalogue/read-drafts', ...draft }),
  sendBackDraft: deed('send-back-draft', { path: '/intern/freigaben/:id/zurueckgeben', permission: review, ...draft }),
  approveDraft: deed('approve-draft', { path: '/intern/freigaben/:id/genehmigen', permission: review, ...draft }),
  releaseDraft: deed('release-draft', { path: '/intern/freigaben/:id/veroeffentlichen', permission: release, ...draft }),
  scheduleDraft: deed('schedule-draft', { path: '/intern/freigaben/:id/terminieren', permission: release, ...draft }),
  unscheduleDraft: deed('unschedule-draft', { path: '/intern/freigaben/:id/termin-aufheben', permission: release, ...draft }),
  // Published records
  history: page('history', { path: '/intern/datensaetze/:id/verlauf', permission: 'catalogue/read-drafts', ...resource }),
  changeResource: deed('change-resource', { path: '/intern/datensaetze/:id/bearbeiten', permission: edit, ...resource }),
  copyResource: deed('copy-resource', { path: '/intern/datensaetze/:id/kopieren', permission: edit, ...resource }),
  restoreVersion: deed('restore-version', { path: '/intern/datensaetze/:id/verlauf', permission: edit, ...resource }),
  withdrawPage: page('withdraw-page', {
    path: '/intern/datensaetze/:id/zurueckziehen',
    permission: 'catalogue/withdraw',
    ...resource,
  }),
  withdraw: deed('withdraw', { path: '/intern/datensaetze/:id/zurueckziehen', permission: 'catalogue/withdraw', ...resource }),
  restoreWithdrawn: deed('restore-withdrawn', {
    path: '/intern/datensaetze/:id/wiederherstellen',
    permission: 'catalogue/withdraw',
    ...resource,
  }),
  remind: deed('remind', { path: '/intern/datensaetze/:id/erinnern', permission: review, ...resource }),
  giveBackPage: page('give-back-page', {
    path: '/intern/datensaetze/:id/zurueckgeben',
    permission: 'catalogue/withdraw',
    ...resource,
  }),
  giveBack: deed('give-back', { path: '/intern/datensaetze/:id/zurueckgeben', permission: 'catalogue/withdraw', ...resource }),
  // What the tenant wants of all this
  settings: page('settings', { path: '/intern/einstellungen/katalog', permission: 'catalogue/settings' }),
  changeSettings: deed('change-settings', { path: '/intern/einstellungen/katalog', permission: 'catalogue/settings' }),
  // Many at once
  bulk: deed('bulk', { path: '/intern/datensaetze/aendern', permission: edit }),
  bulkDrafts: deed('bulk-drafts', { path: '/intern/datensaetze/aendern/entwuerfe', permission: edit }),
  bulkPublic: deed('bulk-public', { path: '/intern/datensaetze/aendern/veroeffentlichtes', permission: release }),
  bulkWithdraw: deed('bulk-withdraw', { path: '/intern/datensaetze/aendern/zurueckziehen', permission: 'catalogue/withdraw' }),
  undoBulk: deed('undo-bulk', {
    path: '/intern/datensaetze/aendern/:id/zuruecknehmen',
    permission: edit,
    thing: 'catalogue/bulk',
  }),
  undoPublicBulk: deed('undo-public-bulk', {
    path: '/intern/datensaetze/aendern/:id/rueckgaengig',
    permission: release,
    thing: 'catalogue/bulk',
  }),
  importPage: page('import-page', { path: '/intern/datensaetze/tabelle', permission: edit }),
  importSheet: deed('import-sheet', { path: '/intern/datensaetze/tabelle', permission: edit }),
  takeSheet: deed('take-sheet', { path: '/intern/datensaetze/tabelle/:id', permission: edit, thing: 'catalogue/sheet' }),
} as const
