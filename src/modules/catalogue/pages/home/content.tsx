import type { HomeContent, Visit } from '#platform/http'
import type { CatalogueHouse } from '../../house.ts'

/** What the catalogue brings to the home page of a tenant. */
export async function catalogueHome(_house: CatalogueHouse, _visit: Visit): Promise<HomeContent> {
  return { parts: [] }
}
