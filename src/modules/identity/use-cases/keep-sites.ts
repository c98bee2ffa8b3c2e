import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Sites } from '#kernel/site.ts'
import { sitesOf, type Tenant } from '../model/tenant.ts'
import { siteContents } from '../store/site-contents-store.ts'
import { allTenants, type IdentityTables, insertTenants, tenantsVersion } from '../store/tenant-store.ts'

/** The tenant of a fresh instance, until somebody names it. */
const first: Omit<Tenant, 'id'> = {
  slug: 'land',
  name: 'Offene Kommunen',
  shortName: 'Offene Kommunen',
  kind: 'land',
  hosts: [],
  languages: ['de', 'en'],
  modules: ['catalogue'],
  theme: {},
  contact: { organisation: 'Offene Kommunen', email: '' },
  subtitle: { de: 'Offene Daten', en: 'Open data' },
  officialLine: { de: '', en: '' },
  texts: {},
}

/** The tenants, kept in memory and read anew when they changed. */
export interface SiteKeeper {
  current(): Sites
  /** Looks whether tenants changed and reads them if so; true when they did. */
  refresh(): Promise<boolean>
}

/** Reads the tenants; an instance without any gets its root. */
export async function keepSites(db: Kysely<IdentityTables>): Promise<SiteKeeper> {
  let tenants = await allTenants(db)
  if (tenants.length === 0) {
    await insertTenants(db, [{ ...first, id: randomUUID() }])
    tenants = await allTenants(db)
  }
  let sites = sitesOf(tenants, await siteContents(db))
  let version = await tenantsVersion(db)
  return {
    current: () => sites,
    async refresh() {
      const now = await tenantsVersion(db)
      if (now === version) return false
      sites = sitesOf(await allTenants(db), await siteContents(db))
      version = now
      return true
    },
  }
}
