import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

/** Titles and addresses of procedures by id. */
export async function proceduresById(
  db: Kysely<ParticipationTables>,
  ids: readonly string[],
): Promise<{ id: string; slug: string; title: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{
    id: string
    slug: string
    title: string
  }>`select id, slug, title from participation_procedure where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}
