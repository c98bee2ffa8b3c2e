import { type Kysely, sql } from 'kysely'
import type { Geometry } from '../../../model/procedure.ts'
import { submissionColumns } from '../../../store/submission-store.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import { boxAround, type Issue, type IssueStatus, metresBetween } from '../issue.ts'

type Db = Kysely<ParticipationTables>

/** A public issue reporting of a tenant. */
export interface Reporting {
  readonly id: string
  readonly slug: string
  readonly prefix: string
  readonly title: string
  readonly office: string
  readonly moderation: 'before' | 'after'
  readonly area: Geometry | null
  readonly settings: unknown
}

/** The public issue reportings of a tenant in the order in which they were opened. */
export async function reportingsOf(db: Db, tenant: string): Promise<Reporting[]> {
  const { rows } =
    await sql<Reporting>`select id, slug, prefix, title, office, moderation, area, settings from participation_procedure
    where tenant = ${tenant} and format = 'issue-report' and state = 'public' order by published_at, id`.execute(db)
  return rows
}

/** A report as others read it. */
export interface OpenIssue extends Issue {
  readonly prefix: string
  /** The last sentence of the office. */
  readonly note: string | null
  readonly mergedNumber: number | null
  readonly photos: readonly string[]
}

/** Which reports; every part narrows. */
export interface OpenQuery {
  readonly numbers?: readonly { readonly prefix: string; readonly number: number }[]
  readonly codes?: readonly { readonly procedure: string; readonly code: string }[]
  readonly statuses?: readonly IssueStatus[]
  /** Whether those that were merged into others are among them. */
  readonly merged: boolean
  readonly from?: Date
  readonly until?: Date
  readonly updatedAfter?: Date
  readonly updatedBefore?: Date
  readonly near?: { readonly lat: number; readonly long: number; readonly metres: number }
  readonly agency?: string
  readonly withPhoto?: boolean
  readonly most: number
}

const narrowed = (q: OpenQuery) => {
  const box = q.near && boxAround([q.near.long, q.near.lat], q.near.metres)
  const list = (rows: readonly unknown[]) => JSON.stringify(rows)
  return sql`
    ${q.numbers ? sql`and (p.prefix, s.number) in (select prefix, number from jsonb_to_recordset(${list(q.numbers)}::jsonb) as n(prefix text, number integer))` : sql``}
    ${q.codes ? sql`and (i.procedure, i.category) in (select procedure, code from jsonb_to_recordset(${list(q.codes)}::jsonb) as c(procedure uuid, code text))` : sql``}
    ${q.statuses ? sql`and (i.status = any(${[...q.statuses]}::text[]) and s.state = 'public' or ${q.merged} and s.state = 'merged')` : sql``}
    ${q.from ? sql`and i.received_at >= ${q.from}` : sql``} ${q.until ? sql`and i.received_at <= ${q.until}` : sql``}
    ${q.updatedAfter ? sql`and i.changed_at > ${q.updatedAfter}` : sql``} ${q.updatedBefore ? sql`and i.changed_at < ${q.updatedBefore}` : sql``}
    ${box ? sql`and i.lon between ${box[0]} and ${box[2]} and i.lat between ${box[1]} and ${box[3]}` : sql``}
    ${q.agency ? sql`and i.office = ${q.agency}` : sql``}
    ${q.withPhoto ? sql`and exists (select 1 from participation_issue_photo f where f.submission = i.submission and f.state = 'public')` : sql``}`
}

/** Reports of some procedures, newest first. Without a name, an address or anything else that is not public. One statement. */
export async function openIssues(db: Db, procedures: readonly string[], query: OpenQuery): Promise<OpenIssue[]> {
  const { rows } = await sql<OpenIssue & { lon: number | null; lat: number | null }>`
    select ${submissionColumns}, i.category as code, i.status, i.office as agency, i.due_on::text as "dueOn", i.changed_at as "movedAt", i.closed_at as "closedAt",
      i.lon, i.lat, p.prefix, a.body as note, m.number as "mergedNumber", coalesce(f.ids, '{}') as photos
    from participation_issue i join participation_submission s on s.id = i.submission join participation_procedure p on p.id = i.procedure
    left join participation_submission m on m.id = s.merged_into
    left join lateral (select body from participation_answer where submission = i.submission and kind = 'answer' order by at desc, id limit 1) a on true
    left join lateral (select array_agg(id::text order by at, id) as ids from participation_issue_photo where submission = i.submission and state = 'public') f on true
    where i.procedure = any(${[...procedures]}::uuid[]) and s.state in ('public', 'merged') ${narrowed(query)}
    order by i.received_at desc, i.submission limit ${query.near ? 10_000 : query.most}`.execute(db)
  const { near } = query
  if (!near) return rows
  return rows
    .filter(({ lon, lat }) => lon !== null && lat !== null && metresBetween([near.long, near.lat], [lon, lat]) <= near.metres)
    .slice(0, query.most)
}
