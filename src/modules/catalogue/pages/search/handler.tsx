import { type Answer, type Handler, handler, page, type Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { routes } from '../../routes.ts'
import { type ParamFault, readSearch } from '../../use-cases/search-data.ts'
import { faultView } from './fault-view.tsx'
import { readSearchPage } from './read-search-page.ts'
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
  return data.ok ? page(searchView(visit, data.value)) : faulty(visit, data.error)
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
