import { readFile } from 'node:fs/promises'
import { type Answer, body, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { decodeText, detectEncoding } from '#standards/csv'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { compareTexts } from '../../model/compare.ts'
import type { TextFault } from '../../model/read-text.ts'
import { draftOf, versionsOf } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { nextVersion, type PublishFault, publishText, writeDraft } from '../../use-cases/write-text.ts'
import { withStaffText } from '../with-text.ts'
import { previewTextView } from './preview-view.tsx'
import { largestText, type StaffTextState, staffTextView } from './text-view.tsx'

const said = ['gespeichert', 'hochgeladen', 'veroeffentlicht'] as const

async function desk(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedText,
  state: StaffTextState = {},
  status = 200,
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [draft, versions] = await Promise.all([draftOf(db, opened.procedure.id), versionsOf(db, opened.procedure.id)])
  return page(
    staffTextView(visit, opened, { draft, versions }, { said: said.find((one) => one === visit.query.get('getan')), ...state }),
    status,
  )
}

const revisionOf = (visit: Visit): number => {
  const revision = Number(visit.form.get('stand') ?? Number.NaN)
  return Number.isInteger(revision) && revision >= 0 && revision < 1_000_000_000 ? revision : -1
}

async function write(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedText,
  given: { readonly source: string; readonly field: 'source' | 'file'; readonly done: (typeof said)[number] },
): Promise<Answer> {
  const { source, field, done } = given
  const written = await writeDraft(house, actingIn(visit), opened, { revision: revisionOf(visit), source })
  if (written.ok)
    return redirect(
      visit.form.get('tat') === 'vorschau'
        ? visit.to(textRoutes.previewText, { id: opened.procedure.id })
        : visit.to(textRoutes.staffText, { id: opened.procedure.id }, { getan: done }),
      303,
    )
  if (written.error === 'stale') return desk(house, visit, opened, { typed: source, stale: true }, 409)
  return desk(house, visit, opened, { typed: source, fault: { ...written.error, field } }, 422)
}

async function upload(house: ParticipationHouse, visit: Visit, opened: OpenedText): Promise<Answer> {
  const file = visit.uploads.find((one) => one.field === 'datei')
  const refuse = (fault: TextFault['fault'] | 'none' | 'binary') =>
    desk(house, visit, opened, { fault: { fault, field: 'file' } }, 422)
  if (!file || file.bytes === 0) return refuse('none')
  if (file.tooLarge) return refuse('long')
  const bytes = await readFile(file.path)
  const encoding = detectEncoding(bytes, true)
  // A text of bytes has no zeros; Word files, PDFs and pictures have.
  if (!encoding.startsWith('utf-16') && bytes.includes(0)) return refuse('binary')
  return write(house, visit, opened, { source: decodeText(bytes, encoding), field: 'file', done: 'hochgeladen' })
}

async function preview(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedText,
  state: { readonly note?: string; readonly fault?: PublishFault } = {},
  status = 200,
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const { procedure, settings } = opened
  const draft = await draftOf(db, procedure.id)
  const next = await nextVersion(db, procedure.id, settings.version, draft.source)
  return page(
    previewTextView(visit, opened, {
      revision: draft.revision,
      ...(next.ok
        ? { compared: compareTexts(next.value.before, next.value.blocks), first: next.value.before.length === 0 }
        : draft.revision > 0
          ? { fault: next.error }
          : {}),
      ...state,
    }),
    status,
  )
}

async function publish(house: ParticipationHouse, visit: Visit, opened: OpenedText): Promise<Answer> {
  const note = (visit.form.get('note') ?? '').replaceAll('\0', '')
  const done = await publishText(house, actingIn(visit), opened, {
    revision: revisionOf(visit),
    version: Number(visit.form.get('fassung') ?? Number.NaN),
    note,
  })
  if (done.ok) return redirect(visit.to(textRoutes.staffText, { id: opened.procedure.id }, { getan: 'veroeffentlicht' }), 303)
  return preview(house, visit, opened, { note, fault: done.error }, done.error === 'stale' ? 409 : 422)
}

/** The draft as a file: to go on with it in another program. */
async function draftFile(house: ParticipationHouse, visit: Visit, { procedure }: OpenedText): Promise<Answer> {
  const { source } = await draftOf(staffDb(house, visit.site), procedure.id)
  return body('text/markdown; charset=utf-8', source, {
    'content-disposition': `attachment; filename="${procedure.slug}-entwurf.md"`,
    'x-content-type-options': 'nosniff',
  })
}

/** Staff writes the text, looks at the next version, and publishes it. */
export const staffTextHandlers = (house: ParticipationHouse): Handler[] => [
  handler(textRoutes.staffText, (visit) => withStaffText(house, visit, (opened) => desk(house, visit, opened))),
  handler(textRoutes.saveText, (visit) =>
    withStaffText(house, visit, (opened) =>
      write(house, visit, opened, { source: visit.form.get('source') ?? '', field: 'source', done: 'gespeichert' }),
    ),
  ),
  handler(textRoutes.uploadText, (visit) => withStaffText(house, visit, (opened) => upload(house, visit, opened)), {
    upload: { maxBytes: largestText },
  }),
  handler(textRoutes.draftFile, (visit) => withStaffText(house, visit, (opened) => draftFile(house, visit, opened))),
  handler(textRoutes.previewText, (visit) => withStaffText(house, visit, (opened) => preview(house, visit, opened))),
  handler(textRoutes.publishText, (visit) => withStaffText(house, visit, (opened) => publish(house, visit, opened))),
]
