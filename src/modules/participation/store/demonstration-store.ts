import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Outcome, Reason } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

interface Under {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
}

/** Lets a submission of the demonstration have come earlier. */
export async function backdate(trx: Db, submission: string, at: Date): Promise<void> {
  await sql`update participation_submission set received_at = ${at}, changed_at = ${at} where id = ${submission}`.execute(trx)
  await sql`update participation_original set received_at = ${at} where submission = ${submission}`.execute(trx)
}

/** So many who agree, one row each as in earnest. */
export async function plantReactions(
  trx: Db,
  { tenant, procedure, submission }: Under,
  count: number,
  seed: string,
): Promise<void> {
  await sql`insert into participation_reaction (tenant, procedure, submission, mark, value)
    select ${tenant}, ${procedure}, ${submission}, sha256(convert_to(${seed} || n, 'UTF8')), 1 from generate_series(1, ${count}::int) n`.execute(
    trx,
  )
}

/** An answer in public, and what it comes to. */
export async function plantAnswer(
  trx: Db,
  one: Under & {
    readonly outcome: Outcome
    readonly reason: Reason | null
    readonly body: string
    readonly office: string
    readonly at: Date
  },
): Promise<void> {
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, outcome, reason, body, office, at)
    values (${randomUUID()}, ${one.tenant}, ${one.procedure}, ${one.submission}, 'answer', ${one.outcome}, ${one.reason}, ${one.body}, ${one.office}, ${one.at})`.execute(
    trx,
  )
  await sql`update participation_submission set outcome = ${one.outcome}, answered_at = ${one.at} where id = ${one.submission}`.execute(
    trx,
  )
}
