import type { Route } from '#kernel/route.ts'

const form = (id: string, path: string, given: Partial<Route> = {}): Route => ({
  id: `catalogue/${id}`,
  method: 'GET',
  path,
  permission: 'catalogue/edit',
  thing: 'catalogue/draft',
  module: 'catalogue',
  page: true,
  ...given,
})
const deed = (id: string, path: string, given: Partial<Route> = {}): Route =>
  form(id, path, { method: 'POST', page: false, ...given })

const step = { thing: 'catalogue/draft-step' }
const file = { thing: 'catalogue/draft-distribution' }

/** The form in which a draft is written: a page for each step, and one for each file or link. */
export const formRoutes = {
  draftStep: form('draft-step', '/intern/entwuerfe/:id/schritt/:step', step),
  saveDraft: deed('save-draft', '/intern/entwuerfe/:id/schritt/:step', step),
  fileForm: form('file-form', '/intern/entwuerfe/:id/dateien/:file', file),
  saveFile: deed('save-file', '/intern/entwuerfe/:id/dateien/:file', file),
  removeFile: deed('remove-file', '/intern/entwuerfe/:id/dateien/:file/entfernen', file),
  addLink: deed('add-link', '/intern/entwuerfe/:id/link'),
  uploadFile: deed('upload-file', '/intern/entwuerfe/:id/hochladen'),
  undoDraft: deed('undo-draft', '/intern/entwuerfe/:id/rueckgaengig'),
  answerLaw: deed('answer-law', '/intern/entwuerfe/:id/recht'),
  draftPreview: form('draft-preview', '/intern/entwuerfe/:id/vorschau', { permission: 'catalogue/read-drafts' }),
} as const satisfies Record<string, Route>
