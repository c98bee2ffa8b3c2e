import {
  catalogueRoutes,
  courseOf,
  findingsOfSource,
  gainsOf,
  pointTotals,
  qualityBySource,
  type SourceQuality,
  storeOf,
} from '#catalogue'
import { csvLine } from '#kernel/csv-line.ts'
import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import type { Scope } from '#platform/db'
import { type Answer, body, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { titleOf } from '#standards/dcat-ap-de'
import { namespaces } from '#standards/rdf'
import { type QualityHouse, staffDb } from '../house.ts'
import { bounds } from '../model/check.ts'
import { type Report, reportOf } from '../model/report.ts'
import { routes } from '../routes.ts'
import { type LinkView, type ListedLink, linkByHash, linkCounts, linkViews, listLinks, wantsDigest } from '../store/link-list.ts'
import { type Acting, again, clear, longestReason, switchDigest } from '../use-cases/link-deeds.ts'
import { type LinkList, linksView, linkWords } from './links-view.tsx'
import { overviewView } from './overview-view.tsx'
import { reportCsv } from './report-files.ts'
import { sourceView } from './source-view.tsx'

const pageSize = 50
const actingIn = (visit: Visit): Acting => ({ site: visit.site, person: must(visit.actor.person, 'the person of a staff page') })
const ownScope = (visit: Visit): Scope => ({ tenant: visit.site.id, readable: [visit.site.id], staff: true })
/** What a source brought may lie with towns below. */
const wideScope = (visit: Visit): Scope => ({ tenant: visit.site.id, readable: visit.site.within, staff: true })

async function overview(house: QualityHouse, visit: Visit): Promise<Answer> {
  const [own, wide] = [ownScope(visit), wideScope(visit)]
  const db = staffDb(house, visit.site.id)
  const [totals, gains, course, links, sources, digest] = await Promise.all([
    pointTotals(db, own),
    gainsOf(db, own),
    courseOf(db, own),
    linkCounts(db, visit.site.id),
    qualityBySource(house.database.within(wide), wide),
    wantsDigest(db, visit.site.id),
  ])
  return page(overviewView({ totals, gains, course, links, sources, digest }, visit))
}

const viewIn = (visit: Visit): LinkView =>
  linkViews.find((view) => visit.t(`quality.view.${view}.id`) === visit.query.get('liste')) ?? 'broken'

/** Titles and pages of the records that name these addresses. */
async function recordsOf(house: QualityHouse, visit: Visit, links: readonly ListedLink[]): Promise<LinkList['records']> {
  const ids = [...new Set(links.flatMap((link) => link.uses.map((use) => use.resource)))]
  const stored = await storeOf(house, visit.site).byIds(ids)
  return new Map(
    stored.map((one) => [
      one.id,
      { title: titleOf(one.record, visit.lang), href: visit.to(catalogueRoutes.dataset, { slug: one.slug }) },
    ]),
  )
}

async function links(house: QualityHouse, visit: Visit, faulty?: LinkList['faulty']): Promise<Answer> {
  const db = staffDb(house, visit.site.id)
  const view = faulty ? 'broken' : viewIn(visit)
  const from = visit.query.get('nach') ?? ''
  const after = /^[0-9a-f]{32}$/.test(from) ? from : ''
  const [counts, found] = await Promise.all([
    linkCounts(db, visit.site.id),
    listLinks(db, visit.site.id, view, after, pageSize + 1),
  ])
  const shown = found.slice(0, pageSize)
  const records = await recordsOf(house, visit, shown)
  const next = found.length > pageSize ? shown.at(-1)?.hash : undefined
  return page(linksView({ view, links: shown, counts, next, records, ...(faulty ? { faulty } : {}) }, visit), faulty ? 422 : 200)
}

async function linksCsv(house: QualityHouse, visit: Visit): Promise<Answer> {
  const view = viewIn(visit)
  const found = await listLinks(staffDb(house, visit.site.id), visit.site.id, view, '', 5000)
  const records = await recordsOf(house, visit, found)
  const lines = found.flatMap((link) =>
    [...new Set(link.uses.map((use) => use.resource))].map((id) =>
      csvLine([
        link.address,
        linkWords(link, view, visit),
        records.get(id)?.title ?? '',
        link.status ?? '',
        link.failingSince?.toISOString() ?? '',
        link.checkedAt?.toISOString() ?? '',
      ]),
    ),
  )
  return body(
    'text/csv; charset=utf-8; header=present',
    csvLine(['address', 'finding', 'dataset', 'status', 'failing_since', 'checked']) + lines.join(''),
    { 'content-disposition': 'attachment; filename="adressen.csv"' },
  )
}

/** Hands the link that an address names to `work`; whoever names none gets "not found". */
const withLink =
  (house: QualityHouse, work: (link: ListedLink, visit: Visit) => Promise<Answer>) =>
  async (visit: Visit): Promise<Answer> => {
    const { id = '' } = visit.params
    const link = /^[0-9a-f]{32}$/.test(id) ? await linkByHash(staffDb(house, visit.site.id), visit.site.id, id) : undefined
    return link ? work(link, visit) : problem(notFound)
  }

const clearing = (house: QualityHouse) =>
  withLink(house, async (link, visit) => {
    const reason = (visit.form.get('grund') ?? '').replaceAll('\0', '').toWellFormed().trim()
    const fault = reason === '' ? 'missing' : reason.length > longestReason ? 'too-long' : undefined
    if (fault)
      return links(house, visit, {
        hash: link.hash,
        reason,
        fault: visit.t(`quality.link.reason.${fault}`, { count: longestReason }),
      })
    await clear(house, actingIn(visit), link, reason)
    return redirect(visit.to(routes.links, {}, { getan: 'geprueft' }))
  })

/** Hands a source with what is wrong with its records to `show`. */
const withSource =
  (house: QualityHouse, show: (source: SourceQuality, report: Report, visit: Visit) => Answer) =>
  async (visit: Visit): Promise<Answer> => {
    const { id } = visit.params
    const scope = wideScope(visit)
    const db = house.database.within(scope)
    const source = isId(id) ? (await qualityBySource(db, scope)).find((one) => one.id === id) : undefined
    if (!source) return problem(notFound)
    const found = await findingsOfSource(db, scope, source.id, house.config.publicUrl, bounds.places)
    const findings = found.map((one) => ({
      dataset: one.page ?? one.uri,
      node: one.node ?? one.page ?? one.uri,
      targetType: namespaces.dcat + (one.node ? 'Distribution' : 'Dataset'),
      path: one.path || null,
      severity: one.severity,
      constraint: one.constraint,
      value: one.value,
      valueKind: null,
    }))
    const titles = new Map(found.map((one) => [one.page ?? one.uri, one.title]))
    return show(source, reportOf(findings, { records: source.judged, left: 0, titles }, bounds.places), visit)
  }

/** What staff sees and does about the quality of the tenant's records. */
export const staffHandlers = (house: QualityHouse): Handler[] => [
  handler(routes.overview, (visit) => overview(house, visit)),
  handler(routes.links, (visit) => links(house, visit)),
  handler(routes.linksCsv, (visit) => linksCsv(house, visit), { perMinute: 30 }),
  handler(routes.clearLink, clearing(house)),
  handler(
    routes.retryLink,
    withLink(house, async (link, visit) => {
      await again(house, actingIn(visit), link)
      return redirect(visit.to(routes.links, {}, { getan: 'erneut' }))
    }),
  ),
  handler(routes.switchDigest, async (visit) => {
    await switchDigest(house, actingIn(visit), visit.form.get('stand') === 'an')
    return redirect(visit.to(routes.overview, {}, { getan: 'wochenbericht' }))
  }),
  handler(
    routes.source,
    withSource(house, (source, report, visit) => page(sourceView(source, report, visit))),
  ),
  handler(
    routes.sourceCsv,
    withSource(house, (_source, report, visit) => reportCsv(visit, report)),
    { perMinute: 30 },
  ),
]
