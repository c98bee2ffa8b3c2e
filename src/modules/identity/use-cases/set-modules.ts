import type { Kysely } from 'kysely'
import type { Site } from '#kernel/site.ts'
import { allTenants, type IdentityTables, updateTenant } from '../store/tenant-store.ts'

/** Switches exactly these modules on for a tenant; without any, only tells which are on. Gives the modules that are on. */
export async function setModules(db: Kysely<IdentityTables>, site: Site, modules: readonly string[]): Promise<readonly string[]> {
  if (modules.length === 0) return site.modules
  const wanted = modules.includes('none') ? [] : [...new Set(modules)]
  const tenant = (await allTenants(db)).find((one) => one.id === site.id)
  if (tenant) await updateTenant(db, { ...tenant, modules: wanted })
  return wanted
}
