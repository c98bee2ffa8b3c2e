import { routesOf } from '#kernel/route.ts'

const route = routesOf('participation')
const post = { method: 'POST' } as const
const slug = { slug: 'leitlinien-lindenrode' }
const paragraph = { ...slug, paragraph: '7' }
const thing = { thing: 'participation/text' }
const read = { permission: 'participation/read', ...thing } as const
const edit = { permission: 'participation/edit', ...thing } as const

/** What everybody may reach of a text, and what staff does with it. */
export const textRoutes = {
  text: route('text', '/mitmachen/:slug/text', { page: true, example: slug }),
  textFile: route('text-file', '/mitmachen/:slug/text.md'),
  paragraph: route('text-paragraph', '/mitmachen/:slug/text/:paragraph', { page: true, example: paragraph }),
  contribute: route('text-contribute', '/mitmachen/:slug/text/:paragraph', post),
  versions: route('text-versions', '/mitmachen/:slug/fassungen', { page: true, example: slug }),
  staffText: route('staff-text', '/intern/verfahren/:id/text', { ...edit, page: true }),
  saveText: route('save-text', '/intern/verfahren/:id/text', { ...edit, ...post }),
  uploadText: route('upload-text', '/intern/verfahren/:id/text/datei', { ...edit, ...post }),
  draftFile: route('text-draft-file', '/intern/verfahren/:id/text.md', edit),
  previewText: route('preview-text', '/intern/verfahren/:id/text/vorschau', { ...edit, page: true }),
  publishText: route('publish-text', '/intern/verfahren/:id/text/fassung', {
    permission: 'participation/publish',
    ...thing,
    ...post,
  }),
  synopsis: route('text-synopsis', '/intern/verfahren/:id/synopse', { ...read, page: true }),
  synopsisCsv: route('text-synopsis-csv', '/intern/verfahren/:id/synopse.csv', read),
  synopsisJson: route('text-synopsis-json', '/intern/verfahren/:id/synopse.json', read),
  synopsisXlsx: route('text-synopsis-xlsx', '/intern/verfahren/:id/synopse.xlsx', read),
  synopsisDocx: route('text-synopsis-docx', '/intern/verfahren/:id/synopse.docx', read),
} as const
