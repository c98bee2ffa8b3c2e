import type { Route } from '#kernel/route.ts'

const draft = (id: string, path: string, given: Partial<Route> = {}): Route => ({
  id: `catalogue/${id}`,
  method: 'GET',
  path: `/intern/entwuerfe/:id${path}`,
  permission: 'catalogue/read-drafts',
  thing: 'catalogue/draft',
  module: 'catalogue',
  page: true,
  ...given,
})
const deed = (id: string, path: string, permission = 'catalogue/edit'): Route =>
  draft(id, path, { method: 'POST', permission, page: false })

/** Where drafts begin and are written: a page for each step of the form, and one for each file. */
export const editRoutes = {
  newDraft: {
    id: 'catalogue/new-draft',
    method: 'GET',
    path: '/intern/datensaetze/neu',
    permission: 'catalogue/edit',
    module: 'catalogue',
    page: true,
  },
  beginDraft: {
    id: 'catalogue/begin-draft',
    method: 'POST',
    path: '/intern/datensaetze/neu',
    permission: 'catalogue/edit',
    module: 'catalogue',
    page: false,
  },
  editDraft: draft('edit-draft', '/bearbeiten/:step'),
  saveDraft: deed('save-draft', '/bearbeiten/:step'),
  draftFile: draft('draft-file', '/datei/:file', { thing: 'catalogue/draft-file' }),
  saveDraftFile: { ...deed('save-draft-file', '/datei/:file'), thing: 'catalogue/draft-file' },
  removeDraftFile: { ...deed('remove-draft-file', '/datei/:file/entfernen'), thing: 'catalogue/draft-file' },
  addLink: deed('add-link', '/link'),
  uploadFile: deed('upload-file', '/hochladen'),
  undoDraft: deed('undo-draft', '/rueckgaengig'),
  draftPreview: draft('draft-preview', '/vorschau'),
  answerLaw: deed('answer-law', '/recht'),
  handIn: deed('hand-in', '/abgeben'),
  releaseNow: deed('release-now', '/veroeffentlichen', 'catalogue/release'),
  commentDraft: deed('comment-draft', '/kommentar', 'catalogue/comment'),
} as const satisfies Record<string, Route>
