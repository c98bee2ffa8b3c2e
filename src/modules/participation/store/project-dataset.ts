import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** The record of the catalogue that holds a tenant's register; undefined until it was published. */
export async function projectsResource(db: Db, tenant: string): Promise<string | undefined> {
  const { rows } = await sql<{ resource: string | null }>`
    select resource from participation_project_settings where tenant = ${tenant}`.execute(db)
  return rows[0]?.resource ?? undefined
}

/** Notes it. */
export async function putProjectsResource(db: Db, tenant: string, resource: string): Promise<void> {
  await sql`insert into participation_project_settings (tenant, resource) values (${tenant}, ${resource})
    on conflict (tenant) do update set resource = excluded.resource`.execute(db)
}
