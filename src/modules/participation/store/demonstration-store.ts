import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Outcome, Reason } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Where something of the demonstration stands. */
export interface Under {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
}

/** Lets a submission of the demonstration have come earlier. */
export async function backdate(trx: Db, submission: string, at: Date): Promise<void> {
  await sql`update participation_submission set received_at = ${at}, changed_at = ${at} where id = ${submission}`.execute(trx)
  await sql`update participation_original set received_at = ${at} where submission = ${submission}`.execute(trx)
}

/** Lets a comment of the demonstration have come earlier. */
export async function backdateComment(trx: Db, comment: string, at: Date): Promise<void> {
  await sql`update participation_comment set received_at = ${at} where id = ${comment}`.execute(trx)
}

/** So many who agree, are undecided or disagree, one row each as in earnest. */
export async function plantVotes(
  trx: Db,
  { tenant, procedure, submission }: Under,
  count: number,
  value: 1 | 0 | -1,
): Promise<void> {
  const mark = `${submission}/${value}/`
  await sql`insert into participation_reaction (tenant, procedure, submission, mark, value)
    select ${tenant}, ${procedure}, ${submission}, sha256(convert_to(${mark} || n, 'UTF8')), ${value}::smallint from generate_series(1, ${count}::int) n`.execute(
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

/** Hangs a submission on a decision. */
export async function linkDecision(trx: Db, submission: string, decision: string): Promise<void> {
  await sql`update participation_submission set decision = ${decision} where id = ${submission}`.execute(trx)
}

/** A decision with its milestones, each at its day. */
export async function plantDecision(
  trx: Db,
  one: {
    readonly tenant: string
    readonly procedure: string
    readonly title: string
    readonly body: string
    readonly decidedOn: string
    readonly href: string
    readonly dueOn: string | null
  },
  steps: readonly { readonly state: string; readonly note: string; readonly at: Date }[],
): Promise<string> {
  const id = randomUUID()
  const last = steps.at(-1)
  await sql`insert into participation_decision (id, tenant, procedure, title, body, decided_on, href, state, note, due_on)
    values (${id}, ${one.tenant}, ${one.procedure}, ${one.title}, ${one.body}, ${one.decidedOn}, ${one.href}, ${last?.state ?? 'planned'}, ${last?.note ?? ''}, ${one.dueOn})`.execute(
    trx,
  )
  for (const step of steps)
    await sql`insert into participation_milestone (id, tenant, decision, state, note, at)
      values (${randomUUID()}, ${one.tenant}, ${id}, ${step.state}, ${step.note}, ${step.at})`.execute(trx)
  return id
}
