import type { Generated, Insertable, JSONColumnType, Kysely, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { LangText } from '#kernel/locale.ts'
import type { Area, SiteContact, TenantKind, Theme } from '#kernel/site.ts'
import type { Tenant } from '../model/tenant.ts'

interface TenantTable {
  id: string
  slug: string
  name: string
  short_name: string
  kind: string
  parent: string | null
  official_key: string | null
  population: number | null
  hosts: string[]
  languages: string[]
  modules: string[]
  theme: JSONColumnType<Theme>
  contact: JSONColumnType<SiteContact>
  subtitle: JSONColumnType<LangText>
  official_line: JSONColumnType<LangText>
  texts: JSONColumnType<Record<string, LangText>>
  area: JSONColumnType<Area> | null
  updated_at: Generated<Date>
}

interface BarrierReportTable {
  id: string
  tenant: string
  page: string
  message: string
  reply_to: string | null
  created_at: Generated<Date>
  delete_after: Generated<string>
}

export interface IdentityTables {
  identity_tenant: TenantTable
  identity_barrier_report: BarrierReportTable
}

type Db = Kysely<IdentityTables>

const fromRow = (row: Selectable<TenantTable>): Tenant => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  shortName: row.short_name,
  kind: row.kind as TenantKind,
  ...(row.parent ? { parent: row.parent } : {}),
  ...(row.official_key ? { officialKey: row.official_key } : {}),
  ...(row.population ? { population: row.population } : {}),
  hosts: row.hosts,
  languages: row.languages,
  modules: row.modules,
  theme: row.theme,
  contact: row.contact,
  subtitle: row.subtitle,
  officialLine: row.official_line,
  texts: row.texts,
  ...(row.area ? { area: row.area } : {}),
})

const toRow = (tenant: Tenant): Insertable<TenantTable> => ({
  id: tenant.id,
  slug: tenant.slug,
  name: tenant.name,
  short_name: tenant.shortName,
  kind: tenant.kind,
  parent: tenant.parent ?? null,
  official_key: tenant.officialKey ?? null,
  population: tenant.population ?? null,
  hosts: [...tenant.hosts],
  languages: [...tenant.languages],
  modules: [...tenant.modules],
  theme: JSON.stringify(tenant.theme),
  contact: JSON.stringify(tenant.contact),
  subtitle: JSON.stringify(tenant.subtitle),
  official_line: JSON.stringify(tenant.officialLine),
  texts: JSON.stringify(tenant.texts),
  area: tenant.area ? JSON.stringify(tenant.area) : null,
})

/** All tenants, by name. */
export async function allTenants(db: Db): Promise<Tenant[]> {
  return (await db.selectFrom('identity_tenant').selectAll().orderBy('name').execute()).map(fromRow)
}

/** Inserts tenants that are not there yet (by slug) in one statement; gives the slugs that are new. */
export async function insertTenants(db: Db, tenants: readonly Tenant[]): Promise<string[]> {
  if (tenants.length === 0) return []
  const rows = await db
    .insertInto('identity_tenant')
    .values(tenants.map(toRow))
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('slug')
    .execute()
  await sql`select pg_notify('platform_event', '')`.execute(db)
  return rows.map((row) => row.slug)
}

/** Tells everybody who keeps something of a tenant's that it changed; the transaction is the caller's. */
export async function tellTenantChanged<T>(trx: Kysely<T>, id: string): Promise<void> {
  await sql`insert into platform_event (topic, tenant, subject) values ('identity/tenant-changed', ${id}, ${id})`.execute(trx)
  await sql`select pg_notify('platform_event', '')`.execute(trx)
}

/** Writes a tenant's row anew in the caller's transaction, with an event; false when there is none of that id. */
export async function writeTenant(trx: Db, tenant: Tenant): Promise<boolean> {
  const { id, ...values } = toRow(tenant)
  const [result] = await trx
    .updateTable('identity_tenant')
    .set({ ...values, updated_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  if ((result?.numUpdatedRows ?? 0n) === 0n) return false
  await tellTenantChanged(trx, id)
  return true
}

/** Writes a tenant's row anew, with an event for those who keep its name or its modules elsewhere; false when there is none of that id. */
export const updateTenant = (db: Db, tenant: Tenant): Promise<boolean> =>
  db.transaction().execute((trx) => writeTenant(trx, tenant))

/** A tenant and the version of its row, locked until the caller's transaction ends. */
export async function lockTenant(trx: Db, id: string): Promise<{ tenant: Tenant; version: string } | undefined> {
  const row = await trx
    .selectFrom('identity_tenant')
    .selectAll()
    .select(sql<string>`updated_at::text`.as('version'))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? { tenant: fromRow(row), version: row.version } : undefined
}

/** The version of a tenant's row: whoever saves names the one he read. */
export async function tenantVersion(db: Db, id: string): Promise<string> {
  const { rows } = await sql<{
    version: string
  }>`select updated_at::text as version from identity_tenant where id = ${id}`.execute(db)
  return rows[0]?.version ?? ''
}

/** Moment of the newest change to any tenant, its pages or its redirects, so that a process notices what another one did. */
export async function tenantsVersion(db: Db): Promise<string> {
  const { rows } = await sql<{
    version: string
  }>`select (select coalesce(max(updated_at)::text, '') || count(*) from identity_tenant)
      || (select coalesce(max(created_at)::text, '') || count(*) from identity_redirect)
      || (select coalesce(max(updated_at)::text, '') || count(*) from identity_site_page) as version`.execute(db)
  return rows[0]?.version ?? ''
}

/** Keeps a barrier report; the connection must be bound to the tenant. */
export async function insertBarrierReport(
  db: Db,
  report: { id: string; tenant: string; page: string; message: string; replyTo?: string },
): Promise<void> {
  await db
    .insertInto('identity_barrier_report')
    .values({
      id: report.id,
      tenant: report.tenant,
      page: report.page,
      message: report.message,
      reply_to: report.replyTo ?? null,
    })
    .execute()
}

/** The tenant's barrier reports, newest first. */
export async function barrierReports(
  db: Db,
  tenant: string,
): Promise<{ created_at: Date; page: string; message: string; reply_to: string | null }[]> {
  return db
    .selectFrom('identity_barrier_report')
    .select(['created_at', 'page', 'message', 'reply_to'])
    .where('tenant', '=', tenant)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
}

/** Removes reports whose time is over; gives how many. */
export async function deleteExpiredReports(db: Db): Promise<number> {
  const [result] = await db.deleteFrom('identity_barrier_report').where('delete_after', '<', sql<string>`current_date`).execute()
  return Number(result?.numDeletedRows ?? 0)
}
