import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** Counts a try before it is made, so that parallel ones count, too; gives how many there were and the seconds until they are forgotten. */
export async function countAttempt(db: Db, key: Buffer, within: number): Promise<{ count: number; seconds: number }> {
  const { rows } = await sql<{ count: number; seconds: number }>`
    insert into identity_attempt as old (key, count, until) values (${key}, 1, now() + make_interval(secs => ${within}))
    on conflict (key) do update set
      count = case when old.until <= now() then 1 else old.count + 1 end,
      until = case when old.until <= now() then excluded.until else old.until end
    returning count, ceil(extract(epoch from until - now()))::int as seconds`.execute(db)
  return rows[0] ?? { count: 1, seconds: within }
}

/** A try that succeeded does not count. */
export async function uncountAttempt(db: Db, key: Buffer): Promise<void> {
  await sql`update identity_attempt set count = greatest(count - 1, 0) where key = ${key}`.execute(db)
}

/** All tries of a key are forgotten: its owner has shown who he is. */
export async function forgetAttempts(db: Db, key: Buffer): Promise<void> {
  await sql`delete from identity_attempt where key = ${key}`.execute(db)
}
