import { type Kysely, type RawBuilder, sql } from 'kysely'
import { submissionColumns } from '../../../store/submission-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { boxAround, type Issue, type IssueStatus, type IssueStep, metresBetween } from '../issue.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`${submissionColumns}, i.category as code, i.status, i.office as agency, i.due_on::text as "dueOn", i.changed_at as "movedAt", i.closed_at as "closedAt"`
const tables = sql`participation_issue i join participation_submission s on s.id = i.submission`

/** Every part narrows. */
export interface IssueFilter {
  readonly statuses?: readonly IssueStatus[] | undefined
  readonly code?: string | undefined
  readonly agency?: string | undefined
  /** Words as stems: all of them must be there. */
  readonly stems?: readonly string[] | undefined
}

const narrowed = ({ statuses, code, agency, stems }: IssueFilter) => sql`
  ${statuses && statuses.length > 0 ? sql`and i.status = any(${[...statuses]}::text[])` : sql``} ${code ? sql`and i.category = ${code}` : sql``}
  ${agency ? sql`and i.office = ${agency}` : sql``} ${stems && stems.length > 0 ? sql`and s.stems @> ${[...stems]}::text[]` : sql``}`

/** Public reports of a procedure, newest first, behind the one with the number `after`. */
export async function listIssues(
  db: Db,
  procedure: string,
  filter: IssueFilter,
  after: number | undefined,
  limit: number,
): Promise<Issue[]> {
  const { rows } = await sql<Issue>`select ${columns} from ${tables}
    where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)} ${after === undefined ? sql`` : sql`and s.number < ${after}`}
    order by s.number desc limit ${limit}`.execute(db)
  return rows
}

/** How many there are. */
export async function countIssues(db: Db, procedure: string, filter: IssueFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${tables}
    where s.procedure = ${procedure} and s.state = 'public' ${narrowed(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** A report by its submission, whatever its state; undefined where the connection may not read it. */
export async function issueOf(db: Db, submission: string): Promise<Issue | undefined> {
  const { rows } = await sql<Issue>`select ${columns} from ${tables} where i.submission = ${submission}`.execute(db)
  return rows[0]
}

/** The history of a report, oldest first. */
export async function stepsOf(db: Db, submission: string): Promise<IssueStep[]> {
  const { rows } = await sql<IssueStep>`select status, office, forwarded, at from participation_issue_step
    where submission = ${submission} order by at, id`.execute(db)
  return rows
}

/** A report near a place. */
export interface NearIssue extends Issue {
  readonly metres: number
}

/** Public reports around a place that nobody has dealt with yet, nearest first. */
export async function nearIssues(
  db: Db,
  procedure: string,
  at: readonly [number, number],
  metres: number,
  limit: number,
): Promise<NearIssue[]> {
  const [west, south, east, north] = boxAround(at, metres)
  const { rows } = await sql<Issue & { lon: number; lat: number }>`select ${columns}, i.lon, i.lat from ${tables}
    where i.procedure = ${procedure} and s.state = 'public' and i.closed_at is null
    and i.lat between ${south} and ${north} and i.lon between ${west} and ${east} limit 200`.execute(db)
  return rows
    .map((one) => ({ ...one, metres: metresBetween(at, [one.lon, one.lat]) }))
    .filter((one) => one.metres <= metres)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, limit)
}

/** What the public learns of a category: how many there are, and how long it takes. */
export interface CategoryFigures {
  readonly code: string
  readonly open: number
  readonly inProgress: number
  /** Within the last twelve months. */
  readonly closed: number
  readonly done: number
  /** Days from the report until it was dealt with, half of them shorter; null where none was closed in twelve months. */
  readonly medianDays: number | null
}

/** Figures of all categories of a procedure. One statement. */
export async function categoryFigures(db: Db, procedure: string): Promise<CategoryFigures[]> {
  const { rows } = await sql<CategoryFigures>`
    select i.category as code, (count(*) filter (where i.status = 'open'))::int as open, (count(*) filter (where i.status = 'in-progress'))::int as "inProgress",
      (count(*) filter (where i.closed_at is not null))::int as closed, (count(*) filter (where i.status = 'done'))::int as done,
      percentile_cont(0.5) within group (order by extract(epoch from i.closed_at - i.received_at) / 86400) filter (where i.closed_at is not null) as "medianDays"
    from ${tables} where i.procedure = ${procedure} and s.state = 'public' and (i.closed_at is null or i.closed_at > clock_timestamp() - interval '12 months')
    group by i.category`.execute(db)
  return rows
}

const micros = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000000)::bigint`

/** One line of the queue of staff. */
export interface QueuedIssue extends Issue {
  readonly prefix: string
  readonly slug: string
  readonly procedureTitle: string
  readonly photos: number
  readonly key: string
}

export interface QueueFilter extends IssueFilter {
  readonly procedure?: string | undefined
  /** Only those whose day has passed. */
  readonly late?: boolean | undefined
}

const queueNarrowed = (
  filter: QueueFilter,
) => sql`${narrowed(filter)} ${filter.procedure ? sql`and i.procedure = ${filter.procedure}` : sql``}
  ${filter.late ? sql`and i.closed_at is null and i.due_on < (clock_timestamp() at time zone 'Europe/Berlin')::date` : sql``}`

/** Reports of a tenant for staff, longest waiting first, behind a key. */
export async function queueOf(
  db: Db,
  tenant: string,
  filter: QueueFilter,
  after: string | undefined,
  limit: number,
): Promise<QueuedIssue[]> {
  const [at, id] = after?.split('.') ?? []
  const key = sql`(${micros(sql`i.received_at`)}, i.submission)`
  const { rows } = await sql<QueuedIssue>`select ${columns}, p.prefix, p.slug, p.title as "procedureTitle",
      (select count(*)::int from participation_issue_photo f where f.submission = i.submission) as photos,
      ${micros(sql`i.received_at`)}::text || '.' || i.submission as key
    from ${tables} join participation_procedure p on p.id = i.procedure
    where i.tenant = ${tenant} and s.state in ('waiting', 'public') ${queueNarrowed(filter)} ${at && id ? sql`and ${key} > (${at}::bigint, ${id}::uuid)` : sql``}
    order by i.received_at, i.submission limit ${limit}`.execute(db)
  return rows
}

/** How many of each office wait, and how many of them too long. */
export interface OfficeFigures {
  readonly office: string
  readonly open: number
  readonly inProgress: number
  readonly late: number
}

export async function officeFigures(db: Db, tenant: string): Promise<OfficeFigures[]> {
  const { rows } = await sql<OfficeFigures>`
    select i.office, (count(*) filter (where i.status = 'open'))::int as open, (count(*) filter (where i.status = 'in-progress'))::int as "inProgress",
      (count(*) filter (where i.due_on < (clock_timestamp() at time zone 'Europe/Berlin')::date))::int as late
    from ${tables} where i.tenant = ${tenant} and i.closed_at is null and s.state in ('waiting', 'public') group by i.office order by i.office`.execute(
    db,
  )
  return rows
}

/** How many reports of a tenant somebody still has to do something about. */
export async function countWaiting(db: Db, tenant: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${tables}
    where i.tenant = ${tenant} and i.status in ('open', 'in-progress') and s.state in ('waiting', 'public')`.execute(db)
  return rows[0]?.n ?? 0
}

/** A report that nobody else changes until the transaction ends. */
export async function lockIssue(trx: Db, tenant: string, submission: string): Promise<Issue | undefined> {
  await sql`select 1 from participation_issue where tenant = ${tenant} and submission = ${submission} for update`.execute(trx)
  return issueOf(trx, submission)
}

/** What becomes of a report. */
export interface IssueChange {
  readonly status: IssueStatus
  readonly office: string
  readonly code: string
  readonly forwarded: boolean
}

/** Writes where a report stands from now on, and the line of its history. */
export async function moveIssue(trx: Db, tenant: string, submission: string, to: IssueChange, step: string): Promise<void> {
  await sql`update participation_issue set status = ${to.status}, office = ${to.office}, category = ${to.code}, changed_at = clock_timestamp(),
      closed_at = case when ${to.status} in ('open', 'in-progress') then null else coalesce(closed_at, clock_timestamp()) end
    where tenant = ${tenant} and submission = ${submission}`.execute(trx)
  await sql`insert into participation_issue_step (id, tenant, submission, status, office, forwarded)
    values (${step}, ${tenant}, ${submission}, ${to.status}, ${to.office}, ${to.forwarded})`.execute(trx)
}

/** The sentence that everybody reads and that its author is told; `outcome` is what it comes to, null while it goes on. */
export async function tellIssue(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly procedure: string
    readonly submission: string
    readonly body: string
    readonly office: string
    readonly person: string
    readonly outcome: string | null
    readonly category?: string
  },
): Promise<void> {
  await sql`insert into participation_answer (id, tenant, procedure, submission, kind, body, office, person)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.submission}, 'answer', ${one.body}, ${one.office}, ${one.person}::uuid)`.execute(
    trx,
  )
  await sql`update participation_submission set outcome = ${one.outcome}, answered_at = coalesce(answered_at, clock_timestamp()), changed_at = clock_timestamp(),
      category = ${one.category ?? sql`category`} where tenant = ${one.tenant} and id = ${one.submission}`.execute(trx)
}
