import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { QualityDb } from '../house.ts'
import { manners, type ServiceKind, type Standing, type Tried } from '../model/link.ts'

/** An address as a record names it. */
export interface LinkUse {
  readonly tenant: string
  readonly resource: string
  readonly address: string
  readonly host: string
  /** It leads to this portal: nobody has to be asked. */
  readonly own: boolean
  readonly service: ServiceKind | null
  readonly role: 'access' | 'download' | 'service'
  readonly node: string
  readonly format: string | null
  readonly mediaType: string | null
  readonly bytes: number | null
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Notes which addresses records name; what is known of an address stays. One statement for many records. */
export async function noteUses(db: QualityDb, uses: readonly LinkUse[], skipped: (host: string) => boolean): Promise<void> {
  if (uses.length === 0) return
  const rows = uses.map((one) => ({ ...one, hash: md5(one.address), skip: !one.own && skipped(one.host) }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows).replaceAll('\\u0000', '')}::jsonb) as g(tenant uuid, hash text, address text, host text, service text,
    resource uuid, role text, node text, format text, "mediaType" text, bytes bigint, skip boolean, own boolean)`
  await db.transaction().execute(async (trx) => {
    await sql`insert into quality_host (host) select distinct host from ${given} where not skip and not own on conflict (host) do nothing`.execute(
      trx,
    )
    await sql`insert into quality_link (tenant, hash, address, host, service, state, checked_at)
      select distinct on (tenant, hash) tenant, hash, address, host, service, case when own then 'ok' when skip then 'skipped' else 'new' end, case when own then now() end from ${given} order by tenant, hash, service
      on conflict (tenant, hash) do nothing`.execute(trx)
    await sql`insert into quality_link_use (tenant, hash, resource, role, node, format, media_type, bytes)
      select distinct on (tenant, hash, resource, role, node) tenant, hash, resource, role, node, format, "mediaType", bytes from ${given} order by tenant, hash, resource, role, node
      on conflict (tenant, hash, resource, role, node) do update set format = excluded.format, media_type = excluded.media_type, bytes = excluded.bytes, seen_at = now()`.execute(
      trx,
    )
  })
}

/** Moment by the database's clock. */
export async function moment(db: QualityDb): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select now() as now`.execute(db)
  return rows[0]?.now ?? new Date(0)
}

/** Forgets addresses that no record named since a moment, and hosts without one. */
export async function forgetUnseen(db: QualityDb, since: Date): Promise<void> {
  await sql`delete from quality_link_use where seen_at < ${since}`.execute(db)
  await sql`delete from quality_link l where not exists (select 1 from quality_link_use u where u.tenant = l.tenant and u.hash = l.hash)`.execute(
    db,
  )
  await sql`delete from quality_host h where not exists (select 1 from quality_link l where l.host = h.host)`.execute(db)
}

/** A link whose turn it is. */
export interface DueLink extends Standing {
  readonly tenant: string
  readonly hash: string
  readonly address: string
  readonly host: string
  readonly service: ServiceKind | null
}

/** Takes a due link of each host that is free, with a lease on the host: nobody else asks it meanwhile, in no process. */
export async function takeDue(db: QualityDb, most: number): Promise<DueLink[]> {
  const { rows } = await sql<DueLink>`
    with free as (
      select host from quality_host h where free_at <= now()
        and exists (select 1 from quality_link l where l.host = h.host and l.next_at <= now() and l.state <> 'skipped')
      order by free_at limit ${most} for update skip locked
    ), taken as (
      update quality_host h set free_at = now() + ${manners.seconds * 3} * interval '1 second' from free where h.host = free.host returning h.host
    )
    select l.tenant, l.hash, l.address, l.host, l.service, l.state, l.failures from taken cross join lateral (
      select * from quality_link where host = taken.host and next_at <= now() and state <> 'skipped' order by next_at limit 1) l`.execute(
    db,
  )
  return rows
}

/** Lets a host go, and leaves it in peace for so many seconds. */
export async function freeHost(db: QualityDb, host: string, seconds: number): Promise<void> {
  await sql`update quality_host set free_at = now() + ${seconds} * interval '1 second' where host = ${host}`.execute(db)
}

/** Puts a link off by seconds without a verdict. */
export async function putOff(db: QualityDb, link: Pick<DueLink, 'tenant' | 'hash'>, seconds: number): Promise<void> {
  await sql`update quality_link set next_at = now() + ${seconds} * interval '1 second' where tenant = ${link.tenant} and hash = ${link.hash}`.execute(
    db,
  )
}

/** Writes what came of a try. When it comes to another end than before, the word of whoever cleared it is over. */
export async function writeTried(
  db: QualityDb,
  link: DueLink,
  tried: Tried,
  next: Standing & { readonly days: number },
): Promise<void> {
  // A few hours later or earlier by the address, so that not all are due in one hour.
  await sql`update quality_link set state = ${next.state}, failures = ${next.failures}, status = ${tried.status}, fault = ${tried.fault},
    failing_since = case when ${tried.ok} then null else coalesce(failing_since, now()) end,
    ever_ok = ever_ok or ${tried.ok}, moved_to = ${tried.movedTo}, moved_for_good = ${tried.movedForGood}, found_type = ${tried.type}, found_bytes = ${tried.bytes},
    cleared_at = case when ${tried.ok} or status is distinct from ${tried.status} or fault is distinct from ${tried.fault} then null else cleared_at end,
    cleared_reason = case when ${tried.ok} or status is distinct from ${tried.status} or fault is distinct from ${tried.fault} then null else cleared_reason end,
    checked_at = now(), next_at = now() + ${next.days} * interval '1 day' - (abs(hashtext(hash)) % 180) * interval '1 minute'
    where tenant = ${link.tenant} and hash = ${link.hash}`.execute(db)
}

/** The uses of a link, to be compared with what it gave. */
export async function usesOf(db: QualityDb, tenant: string, hash: string) {
  const { rows } = await sql<{
    resource: string
    role: LinkUse['role']
    node: string
    format: string | null
    mediaType: string | null
    bytes: number | null
  }>`select resource, role, node, format, media_type as "mediaType", bytes from quality_link_use where tenant = ${tenant} and hash = ${hash}`.execute(
    db,
  )
  return rows
}

export async function writeDiffers(
  db: QualityDb,
  tenant: string,
  hash: string,
  found: readonly { readonly resource: string; readonly role: string; readonly node: string; readonly differs: string | null }[],
): Promise<void> {
  if (found.length === 0) return
  await sql`update quality_link_use u set differs = f.differs from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f(resource uuid, role text, node text, differs text)
    where u.tenant = ${tenant} and u.hash = ${hash} and u.resource = f.resource and u.role = f.role and u.node = f.node`.execute(
    db,
  )
}

/** How the addresses of some records stand: whether one of each role answers, and which do not. */
export async function statesOf(db: QualityDb, tenant: string, resources: readonly string[]) {
  const { rows } = await sql<{
    id: string
    access: boolean | null
    download: boolean | null
    broken: { address: string; since: string }[] | null
  }>`
    select u.resource as id,
      case when bool_or(fine) filter (where role = 'access') then true when bool_and(bad) filter (where role = 'access') then false end as access,
      case when bool_or(fine) filter (where role = 'download') then true when bool_and(bad) filter (where role = 'download') then false end as download,
      jsonb_agg(distinct jsonb_build_object('address', l.address, 'since', to_char(l.failing_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) filter (where bad) as broken
    from quality_link_use u join lateral (
      select address, failing_since, ever_ok, state = 'ok' or cleared_at is not null or (state = 'shaky' and ever_ok) as fine,
        state = 'broken' and cleared_at is null as bad from quality_link l where l.tenant = u.tenant and l.hash = u.hash) l on true
    where u.tenant = ${tenant} and u.resource = any(${[...resources]}::uuid[]) group by u.resource`.execute(db)
  return rows.map(({ id, access, download, broken }) => ({
    id,
    links: {
      ...(access === null ? {} : { access }),
      ...(download === null ? {} : { download }),
      ...(broken ? { broken } : {}),
    },
  }))
}

/** Whether a link will be due, and its host free, within so many seconds. */
export async function dueWithin(db: QualityDb, seconds: number): Promise<boolean> {
  const { rows } = await sql`select 1 from quality_host h where free_at <= now() + ${seconds} * interval '1 second'
    and exists (select 1 from quality_link l where l.host = h.host and l.next_at <= now() and l.state <> 'skipped') limit 1`.execute(
    db,
  )
  return rows.length > 0
}
