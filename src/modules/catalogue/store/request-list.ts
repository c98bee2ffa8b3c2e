import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Outcome, RequestKind, RequestState } from '../model/request.ts'
import { type RequestRow, requestColumns, requestTables, type StaffRequestRow, staffColumns } from './request-rows.ts'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

/** Which wishes and remarks: every part narrows. */
export interface RequestFilter {
  readonly kind?: RequestKind | undefined
  readonly states: readonly RequestState[]
  /** Of these tenants. */
  readonly tenants: readonly string[]
  /** `overdue`: promised answer is over; `kept` and `late`: answered in time or not. */
  readonly deadline?: 'overdue' | 'kept' | 'late' | undefined
  readonly outcome?: Outcome | undefined
  /** Stems that all occur. */
  readonly stems?: readonly string[] | undefined
  readonly assigned?: { readonly to: string } | 'nobody' | 'somebody' | undefined
}

export type RequestSort = 'newest' | 'joined' | 'urgent'

const today = sql`(now() at time zone 'Europe/Berlin')::date`
const answeredOn = sql`(r.answered_at at time zone 'Europe/Berlin')::date`

const deadlines: Readonly<Record<'overdue' | 'kept' | 'late', RawBuilder<unknown>>> = {
  overdue: sql`r.state in ('open', 'waiting') and r.due_on < ${today}`,
  kept: sql`r.state = 'answered' and ${answeredOn} <= r.due_on`,
  late: sql`r.state = 'answered' and ${answeredOn} > r.due_on`,
}

function condition(filter: RequestFilter): RawBuilder<unknown> {
  const { kind, states, tenants, deadline, outcome, stems, assigned } = filter
  const parts: RawBuilder<unknown>[] = [
    sql`r.tenant = any(${[...tenants]}::uuid[])`,
    sql`r.state = any(${[...states]}::text[])`,
    ...(kind ? [sql`r.kind = ${kind}`] : []),
    ...(deadline ? [deadlines[deadline]] : []),
    ...(outcome ? [sql`r.outcome = ${outcome}`] : []),
    ...(stems ? [sql`r.stems @> ${[...stems]}::text[]`] : []),
    ...(assigned === undefined
      ? []
      : assigned === 'nobody'
        ? [sql`r.assigned_person is null and r.assigned_name is null`]
        : assigned === 'somebody'
          ? [sql`(r.assigned_person is not null or r.assigned_name is not null)`]
          : [sql`r.assigned_person = ${assigned.to}`]),
  ]
  return sql.join(parts, sql` and `)
}

const orders: Readonly<Record<RequestSort, { key: RawBuilder<unknown>; more: RawBuilder<unknown>; order: RawBuilder<unknown> }>> =
  {
    newest: { key: sql`r.created_at, r.id`, more: sql`<`, order: sql`r.created_at desc, r.id desc` },
    joined: { key: sql`r.joined, r.created_at, r.id`, more: sql`<`, order: sql`r.joined desc, r.created_at desc, r.id desc` },
    urgent: { key: sql`r.due_on, r.created_at, r.id`, more: sql`>`, order: sql`r.due_on, r.created_at, r.id` },
  }

function select(
  columns: RawBuilder<unknown>,
  filter: RequestFilter,
  sort: RequestSort,
  after: string | undefined,
  limit: number,
) {
  const { key, more, order } = orders[sort]
  const behind = after ? sql`and (${key}) ${more} (select ${key} from catalogue_request r where r.id = ${after})` : sql``
  return sql`select ${columns} from ${requestTables} where ${condition(filter)} ${behind} order by ${order} limit ${limit}`
}

/** Wishes and remarks after the one with the id `after`, as everybody may read them. */
export async function listRequests(db: Db, filter: RequestFilter, sort: RequestSort, after: string | undefined, limit: number) {
  return (await select(requestColumns, filter, sort, after, limit).execute(db)).rows as RequestRow[]
}

/** The same for those who look after them. */
export async function listForStaff(db: Db, filter: RequestFilter, sort: RequestSort, after: string | undefined, limit: number) {
  return (await select(staffColumns, filter, sort, after, limit).execute(db)).rows as StaffRequestRow[]
}

/** How many there are. */
export async function countRequests(db: Db, filter: RequestFilter): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from catalogue_request r where ${condition(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** How wishes are answered: counts and days, over everything the tenants ever published. */
export interface WishStatistics {
  readonly open: number
  readonly answered: number
  readonly overdue: number
  readonly kept: number
  /** Half of the answers took at most so many days; null where there is none. */
  readonly medianDays: number | null
}

/** One statement over the wishes of some tenants. */
export async function wishStatistics(db: Db, tenants: readonly string[]): Promise<WishStatistics> {
  const { rows } = await sql<WishStatistics>`
    select count(*) filter (where r.state = 'open')::int as open, count(*) filter (where r.state = 'answered')::int as answered,
      count(*) filter (where ${deadlines.overdue})::int as overdue, count(*) filter (where ${deadlines.kept})::int as kept,
      (percentile_cont(0.5) within group (order by ${answeredOn} - (r.created_at at time zone 'Europe/Berlin')::date) filter (where r.state = 'answered'))::float as "medianDays"
    from catalogue_request r where r.kind = 'wish' and r.state in ('open', 'answered') and r.tenant = any(${[...tenants]}::uuid[])`.execute(
    db,
  )
  return rows[0] ?? { open: 0, answered: 0, overdue: 0, kept: 0, medianDays: null }
}

/** What waits inside a tenant, by what has to be done. */
export interface QueueCounts {
  readonly waiting: number
  readonly open: number
  readonly overdue: number
  readonly mine: number
  readonly unassigned: number
}

/** One statement for all figures of the queue. */
export async function queueCounts(db: Db, tenant: string, person: string | undefined): Promise<QueueCounts> {
  const { rows } = await sql<QueueCounts>`
    select count(*) filter (where r.state = 'waiting')::int as waiting, count(*) filter (where r.state = 'open')::int as open,
      count(*) filter (where ${deadlines.overdue})::int as overdue,
      count(*) filter (where r.assigned_person = ${person ?? null})::int as mine,
      count(*) filter (where r.assigned_person is null and r.assigned_name is null)::int as unassigned
    from catalogue_request r where r.tenant = ${tenant} and r.state in ('waiting', 'open')`.execute(db)
  return rows[0] ?? { waiting: 0, open: 0, overdue: 0, mine: 0, unassigned: 0 }
}

/** Published wishes that share words with a text, most shared words first. */
export async function similarWishes(db: Db, tenants: readonly string[], stems: readonly string[], limit: number) {
  if (stems.length === 0) return []
  const { rows } = await sql<RequestRow>`
    select ${requestColumns} from ${requestTables}
    cross join lateral (select count(*) as n from unnest(r.stems) one where one = any(${[...stems]}::text[])) shared
    where r.kind = 'wish' and r.state in ('open', 'answered') and r.tenant = any(${[...tenants]}::uuid[]) and r.stems && ${[...stems]}::text[]
      and shared.n >= ${Math.min(2, stems.length)}
    order by shared.n desc, r.joined desc, r.created_at desc limit ${limit}`.execute(db)
  return rows
}

/** Remarks on one dataset that everybody may read, newest first. */
export async function remarksOn(db: Db, tenant: string, resource: string, limit: number): Promise<RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${requestColumns} from ${requestTables}
    where r.tenant = ${tenant} and r.resource = ${resource} and r.kind = 'remark' and r.state in ('open', 'answered')
    order by r.created_at desc limit ${limit}`.execute(db)
  return rows
}
