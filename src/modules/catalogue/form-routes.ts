import type { Route } from '#kernel/route.ts'

const form = (id: string, path: string, given: Partial<Route> = {}): Route => ({
  id: `catalogue/${id}`,
  method: 'GET',
  path: `/intern/entwuerfe/:id${path}`,
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
  draftStep: form('draft-step', '/schritt/:step', step),
  saveDraft: deed('save-draft', '/schritt/:step', step),
  fileForm: form('file-form', '/dateien/:file', file),
  saveFile: deed('save-file', '/dateien/:file', file),
  removeFile: deed('remove-file', '/dateien/:file/entfernen', file),
  addLink: deed('add-link', '/link'),
  uploadFile: deed('upload-file', '/hochladen'),
  undoDraft: deed('undo-draft', '/rueckgaengig'),
  answerLaw: deed('answer-law', '/recht'),
  draftPreview: form('draft-preview', '/vorschau', { permission: 'catalogue/read-drafts' }),
} as const satisfies Record<string, Route>
