import { type Kysely, sql } from 'kysely'
import type { Role } from '#kernel/actor.ts'

/** A mandate: `holder` acts for `tenant` with these roles through the day `until`. */
export interface StoredMandate {
  readonly tenant: string
  readonly holder: string
  readonly roles: readonly Role[]
  readonly until: string | null
  /** Days left; negative when it is over. */
  readonly left: number | null
}

const columns = sql`tenant, holder, roles,
  to_char((valid_until - interval '1 second') at time zone 'Europe/Berlin', 'YYYY-MM-DD') as until,
  floor(extract(epoch from valid_until - now()) / 86400)::int as left`

/** Mandates that a tenant gave, those that end first in front. */
export async function mandatesOf<T>(db: Kysely<T>, tenant: string): Promise<StoredMandate[]> {
  const { rows } = await sql<StoredMandate>`
    select ${columns} from identity_mandate where tenant = ${tenant} order by valid_until nulls last`.execute(db)
  return rows
}

/** Mandates that a body holds and that are good today. */
export async function mandatesHeld<T>(db: Kysely<T>, holder: string): Promise<StoredMandate[]> {
  const { rows } = await sql<StoredMandate>`
    select ${columns} from identity_mandate where holder = ${holder} and coalesce(valid_until > now(), true) order by valid_until nulls last`.execute(
    db,
  )
  return rows
}

/** Writes a mandate through a day; one for the same body is replaced. */
export async function putMandate<T>(
  trx: Kysely<T>,
  one: { tenant: string; holder: string; roles: readonly Role[]; until: string; by: string },
): Promise<void> {
  await sql`
    insert into identity_mandate (tenant, holder, roles, granted_by, valid_until)
    values (${one.tenant}, ${one.holder}, ${[...one.roles]}::text[], ${one.by}, (${one.until}::date + 1)::timestamp at time zone 'Europe/Berlin')
    on conflict (tenant, holder) do update set roles = excluded.roles, granted_by = excluded.granted_by, granted_at = now(), valid_until = excluded.valid_until`.execute(
    trx,
  )
}

/** Removes a mandate; false when there is none. */
export async function endMandate<T>(trx: Kysely<T>, tenant: string, holder: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from identity_mandate where tenant = ${tenant} and holder = ${holder}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
