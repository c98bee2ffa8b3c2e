import type { Site } from '#kernel/site.ts'
import type { Scope } from '#platform/db'
import type { SearchAnswer } from '#platform/search'
import type { CatalogueHouse } from '../../house.ts'
import { storeOf } from '../../house.ts'
import type { StoredResource } from '../../store/catalogue-store.ts'

/** What a view may read. */
export const scopeOf = (site: Site): Scope => ({ tenant: site.id, readable: site.within })

export interface Overview {
  total: number
  facets: SearchAnswer['facets']
  newest: StoredResource[]
}

interface Wanted {
  facets?: Readonly<Record<string, readonly string[]>>
  text?: string
  newest?: number
  facetLimit?: number
}

/** Counts by facet and the newest records of a view, or of a part of it: one question to the index, one to the database. */
export async function readOverview(house: CatalogueHouse, view: Site, wanted: Wanted = {}): Promise<Overview> {
  const answer = await house.search.search({
    scope: view.id,
    ...(wanted.text ? { text: wanted.text } : {}),
    ...(wanted.facets ? { facets: wanted.facets } : {}),
    sort: 'modified',
    limit: wanted.newest ?? 0,
    facetLimit: wanted.facetLimit ?? 20,
  })
  if (!answer.ok) throw new Error(`the index refused an overview: ${answer.error.code}`)
  const { total, facets, hits } = answer.value
  const found = await storeOf(house, view).byIds(hits.map((hit) => hit.id))
  const byId = new Map(found.map((one) => [one.id, one]))
  return { total, facets, newest: hits.map((hit) => byId.get(hit.id)).filter((one) => one !== undefined) }
}

/** How many records carry a flag (`open`, `hvd`) or were renewed since a day. */
export async function countOf(
  house: CatalogueHouse,
  view: Site,
  narrowed: { flags?: string[]; since?: number },
): Promise<number> {
  const answer = await house.search.search({
    scope: view.id,
    limit: 0,
    facetLimit: 0,
    ...(narrowed.flags ? { flags: narrowed.flags } : {}),
    ...(narrowed.since === undefined ? {} : { time: { from: narrowed.since } }),
  })
  return answer.ok ? answer.value.total : 0
}
