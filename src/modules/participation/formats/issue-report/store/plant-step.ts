import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { IssueStatus } from '../issue.ts'

type Db = Kysely<ParticipationTables>

/** What an office did with a report of the demonstration, at its moment. */
export interface PlantedStep {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
  readonly status: IssueStatus
  /** Who has it from then on, and who says so. */
  readonly office: string
  readonly speaker: string
  readonly forwarded: boolean
  readonly outcome: string | null
  readonly note: string
  readonly at: Date
}

/** A line of the history with its sentence. */
export async function plantStep(trx: Db, one: PlantedStep): Promise<void> {
  await sql`insert into participation_issue_step (id, tenant, submission, status, office, forwarded, at)
    values (${randomUUID()}, ${one.tenant}, ${one.submission}, ${one.status}, ${one.office}, ${one.forwarded}, ${one.at})`.execute(
    trx,
  )
  await sql`update participation_issue set status = ${one.status}, office = ${one.office}, changed_at = ${one.at},
      closed_at = case when ${one.status} in ('open', 'in-progress') then null else ${one.at}::timestamptz end where submission = ${one.submission}`.execute(
    trx,
  )
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, body, office, at)
    values (${randomUUID()}, ${one.tenant}, ${one.procedure}, ${one.submission}, 'answer', ${one.note}, ${one.speaker}, ${one.at})`.execute(
    trx,
  )
  await sql`update participation_submission set outcome = ${one.outcome}, answered_at = coalesce(answered_at, ${one.at}::timestamptz) where id = ${one.submission}`.execute(
    trx,
  )
}

/** Lets a report of the demonstration have come at its moment, with its answer to the additional question. */
export async function backdateIssue(
  trx: Db,
  submission: string,
  at: Date,
  days: number,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await sql`update participation_issue set received_at = ${at}, changed_at = ${at}, due_on = (${at}::timestamptz at time zone 'Europe/Berlin')::date + ${days}::int
    where submission = ${submission}`.execute(trx)
  await sql`update participation_submission set answers = ${JSON.stringify(answers)}::jsonb where id = ${submission}`.execute(trx)
}
