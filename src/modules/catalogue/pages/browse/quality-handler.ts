import { type Answer, body, page, type Visit } from '#platform/http'
import { type CatalogueHouse, storeOf } from '../../house.ts'
import { routes } from '../../routes.ts'
import { checkCounts, qualityByPublisher, qualityTotals, recordsByCheck } from '../../store/queries/metadata-quality.ts'
import { csvLine } from '../search/results-csv.ts'
import { checkListView } from './check-list-view.tsx'
import { qualityChecks, qualityView } from './quality-view.tsx'
import { scopeOf } from './scope.ts'

const pageSize = 50
/** More publishers than this are read as CSV. */
const shownPublishers = 25

/** The records that passed or failed one check. */
async function list(house: CatalogueHouse, visit: Visit, check: string): Promise<Answer> {
  const scope = scopeOf(visit.site)
  const passed = visit.query.get('ergebnis') === 'ja'
  const wanted = Number(visit.query.get('seite') ?? '1')
  const number = Number.isInteger(wanted) && wanted >= 1 && wanted <= 10_000 ? wanted : 1
  const found = await recordsByCheck(house.database.within(scope), scope, {
    check,
    passed,
    offset: (number - 1) * pageSize,
    limit: pageSize,
  })
  const stored = await storeOf(house, visit.site).byIds(found.ids)
  const byId = new Map(stored.map((one) => [one.id, one]))
  const records = found.ids.map((id) => byId.get(id)).filter((one) => one !== undefined)
  return page(
    checkListView(visit, { check, passed, records, total: found.total, page: number, pages: Math.ceil(found.total / pageSize) }),
  )
}

/** How good the metadata of the view are; one check as a list; publishers as CSV. */
export async function qualityAnswer(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const check = visit.query.get('pruefung')
  if (check && (check === 'all' || qualityChecks.includes(check))) return list(house, visit, check)
  const scope = scopeOf(visit.site)
  const db = house.database.within(scope)
  if (visit.query.get('als') === 'csv') {
    const rows = await qualityByPublisher(db, scope, 10_000)
    const lines = rows.map((row) =>
      csvLine([
        row.publisher,
        row.records,
        row.whole,
        Number(row.mean.toFixed(2)),
        visit.address(visit.site, routes.publisher, { slug: row.slug }),
      ]),
    )
    return body(
      'text/csv; charset=utf-8; header=present',
      csvLine(['publisher', 'datasets', 'datasets_passing_all_checks', 'mean_checks_passed', 'url']) + lines.join(''),
      { 'content-disposition': 'attachment; filename="metadatenqualitaet.csv"' },
    )
  }
  const [totals, checks, publishers] = await Promise.all([
    qualityTotals(db, scope),
    checkCounts(db, scope),
    qualityByPublisher(db, scope, shownPublishers),
  ])
  return page(qualityView(visit, { totals, checks, publishers }))
}
