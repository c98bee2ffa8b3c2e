import { ok, type Result } from '#kernel/result.ts'
import type { Site, Sites } from '#kernel/site.ts'
import type { SearchAnswer } from '#platform/search'
import type { CatalogueHouse } from '../../house.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'
import { type ParamFault, type SearchRequest, searchData } from '../../use-cases/search-data.ts'

/** A view that the same search could be asked in, and what it would find there. */
export interface ViewCount {
  site: Site
  total: number
}

/** Everything the search page shows. */
export interface SearchPageData {
  request: SearchRequest
  answer: SearchAnswer
  records: StoredResource[]
  /** The site's own view first, then those above it. */
  views: ViewCount[]
  /** When nothing was found: how much there is without the filters, and in all. */
  instead?: { withoutFilters: number; all: number }
}

/** Whether any filter is on; words and the choice of view are none. */
export const isFiltered = (request: SearchRequest): boolean =>
  Object.keys(request.facets).length > 0 ||
  request.open ||
  request.hvd ||
  request.from !== undefined ||
  request.to !== undefined ||
  request.bbox !== undefined

/** The same search without its filters. */
export function withoutFilters(request: SearchRequest): SearchRequest {
  const { from: _from, to: _to, bbox: _bbox, ...rest } = request
  return { ...rest, facets: {}, open: false, hvd: false, page: 1 }
}

const countOf = async (house: CatalogueHouse, request: SearchRequest): Promise<number> => {
  const found = await searchData(house, { ...request, page: 1 }, { limit: 0, facetLimit: 0 })
  return found.ok ? found.value.answer.total : 0
}

/** Asks the index for the page and for the counts of the views above; the database once for the records. */
export async function readSearchPage(
  house: CatalogueHouse,
  request: SearchRequest,
  site: Site,
  sites: Sites,
): Promise<Result<SearchPageData, ParamFault[]>> {
  const candidates = [site.id, ...site.ancestors].map((id) => sites.byId(id)).filter((one) => one !== undefined)
  const [found, ...elsewhere] = await Promise.all([
    searchData(house, request),
    ...candidates.map((view) => (view.id === request.view.id ? -1 : countOf(house, { ...request, view }))),
  ])
  if (!found.ok) return found
  const { answer, records } = found.value
  const views = candidates.map((view, i) => ({
    site: view,
    total: view.id === request.view.id ? answer.total : (elsewhere[i] ?? 0),
  }))
  if (answer.total > 0) return ok({ request, answer, records, views })
  const plain = withoutFilters(request)
  const [unfiltered, all] = await Promise.all([countOf(house, plain), countOf(house, { ...plain, text: '' })])
  return ok({ request, answer, records, views, instead: { withoutFilters: unfiltered, all } })
}
