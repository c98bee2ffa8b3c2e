import type { HomeContent, Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'
import { homeContent } from './home-content.tsx'
import { readHome } from './read-home.ts'

/** What the catalogue brings to the home page of a tenant. */
export async function catalogueHome(house: CatalogueHouse, visit: Visit): Promise<HomeContent> {
  return homeContent(visit, await readHome(house, visit.site, visit.sites))
}
