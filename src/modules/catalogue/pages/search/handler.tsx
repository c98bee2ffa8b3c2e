import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { type ParamFault, pageSize, readSearch, searchParams } from '../../use-cases/search-data.ts'
import { faultView } from './fault-view.tsx'
import { readResultMap, readSearchPage } from './read-search-page.ts'
import { resultsCsv } from './results-csv.ts'
import { searchView } from './search-view.tsx'
import { suggestions } from './suggestions.ts'

/** A search that took too long is ours to answer for; everything else is in the address. */
const faulty = (visit: Visit, faults: readonly ParamFault[]): Answer =>
  page(faultView(visit, faults), faults.every((one) => one.fault === 'time') ? 503 : 400)

async function search(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const request = readSearch(visit.query, visit.site, visit.sites)
  if (!request.ok) return faulty(visit, request.error)
  const data = await readSearchPage(house, request.value, visit.site, visit.sites)
  if (!data.ok) return faulty(visit, data.error)
  const last = Math.ceil(data.value.answer.total / pageSize)
  // Behind the last page lies nothing: whoever kept an old address lands on the last one.
  if (request.value.page > Math.max(last, 1))
    return redirect(visit.to(routes.search, {}, searchParams(request.value, visit.site, { page: Math.max(last, 1) })), 302)
  const map = visit.query.get('ansicht') === 'karte' ? await readResultMap(house, data.value, visit.sites) : undefined
  return page(searchView(visit, map ? { ...data.value, map } : data.value))
}

async function csv(house: CatalogueHouse, visit: Visit): Promise<Answer> {
  const request = readSearch(visit.query, visit.site, visit.sites)
  if (!request.ok) return faulty(visit, request.error)
  const answer = await resultsCsv(house, visit, request.value)
  return answer.ok ? answer.value : faulty(visit, answer.error)
}

export const searchHandlers = (house: CatalogueHouse): Handler[] => [
  handler(routes.search, (visit) => search(house, visit)),
  handler(routes.resultsCsv, (visit) => csv(house, visit), { perMinute: 60 }),
  handler(routes.suggest, (visit) => suggestions(house, visit)),
]
