import { catalogueRoutes, titlesOf } from '#catalogue'
import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import { fail, must } from '#kernel/result.ts'
import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { type Answer, body, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type CatalogueRecord, publisherOf, titleOf } from '#standards/dcat-ap-de'
import { templateCsv, templateXlsx } from '#standards/metadata-table'
import { type HarvestHouse, staffDb } from '../house.ts'
import { readUpload, uploadAddress } from '../model/local-address.ts'
import type { Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { issuesOf, newestRuns, runById, runsOf } from '../store/run-store.ts'
import { recordCounts, sourceById, sourcesOf } from '../store/source-store.ts'
import { examplesOf, goneOf, writtenIn } from '../store/staged-store.ts'
import {
  type Acting,
  addAndLook,
  changeMapping,
  changeSource,
  decide,
  order,
  removeSource,
  switchSource,
} from '../use-cases/deeds.ts'
import { byAddress, type FieldFault, largestTable, readSource, type TypedSource } from '../use-cases/save-source.ts'
import { targetOf } from '../use-cases/target-of.ts'
import { gatherMapping, readMapping } from './gather-mapping.ts'
import { mappingView } from './mapping-view.tsx'
import { removeView } from './remove-view.tsx'
import { type Example, type Result, runView } from './run-view.tsx'
import { sourceFormView } from './source-form-view.tsx'
import { sourceView } from './source-view.tsx'
import { sourcesView } from './sources-view.tsx'

const actingIn = (visit: Visit): Acting => ({ site: visit.site, person: must(visit.actor.person, 'the person of a staff page') })

/** Hands the source that an address names to `work`; whoever names none gets "not found". */
const withSource =
  (house: HarvestHouse, work: (source: Source, visit: Visit) => Promise<Answer>) =>
  async (visit: Visit): Promise<Answer> => {
    const { id } = visit.params
    const source = isId(id) ? await sourceById(staffDb(house, visit.site.id), visit.site.id, id) : undefined
    return source ? work(source, visit) : problem(notFound)
  }

const withRun = (house: HarvestHouse, work: (source: Source, run: Run, visit: Visit) => Promise<Answer>) =>
  withSource(house, async (source, visit) => {
    const { run: id } = visit.params
    const run = isId(id) ? await runById(staffDb(house, visit.site.id), visit.site.id, id) : undefined
    return run && run.source === source.id ? work(source, run, visit) : problem(notFound)
  })

const field = (visit: Visit, name: string) => (visit.form.get(name) ?? '').replaceAll('\0', '').toWellFormed()

function typedIn(visit: Visit): TypedSource {
  const settings = Object.fromEntries(
    [...visit.form.keys()]
      .filter((name) => name.startsWith('settings-'))
      .map((name) => [name.slice('settings-'.length), field(visit, name)] as const)
      // What was left empty keeps its usual value.
      .filter(([, value]) => value.trim() !== ''),
  )
  return {
    name: field(visit, 'name'),
    address: field(visit, 'address'),
    kind: field(visit, 'kind'),
    schedule: field(visit, 'schedule'),
    vanishPercent: field(visit, 'vanishPercent'),
    contact: field(visit, 'contact'),
    settings,
  }
}

const fresh = (): TypedSource => ({
  name: '',
  address: '',
  kind: byAddress,
  schedule: 'daily',
  vanishPercent: '20',
  contact: '',
  settings: {},
})

const typedOf = (source: Source): TypedSource => ({
  name: source.name,
  address: source.address,
  kind: source.kind,
  schedule: source.schedule,
  vanishPercent: String(source.vanishPercent),
  contact: source.contact ?? '',
  settings: Object.fromEntries(
    Object.entries((source.settings as object | null) ?? {}).map(([name, value]) => [name, String(value)]),
  ),
})

/** Keeps a table that came with the form: its address, or what is wrong with it; undefined where none came. */
async function uploadedIn(house: HarvestHouse, visit: Visit): Promise<{ address: string } | { fault: FieldFault } | undefined> {
  const upload = visit.uploads.find((one) => one.field === 'datei')
  if (!upload || upload.bytes === 0) return undefined
  if (upload.tooLarge) return { fault: { field: 'datei', fault: 'too-large' } }
  if (!/\.(?:csv|xlsx)$/i.test(upload.name)) return { fault: { field: 'datei', fault: 'no-table' } }
  return { address: uploadAddress(await house.storage.putFile(upload.path), upload.name) }
}

/** Reads the form with the table that came with it, or the one that the source has. */
async function readForm(house: HarvestHouse, visit: Visit, typed: TypedSource, now?: Source) {
  const upload = await uploadedIn(house, visit)
  const had = now && readUpload(now.address) ? now.address : undefined
  const address = upload && 'address' in upload ? upload.address : had
  const read = await readSource(house, visit.site.id, typed, address)
  if (upload && 'fault' in upload)
    return fail([upload.fault, ...(read.ok ? [] : read.error.filter((one) => one.field !== 'address'))])
  return read
}

/** The newest run of a source and how it stands: a page that waits for another looks until this has changed. */
async function standOf(house: HarvestHouse, { id }: Pick<Source, 'id'>, visit: Visit): Promise<string> {
  const [newest] = await runsOf(staffDb(house, visit.site.id), visit.site.id, id, 1)
  return newest ? `${newest.id} ${newest.state}` : ''
}

/** The page of a source after something was ordered; `nach` is how it stood before. */
const ordersOf = ({ id }: Pick<Source, 'id'>, nach: string, visit: Visit): string =>
  visit.to(routes.source, { id }, { getan: 'bestellt', ...(nach === '' ? {} : { nach }) })

async function add(house: HarvestHouse, visit: Visit): Promise<Answer> {
  const typed = typedIn(visit)
  const read = await readForm(house, visit, typed)
  if (!read.ok) return page(sourceFormView(typed, visit, undefined, read.error), 422)
  const id = await addAndLook(house, actingIn(visit), read.value)
  return redirect(ordersOf({ id }, '', visit))
}

async function change(house: HarvestHouse, source: Source, visit: Visit): Promise<Answer> {
  const typed = typedIn(visit)
  const read = await readForm(house, visit, typed, source)
  if (!read.ok) return page(sourceFormView(typed, visit, source, read.error), 422)
  await changeSource(house, actingIn(visit), source, read.value)
  return redirect(visit.to(routes.source, { id: source.id }, { getan: 'gespeichert' }))
}

/** Work in progress is looked at again by itself. */
const again = { refresh: '3' }

async function showRun(house: HarvestHouse, source: Source, run: Run, visit: Visit): Promise<Answer> {
  const db = staffDb(house, visit.site.id)
  const after = Math.max(0, Math.trunc(Number(visit.query.get('nach') ?? '0')) || 0)
  const waits = run.state === 'ready' || run.state === 'held'
  const [issues, staged, gone, written] = await Promise.all([
    issuesOf(db, visit.site.id, run.id, Math.min(after, 1_000_000)),
    waits ? examplesOf(db, run.id) : [],
    waits ? goneOf(db, run.id) : [],
    run.state === 'done' && run.created + run.updated > 0 ? writtenIn(db, run) : [],
  ])
  // Titles of published records, also of those in the catalogues below.
  const titles = await titlesOf(house.database.system as never, [...gone.map((one) => one.resource), ...written])
  const results = written.flatMap((id): Result[] => {
    const found = titles.get(id)
    const site = found && house.sites().byId(found.tenant)
    if (!found || !site) return []
    const path = href(catalogueRoutes.dataset, { slug: found.slug })
    return [{ title: found.title, site: site.name, href: siteAddress(site, house.config.publicUrl) + path }]
  })
  const examples = staged.map((one): Example => {
    const record = one.record as CatalogueRecord
    return {
      id: one.sourceId,
      title: titleOf(record, visit.lang),
      publisher: publisherOf(record, visit.lang) ?? '',
      files: record.kind === 'service' ? 0 : record.distribution.length,
      result: one.result ?? 'created',
      repaired: one.notes.filter((note) => (note as { kind?: string }).kind === 'repaired').length,
      page: one.page,
    }
  })
  const targets = waits
    ? (run.summary.publishers ?? []).slice(0, 50).map((one) => ({ ...one, target: targetOf(house, source, one.name).name }))
    : []
  return page(
    runView(
      {
        source,
        run,
        issues,
        after,
        examples,
        results,
        gone: gone.map(({ id, resource }) => ({ id, title: titles.get(resource)?.title ?? id })),
        targets,
      },
      visit,
    ),
    200,
    run.state === 'running' ? again : undefined,
  )
}

async function showSource(house: HarvestHouse, source: Source, visit: Visit): Promise<Answer> {
  const runs = await runsOf(staffDb(house, visit.site.id), visit.site.id, source.id)
  // What was just ordered begins within seconds; until then an older result is none.
  const stand = runs[0] ? `${runs[0].id} ${runs[0].state}` : ''
  const waits = visit.query.get('getan') === 'bestellt' && stand === (visit.query.get('nach') ?? '')
  return page(sourceView(source, runs, waits, visit), 200, waits || runs[0]?.state === 'running' ? again : undefined)
}

/** What was not taken, as a table to send to the source. */
async function issuesCsv(house: HarvestHouse, run: Run, visit: Visit): Promise<Answer> {
  const issues = await issuesOf(staffDb(house, visit.site.id), visit.site.id, run.id, 0, 2000)
  const lines = issues.map((one) =>
    csvLine([
      one.sourceId,
      visit.t(`harvest.reason.${one.reason}`),
      one.detail ?? '',
      one.page ?? '',
      one.line ?? '',
      one.field ?? '',
      visit.t(one.taken ? 'harvest.issues.taken' : 'harvest.outcome.rejected'),
    ]),
  )
  return body(
    'text/csv; charset=utf-8; header=present',
    csvLine(['record', 'reason', 'detail', 'page', 'line', 'column', 'outcome']) + lines.join(''),
    {
      'content-disposition': 'attachment; filename="meldungen.csv"',
    },
  )
}

const decision = (house: HarvestHouse, verb: Parameters<typeof decide>[3], getan: string) =>
  withRun(house, async (source, run, visit) => {
    const { created, updated, withdrawn, rejected } = run
    const figures = verb === 'confirm-run' ? { created, updated, withdrawn, rejected } : {}
    const done = await decide(house, actingIn(visit), run.id, verb, figures)
    return verb === 'drop-run'
      ? redirect(visit.to(routes.source, { id: source.id }, done ? { getan } : {}))
      : redirect(visit.to(routes.run, { id: source.id, run: run.id }, done ? { getan } : {}))
  })

const ordered = (house: HarvestHouse, mode: 'run' | 'look') =>
  withSource(house, async (source, visit) => {
    const before = await standOf(house, source, visit)
    await order(house, actingIn(visit), source, mode)
    return redirect(ordersOf(source, before, visit))
  })

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const attached = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })

/** Sources of the tenant: list, add with a first look, change, mapping, runs and what is decided about them. */
export const sourceHandlers = (house: HarvestHouse): Handler[] => [
  handler(routes.sources, async (visit) => {
    const db = staffDb(house, visit.site.id)
    const [sources, newest, counts] = await Promise.all([
      sourcesOf(db, visit.site.id),
      newestRuns(db, visit.site.id),
      recordCounts(db, visit.site.id),
    ])
    return page(sourcesView(sources, newest, counts, visit))
  }),
  handler(routes.newSource, (visit) => page(sourceFormView(fresh(), visit))),
  handler(routes.addSource, (visit) => add(house, visit), { perMinute: 30, upload: { maxBytes: largestTable } }),
  handler(routes.template, async () => body(xlsx, await templateXlsx(), attached('vorlage-datensaetze.xlsx')), { perMinute: 30 }),
  handler(routes.templateCsv, () => body('text/csv; charset=utf-8', templateCsv(), attached('vorlage-datensaetze.csv'))),
  handler(
    routes.source,
    withSource(house, (source, visit) => showSource(house, source, visit)),
  ),
  handler(
    routes.editSource,
    withSource(house, async (source, visit) => page(sourceFormView(typedOf(source), visit, source))),
  ),
  handler(
    routes.changeSource,
    withSource(house, (source, visit) => change(house, source, visit)),
    { upload: { maxBytes: largestTable } },
  ),
  handler(
    routes.mapping,
    withSource(house, async (source, visit) => page(mappingView(await gatherMapping(house, source), visit))),
  ),
  handler(
    routes.changeMapping,
    withSource(house, async (source, visit) => {
      const before = await standOf(house, source, visit)
      await changeMapping(house, actingIn(visit), source, readMapping(house, source, visit.form))
      return redirect(ordersOf(source, before, visit))
    }),
  ),
  handler(routes.look, ordered(house, 'look')),
  handler(routes.start, ordered(house, 'run')),
  handler(
    routes.switchSource,
    withSource(house, async (source, visit) => {
      await switchSource(house, actingIn(visit), source, visit.form.get('stand') === 'off' ? 'off' : 'on')
      return redirect(visit.to(routes.source, { id: source.id }, { getan: 'geschaltet' }))
    }),
  ),
  handler(
    routes.removePage,
    withSource(house, async (source, visit) => page(removeView(source, visit))),
  ),
  handler(
    routes.remove,
    withSource(house, async (source, visit) => {
      const gone = await removeSource(house, actingIn(visit), source)
      return redirect(gone ? visit.to(routes.sources, {}, { entfernt: '1' }) : visit.to(routes.source, { id: source.id }))
    }),
  ),
  handler(
    routes.run,
    withRun(house, (source, run, visit) => showRun(house, source, run, visit)),
  ),
  handler(
    routes.issuesCsv,
    withRun(house, (_source, run, visit) => issuesCsv(house, run, visit)),
  ),
  handler(routes.confirm, decision(house, 'confirm-run', 'uebernommen')),
  handler(routes.drop, decision(house, 'drop-run', 'verworfen')),
  handler(routes.stop, decision(house, 'stop-run', 'angehalten')),
  handler(routes.goOn, decision(house, 'go-on', 'uebernommen')),
]
