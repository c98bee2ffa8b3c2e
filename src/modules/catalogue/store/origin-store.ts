import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { analyse } from '#platform/db'
import { withoutPublicAddress, withPublicAddress } from '../model/self.ts'
import type { ImportNote } from './catalogue-store.ts'
import type { CatalogueDb } from './tables.ts'
import { storableJson } from './write-records.ts'

/** A source as everybody may know it. */
export interface OriginSource {
  readonly id: string
  readonly name: string
  readonly address: string
}

/** Where a record came from, and how old that is. */
export interface Origin {
  readonly name: string
  readonly address: string
  /** The record's page there. */
  readonly page: string | null
  readonly takenAt: Date
  /** When its source was last read to its end. */
  readonly checkedAt: Date
}

/** A record of any tenant that has an IRI already. */
export interface Holder {
  readonly uri: string
  readonly id: string
  readonly tenant: string
  /** Written here, not taken in. */
  readonly own: boolean
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** Notes which records of a tenant came from a source, now. */
export async function noteOrigins(
  trx: CatalogueDb,
  tenant: string,
  source: OriginSource,
  records: readonly { readonly resource: string; readonly page: string | null }[],
): Promise<void> {
  await sql`insert into catalogue_origin_source (tenant, id, name, address) values (${tenant}, ${source.id}, ${source.name}, ${source.address})
    on conflict (tenant, id) do update set name = excluded.name, address = excluded.address`.execute(trx)
  await sql`insert into catalogue_origin (tenant, resource, source, page)
    select ${tenant}, g.resource, ${source.id}, g.page from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as g(resource uuid, page text)
    on conflict (tenant, resource) do update set source = excluded.source, page = excluded.page, taken_at = now()`.execute(trx)
}

/** Makes known to the database what a source has brought so far: much of it is looked up again within the same minute. */
export async function learnTaken(db: CatalogueDb): Promise<void> {
  await analyse(db, 'catalogue_resource', ['tenant', 'id', 'uri_hash', 'slug', 'state'])
  await analyse(db, 'catalogue_origin', ['tenant', 'resource', 'source'])
  await analyse(db, 'catalogue_import_note', ['import', 'tenant', 'record_hash'])
}

/** A source was read to its end: what came from it is as fresh as this moment, wherever it lies. */
export async function noteChecked(db: CatalogueDb, source: OriginSource): Promise<void> {
  await sql`update catalogue_origin_source set checked_at = now(), name = ${source.name}, address = ${source.address} where id = ${source.id}`.execute(
    db,
  )
}

/** Published records of all tenants by their IRIs. */
export async function holdersOf(db: CatalogueDb, uris: readonly string[], publicUrl: string): Promise<Holder[]> {
  const local = uris.map((uri) => md5(withoutPublicAddress(uri, publicUrl)))
  const { rows } = await sql<Holder>`select r.uri, r.id, r.tenant, r.source is null and r.own_since is null as own
    from unnest(${local}::text[]) as one(wanted) cross join lateral (select * from catalogue_resource where uri_hash = one.wanted and state = 'published' offset 0) r`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, uri: withPublicAddress(row.uri, publicUrl) }))
}

/** The ids of a tenant's records by their IRIs. */
export async function idsByUri(
  db: CatalogueDb,
  tenant: string,
  uris: readonly string[],
  publicUrl: string,
): Promise<Map<string, string>> {
  const local = new Map(uris.map((uri) => [withoutPublicAddress(uri, publicUrl), uri]))
  const { rows } = await sql<{ id: string; uri: string }>`select id, uri from catalogue_resource
    where tenant = ${tenant} and uri_hash = any(${[...local.keys()].map(md5)}::text[])`.execute(db)
  return new Map(rows.flatMap((row) => (local.has(row.uri) ? [[local.get(row.uri) ?? '', row.id] as const] : [])))
}

/** What records of any tenant are called, and where they are shown: tenant and name in the address. */
export async function titlesOf(
  db: CatalogueDb,
  resources: readonly string[],
): Promise<Map<string, { readonly title: string; readonly tenant: string; readonly slug: string }>> {
  const { rows } = await sql<{ id: string; title: string; tenant: string; slug: string }>`
    select id, title, tenant, slug from catalogue_resource where id = any(${[...resources]}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** The source calls a record by another IRI now: the record, its address here and its history stay. False where the new IRI is taken. */
export async function takeNewUri(
  trx: CatalogueDb,
  tenant: string,
  resource: string,
  uri: string,
  publicUrl: string,
): Promise<boolean> {
  const local = withoutPublicAddress(uri, publicUrl)
  const { numAffectedRows } =
    await sql`update catalogue_resource set uri = ${local} where tenant = ${tenant} and id = ${resource} and uri <> ${local}
    and not exists (select 1 from catalogue_resource r where r.tenant = ${tenant} and r.uri_hash = ${md5(local)})`.execute(trx)
  return Number(numAffectedRows ?? 0) > 0
}

/** Withdraws records whose source has them no longer; what staff keeps stays. Gives the ids of the withdrawn. */
export async function withdrawGone(
  trx: CatalogueDb,
  tenant: string,
  resources: readonly string[],
  reason: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      update catalogue_resource set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = ${reason}, changed_at = now()
      where tenant = ${tenant} and id = any(${[...resources]}::uuid[]) and state = 'published' and own_since is null returning id
    ), told as (
      insert into platform_event (topic, tenant, subject) select 'catalogue/resource-changed', ${tenant}, id from gone
    )
    select id from gone`.execute(trx)
  if (rows.length > 0) await sql`select pg_notify('platform_event', '')`.execute(trx)
  return new Set(rows.map((row) => row.id))
}

/** What is to be said of records of a source, in place of what was said of them before. One import of the log stands for all runs. */
export async function replaceNotes(
  trx: CatalogueDb,
  tenant: string,
  source: OriginSource,
  uris: readonly string[],
  notes: readonly ImportNote[],
): Promise<void> {
  const log = sql`md5(${`${source.id}/${tenant}`})::uuid`
  await sql`insert into catalogue_import (id, tenant, source, finished_at) values (${log}, ${tenant}, ${source.address}, now())
    on conflict (id) do update set started_at = now(), finished_at = now()`.execute(trx)
  await sql`delete from catalogue_import_note where import = ${log} and tenant = ${tenant} and record_hash = any(${uris.map(md5)}::text[])`.execute(
    trx,
  )
  if (notes.length === 0) return
  await sql`insert into catalogue_import_note (import, tenant, kind, record, property, old_value, new_value, reason)
    select ${log}, ${tenant}, n.kind, n.record, n.property, n."from", n."to", n.reason
    from jsonb_to_recordset(${storableJson(notes)}::jsonb) as n(kind text, record text, property text, "from" text, "to" text, reason text)`.execute(
    trx,
  )
}
