import { personNames, staffOf } from '#identity'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, stream, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { Entry } from '../../store/draft-tables.ts'
import { allEntries, countEntries, entryRows, officesOf } from '../../store/queries/entries.ts'
import { beginDraft } from '../../use-cases/edit/begin-draft.ts'
import {
  type BulkChange,
  type BulkReach,
  bulkChange,
  bulkFault,
  previewBulk,
  reachesPublic,
  undoBulk,
} from '../../use-cases/edit/bulk-change.ts'
import { staffDb } from '../../use-cases/edit/staff.ts'
import { faultWords } from '../reviews/draft-fault.ts'
import { csvLine } from '../search/results-csv.ts'
import { idIn, personIn } from '../staff-visit.ts'
import { bulkFormView, bulkPreviewView } from './bulk-view.tsx'
import { type BulkReport, entriesView, entryHref } from './entries-view.tsx'
import { draftKinds, newDraftView } from './new-draft-view.tsx'
import { readChange, readDeed, readPicked } from './read-change.ts'
import { readEntries } from './read-entries.ts'

const pageSize = 50

async function entries(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const staff = staffDb(house, visit.site)
  const request = readEntries(visit)
  const place = { sort: request.sort, descending: request.descending, limit: pageSize }
  const from = { ...(request.after ? { after: request.after } : {}), ...(request.before ? { before: request.before } : {}) }
  const [rows, total, offices, colleagues] = await Promise.all([
    entryRows(staff, request.filter, { ...place, ...from }, visit.now),
    countEntries(staff, request.filter, visit.now),
    officesOf(staff),
    staffOf(house.database.system, visit.site.id),
  ])
  const people = await personNames(
    house.database.system,
    rows.rows.map((one) => one.responsible),
  )
  return page(entriesView({ request, rows, total, offices, people, colleagues, report: readReport(visit) }, visit))
}

/** What a change of many left in the address; figures only. */
function readReport({ query }: Visit): BulkReport | undefined {
  const id = query.get('getan') ?? ''
  const [changed, skipped] = ['geaendert', 'ausgelassen'].map((name) => Number(query.get(name) ?? '0')) as [number, number]
  const fine = /^[0-9a-f-]{36}$/.test(id) && [changed, skipped].every((one) => Number.isInteger(one) && one >= 0 && one < 10_000)
  const undo = query.get('zurueck')
  return fine ? { id, changed, skipped, undoable: undo === 'drafts' || undo === 'public' ? undo : undefined } : undefined
}

/** The list as a table for spreadsheets; RFC 4180, streamed in batches. */
async function entriesCsv(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const { filter } = readEntries(visit)
  const staff = staffDb(house, visit.site)
  const people = new Map((await staffOf(house.database.system, visit.site.id)).map((one) => [one.id, one.name]))
  const line = (one: Entry) =>
    csvLine([
      one.id,
      one.title,
      one.kind,
      one.state,
      one.office,
      one.responsible ? (people.get(one.responsible) ?? '') : '',
      one.quality ?? undefined,
      one.missing,
      one.source ?? '',
      one.changedAt.toISOString(),
      one.releaseAt?.toISOString() ?? '',
      new URL(entryHref(one, visit), visit.origin).href,
    ])
  async function* lines() {
    yield csvLine([
      'id',
      'title',
      'kind',
      'state',
      'office',
      'responsible',
      'checks_passed_percent',
      'missing',
      'source',
      'changed',
      'release_at',
      'url',
    ])
    for await (const batch of allEntries(staff, filter, visit.now)) yield batch.map(line).join('')
  }
  return stream('text/csv; charset=utf-8; header=present', lines(), {
    'content-disposition': 'attachment; filename="datensaetze.csv"',
  })
}

/** First the values of the change, then what it would do; written is nothing. */
async function bulk(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const ids = readPicked(visit.form)
  const deed = readDeed(visit.form)
  if (!deed || ids.length === 0) return redirect(visit.to(routes.entries))
  const change = readChange(visit, deed)
  const fault = change && bulkFault(change)
  if (!change || fault) {
    const colleagues = deed === 'responsible' ? await staffOf(house.database.system, visit.site.id) : []
    const error = fault?.kind === 'field' ? { field: fault.field, text: faultWords(fault, visit) } : undefined
    return page(bulkFormView({ deed, ids, colleagues, error }, visit), error ? 422 : 200)
  }
  const reach: BulkReach = visit.may(change.what === 'withdraw' ? 'catalogue/withdraw' : 'catalogue/release')
    ? 'public'
    : 'drafts'
  const previews = await previewBulk(house, personIn(visit), { ids, change, reach }, visit.lang)
  return previews.ok ? page(bulkPreviewView({ change, previews: previews.value }, visit)) : redirect(visit.to(routes.entries))
}

/** Does what the page before showed; each address only what its permission covers. */
const doBulk =
  (house: CatalogueHouse, reach: BulkReach, fits: (change: BulkChange) => boolean) =>
  async (visit: Visit): Promise<Answer> => {
    const deed = readDeed(visit.form)
    const change = deed && readChange(visit, deed)
    const ids = readPicked(visit.form)
    if (!change || !fits(change) || ids.length === 0) return redirect(visit.to(routes.entries))
    const done = await bulkChange(house, personIn(visit), { ids, change, reach })
    if (!done.ok) return redirect(visit.to(routes.entries))
    const { id, changed, skipped } = done.value
    const zurueck = reachesPublic(change) && reach === 'public' ? 'public' : 'drafts'
    return redirect(visit.to(routes.entries, {}, { getan: id, geaendert: changed, ausgelassen: skipped, zurueck }))
  }

const undo =
  (house: CatalogueHouse, reach: BulkReach) =>
  async (visit: Visit): Promise<Answer> => {
    const id = idIn(visit)
    const done = id && (await undoBulk(house, personIn(visit), { id, reach }))
    if (!done || (!done.ok && done.error.kind === 'not-found')) return problem(notFound)
    const counts = done.ok ? { getan: id, geaendert: done.value.changed, ausgelassen: done.value.skipped } : {}
    return redirect(visit.to(routes.entries, {}, counts))
  }

async function begin(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const kind = draftKinds.find((one) => one === visit.form.get('art')) ?? 'dataset'
  const draft = await beginDraft(house, personIn(visit), { kind })
  return draft.ok ? redirect(visit.to(routes.draftForm, { id: draft.value.id })) : problem(notFound)
}

/** The list of everything a tenant has, and changes of many at once. */
export const entryHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.entries, (visit) => entries(house, visit)),
  handler(routes.entriesCsv, (visit) => entriesCsv(house, visit)),
  handler(routes.newDraft, (visit) => page(newDraftView(visit))),
  handler(routes.beginDraft, (visit) => begin(house, visit)),
  handler(routes.bulk, (visit) => bulk(house, visit)),
  handler(
    routes.bulkDrafts,
    doBulk(house, 'drafts', (change) => change.what !== 'withdraw'),
  ),
  handler(
    routes.bulkPublic,
    doBulk(house, 'public', (change) => change.what !== 'withdraw'),
  ),
  handler(
    routes.bulkWithdraw,
    doBulk(house, 'public', (change) => change.what === 'withdraw'),
  ),
  handler(routes.undoBulk, undo(house, 'drafts')),
  handler(routes.undoPublicBulk, undo(house, 'public')),
]
