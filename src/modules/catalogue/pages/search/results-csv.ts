import { csvLine } from '#kernel/csv-line.ts'
import { ok, type Result } from '#kernel/result.ts'
import { type Answer, stream, type Visit } from '#platform/http'
import { publisherOf, titleOf } from '#standards/dcat-ap-de'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { type ParamFault, type SearchRequest, searchData } from '../../use-cases/search-data.ts'
import { formatsOf, licencesOf, themesOf } from '../../use-cases/search-document.ts'

/** As deep as a search reaches; who wants everything takes the catalogue. */
const most = 10_000
const batch = 500

export { csvCell, csvLine } from '#kernel/csv-line.ts'

const columns = [
  'title',
  'publisher',
  'portal',
  'theme',
  'format',
  'license',
  'issued',
  'modified',
  'checks_passed',
  'checks',
  'url',
  'uri',
] as const

function line(stored: StoredResource, visit: Visit): string {
  const owner = visit.sites.byId(stored.tenant)
  const { record, quality } = stored
  return csvLine([
    titleOf(record, visit.lang),
    publisherOf(record, visit.lang) ?? '',
    owner?.name,
    themesOf(record).join('|'),
    formatsOf(record).join('|'),
    licencesOf(record).join('|'),
    record.issued,
    record.modified,
    quality?.checks.filter((one) => one.passed).length,
    quality?.checks.length,
    visit.address(owner ?? visit.site, routes.dataset, { slug: stored.slug }),
    record.uri,
  ])
}

/** A search as a table: UTF-8, commas, a header, one record a line. Streamed in batches; a fault on the way cuts the answer off. */
export async function resultsCsv(
  house: CatalogueHouse,
  visit: Visit,
  request: SearchRequest,
): Promise<Result<Answer, ParamFault[]>> {
  const ask = (page: number) => searchData(house, { ...request, page }, { limit: batch, facetLimit: 0 })
  const first = await ask(1)
  if (!first.ok) return first
  async function* lines(start: StoredResource[], total: number): AsyncGenerator<string> {
    yield csvLine(columns) + start.map((one) => line(one, visit)).join('')
    const reach = Math.min(total, most)
    for (let page = 2; (page - 1) * batch < reach; page++) {
      const next = await ask(page)
      if (!next.ok) throw new Error(`the search broke off at page ${page}: ${next.error.map((one) => one.fault).join(', ')}`)
      yield next.value.records.map((one) => line(one, visit)).join('')
    }
  }
  const { answer, records } = first.value
  return ok(
    stream('text/csv; charset=utf-8; header=present', lines(records, answer.total), {
      'content-disposition': 'attachment; filename="daten.csv"',
    }),
  )
}
