import { sql } from 'kysely'
import type { QualityDb } from '../house.ts'
import type { BrokenLink } from '../model/digest.ts'

/** Lists that staff reads. */
export const linkViews = ['broken', 'differs', 'moved', 'cleared'] as const
export type LinkView = (typeof linkViews)[number]

const conditions = {
  broken: sql`l.state = 'broken' and l.cleared_at is null`,
  differs: sql`exists (select 1 from quality_link_use u where u.tenant = l.tenant and u.hash = l.hash and u.differs is not null)`,
  moved: sql`l.moved_for_good and l.state = 'ok'`,
  cleared: sql`l.cleared_at is not null`,
} as const

export interface LinkCounts extends Readonly<Record<LinkView, number>> {
  /** Addresses of the tenant's records. */
  readonly all: number
  /** Tried at least once. */
  readonly tried: number
  /** Did not answer, and will be tried again before anybody is told. */
  readonly shaky: number
}

export async function linkCounts(db: QualityDb, tenant: string): Promise<LinkCounts> {
  const { rows } =
    await sql<LinkCounts>`select count(*)::int as all, count(checked_at)::int as tried, count(*) filter (where state = 'shaky')::int as shaky,
    ${sql.join(linkViews.map((view) => sql`count(*) filter (where ${conditions[view]})::int as ${sql.ref(view)}`))}
    from quality_link l where tenant = ${tenant} and state <> 'skipped'`.execute(db)
  return rows[0] ?? { all: 0, tried: 0, shaky: 0, broken: 0, differs: 0, moved: 0, cleared: 0 }
}

/** A link as staff sees it. */
export interface ListedLink {
  readonly hash: string
  readonly address: string
  readonly state: string
  readonly status: number | null
  readonly fault: string | null
  readonly failingSince: Date | null
  readonly movedTo: string | null
  readonly foundType: string | null
  readonly foundBytes: number | null
  readonly clearedReason: string | null
  readonly checkedAt: Date | null
  readonly uses: readonly {
    readonly resource: string
    readonly role: string
    readonly differs: string | null
    readonly mediaType: string | null
    readonly bytes: number | null
  }[]
}

const columns = sql`l.hash, l.address, l.state, l.status, l.fault, l.failing_since as "failingSince", l.moved_to as "movedTo", l.found_type as "foundType",
  l.found_bytes as "foundBytes", l.cleared_reason as "clearedReason", l.checked_at as "checkedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('resource', u.resource, 'role', u.role, 'differs', u.differs, 'mediaType', u.media_type, 'bytes', u.bytes) order by u.resource), '[]')
    from (select * from quality_link_use u where u.tenant = l.tenant and u.hash = l.hash order by u.resource limit 20) u) as uses`

/** One page of a list, after a link; by host and address. */
export async function listLinks(
  db: QualityDb,
  tenant: string,
  view: LinkView,
  after: string,
  limit: number,
): Promise<ListedLink[]> {
  const { rows } = await sql<ListedLink>`select ${columns} from quality_link l
    where l.tenant = ${tenant} and ${conditions[view]} and l.hash > ${after} order by l.hash limit ${limit}`.execute(db)
  return rows
}

export async function linkByHash(db: QualityDb, tenant: string, hash: string): Promise<ListedLink | undefined> {
  const { rows } =
    await sql<ListedLink>`select ${columns} from quality_link l where l.tenant = ${tenant} and l.hash = ${hash}`.execute(db)
  return rows[0]
}

/** Somebody says that it works; until it answers otherwise. */
export async function clearLink(db: QualityDb, tenant: string, hash: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update quality_link set cleared_at = now(), cleared_reason = ${reason}
    where tenant = ${tenant} and hash = ${hash} and state in ('broken', 'shaky')`.execute(db)
  return Number(numAffectedRows ?? 0) > 0
}

/** It is tried with the next round. */
export async function tryAgain(db: QualityDb, tenant: string, hash: string): Promise<void> {
  await sql`update quality_link set next_at = now() where tenant = ${tenant} and hash = ${hash}`.execute(db)
}

/** Whether a tenant wants the weekly mail. */
export async function wantsDigest(db: QualityDb, tenant: string): Promise<boolean> {
  const { rows } = await sql<{ digest: boolean }>`select digest from quality_setting where tenant = ${tenant}`.execute(db)
  return rows[0]?.digest ?? false
}

export async function setDigest(db: QualityDb, tenant: string, digest: boolean): Promise<void> {
  await sql`insert into quality_setting (tenant, digest) values (${tenant}, ${digest}) on conflict (tenant) do update set digest = excluded.digest`.execute(
    db,
  )
}

/** Tenants whose weekly mail is due. */
export async function digestsDue(db: QualityDb): Promise<string[]> {
  const { rows } = await sql<{
    tenant: string
  }>`select tenant from quality_setting where digest and (digest_at is null or digest_at < now() - interval '6 days')`.execute(db)
  return rows.map((row) => row.tenant)
}

/** Takes the mail of a week; gives the tenants for which nobody was quicker. */
export async function takeDigests(db: QualityDb, tenants: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ tenant: string }>`update quality_setting set digest_at = now()
    where tenant = any(${[...tenants]}::uuid[]) and digest and (digest_at is null or digest_at < now() - interval '6 days') returning tenant`.execute(
    db,
  )
  return new Set(rows.map((row) => row.tenant))
}

/** Most addresses that the mails of one week speak of. */
const mostBroken = 20_000

/** Addresses of some tenants that do not answer, with all records that name them. */
export async function brokenOf(db: QualityDb, tenants: readonly string[]): Promise<BrokenLink[]> {
  const { rows } =
    await sql<BrokenLink>`select l.tenant, l.address, l.failing_since as since, array_agg(distinct u.resource::text) as resources
    from quality_link l join quality_link_use u on u.tenant = l.tenant and u.hash = l.hash
    where l.tenant = any(${[...tenants]}::uuid[]) and ${conditions.broken} group by l.tenant, l.hash, l.address, l.failing_since
    order by l.tenant, l.failing_since, l.hash limit ${mostBroken}`.execute(db)
  return rows
}
