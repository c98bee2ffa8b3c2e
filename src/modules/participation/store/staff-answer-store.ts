import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { AnswerDraft } from '../model/answer.ts'
import type { Submission } from '../model/submission.ts'
import { submissionColumns } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** Lists of those who answer. */
export const answerLists = ['offen', 'ueberfaellig', 'beantwortet', 'alle'] as const
export type AnswerList = (typeof answerLists)[number]

export interface AnswerFilter {
  readonly list: AnswerList
  readonly category?: string | undefined
  readonly channel?: string | undefined
  readonly outcome?: string | undefined
  readonly decision?: string | undefined
  readonly stems?: readonly string[] | undefined
  /** Only these. */
  readonly ids?: readonly string[] | undefined
  /** Received on this day, or in this month (`2026-11`). */
  readonly received?: string | undefined
  readonly place?: string | undefined
}

const conditions: Readonly<Record<AnswerList, ReturnType<typeof sql>>> = {
  offen: sql`and s.outcome is null`,
  ueberfaellig: sql`and s.outcome is null and p.answer_by < (clock_timestamp() at time zone 'Europe/Berlin')::date`,
  beantwortet: sql`and s.outcome is not null`,
  alle: sql``,
}

const narrowed = (f: AnswerFilter) => sql`${conditions[f.list]}
  ${f.category === undefined ? sql`` : f.category === '' ? sql`and s.category is null` : sql`and s.category = ${f.category}`}
  ${f.channel ? sql`and s.channel = ${f.channel}` : sql``} ${f.outcome ? sql`and s.outcome = ${f.outcome}` : sql``}
  ${f.decision ? sql`and s.decision = ${f.decision}::uuid` : sql``} ${f.place ? sql`and s.place = ${f.place}` : sql``}
  ${f.stems && f.stems.length > 0 ? sql`and s.stems @> ${[...f.stems]}::text[]` : sql``}
  ${f.ids ? sql`and s.id = any(${[...f.ids]}::uuid[])` : sql``}
  ${f.received ? sql`and to_char(s.received_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') like ${`${f.received}%`}` : sql``}`

/** Public submissions of a procedure for those who answer, first come first, behind the number `after`. */
export async function answerRows(
  db: Db,
  procedure: string,
  filter: AnswerFilter,
  after: number,
  limit: number,
): Promise<Submission[]> {
  const { rows } =
    await sql<Submission>`select ${submissionColumns} from participation_submission s join participation_procedure p on p.id = s.procedure
    where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)} and s.number > ${after} order by s.number limit ${limit}`.execute(
      db,
    )
  return rows
}

/** How many there are. */
export async function countAnswerRows(db: Db, procedure: string, filter: AnswerFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from participation_submission s
    join participation_procedure p on p.id = s.procedure where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)}`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

/** Figures of a procedure for those who answer. */
export interface AnswerCounts {
  readonly procedure: string
  readonly all: number
  readonly open: number
  readonly overdue: number
}

/** Figures of all procedures of a tenant. */
export async function answerCounts(db: Db, tenant: string): Promise<AnswerCounts[]> {
  const { rows } =
    await sql<AnswerCounts>`select s.procedure, count(*)::int as "all", (count(*) filter (where s.outcome is null))::int as open,
      (count(*) filter (where s.outcome is null and p.answer_by < (clock_timestamp() at time zone 'Europe/Berlin')::date))::int as overdue
    from participation_submission s join participation_procedure p on p.id = s.procedure
    where s.tenant = ${tenant} and s.state = 'public' group by s.procedure`.execute(db)
  return rows
}

/** Public submissions of a procedure among these ids, locked; what was hidden meanwhile is not among them. */
export async function lockSubmissions(
  trx: Db,
  tenant: string,
  procedure: string,
  ids: readonly string[],
): Promise<{ id: string; number: number }[]> {
  const { rows } = await sql<{ id: string; number: number }>`select id, number from participation_submission
    where tenant = ${tenant} and procedure = ${procedure} and state = 'public' and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    trx,
  )
  return rows
}

/** One answer under each of these; the first answer's moment stays, it is what the promise was about. */
export async function insertAnswers(
  trx: Db,
  tenant: string,
  procedure: string,
  ids: readonly string[],
  answer: AnswerDraft,
  person: string,
): Promise<void> {
  const rows = ids.map((submission) => ({ id: randomUUID(), submission }))
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, outcome, reason, body, office, person)
    select g.id, ${tenant}, ${procedure}, g.submission, 'answer', ${answer.outcome}, ${answer.reason}, ${answer.body}, ${answer.office}, ${person}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, submission uuid)`.execute(trx)
  await sql`update participation_submission set outcome = ${answer.outcome}, answered_at = coalesce(answered_at, clock_timestamp()), changed_at = clock_timestamp()
    where tenant = ${tenant} and id = any(${[...ids]}::uuid[])`.execute(trx)
}

/** Notes what happened to submissions, and to those that were merged into them: whoever wrote those is to be told as well. */
export async function submissionEvents(trx: Db, tenant: string, ids: readonly string[], what: string): Promise<void> {
  await sql`insert into platform_event (topic, tenant, subject, payload)
    select 'participation/submission-changed', ${tenant}, s.id, ${JSON.stringify({ what })}::jsonb from participation_submission s
    where s.tenant = ${tenant} and (s.id = any(${[...ids]}::uuid[]) or s.merged_into = any(${[...ids]}::uuid[]))`.execute(trx)
  await sql`select pg_notify('platform_event', '')`.execute(trx)
}

/** A beginning for answers. */
export interface TextBlock {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly outcome: string | null
  readonly reason: string | null
}

/** The tenant's text blocks by title. */
export async function textBlocks(db: Db, tenant: string): Promise<TextBlock[]> {
  const { rows } =
    await sql<TextBlock>`select id, title, body, outcome, reason from participation_text_block where tenant = ${tenant} order by title limit 200`.execute(
      db,
    )
  return rows
}

/** Writes a text block; one of the same title is replaced. */
export async function putTextBlock(db: Db, tenant: string, one: Omit<TextBlock, 'id'>): Promise<void> {
  await sql`insert into participation_text_block (id, tenant, title, body, outcome, reason)
    values (${randomUUID()}, ${tenant}, ${one.title}, ${one.body}, ${one.outcome}, ${one.reason})
    on conflict (tenant, title) do update set body = excluded.body, outcome = excluded.outcome, reason = excluded.reason, changed_at = clock_timestamp()`.execute(
    db,
  )
}

/** Removes a text block; false when there is none. */
export async function dropTextBlock(db: Db, tenant: string, id: string): Promise<boolean> {
  const done = await sql`delete from participation_text_block where tenant = ${tenant} and id = ${id}`.execute(db)
  return Number(done.numAffectedRows ?? 0) > 0
}
