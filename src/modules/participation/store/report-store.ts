import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Geometry } from '../model/procedure.ts'
import type { CountedSubmission, DecisionState, LevelFigures, ReportFigures } from '../model/report/figures.ts'
import type { ReportTexts } from '../model/report/texts.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** What a report is about: a procedure, or a year of a tenant. */
export type ReportScope = { readonly procedure: string } | { readonly year: number }

const within = (scope: ReportScope) =>
  'procedure' in scope
    ? sql`s.procedure = ${scope.procedure}`
    : sql`s.received_at >= make_date(${scope.year}, 1, 1)::timestamp at time zone 'Europe/Berlin'
        and s.received_at < make_date(${scope.year + 1}, 1, 1)::timestamp at time zone 'Europe/Berlin'`

const reported = (tenant: string, scope: ReportScope) =>
  sql`s.tenant = ${tenant} and s.state = 'public' and p.state = 'public' and ${within(scope)}`

/** Everything that a report counts, of public procedures. */
export async function countedSubmissions(
  db: Db,
  tenant: string,
  scope: ReportScope,
): Promise<(CountedSubmission & { readonly geometry: Geometry | null })[]> {
  const { rows } = await sql<
    CountedSubmission & { geometry: Geometry | null }
  >`select s.id, s.procedure, s.channel, s.identity, s.category, s.geometry, s.outcome, a.reason,
      to_char(s.received_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as received, to_char(s.answered_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as answered,
      to_char(p.answer_by, 'YYYY-MM-DD') as "answerBy", s.decision, d.state as "decisionState"
    from participation_submission s join participation_procedure p on p.id = s.procedure left join participation_decision d on d.id = s.decision
    left join lateral (select reason from participation_answer a where a.submission = s.id and a.kind = 'answer' order by a.at desc, a.id desc limit 1) a on s.outcome is not null
    where ${reported(tenant, scope)} order by s.received_at, s.id`.execute(db)
  return rows
}

/** Comments of citizens and reactions under what a report counts, by what was shown. */
export async function countedLevels(db: Db, tenant: string, scope: ReportScope): Promise<Omit<LevelFigures, 'submissions'>[]> {
  const counted = sql`select s.id from participation_submission s join participation_procedure p on p.id = s.procedure where ${reported(tenant, scope)}`
  const { rows } = await sql<
    Omit<LevelFigures, 'submissions'>
  >`select identity as level, sum(comments)::int as comments, sum(reactions)::int as reactions from (
      select c.identity, count(*) as comments, 0 as reactions from participation_comment c
        where c.submission in (${counted}) and c.state = 'public' and c.office is null group by c.identity
      union all select r.identity, 0, count(*) from participation_reaction r where r.submission in (${counted}) group by r.identity) found
    group by identity`.execute(db)
  return rows
}

/** Decisions that a report tells of: those of its procedure, or those that submissions of its year led to. */
export async function reportedDecisions(
  db: Db,
  tenant: string,
  scope: ReportScope,
): Promise<{ id: string; state: DecisionState }[]> {
  const { rows } = await sql<{ id: string; state: DecisionState }>`select d.id, d.state from participation_decision d
    where d.tenant = ${tenant} and ${
      'procedure' in scope
        ? sql`d.procedure = ${scope.procedure}`
        : sql`exists (select 1 from participation_submission s join participation_procedure p on p.id = s.procedure where s.decision = d.id and ${reported(tenant, scope)})`
    } order by d.decided_on, d.id`.execute(db)
  return rows
}

/** Which of the submissions of a report. */
export const reportLists = [
  'alle',
  'beantwortet',
  'offen',
  'ueberfaellig',
  'beschluss',
  'umgesetzt',
  'verzoegert',
  'aufgehoben',
] as const
export type ReportList = (typeof reportLists)[number]

const decided = (state: DecisionState) => sql`and d.state = ${state}`
const lists: Readonly<Record<ReportList, ReturnType<typeof sql>>> = {
  alle: sql``,
  beantwortet: sql`and s.outcome is not null`,
  offen: sql`and s.outcome is null`,
  ueberfaellig: sql`and s.outcome is null and p.answer_by < (clock_timestamp() at time zone 'Europe/Berlin')::date`,
  beschluss: sql`and s.decision is not null`,
  umgesetzt: decided('done'),
  verzoegert: decided('delayed'),
  aufgehoben: decided('dropped'),
}

export interface ReportFilter {
  readonly list: ReportList
  readonly channel?: string | undefined
  readonly outcome?: string | undefined
  readonly reason?: string | undefined
  /** Month of the first answer, `2026-11`. */
  readonly month?: string | undefined
}

/** A submission on its way, as a report lists it. */
export interface ReportRow {
  readonly id: string
  readonly number: number
  readonly prefix: string
  readonly slug: string
  readonly title: string
  readonly lang: string
  readonly channel: string
  readonly outcome: string | null
  readonly reason: string | null
  readonly answer: string | null
  readonly received: string
  readonly answered: string | null
  readonly decisionTitle: string | null
  readonly decisionBody: string | null
  readonly decidedOn: string | null
  readonly decisionState: DecisionState | null
  readonly dueOn: string | null
}

/** Submissions of a report; `best` puts those first that came furthest, otherwise by receipt, behind the id `after`. */
export async function reportRows(
  db: Db,
  tenant: string,
  scope: ReportScope,
  filter: ReportFilter,
  page: { readonly limit: number; readonly after?: string | undefined; readonly best?: boolean },
): Promise<ReportRow[]> {
  const { rows } =
    await sql<ReportRow>`select s.id, s.number, p.prefix, p.slug, s.title, s.lang, s.channel, s.outcome, a.reason, a.body as answer,
      to_char(s.received_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as received, to_char(s.answered_at at time zone 'Europe/Berlin', 'YYYY-MM-DD') as answered,
      d.title as "decisionTitle", d.body as "decisionBody", to_char(d.decided_on, 'YYYY-MM-DD') as "decidedOn", d.state as "decisionState", to_char(d.due_on, 'YYYY-MM-DD') as "dueOn"
    from participation_submission s join participation_procedure p on p.id = s.procedure left join participation_decision d on d.id = s.decision
    left join lateral (select reason, body from participation_answer a where a.submission = s.id and a.kind = 'answer' order by a.at desc, a.id desc limit 1) a on s.outcome is not null
    where ${reported(tenant, scope)} ${lists[filter.list]} ${filter.channel ? sql`and s.channel = ${filter.channel}` : sql``}
      ${filter.outcome ? sql`and s.outcome = ${filter.outcome}` : sql``} ${filter.reason ? sql`and a.reason = ${filter.reason}` : sql``}
      ${filter.month ? sql`and to_char(s.answered_at at time zone 'Europe/Berlin', 'YYYY-MM') = ${filter.month}` : sql``}
      ${page.after ? sql`and (s.received_at, s.id) > (select received_at, id from participation_submission where id = ${page.after})` : sql``}
    order by ${
      page.best
        ? sql`case d.state when 'done' then 0 when 'running' then 1 when 'planned' then 2 when 'delayed' then 3 when 'dropped' then 4 else 5 end, s.agree desc, s.received_at, s.id`
        : sql`s.received_at, s.id`
    } limit ${page.limit}`.execute(db)
  return rows
}

/** What staff wrote around the figures, as it stands on the desk. */
export interface ReportDesk {
  readonly id: string
  readonly texts: ReportTexts
  readonly revision: number
}

const same = (scope: ReportScope) =>
  'procedure' in scope ? sql`procedure = ${scope.procedure}` : sql`procedure is null and year = ${scope.year}`

/** The desk of a report; undefined before the first save. */
export async function reportDesk(db: Db, tenant: string, scope: ReportScope): Promise<ReportDesk | undefined> {
  const { rows } =
    await sql<ReportDesk>`select id, texts, revision from participation_report where tenant = ${tenant} and ${same(scope)}`.execute(
      db,
    )
  return rows[0]
}

/** Saves what staff wrote, if nobody saved since `revision` (0: nobody at all). Gives the id; undefined when somebody did. */
export async function saveReport(
  trx: Db,
  tenant: string,
  scope: ReportScope,
  revision: number,
  texts: ReportTexts,
): Promise<string | undefined> {
  const [procedure, year] = 'procedure' in scope ? [scope.procedure, null] : [null, scope.year]
  const { rows } =
    revision === 0
      ? await sql<{ id: string }>`insert into participation_report (id, tenant, procedure, year, texts)
          values (${randomUUID()}, ${tenant}, ${procedure}, ${year}, ${JSON.stringify(texts)}::jsonb) on conflict do nothing returning id`.execute(
          trx,
        )
      : await sql<{
          id: string
        }>`update participation_report set texts = ${JSON.stringify(texts)}::jsonb, revision = revision + 1, changed_at = clock_timestamp()
          where tenant = ${tenant} and ${same(scope)} and revision = ${revision} returning id`.execute(trx)
  return rows[0]?.id
}

/** A published report. */
export interface ReportVersion {
  readonly number: number
  readonly texts: ReportTexts
  readonly figures: ReportFigures
  readonly publishedAt: Date
}

/** Writes the next version; gives its number. The report's row is locked by the save before. */
export async function addReportVersion(
  trx: Db,
  tenant: string,
  report: string,
  scope: ReportScope,
  given: { readonly texts: ReportTexts; readonly figures: ReportFigures },
): Promise<number> {
  const [procedure, year] = 'procedure' in scope ? [scope.procedure, null] : [null, scope.year]
  const { rows } = await sql<{
    number: number
  }>`insert into participation_report_version (report, number, tenant, procedure, year, texts, figures)
    select ${report}, coalesce(max(number), 0) + 1, ${tenant}, ${procedure}::uuid, ${year}::integer, ${JSON.stringify(given.texts)}::jsonb, ${JSON.stringify(given.figures)}::jsonb
    from participation_report_version where report = ${report} returning number`.execute(trx)
  return rows[0]?.number ?? 0
}

/** Versions of a report, newest first. */
export async function reportVersions(db: Db, tenant: string, scope: ReportScope): Promise<ReportVersion[]> {
  const { rows } =
    await sql<ReportVersion>`select number, texts, figures, published_at as "publishedAt" from participation_report_version
    where tenant = ${tenant} and ${same(scope)} order by number desc limit 50`.execute(db)
  return rows
}

/** Published reports of a tenant, the newest version of each; those of a procedure with its address and title. */
export async function publishedReports(
  db: Db,
  tenant: string,
): Promise<{ year: number | null; slug: string | null; title: string | null; publishedAt: Date; received: number }[]> {
  const { rows } = await sql<{
    year: number | null
    slug: string | null
    title: string | null
    publishedAt: Date
    received: number
  }>`select * from (select distinct on (v.report) v.year, p.slug, p.title, v.published_at as "publishedAt", (v.figures ->> 'received')::int as received
      from participation_report_version v left join participation_procedure p on p.id = v.procedure
      where v.tenant = ${tenant} order by v.report, v.number desc) participation_newest order by year desc nulls last, "publishedAt" desc limit 500`.execute(
    db,
  )
  return rows
}

/** The years in which a tenant received something, newest first. */
export async function reportYears(db: Db, tenant: string): Promise<number[]> {
  const { rows } = await sql<{
    year: number
  }>`select distinct extract(year from received_at at time zone 'Europe/Berlin')::int as year
    from participation_submission s where s.tenant = ${tenant} and s.state = 'public' order by 1 desc`.execute(db)
  return rows.map(({ year }) => year)
}

/** The open dataset of a procedure. */
export interface OpenDataset {
  /** Id of its record in the catalogue; public once it is released there. */
  readonly resource: string
  readonly submissions: number
  readonly blanked: number
  readonly publishedAt: Date
}

export async function openDataset(db: Db, procedure: string): Promise<OpenDataset | undefined> {
  const { rows } = await sql<OpenDataset>`select resource, submissions, blanked, published_at as "publishedAt"
    from participation_dataset where procedure = ${procedure}`.execute(db)
  return rows[0]
}

/** Notes which record of the catalogue the dataset of a procedure is. */
export async function putDataset(
  db: Db,
  tenant: string,
  procedure: string,
  one: Omit<OpenDataset, 'publishedAt'>,
): Promise<void> {
  await sql`insert into participation_dataset (procedure, tenant, resource, submissions, blanked)
    values (${procedure}, ${tenant}, ${one.resource}, ${one.submissions}, ${one.blanked})
    on conflict (procedure) do update set resource = excluded.resource, submissions = excluded.submissions, blanked = excluded.blanked, published_at = clock_timestamp()`.execute(
    db,
  )
}
