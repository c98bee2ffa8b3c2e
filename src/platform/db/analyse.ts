import { type Kysely, sql } from 'kysely'

/**
 * Tells PostgreSQL at once what stands in these columns of a table. By itself it looks about once a minute, and until then takes what is
 * new for a row or two: thousands of rows written within that minute are looked up by reading all of them each time.
 */
export async function analyse<T>(db: Kysely<T>, table: string, columns: readonly string[]): Promise<void> {
  // Who is at it already, or changes the table, is not waited for.
  await sql`analyze (skip_locked) ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})`.execute(db)
}
