import { createHash, randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { slugOf } from '#kernel/slug.ts'
import { type CatalogueRecord, publisherOf, titleOf } from '#standards/dcat-ap-de'
import { withoutPublicAddress } from '../model/self.ts'
import type { Incoming, Upserted } from './catalogue-store.ts'
import type { CatalogueDb, CatalogueTables } from './tables.ts'

/** As PostgreSQL's md5(): the form in which IRIs are looked up. */
export const md5 = (text: string) => createHash('md5').update(text).digest('hex')

const fingerprint = (text: string, digits: number) => createHash('sha256').update(text).digest('hex').slice(0, digits)

/** Text that the database takes: without NUL and without halves of characters, wherever they stand. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_, part) => (typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part))

/** Slugs for new records: the title's, and where that is taken, with a fingerprint of the IRI behind it, short and then long. One query for all. */
async function freeSlugs(
  trx: CatalogueDb,
  tenant: string,
  fresh: readonly { uri: string; wish: string }[],
): Promise<Map<string, string>> {
  const wanted = fresh.map(({ uri, wish }) => ({
    uri,
    choices: [wish, `${wish.slice(0, 72)}-${fingerprint(uri, 6)}`, `${wish.slice(0, 60)}-${fingerprint(uri, 16)}`],
  }))
  const names = wanted.flatMap(({ choices }) => choices)
  const { rows } = await sql<{ slug: string }>`
    select slug from catalogue_resource where tenant = ${tenant} and slug = any(${names}::text[])
    union select slug from catalogue_former_slug where tenant = ${tenant} and slug = any(${names}::text[])`.execute(trx)
  const taken = new Set(rows.map((row) => row.slug))
  const slugs = new Map<string, string>()
  for (const { uri, choices } of wanted) {
    const slug = choices.find((choice) => !taken.has(choice)) ?? `${choices[0]?.slice(0, 40)}-${fingerprint(uri, 32)}`
    taken.add(slug)
    slugs.set(uri, slug)
  }
  return slugs
}

/** The address a new record will get, kept from others until the transaction ends. */
export async function slugForNew(trx: CatalogueDb, tenant: string, uri: string, wish: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue/${tenant}`}, 0))`.execute(trx)
  return (await freeSlugs(trx, tenant, [{ uri, wish }])).get(uri) ?? wish
}

/** Writes records by IRI within the caller's transaction, with an event for each that changed. */
export async function upsertAll(
  trx: CatalogueDb,
  tenant: string,
  given: readonly Incoming[],
  source: string | null,
  publicUrl: string,
): Promise<Upserted[]> {
  // Two imports into one catalogue at once would want the same addresses: one waits for the other's batch.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue/${tenant}`}, 0))`.execute(trx)
  const byUri = new Map(
    given.map((one) => [
      withoutPublicAddress(one.record.uri, publicUrl),
      { ...one, record: JSON.parse(storableJson(one.record)) as CatalogueRecord },
    ]),
  )
  const uris = [...byUri.keys()]
  const { rows: known } = await sql<{ id: string; uri: string; source_hash: string; state: string; own: boolean }>`
    select id, uri, source_hash, state, own_since is not null as own from catalogue_resource where tenant = ${tenant} and uri_hash = any(${uris.map(md5)}::text[]) for update`.execute(
    trx,
  )
  const before = new Map(known.map((row) => [row.uri, row]))
  const fresh = uris
    .filter((uri) => !before.has(uri))
    .map((uri) => ({ uri, wish: byUri.get(uri)?.slug ?? slugOf(titleOf(byUri.get(uri)?.record)) }))
  const slugs = fresh.length > 0 ? await freeSlugs(trx, tenant, fresh) : new Map<string, string>()
  const outcomes: Upserted[] = []
  const writes: object[] = []
  for (const [uri, { record, hash, head, id }] of byUri) {
    const old = before.get(uri)
    // What staff changed or withdrew is theirs: the source may say what it likes (decision 33).
    const keptOwn = source !== null && old?.own === true
    const same = old?.source_hash === hash && old.state === 'published'
    const outcome = !old ? 'created' : same || keptOwn ? 'unchanged' : 'updated'
    outcomes.push({ uri: record.uri, outcome, ...(keptOwn && !same ? { keptOwn } : {}) })
    if (outcome === 'unchanged') continue
    const publisher = publisherOf(record)
    writes.push({
      id: old?.id ?? id ?? randomUUID(),
      uri,
      kind: record.kind,
      slug: slugs.get(uri) ?? '',
      title: titleOf(record),
      publisher,
      publisher_slug: publisher ? slugOf(publisher) : null,
      record: JSON.parse(withoutPublicAddress(JSON.stringify(record), publicUrl)),
      source_hash: hash,
      head: head === null ? null : withoutPublicAddress(head, publicUrl),
      modified: timestampOf(record.modified ?? record.issued),
    })
  }
  if (writes.length > 0) await write(trx, tenant, writes, source)
  return outcomes
}

const timestampOf = (text: string | undefined): string | null => {
  const time = text ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** One statement writes all rows and their events. */
async function write(trx: CatalogueDb, tenant: string, rows: readonly object[], source: string | null): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g(id uuid, uri text, kind text, slug text, title text, publisher text, publisher_slug text, record jsonb, source_hash text, head text, modified timestamptz)
    ), written as (
      insert into catalogue_resource as r (id, tenant, uri, kind, slug, title, publisher, publisher_slug, record, source_hash, source, head, record_modified)
      select id, ${tenant}, uri, kind, slug, title, publisher, publisher_slug, record, source_hash, ${source}, head, modified from given
      on conflict (tenant, uri_hash) do update set
        kind = excluded.kind, title = excluded.title, publisher = excluded.publisher, publisher_slug = excluded.publisher_slug, record = excluded.record,
        source_hash = excluded.source_hash, source = excluded.source, head = excluded.head, record_modified = excluded.record_modified, changed_at = now(),
        state = 'published', withdrawn_at = null, withdrawn_reason = null
      returning r.id
    )
    insert into platform_event (topic, tenant, subject) select 'catalogue/resource-changed', ${tenant}, id from written`.execute(
    trx,
  )
  await sql`select pg_notify('platform_event', '')`.execute(trx)
}

async function announce(trx: CatalogueDb, tenant: string, id: string): Promise<void> {
  await sql`insert into platform_event (topic, tenant, subject) values ('catalogue/resource-changed', ${tenant}, ${id})`.execute(
    trx,
  )
  await sql`select pg_notify('platform_event', '')`.execute(trx)
}

/** Gives a record another address within the caller's transaction; the old one leads to it. False where it is taken, or there is no such record. */
export async function renameResource(
  trx: Transaction<CatalogueTables>,
  tenant: string,
  id: string,
  slug: string,
): Promise<boolean> {
  const { rows } = await sql<{
    slug: string
  }>`select slug from catalogue_resource where tenant = ${tenant} and id = ${id} for update`.execute(trx)
  const old = rows[0]?.slug
  if (!old || old === slug) return old === slug
  const { rows: taken } = await sql`
    select 1 from catalogue_resource where tenant = ${tenant} and slug = ${slug}
    union all select 1 from catalogue_former_slug where tenant = ${tenant} and slug = ${slug} and resource <> ${id}`.execute(trx)
  if (taken.length > 0) return false
  await sql`insert into catalogue_former_slug (tenant, slug, resource) values (${tenant}, ${old}, ${id}) on conflict do nothing`.execute(
    trx,
  )
  await sql`update catalogue_resource set slug = ${slug}, changed_at = now() where tenant = ${tenant} and id = ${id}`.execute(trx)
  await announce(trx, tenant, id)
  return true
}

/** Leaves a tombstone with the reason; false where nothing of this id is published. */
export async function withdrawResource(trx: CatalogueDb, tenant: string, id: string, reason: string): Promise<boolean> {
  const result =
    await sql`update catalogue_resource set state = 'withdrawn', withdrawn_at = now(), withdrawn_reason = ${reason}, changed_at = now()
    where tenant = ${tenant} and id = ${id} and state = 'published'`.execute(trx)
  if (Number(result.numAffectedRows ?? 0) === 0) return false
  await announce(trx, tenant, id)
  return true
}
