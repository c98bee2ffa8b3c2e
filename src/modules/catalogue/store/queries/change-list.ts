import { type Kysely, sql } from 'kysely'
import { manyShapes, type Scope } from '#platform/db'
import type { CatalogueTables } from '../tables.ts'

/** Which changes are meant. Both moments belong to the stretch. */
export interface ChangeFilter {
  readonly from?: Date
  readonly until?: Date
  readonly tenant?: string
  /** IRI of a theme. */
  readonly theme?: string
  readonly id?: string
}

/** A place in the list: the moment as the database writes it, and the id. */
export interface ChangePlace {
  /** UTC, six places after the point. */
  readonly moment: string
  readonly id: string
}

/** That a record was published, changed or withdrawn, with what is known of it without opening it. */
export interface RecordChange extends ChangePlace {
  readonly tenant: string
  readonly slug: string
  readonly state: 'published' | 'withdrawn'
  readonly themes: readonly string[]
  readonly changedAt: Date
}

const shaped = sql.raw(manyShapes)

function conditionOf(scope: Scope, filter: ChangeFilter) {
  const parts = [
    sql`state <> 'draft'`,
    sql`tenant = any(${[...scope.readable]}::uuid[])`,
    ...(filter.from ? [sql`changed_at >= ${filter.from}`] : []),
    ...(filter.until ? [sql`changed_at < ${filter.until}::timestamptz + interval '1 second'`] : []),
    ...(filter.tenant ? [sql`tenant = ${filter.tenant}`] : []),
    ...(filter.theme ? [sql`themes ? ${filter.theme}`] : []),
    ...(filter.id ? [sql`id = ${filter.id}`] : []),
  ]
  return sql.join(parts, sql` and `)
}

/** Changes of a view in the order in which they happened, after a place: a page costs the same wherever it lies. */
export async function recordChanges(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  filter: ChangeFilter,
  after: ChangePlace | undefined,
  limit: number,
): Promise<RecordChange[]> {
  const beyond = after ? sql`and (changed_at, id) > (${after.moment}::timestamptz, ${after.id}::uuid)` : sql``
  const { rows } =
    await sql<RecordChange>`${shaped} select id, tenant, slug, state, coalesce(themes, '[]') as themes, changed_at as "changedAt",
      to_char(changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
    from catalogue_resource where ${conditionOf(scope, filter)} ${beyond} order by changed_at, id limit ${limit}`.execute(db)
  return rows
}

/** How many changes there are, and when the first was. */
export async function countChanges(
  db: Kysely<CatalogueTables>,
  scope: Scope,
  filter: ChangeFilter,
): Promise<{ total: number; first: Date | null }> {
  const { rows } = await sql<{
    total: number
    first: Date | null
  }>`${shaped} select count(*)::int as total, min(changed_at) as first
    from catalogue_resource where ${conditionOf(scope, filter)}`.execute(db)
  return rows[0] ?? { total: 0, first: null }
}
