import { type Kysely, sql } from 'kysely'

/** Counts keys up by one within a slot of time, in one statement; gives the new counts in order. Holds over all processes. */
export async function countUp<Tables>(db: Kysely<Tables>, keys: readonly Buffer[], slot: Date): Promise<number[]> {
  const { rows } = await sql<{ key: Buffer; count: number }>`
    insert into platform_limit (key, slot, count) select key, ${slot}, 1 from unnest(${[...keys]}::bytea[]) as key order by key
    on conflict (key, slot) do update set count = platform_limit.count + 1 returning key, count`.execute(db)
  return keys.map((key) => rows.find((row) => row.key.equals(key))?.count ?? 1)
}

/** Takes a solved puzzle; false when it was taken before. */
export function takePuzzle<Tables>(db: Kysely<Tables>, mark: Buffer, expires: Date): Promise<boolean> {
  return sql`insert into platform_solved_puzzle (mark, expires_at) values (${mark}, ${expires})`.execute(db).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === '23505') return false
      throw error
    },
  )
}

/** Removes counts after a day and puzzles that have expired. */
export async function forgetLimits<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`delete from platform_limit where slot < now() - interval '24 hours'`.execute(db)
  await sql`delete from platform_solved_puzzle where expires_at < now()`.execute(db)
}
