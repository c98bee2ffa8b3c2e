import { readFile } from 'node:fs/promises'
import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, publicDb, staffDb } from '../../house.ts'
import { largestDocument } from '../../model/setup/document.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { documentsOf } from '../../store/document-store.ts'
import { procedureBySlug } from '../../store/procedure-store.ts'
import { actingIn } from '../../use-cases/setup/acting.ts'
import { addDocument, removeDocument } from '../../use-cases/setup/add-document.ts'
import { savedAs, taggedFile } from '../kept-file.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { withOwn } from '../setup/part-handlers.ts'
import { type DocumentsState, publicDocumentsView, setupDocumentsView } from './documents-view.tsx'

const show = (house: ParticipationHouse, visit: Visit, state: DocumentsState, status = 200): Promise<Answer> =>
  withOwn(house, visit, async (opened) =>
    page(setupDocumentsView(visit, opened, await documentsOf(staffDb(house, visit.site), opened.procedure.id), state), status),
  )

const text = (visit: Visit, name: string) => (visit.form.get(name) ?? '').replaceAll('\0', '')

function add(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  return withOwn(house, visit, async ({ procedure }) => {
    const upload = visit.uploads.find((one) => one.field === 'datei')
    const typed = { document: text(visit, 'document'), title: text(visit, 'title'), note: text(visit, 'note') }
    const content = upload && !upload.tooLarge ? await readFile(upload.path) : new Uint8Array()
    const done = await addDocument(house, actingIn(visit), procedure.id, {
      ...typed,
      ...(upload ? { file: { name: upload.name, content, tooLarge: upload.tooLarge } } : {}),
    })
    if (done.ok) return redirect(visit.to(paperRoutes.documents, { id: procedure.id }, { getan: 'hinzugefuegt' }))
    return done.error === 'gone' ? problem(notFound) : show(house, visit, { faults: done.error, typed }, 422)
  })
}

function remove(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  return withOwn(house, visit, async ({ procedure }) => {
    const document = text(visit, 'document')
    const version = Number(text(visit, 'version'))
    const back = () => redirect(visit.to(paperRoutes.documents, { id: procedure.id }, { getan: 'entfernt' }))
    // Somebody was faster, or the form names nothing: the list shows what there is.
    if (!isIdInAnyCase(document) || !Number.isInteger(version) || version < 1 || version > 100_000)
      return show(house, visit, { faults: [] }, 422)
    const done = await removeDocument(house, actingIn(visit), procedure.id, { document, version, reason: text(visit, 'reason') })
    if (done.ok) return back()
    if (done.error === 'gone') return show(house, visit, { faults: [] }, 409)
    return show(house, visit, { faults: done.error.map((one) => ({ ...one, field: `reason-${document}` })) }, 422)
  })
}

const none = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-document',
    title: visit.t('participation.documents.nofile'),
    detail: visit.t('participation.documents.nofile.detail'),
  })

/** A file of a document. Those of a draft only to its staff. No browser may run it, and nobody takes it for ours to change. */
async function file(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { slug = '', document, version } = visit.params
  const staff = visit.may('participation/read')
  const db = staff ? staffDb(house, visit.site) : publicDb(house, visit.site)
  const procedure = await procedureBySlug(db, visit.site.id, slug)
  const found = procedure && (await documentsOf(db, procedure.id)).find((one) => one.id === document)
  const one = found?.versions.find((known) => String(known.version) === version && known.removedReason === null)
  if (!procedure || !one || !house.storage.has(one.sha256)) return none(visit)
  return taggedFile(house, visit, one, {
    'cache-control': procedure.state === 'public' ? 'public, no-cache' : 'private, no-store',
    ...savedAs(one.name),
  })
}

/** Documents of a procedure: added by staff, fetched by everybody. */
export const documentHandlers = (house: ParticipationHouse): Handler[] => [
  handler(paperRoutes.documents, (visit) =>
    show(house, visit, {
      faults: [],
      said: (['hinzugefuegt', 'entfernt'] as const).find((one) => one === visit.query.get('getan')),
    }),
  ),
  handler(paperRoutes.addDocument, (visit) => add(house, visit), { upload: { maxBytes: largestDocument } }),
  handler(paperRoutes.removeDocument, (visit) => remove(house, visit)),
  handler(paperRoutes.publicDocuments, (visit) =>
    withProcedure(house, visit, async (opened) =>
      page(publicDocumentsView(visit, opened, await documentsOf(publicDb(house, visit.site), opened.procedure.id))),
    ),
  ),
  handler(paperRoutes.documentFile, (visit) => file(house, visit)),
]
