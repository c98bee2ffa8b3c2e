import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation', { permission: 'participation/edit' })
const post = { method: 'POST' } as const
const thing = { thing: 'participation/procedure' } as const
const page = { page: true, ...thing } as const
const open = { permission: 'public' } as const
const slug = { slug: 'marktplatz-lindenrode' }

/** Documents of a procedure, and what comes on paper: entered, read from a list, printed. */
export const paperRoutes = {
  documents: route('setup-documents', '/intern/verfahren/:id/unterlagen', page),
  addDocument: route('add-document', '/intern/verfahren/:id/unterlagen', { ...post, ...thing }),
  removeDocument: route('remove-document', '/intern/verfahren/:id/unterlagen/entfernen', { ...post, ...thing }),
  enter: route('enter', '/intern/verfahren/:id/erfassen', page),
  enterNow: route('enter-now', '/intern/verfahren/:id/erfassen', { ...post, ...thing }),
  receipt: route('receipt', '/intern/beitraege/:id/beleg', { page: true, thing: 'participation/submission' }),
  importPage: route('import', '/intern/verfahren/:id/einlesen', page),
  readImport: route('read-import', '/intern/verfahren/:id/einlesen', { ...post, ...thing }),
  takeImport: route('take-import', '/intern/verfahren/:id/einlesen/uebernehmen', { ...post, ...thing }),
  importExample: route('import-example', '/intern/verfahren/:id/einlesen/muster.csv', thing),
  publicDocuments: route('documents', '/mitmachen/:slug/unterlagen', { ...open, page: true, example: slug }),
  documentFile: route('document-file', '/mitmachen/:slug/unterlagen/:document/:version', open),
  paper: route('paper', '/mitmachen/:slug/papier', { ...open, page: true, example: slug }),
} as const
