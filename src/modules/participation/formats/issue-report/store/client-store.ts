import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** A program of somebody else that may report. */
export interface IssueClient {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly revokedAt: Date | null
  /** A calendar day. */
  readonly usedOn: string | null
  readonly reports: number
}

/** Programs of a tenant, those that may report first. */
export async function clientsOf(db: Db, tenant: string): Promise<IssueClient[]> {
  const { rows } = await sql<IssueClient>`
    select id, name, created_at as "createdAt", revoked_at as "revokedAt", used_on::text as "usedOn", reports from participation_issue_client
    where tenant = ${tenant} order by revoked_at is not null, created_at, id`.execute(db)
  return rows
}

export async function insertClient(
  trx: Db,
  one: { readonly id: string; readonly tenant: string; readonly name: string; readonly keyHash: Buffer },
): Promise<void> {
  await sql`insert into participation_issue_client (id, tenant, name, key_hash) values (${one.id}, ${one.tenant}, ${one.name}, ${one.keyHash})`.execute(
    trx,
  )
}

/** Shuts a program out for good; gives its name, undefined when it is not there or shut out already. */
export async function revokeClient(trx: Db, tenant: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`update participation_issue_client set revoked_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and revoked_at is null returning name`.execute(trx)
  return rows[0]?.name
}

/** Whether a key is good; the connection must know it. */
export async function isKnownClient(trx: Db, keyHash: Buffer): Promise<boolean> {
  const { rows } = await sql`select 1 from participation_issue_client where key_hash = ${keyHash} and revoked_at is null`.execute(
    trx,
  )
  return rows.length > 0
}
