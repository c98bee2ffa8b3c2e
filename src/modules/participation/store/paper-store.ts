import { type Kysely, sql } from 'kysely'
import type { Submission } from '../model/submission.ts'
import { submissionColumns } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A submission as its receipt shows it. */
export interface PaperSubmission extends Submission {
  readonly reference: string | null
  readonly late: boolean
}

/** Notes when a paper came, and what the office calls it. */
export async function noteReceived(trx: Db, tenant: string, id: string, day: string, reference: string): Promise<void> {
  await sql`update participation_submission set received_on = ${day}::date, reference = ${reference || null} where tenant = ${tenant} and id = ${id}`.execute(
    trx,
  )
}

/** Whether the database refused a submission because its paper was entered already. */
export function isTwice(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return code === '23505' && constraint === 'participation_submission_reference'
}

/** The numbers of submissions that papers with these names were entered under, by name. */
export async function enteredAs(db: Db, procedure: string, references: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ reference: string; number: number }>`
    select reference, number from participation_submission where procedure = ${procedure} and reference = any(${[...references]}::text[])`.execute(
    db,
  )
  return new Map(rows.map((one) => [one.reference, one.number]))
}

/** A submission of a tenant in whatever state, for its staff. */
export async function paperSubmission(db: Db, tenant: string, id: string): Promise<PaperSubmission | undefined> {
  const { rows } = await sql<PaperSubmission>`select ${submissionColumns}, s.reference, s.late
    from participation_submission s where s.tenant = ${tenant} and s.id = ${id}`.execute(db)
  return rows[0]
}

/** A line of a list of submissions: its number in the file, and its cells by head. */
export interface ListLine {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Keeps a list until somebody says yes; those of yesterday go. */
export async function keepList(
  db: Db,
  one: { id: string; tenant: string; procedure: string; lines: readonly ListLine[] },
): Promise<void> {
  await sql`delete from participation_sheet where tenant = ${one.tenant} and at < clock_timestamp() - interval '1 day'`.execute(
    db,
  )
  await sql`insert into participation_sheet (id, tenant, procedure, lines) values (${one.id}, ${one.tenant}, ${one.procedure}, ${JSON.stringify(one.lines)}::jsonb)`.execute(
    db,
  )
}

/** Takes a list out: it is taken over once. Undefined when it is not there any more. */
export async function takeList(trx: Db, tenant: string, procedure: string, id: string): Promise<readonly ListLine[] | undefined> {
  const { rows } = await sql<{ lines: ListLine[] }>`delete from participation_sheet
    where tenant = ${tenant} and procedure = ${procedure} and id = ${id} returning lines`.execute(trx)
  return rows[0]?.lines
}
