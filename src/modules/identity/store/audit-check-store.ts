import { type Kysely, sql } from 'kysely'

/** What a look over a chain found, and when. */
export interface StoredCheck {
  readonly at: Date
  readonly entries: number
  readonly position: number | null
  readonly fault: string | null
}

/** The last look over a tenant's chain. */
export async function lastCheck<T>(db: Kysely<T>, tenant: string): Promise<StoredCheck | undefined> {
  const { rows } = await sql<StoredCheck>`
    select checked_at as at, entries, fault_position as position, fault from identity_audit_check where tenant = ${tenant}`.execute(
    db,
  )
  return rows[0]
}

/** Keeps what a look found. */
export async function keepCheck<T>(db: Kysely<T>, tenant: string, check: StoredCheck): Promise<void> {
  await sql`
    insert into identity_audit_check (tenant, checked_at, entries, fault_position, fault)
    values (${tenant}, ${check.at.toISOString()}::timestamptz, ${check.entries}, ${check.position}, ${check.fault})
    on conflict (tenant) do update set checked_at = excluded.checked_at, entries = excluded.entries,
      fault_position = excluded.fault_position, fault = excluded.fault`.execute(db)
}
