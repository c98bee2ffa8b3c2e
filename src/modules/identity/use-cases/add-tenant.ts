import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Sites, TenantKind } from '#kernel/site.ts'
import { checkTenant, type Tenant, type TenantFault } from '../model/tenant.ts'
import { type IdentityTables, insertTenants } from '../store/tenant-store.ts'

/** What must be known to add a tenant; everything else has a sensible start. */
export interface AddTenant {
  slug: string
  name: string
  kind: TenantKind
  parentSlug?: string
  officialKey?: string
  population?: number
  hosts?: readonly string[]
  email?: string
}

/** Adds a tenant below its parent (the root when none is named). Faults name the field. */
export async function addTenant(
  db: Kysely<IdentityTables>,
  sites: Sites,
  command: AddTenant,
): Promise<Result<Tenant, TenantFault[]>> {
  const parent = command.parentSlug ? sites.bySlug(command.parentSlug) : sites.root
  if (!parent) return fail([{ field: 'parent', fault: 'unknown', value: command.parentSlug ?? '' }])
  const tenant: Tenant = {
    id: randomUUID(),
    slug: command.slug,
    name: command.name,
    shortName: command.name.replace(/^(?:Stadt|Gemeinde|Bundesstadt|Hansestadt) /, ''),
    kind: command.kind,
    parent: parent.id,
    ...(command.officialKey ? { officialKey: command.officialKey } : {}),
    ...(command.population ? { population: command.population } : {}),
    hosts: command.hosts ?? [],
    languages: ['de', 'en'],
    modules: ['catalogue'],
    theme: {},
    contact: { organisation: command.name, email: command.email ?? '' },
    subtitle: { de: 'Offene Daten', en: 'Open data' },
    officialLine: { de: `Offizielle Website: ${command.name}`, en: `Official website: ${command.name}` },
    texts: {},
  }
  const checked = checkTenant({ ...tenant, hosts: tenant.hosts })
  if (!checked.ok) return checked
  const taken: TenantFault[] = []
  if (sites.bySlug(tenant.slug)) taken.push({ field: 'slug', fault: 'taken', value: tenant.slug })
  for (const host of tenant.hosts) if (sites.byHost(host)) taken.push({ field: 'host', fault: 'taken', value: host })
  if (tenant.officialKey && sites.all.some((site) => site.officialKey === tenant.officialKey))
    taken.push({ field: 'key', fault: 'taken', value: tenant.officialKey })
  if (taken.length > 0) return fail(taken)
  const added = await insertTenants(db, [tenant])
  return added.length === 1 ? ok(tenant) : fail([{ field: 'slug', fault: 'taken', value: tenant.slug }])
}
