import { type Kysely, sql } from 'kysely'

/** Every table in which a row names a content of the storage, in its column `sha256`. What stands in none of them is swept away. */
export const contentTables = ['catalogue_file', 'catalogue_draft_file'] as const

/** Fingerprints of all contents that this room keeps, of all tenants. */
export async function namedContents<Tables>(db: Kysely<Tables>): Promise<Set<string>> {
  const named = new Set<string>()
  for (const table of contentTables) {
    const { rows } = await sql<{ sha256: string }>`select distinct sha256 from ${sql.table(table)}`.execute(db)
    for (const { sha256 } of rows) named.add(sha256)
  }
  return named
}
