import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Decision, DecisionDraft, MilestoneDraft } from '../model/decision.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`d.id, d.procedure, d.title, d.body, d.decided_on as "decidedOn", d.href, d.state, d.note, d.due_on as "dueOn",
  coalesce((select jsonb_agg(jsonb_build_object('state', m.state, 'note', m.note, 'day', (m.at at time zone 'Europe/Berlin')::date) order by m.at, m.id)
    from participation_milestone m where m.decision = d.id), '[]') as milestones`

/** A decision with how many submissions hang on it. */
export interface CountedDecision extends Decision {
  readonly submissions: number
}

/** Decisions of a procedure, the oldest first, each with its milestones and the number of its public submissions. */
export async function decisionsOf(db: Db, procedure: string): Promise<CountedDecision[]> {
  const { rows } = await sql<CountedDecision>`select ${columns},
      (select count(*)::int from participation_submission s where s.decision = d.id and s.state = 'public') as submissions
    from participation_decision d where d.procedure = ${procedure} order by d.decided_on nulls last, d.id limit 200`.execute(db)
  return rows
}

/** Decisions by id. */
export async function decisionsById(db: Db, ids: readonly string[]): Promise<Decision[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Decision>`select ${columns} from participation_decision d where d.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** The decision that a submission led to. */
export const decisionOf = async (db: Db, id: string | null): Promise<Decision | undefined> =>
  id === null ? undefined : (await decisionsById(db, [id]))[0]

/** Writes a new decision; planned until a milestone says otherwise. */
export async function insertDecision(trx: Db, tenant: string, procedure: string, one: DecisionDraft): Promise<string> {
  const id = randomUUID()
  await sql`insert into participation_decision (id, tenant, procedure, title, body, decided_on, href)
    values (${id}, ${tenant}, ${procedure}, ${one.title}, ${one.body}, ${one.decidedOn}, ${one.href})`.execute(trx)
  return id
}

/** Locks a decision of a procedure and gives its title; undefined where there is none. */
export async function lockDecision(trx: Db, tenant: string, procedure: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ title: string }>`select title from participation_decision
    where tenant = ${tenant} and procedure = ${procedure} and id = ${id} for update`.execute(trx)
  return rows[0]?.title
}

/** Hangs submissions on a decision, or takes them off (null). */
export async function linkSubmissions(trx: Db, tenant: string, ids: readonly string[], decision: string | null): Promise<void> {
  await sql`update participation_submission set decision = ${decision}, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(trx)
}

/** Adds a step: what was said before stays. */
export async function insertMilestone(trx: Db, tenant: string, decision: string, step: MilestoneDraft): Promise<void> {
  await sql`insert into participation_milestone (id, tenant, decision, state, note) values (${randomUUID()}, ${tenant}, ${decision}, ${step.state}, ${step.note})`.execute(
    trx,
  )
  await sql`update participation_decision set state = ${step.state}, note = ${step.note}, due_on = ${step.dueOn}, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${decision}`.execute(trx)
}

/** Ids of the public submissions that hang on a decision. */
export async function submissionsUnder(trx: Db, decision: string): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select id from participation_submission where decision = ${decision} and state = 'public'`.execute(trx)
  return rows.map(({ id }) => id)
}
