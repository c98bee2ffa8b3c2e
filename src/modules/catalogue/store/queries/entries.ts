import { type Kysely, type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { StaffDb } from '../draft-store.ts'
import type { Entry } from '../draft-tables.ts'
import type { CatalogueTables } from '../tables.ts'

export const entrySorts = ['attention', 'title', 'changed', 'state', 'quality'] as const
export type EntrySort = (typeof entrySorts)[number]

/** What of a tenant's records is asked for. Everything is optional and narrows. */
export interface EntryFilter {
  readonly states?: readonly Entry['state'][]
  readonly office?: string
  /** Id of a person. */
  readonly responsible?: string
  /** In percent of checks passed. */
  readonly quality?: { readonly from?: number; readonly below?: number }
  readonly source?: 'own' | 'imported'
  /** Words of the title, in any case, umlauts as their vowels. */
  readonly text?: string
  /** Only what is late by its own rhythm. */
  readonly overdue?: boolean
  /** What earns nothing for this question of the MQA. */
  readonly lack?: string
  /** Only these. */
  readonly ids?: readonly string[]
}

/** Which part of the list: after or before the keys of a row. */
export interface EntryPage {
  readonly sort: EntrySort
  readonly descending: boolean
  readonly limit: number
  readonly after?: readonly string[]
  readonly before?: readonly string[]
}

export interface EntryRows {
  readonly rows: readonly Entry[]
  /** Keys for the neighbour pages; undefined where there is none. */
  readonly next: readonly string[] | undefined
  readonly previous: readonly string[] | undefined
}

const columns = sql`id, resource, draft, kind, title, slug, state, published, office, responsible, quality, missing, source,
  due_at as "dueAt", release_at as "releaseAt", changed_at as "changedAt"`

const stateOrder = sql`array_position(array['returned', 'review', 'draft', 'approved', 'scheduled', 'published', 'withdrawn'], state)`

/** Whether keys that came from an address are such as this order gives out: the database is not asked otherwise. */
export function fitKeys(sort: EntrySort, keys: readonly string[]): boolean {
  const [first = '', second = '', third = ''] = keys
  const isText = (text: string) => text.length <= 400 && !text.includes('\0')
  if (sort === 'title') return keys.length === 2 && isText(first) && isId(second)
  if (sort === 'changed')
    return keys.length === 2 && /^\d{4}-\d\d-\d\dT[\d:.]{15}Z$/.test(first) && !Number.isNaN(Date.parse(first)) && isId(second)
  return keys.length === 3 && /^-?\d{1,6}$/.test(first) && isText(second) && isId(third)
}

/** The keys of an order with their types; the id makes them unique. */
interface Key {
  readonly expression: RawBuilder<unknown>
  readonly type: RawBuilder<unknown>
  /** How it stands in an address, where its own text will not do. */
  readonly shown?: RawBuilder<unknown>
}
const moment = (value: RawBuilder<unknown>) => sql`to_char(${value} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

function keysOf(sort: EntrySort): Key[] {
  const id = { expression: sql`id`, type: sql`uuid` }
  const title = { expression: sql`sort_key`, type: sql`text` }
  if (sort === 'title') return [title, id]
  if (sort === 'changed') return [{ expression: sql`changed_at`, type: sql`timestamptz`, shown: moment(sql`changed_at`) }, id]
  const first = sort === 'attention' ? sql`attention` : sort === 'state' ? stateOrder : sql`coalesce(quality, -1::smallint)`
  return [{ expression: first, type: sort === 'state' ? sql`int` : sql`smallint` }, title, id]
}

function conditionsOf(staff: StaffDb, filter: EntryFilter, now: Date): RawBuilder<unknown> {
  const all = [sql`tenant = ${staff.tenant}`]
  if (filter.states) all.push(sql`state = any(${[...filter.states]}::text[])`)
  if (filter.office !== undefined) all.push(sql`office = ${filter.office}`)
  if (filter.responsible) all.push(sql`responsible = ${filter.responsible}`)
  // In the words of its index: few are poor, and they are found through it instead of by walking through all in another order.
  if (filter.quality)
    all.push(
      sql`coalesce(quality, -1::smallint) >= ${filter.quality.from ?? 0}::smallint and coalesce(quality, -1::smallint) < ${filter.quality.below ?? 101}::smallint`,
    )
  if (filter.source) all.push(filter.source === 'own' ? sql`source is null` : sql`source is not null`)
  if (filter.overdue) all.push(sql`due_at < ${now} and state = 'published'`)
  if (filter.lack)
    all.push(
      sql`resource = any(array(select r.id from catalogue_resource r where r.tenant = ${staff.tenant} and r.state = 'published' and r.quality->'lost' ? ${filter.lack}))`,
    )
  if (filter.ids) all.push(sql`id = any(${[...filter.ids]}::uuid[])`)
  for (const word of (filter.text ?? '').split(/\s+/).filter(Boolean).slice(0, 8))
    all.push(sql`strpos(sort_key, (select catalogue_sort_key(${word}))) > 0`)
  return sql.join(all, sql` and `)
}

/**
 * Whether a filter may leave few rows. Then they are found first and put in order after that (`offset 0` keeps PostgreSQL from
 * mixing the two): walking through all rows in the order of the list until a page is full would take longest where nothing fits.
 */
const narrowed = ({ quality, source, text, lack }: EntryFilter): boolean => Boolean(quality ?? source ?? text ?? lack)

type Keyed = Entry & { keys: string[] }

/** One page of the list, by keys: as fast in the middle as at the start. */
export async function entryRows(staff: StaffDb, filter: EntryFilter, page: EntryPage, now: Date): Promise<EntryRows> {
  const keys = keysOf(page.sort)
  const backwards = page.before !== undefined
  const from = page.before ?? page.after
  const down = page.descending !== backwards
  const row = sql.join(keys.map((key) => key.expression))
  const place =
    from?.length === keys.length
      ? sql`and (${row}) ${down ? sql`<` : sql`>`} (${sql.join(keys.map((key, i) => sql`${from[i]}::${key.type}`))})`
      : sql``
  const order = sql.join(keys.map((key) => sql`${key.expression} ${down ? sql`desc` : sql`asc`}`))
  const fits = conditionsOf(staff, filter, now)
  // Which rows is found out first, from their own columns; what is shown besides is worked out for these alone.
  const { rows } = await sql<Keyed>`
    select ${columns}, array[${sql.join(keys.map((key) => key.shown ?? sql`(${key.expression})::text`))}] as keys from (
      select * from ${narrowed(filter) ? sql`(select * from catalogue_entry where ${fits} offset 0) as fitting where true` : sql`catalogue_entry where ${fits}`}
      ${place} order by ${order} limit ${page.limit + 1}) as page
    order by ${order}`.execute(staff.db)
  const more = rows.length > page.limit
  const shown = rows.slice(0, page.limit)
  if (backwards) shown.reverse()
  const [first, last] = [shown[0]?.keys, shown.at(-1)?.keys]
  return {
    rows: shown.map(({ keys: _, ...entry }) => entry),
    next: backwards || more ? last : undefined,
    previous: backwards ? (more ? first : undefined) : from ? first : undefined,
  }
}

export async function countEntries(staff: StaffDb, filter: EntryFilter, now: Date): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from catalogue_entry where ${conditionsOf(staff, filter, now)}`.execute(staff.db)
  return rows[0]?.n ?? 0
}

/** The rows of these ids in no order. */
export async function entriesByIds(staff: StaffDb, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Entry>`select ${columns} from catalogue_entry where tenant = ${staff.tenant} and id = any(${[...ids]}::uuid[])`.execute(
      staff.db,
    )
  return rows
}

/** Every row that fits, in order of id, in batches: for files. */
export async function* allEntries(staff: StaffDb, filter: EntryFilter, now: Date, batch = 500): AsyncGenerator<Entry[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Entry>`select ${columns} from catalogue_entry
      where ${conditionsOf(staff, filter, now)} and id > ${after} order by id limit ${batch}`.execute(staff.db)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.id ?? after
  }
}

/** Offices that records belong to, by name. */
export async function officesOf(staff: StaffDb): Promise<string[]> {
  const { rows } = await sql<{ office: string }>`
    select office from catalogue_entry where tenant = ${staff.tenant} and office <> '' group by office order by office limit 500`.execute(
    staff.db,
  )
  return rows.map((row) => row.office)
}

/** How many records stand where: for the overview. */
export interface EntryFigures {
  readonly draft: number
  readonly review: number
  readonly returned: number
  readonly approved: number
  readonly scheduled: number
  readonly published: number
  readonly publishedThisMonth: number
  readonly overdue: number
  /** Oldest waiting review. */
  readonly oldestReview: Date | null
}

/** The figures of a tenant in one walk over its rows. */
export async function entryFigures(staff: StaffDb, now: Date): Promise<EntryFigures> {
  const state = (name: string) => sql`count(*) filter (where state = ${name})::int as ${sql.ref(name)}`
  const { rows } = await sql<EntryFigures>`
    select ${sql.join(['draft', 'review', 'returned', 'approved', 'scheduled'].map(state))},
      count(*) filter (where published)::int as published,
      count(*) filter (where due_at < ${now} and state = 'published')::int as overdue,
      min(changed_at) filter (where state = 'review') as "oldestReview",
      (select count(*)::int from catalogue_version v where v.tenant = ${staff.tenant} and v.number = 1 and v.draft is not null
        and v.released_at >= date_trunc('month', ${now}::timestamptz)) as "publishedThisMonth"
    from catalogue_entry where tenant = ${staff.tenant}`.execute(staff.db)
  const none = {
    draft: 0,
    review: 0,
    returned: 0,
    approved: 0,
    scheduled: 0,
    published: 0,
    publishedThisMonth: 0,
    overdue: 0,
    oldestReview: null,
  }
  return rows[0] ?? none
}

/** The figures beside the navigation, from indexes alone. */
export async function entryCounts(staff: StaffDb): Promise<{ reviews: number; records: number }> {
  const { rows } = await sql<{ reviews: number; records: number }>`
    select (select count(*)::int from catalogue_entry where tenant = ${staff.tenant} and state = 'review') as reviews,
      (select count(*)::int from catalogue_entry where tenant = ${staff.tenant}) as records`.execute(staff.db)
  return rows[0] ?? { reviews: 0, records: 0 }
}

/** A draft that waits for somebody who may release. */
export interface Waiting {
  readonly id: string
  readonly title: string
  readonly state: Entry['state']
  readonly office: string
  /** Changes a published record. */
  readonly published: boolean
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
  readonly releaseAt: Date | null
  readonly missing: number
}

/** Drafts in review, approved or scheduled: who waits longest comes first. At most `limit`. */
export async function waitingDrafts(staff: StaffDb, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, title, state, office, resource is not null as published, submitted_by as "submittedBy", submitted_at as "submittedAt",
      release_at as "releaseAt", missing from catalogue_draft
    where tenant = ${staff.tenant} and state in ('review', 'approved', 'scheduled')
    order by array_position(array['review', 'approved', 'scheduled'], state), coalesce(release_at, submitted_at, changed_at), id limit ${limit}`.execute(
    staff.db,
  )
  return rows
}

/** Drafts that wait for one person: sent back to him, or unfinished in his charge. */
export async function draftsOf(staff: StaffDb, person: string, limit: number): Promise<(Waiting & { reason: string | null })[]> {
  const { rows } = await sql<Waiting & { reason: string | null }>`
    select id, title, state, office, resource is not null as published, submitted_by as "submittedBy", changed_at as "submittedAt",
      release_at as "releaseAt", missing, reason from catalogue_draft
    where tenant = ${staff.tenant} and state in ('returned', 'draft') and coalesce(responsible, changed_by) = ${person}
    order by state desc, changed_at limit ${limit}`.execute(staff.db)
  return rows
}

/** How many records each of some people is in charge of. */
export async function ownedEntries(staff: StaffDb, people: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ person: string; n: number }>`select responsible as person, count(*)::int as n from catalogue_entry
    where tenant = ${staff.tenant} and responsible = any(${[...people]}::uuid[]) group by responsible`.execute(staff.db)
  return new Map(rows.map((row) => [row.person, row.n]))
}

/** Records that are late by their own rhythm, latest first. */
export async function overdueEntries(staff: StaffDb, now: Date, limit: number): Promise<Entry[]> {
  const { rows } = await sql<Entry>`select ${columns} from catalogue_entry
    where tenant = ${staff.tenant} and due_at < ${now} and state = 'published' order by due_at, id limit ${limit}`.execute(
    staff.db,
  )
  return rows
}

/** Notes for all tenants what became overdue by time alone; gives how many. For the job, on the owner's connection. */
export async function noteOverdue(db: Kysely<CatalogueTables>, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`update catalogue_entry set attention = 3
    where due_at < ${now} and attention > 3 and state = 'published'`.execute(db)
  return Number(numAffectedRows ?? 0)
}
