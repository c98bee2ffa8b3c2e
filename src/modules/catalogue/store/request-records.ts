import { type Kysely, sql } from 'kysely'
import type { NamedRecord } from './request-rows.ts'
import type { CatalogueTables } from './tables.ts'

/** A published record of a tenant by its slug. */
export async function recordBySlug(db: Kysely<CatalogueTables>, tenant: string, slug: string): Promise<NamedRecord | undefined> {
  const { rows } =
    await sql<NamedRecord>`select id, tenant, slug, title from catalogue_resource where tenant = ${tenant} and slug = ${slug} and state = 'published'`.execute(
      db,
    )
  return rows[0]
}
