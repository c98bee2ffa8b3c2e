import type { Query } from '#kernel/route.ts'
import type { Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import { facetParams, type SearchRequest, searchParams } from '../../use-cases/search-data.ts'
import { type FacetName, facetNames } from '../../use-cases/search-document.ts'

/** Addresses of the search page for a search that is changed a little. The choice of list or map stays. */
export interface SearchLinks {
  readonly map: boolean
  to(change?: Partial<SearchRequest>, map?: boolean): string
  /** Without one value of a facet. */
  without(name: FacetName, value: string): string
  /** Without some parameters. */
  drop(...names: readonly ('from' | 'to' | 'bbox')[]): string
  /** Parameters of the search as it stands, for other interfaces. */
  readonly params: Query
}

/** Makes the addresses of a search. */
export function searchLinks(visit: Visit, request: SearchRequest): SearchLinks {
  const map = visit.query.get('ansicht') === 'karte'
  const address = (query: Query, asMap: boolean) =>
    visit.to(routes.search, {}, { ...query, ansicht: asMap ? 'karte' : undefined })
  const params = searchParams(request, visit.site)
  const gone = { from: 'von', to: 'bis', bbox: 'bbox' } as const
  return {
    map,
    params,
    to: (change = {}, asMap = map) => address(searchParams(request, visit.site, change), asMap),
    without: (name, value) => {
      const left = (request.facets[name] ?? []).filter((one) => one !== value)
      return address({ ...params, [facetParams[name]]: left }, map)
    },
    drop: (...names) => address({ ...params, ...Object.fromEntries(names.map((name) => [gone[name], undefined])) }, map),
  }
}

/** Names of all parameters that are filters. */
export const filterParams: readonly string[] = [
  ...facetNames.map((name) => facetParams[name]),
  'offen',
  'hvd',
  'von',
  'bis',
  'bbox',
]
