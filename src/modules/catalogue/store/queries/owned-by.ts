import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { CatalogueTables } from '../tables.ts'

/** How many records of a tenant these people are in charge of, by person; who has none is left out. One question. */
export async function ownedBy(
  database: Database<CatalogueTables>,
  tenant: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (people.length === 0) return new Map()
  const { rows } = await sql<{ person: string; records: number }>`
    select responsible as person, count(*)::int as records from catalogue_entry
    where tenant = ${tenant} and responsible = any(${[...people]}::uuid[]) group by 1`.execute(
    database.within({ tenant, readable: [tenant], staff: true }),
  )
  return new Map(rows.map((row) => [row.person, row.records]))
}
