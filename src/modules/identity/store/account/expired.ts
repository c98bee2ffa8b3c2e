import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from '../tenant-store.ts'

type Db = Kysely<IdentityTables>

/** Removes what has run out: sessions, links, keys for programs that ended 90 days ago, questions to passkeys, counted tries. */
export async function deleteExpired(db: Db): Promise<void> {
  await sql`delete from identity_session where expires_at < now()`.execute(db)
  await sql`delete from identity_link where expires_at < now()`.execute(db)
  await sql`delete from identity_challenge where expires_at < now()`.execute(db)
  await sql`delete from identity_api_token where least(expires_at, revoked_at) < now() - interval '90 days'`.execute(db)
  await sql`delete from identity_attempt where until < now()`.execute(db)
}

/** People whose account was deactivated so many years ago; at most a hundred at once. */
export async function longGone(db: Db, years: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from identity_person
    where deactivated_at < now() - make_interval(years => ${years}) order by deactivated_at limit 100`.execute(db)
  return rows.map((row) => row.id)
}
