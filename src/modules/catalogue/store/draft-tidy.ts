import { type Kysely, sql, type Transaction } from 'kysely'
import type { CatalogueTables } from './tables.ts'

/** Removes drafts with all that was said and handed in about them. Locked by the caller. */
export async function removeDrafts(trx: Transaction<CatalogueTables>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const table of ['catalogue_comment', 'catalogue_draft_file', 'catalogue_draft_revision'])
    await sql`delete from ${sql.ref(table)} where draft = any(${[...ids]}::uuid[])`.execute(trx)
  await sql`delete from catalogue_draft where id = any(${[...ids]}::uuid[])`.execute(trx)
}

/** Drafts that were discarded a year ago can be brought back no longer: they are removed. Gives how many. */
export function forgetDrafts(db: Kysely<CatalogueTables>): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from catalogue_draft
      where state = 'discarded' and changed_at < now() - interval '1 year' for update skip locked`.execute(trx)
    await removeDrafts(
      trx,
      rows.map(({ id }) => id),
    )
    return rows.length
  })
}
