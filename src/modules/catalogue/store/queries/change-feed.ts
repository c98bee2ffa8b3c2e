import { type Kysely, sql } from 'kysely'
import { withPublicAddress } from '../../model/self.ts'
import type { CatalogueTables } from '../tables.ts'

type Db = Kysely<CatalogueTables>

/** A place in the order in which changes became visible: the number of a transaction, and a record that it changed. */
export interface FeedPlace {
  readonly number: number
  readonly id: string
}

/** How far the order is settled: every change with a smaller number is visible by now, and none will come in front of it. */
export interface FeedHorizon {
  readonly horizon: number
  /** Another one after a backup was restored: places from before mean nothing then. */
  readonly epoch: string
}

/** A record that was published, changed or withdrawn, with its last change. */
export interface FeedChange extends FeedPlace {
  readonly tenant: string
  readonly slug: string
  readonly uri: string
  readonly state: 'published' | 'withdrawn'
  /** Number of the change by which it came to be seen. */
  readonly shown: number
  /** UTC, six places after the point. */
  readonly moment: string
}

const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
/** The place behind everything that is settled. */
export const placeOfHorizon = ({ horizon }: FeedHorizon): FeedPlace => ({ number: horizon - 1, id: lastId })

export async function feedHorizon(db: Db): Promise<FeedHorizon> {
  const { rows } = await sql<FeedHorizon>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint + ahead as horizon, epoch from catalogue_change_order`.execute(
    db,
  )
  return rows[0] ?? { horizon: 0, epoch: '' }
}

/** Changes of these tenants after a place, in order; each record once, with its last change, so a record that changes again moves to the end. */
export async function changesAfter(
  db: Db,
  tenants: readonly string[],
  after: FeedPlace,
  { horizon }: FeedHorizon,
  limit: number,
  publicUrl: string,
): Promise<FeedChange[]> {
  const { rows } = await sql<FeedChange>`
    select change_number as number, id, tenant, slug, uri, state, shown_number as shown,
      to_char(changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment
    from catalogue_resource where state <> 'draft' and tenant = any(${[...tenants]}::uuid[])
      and change_number < ${horizon} and (change_number, id) > (${after.number}, ${after.id}::uuid)
    order by change_number, id limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, uri: withPublicAddress(row.uri, publicUrl) }))
}

/** The place in front of everything that changed at a moment or later; undefined where nothing did. */
export async function placeAt(db: Db, tenants: readonly string[], moment: Date): Promise<FeedPlace | undefined> {
  const { rows } = await sql<{ number: number | null }>`
    select min(change_number) as number from catalogue_resource where tenant = any(${[...tenants]}::uuid[]) and changed_at >= ${moment}`.execute(
    db,
  )
  const number = rows[0]?.number
  return number === null || number === undefined ? undefined : { number: number - 1, id: lastId }
}

/** The tenants of which something changed after a number, each with the number of its last change. */
export async function tenantsChanged(db: Db, after: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ tenant: string; number: number }>`
    select tenant, max(change_number) as number from catalogue_resource where change_number > ${after} and state <> 'draft' group by tenant`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.tenant, row.number]))
}

/** Sees to it that new changes come after all that are there, also where a backup was restored into another cluster. Needs the owner's rights. */
export async function settleChangeOrder(db: Db): Promise<void> {
  await sql`update catalogue_change_order set ahead = top.number - top.next + 1, epoch = substr(md5(gen_random_uuid()::text), 1, 8)
    from (select max(change_number) as number, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next from catalogue_resource) top
    where top.number >= top.next + ahead`.execute(db)
}
