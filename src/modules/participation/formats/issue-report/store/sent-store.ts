import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** The report that a key leads to. */
export interface SentIssue {
  readonly submission: string
  readonly number: number
  readonly prefix: string
  readonly state: string
  readonly receivedAt: Date
}

/** The report that came with a key before; undefined when none did. */
export async function issueOfKey(db: Db, keyHash: Buffer): Promise<SentIssue | undefined> {
  const { rows } =
    await sql<SentIssue>`select submission, number, prefix, state, received_at as "receivedAt" from participation_issue_of_key(${keyHash})`.execute(
      db,
    )
  return rows[0]
}

/** Notes a key of a report; a second report with the same key is refused by the database (23505). */
export async function noteKey(trx: Db, tenant: string, keyHash: Buffer, submission: string): Promise<void> {
  await sql`insert into participation_issue_key (tenant, key_hash, submission) values (${tenant}, ${keyHash}, ${submission})`.execute(
    trx,
  )
}

/** Notes the program that sends this report; false when its key is good no longer. */
export async function noteClient(trx: Db, keyHash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select participation_issue_came(${keyHash}) as known`.execute(trx)
  return rows[0]?.known === true
}
