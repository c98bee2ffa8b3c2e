import { type Kysely, sql } from 'kysely'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

/** Counts keys up by one within a slot of time, in one statement; gives the new counts in order. Holds over all processes. */
export async function countUp(db: Db, keys: readonly Buffer[], slot: Date): Promise<number[]> {
  const { rows } = await sql<{ key: Buffer; count: number }>`
    insert into catalogue_limit (key, slot, count) select key, ${slot}, 1 from unnest(${[...keys]}::bytea[]) as key order by key
    on conflict (key, slot) do update set count = catalogue_limit.count + 1 returning key, count`.execute(db)
  return keys.map((key) => rows.find((row) => row.key.equals(key))?.count ?? 1)
}

/** Takes a solved puzzle; false when it was taken before. */
export async function takePuzzle(db: Db, mark: Buffer, expires: Date): Promise<boolean> {
  const done = await sql`insert into catalogue_solved_puzzle (mark, expires_at) values (${mark}, ${expires})`.execute(db).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === '23505') return false
      throw error
    },
  )
  return done
}
