import { type Answer, body, page, type Visit } from '#platform/http'
import { weightOf } from '#standards/mqa'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import {
  checkCounts,
  qualityByPublisher,
  qualityTotals,
  recordsByCheck,
  recordsLacking,
} from '../../store/queries/metadata-quality.ts'
import { courseOf, gainsOf, pointsByTenant, pointTotals } from '../../store/queries/points.ts'
import { csvLine } from '../search/results-csv.ts'
import { checkListView, lackListView } from './check-list-view.tsx'
import { qualityChecks, qualityView } from './quality-view.tsx'
import { untilNow } from './read-points.ts'
import { scopeOf } from './scope.ts'

const pageSize = 50
/** More publishers than this are read as CSV. */
const shownPublishers = 25

const pageIn = (visit: Visit): number => {
  const wanted = Number(visit.query.get('seite') ?? '1')
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= 10_000 ? wanted : 1
}

/** Records in the order of their ids. */
async function inOrder(house: CatalogueHouse, visit: Visit, ids: readonly string[]): Promise<StoredResource[]> {
  const byId = new Map((await storeOf(house, visit.site).byIds(ids)).map((one) => [one.id, one]))
  return ids.map((id) => byId.get(id)).filter((one) => one !== undefined)
}

/** The records that passed or failed one check. */
async function list(house: CatalogueHouse, visit: Visit, check: string): Promise<Answer> {
  const scope = scopeOf(visit.site)
  const passed = visit.query.get('ergebnis') === 'ja'
  const number = pageIn(visit)
  const found = await recordsByCheck(house.database.within(scope), scope, {
    check,
    passed,
    offset: (number - 1) * pageSize,
    limit: pageSize,
  })
  const records = await inOrder(house, visit, found.ids)
  return page(
    checkListView(visit, { check, passed, records, total: found.total, page: number, pages: Math.ceil(found.total / pageSize) }),
  )
}

/** The records that earn nothing for one question of the MQA. */
async function lacking(house: CatalogueHouse, visit: Visit, id: string): Promise<Answer> {
  const scope = scopeOf(visit.site)
  const number = pageIn(visit)
  const part = { id, offset: (number - 1) * pageSize, limit: pageSize }
  const found = await recordsLacking(house.database.within(scope), scope, part)
  const records = await inOrder(house, visit, found.ids)
  return page(lackListView(visit, { id, records, total: found.total, page: number, pages: Math.ceil(found.total / pageSize) }))
}

/** Points of places, or what gains most, as a table to take away. */
async function pointsCsv(house: CatalogueHouse, visit: Visit, what: 'orte' | 'punkte'): Promise<Answer> {
  const scope = scopeOf(visit.site)
  const db = house.database.within(scope)
  const lines =
    what === 'orte'
      ? (await pointsByTenant(db, scope)).map((row) => {
          const site = visit.sites.byId(row.tenant)
          return csvLine([site?.name ?? '', site?.officialKey ?? '', row.records, Math.round(row.score), Math.round(row.best)])
        })
      : (await gainsOf(db, scope)).map((one) =>
          csvLine([visit.t(`catalogue.mqa.${one.id}`), one.id, one.weight, one.records, one.points]),
        )
  const head =
    what === 'orte'
      ? ['place', 'key', 'datasets', 'mean_points', 'mean_points_asked']
      : ['question', 'id', 'points_each', 'datasets_without', 'points_in_all']
  return body('text/csv; charset=utf-8; header=present', csvLine(head) + lines.join(''), {
    'content-disposition': `attachment; filename="metadatenqualitaet-${what}.csv"`,
  })
}

/** How good the metadata of the view are; one check as a list; publishers as CSV. */
export async function qualityAnswer(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const check = visit.query.get('pruefung')
  if (check && (check === 'all' || qualityChecks.includes(check))) return list(house, visit, check)
  const lack = visit.query.get('fehlt')
  if (lack && weightOf(lack) > 0) return lacking(house, visit, lack)
  const as = visit.query.get('als')
  if (as === 'orte' || as === 'punkte') return pointsCsv(house, visit, as)
  const scope = scopeOf(visit.site)
  const db = house.database.within(scope)
  if (as === 'csv') {
    const rows = await qualityByPublisher(db, scope, 10_000)
    const lines = rows.map((row) =>
      csvLine([
        row.publisher,
        row.records,
        row.whole,
        Number(row.mean.toFixed(2)),
        Math.round(row.score),
        Math.round(row.best),
        visit.address(visit.site, routes.publisher, { slug: row.slug }),
      ]),
    )
    return body(
      'text/csv; charset=utf-8; header=present',
      csvLine([
        'publisher',
        'datasets',
        'datasets_passing_all_checks',
        'mean_checks_passed',
        'mean_points',
        'mean_points_asked',
        'url',
      ]) + lines.join(''),
      { 'content-disposition': 'attachment; filename="metadatenqualitaet.csv"' },
    )
  }
  const [totals, checks, publishers, points, gains, course, places] = await Promise.all([
    qualityTotals(db, scope),
    checkCounts(db, scope),
    qualityByPublisher(db, scope, shownPublishers),
    pointTotals(db, scope),
    gainsOf(db, scope),
    courseOf(db, scope),
    visit.site.within.length > 1 ? pointsByTenant(db, scope) : [],
  ])
  return page(
    qualityView(visit, {
      totals,
      checks,
      publishers,
      points: { totals: points, gains, course: untilNow(course, points, visit.now), places },
    }),
  )
}
