import { type Kysely, type RawBuilder, sql } from 'kysely'
import { manyShapes, type Scope } from '#platform/db'
import type { CatalogueTables } from '../tables.ts'

/** A stretch of time; both ends belong to it unless it says otherwise. */
export interface Span {
  readonly from?: Date
  readonly to?: Date
  readonly withoutFrom?: boolean
  readonly withoutTo?: boolean
}

/** Which records are meant, as the table can tell it. What only words can tell comes in as `ids` that the index found. */
export type RecordFilter =
  | { readonly all: readonly RecordFilter[] }
  | { readonly any: readonly RecordFilter[] }
  | { readonly not: RecordFilter }
  | { readonly ids: readonly string[] }
  | { readonly tenants: readonly string[] }
  /** Addresses within their tenants. */
  | { readonly slugs: readonly string[] }
  | { readonly uris: readonly string[] }
  | { readonly kinds: readonly string[] }
  | { readonly changed: Span }
  | { readonly created: Span }
  /** Whose time touches these days (`2026-11-26`); a record without a time belongs to every time. */
  | { readonly covers: { readonly from?: string; readonly to?: string } }
  /** With one of these identifiers, as the record gives them. */
  | { readonly identifiers: readonly string[] }
  /** Whose title is like this: a pattern of SQL, in which `\\` comes before a sign that stands for itself. */
  | { readonly titled: string; readonly caseless: boolean }
  /** Whose data were changed then, as the record says it. */
  | { readonly modified: Span }

export const recordSorts = ['id', 'slug', 'title', 'changed', 'created', 'modified'] as const
/** An order: by which column, and whether from the end. The id always decides last, so that pages never overlap. */
export interface RecordSort {
  readonly by: (typeof recordSorts)[number]
  readonly descending: boolean
}

const orders: Readonly<Record<RecordSort['by'], RawBuilder<unknown>>> = {
  id: sql`id`,
  slug: sql`slug`,
  title: sql`lower(title)`,
  changed: sql`changed_at`,
  created: sql`created_at`,
  modified: sql`record_modified`,
}

function within(column: RawBuilder<unknown>, span: Span): RawBuilder<unknown> {
  const parts = [
    ...(span.from ? [span.withoutFrom ? sql`${column} > ${span.from}` : sql`${column} >= ${span.from}`] : []),
    ...(span.to ? [span.withoutTo ? sql`${column} < ${span.to}` : sql`${column} <= ${span.to}`] : []),
  ]
  return parts.length > 0 ? sql`(${sql.join(parts, sql` and `)})` : sql`true`
}

/**
 * Periods are compared as they are written, to the day: ISO 8601 sorts as text. The beginning of a date stands for the whole of it, so an
 * end like `2020` reaches to the last day of that year; `~` comes after every sign of a date.
 */
function touching({ from, to }: { readonly from?: string; readonly to?: string }): RawBuilder<unknown> {
  const begins = to === undefined ? sql`true` : sql`coalesce(left(p ->> 'start', 10), '') <= ${`${to}~`}`
  const ends = from === undefined ? sql`true` : sql`coalesce(left(p ->> 'end', 10), '') || '~' >= ${from}`
  // An open end is no end; text cannot say so.
  const open = sql`(p ->> 'end') is null`
  return sql`(coalesce(jsonb_array_length(covers), 0) = 0 or exists (select 1 from jsonb_array_elements(covers) as p where ${begins} and (${open} or ${ends})))`
}

/** The condition of a filter. Values are always bound. */
function conditionOf(filter: RecordFilter): RawBuilder<unknown> {
  const joined = (parts: readonly RecordFilter[], word: RawBuilder<unknown>, none: RawBuilder<unknown>) =>
    parts.length > 0 ? sql`(${sql.join(parts.map(conditionOf), word)})` : none
  if ('all' in filter) return joined(filter.all, sql` and `, sql`true`)
  if ('any' in filter) return joined(filter.any, sql` or `, sql`false`)
  if ('not' in filter) return sql`not ${conditionOf(filter.not)}`
  if ('ids' in filter) return sql`id = any(${[...filter.ids]}::uuid[])`
  if ('tenants' in filter) return sql`tenant = any(${[...filter.tenants]}::uuid[])`
  if ('slugs' in filter) return sql`slug = any(${[...filter.slugs]}::text[])`
  if ('uris' in filter) return sql`uri_hash in (select md5(one) from unnest(${[...filter.uris]}::text[]) as one)`
  if ('kinds' in filter) return sql`kind = any(${[...filter.kinds]}::text[])`
  if ('covers' in filter) return touching(filter.covers)
  if ('identifiers' in filter) return sql`identifiers ?| ${[...filter.identifiers]}::text[]`
  if ('titled' in filter) return filter.caseless ? sql`title ilike ${filter.titled}` : sql`title like ${filter.titled}`
  if ('modified' in filter) return within(sql`record_modified`, filter.modified)
  if ('changed' in filter) return within(sql`changed_at`, filter.changed)
  return within(sql`created_at`, filter.created)
}

/** See `manyShapes`. */
const shaped = sql.raw(manyShapes)
const shown = (scope: Scope) => sql`state = 'published' and tenant = any(${[...scope.readable]}::uuid[])`

/** How many published records of a view a filter means. */
export async function countRecords(db: Kysely<CatalogueTables>, scope: Scope, filter: RecordFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`${shaped} select count(*)::int as n from catalogue_resource
    where ${shown(scope)} and ${conditionOf(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

/** Ids of the published records of a view that a filter means, in order. */
export async function recordIds(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  filter: RecordFilter,
  part: { readonly sort: readonly RecordSort[]; readonly offset: number; readonly limit: number },
): Promise<string[]> {
  const by = [...part.sort.slice(0, 4), { by: 'id' as const, descending: false }].map((one) =>
    one.descending ? sql`${orders[one.by]} desc nulls last` : sql`${orders[one.by]} asc nulls last`,
  )
  const { rows } = await sql<{ id: string }>`${shaped} select id from catalogue_resource
    where ${shown(scope)} and ${conditionOf(filter)}
    order by ${sql.join(by)} offset ${part.offset} limit ${part.limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** Where a record stands: its tenant and its address there. */
export interface RecordName {
  readonly id: string
  readonly tenant: string
  readonly slug: string
}

/** Names of the published records of a view after a name, in order of address and id: for lists of names of any length. */
export async function recordNames(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  after: RecordName | undefined,
  limit: number,
): Promise<RecordName[]> {
  const beyond = after ? sql`and (slug, id) > (${after.slug}, ${after.id}::uuid)` : sql``
  const { rows } = await sql<RecordName>`select id, tenant, slug from catalogue_resource
    where ${shown(scope)} ${beyond} order by slug, id limit ${limit}`.execute(db)
  return rows
}

/** Published records by tenant. */
export async function countsByTenant(db: Kysely<CatalogueTables>, scope: Scope): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ tenant: string; n: number }>`select tenant, count(*)::int as n from catalogue_resource
    where ${shown(scope)} group by tenant`.execute(db)
  return new Map(rows.map((row) => [row.tenant, row.n]))
}
