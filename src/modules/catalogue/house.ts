import { type Site, type Sites, shownWith } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Metrics } from '#platform/metrics'
import type { SearchIndex } from '#platform/search'
import type { Storage } from '#platform/storage'
import { type CatalogueStore, catalogueStore } from './store/catalogue-store.ts'
import type { CatalogueTables } from './store/tables.ts'

/** What the catalogue needs of the house it lives in. */
export interface CatalogueHouse {
  readonly config: Config
  readonly log: Log
  readonly metrics: Metrics
  readonly database: Database<CatalogueTables>
  readonly storage: Storage
  readonly search: SearchIndex
  readonly jobs: Jobs
  readonly mail: Mail
  sites(): Sites
  now(): Date
}

const stores = new WeakMap<Site, CatalogueStore>()

/** The tenants whose records a view shows: its own, and those below it whose catalogue is switched on. */
export const shownIn = (site: Site, sites: Sites): readonly string[] => shownWith('catalogue', site, sites)

/** The store bound to a tenant: it writes only there and reads what the tenant's views show. */
export function storeOf(house: Pick<CatalogueHouse, 'database' | 'config' | 'sites'>, site: Site): CatalogueStore {
  let store = stores.get(site)
  if (!store) {
    store = catalogueStore(house.database, { tenant: site.id, readable: shownIn(site, house.sites()) }, house.config.publicUrl)
    stores.set(site, store)
  }
  return store
}
