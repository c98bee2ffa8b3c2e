import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Scope } from '#platform/db'
import type { CatalogueHead, CatalogueRecord } from '#standards/dcat-ap-de'
import { withoutPublicAddress, withPublicAddress } from '../model/self.ts'
import { type BesideRow, besideColumns, readBeside } from './queries/dataset-page.ts'
import { memoriesOf, type WithBeside } from './record-memory.ts'
import { type ResultCard, resultCards } from './result-card.ts'
import type { CatalogueTables, FileColumn, LinkState, Quality } from './tables.ts'
import { md5, renameResource, storableJson, upsertAll, withdrawResource } from './write-records.ts'

/** A record as it is kept, with its place in the portal. */
export interface StoredResource {
  id: string
  tenant: string
  slug: string
  state: 'published' | 'withdrawn'
  record: CatalogueRecord
  source: string | null
  head: string | null
  createdAt: Date
  changedAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string | null
  quality: Quality | null
  links: LinkState | null
}

/** A record to be written, its fingerprint, and the slug it would like to have when it is new. */
export interface Incoming {
  record: CatalogueRecord
  hash: string
  /** IRI of the catalogue that lists it; null for own records. */
  head: string | null
  slug?: string
  /** The id a new record gets; one by chance without it. */
  id?: string
}

/** A catalogue that was taken in, and those inside it. */
export interface StoredHead {
  head: CatalogueHead
  catalogs: string[]
}

/** A file the portal keeps for a record. */
export interface StoredFile {
  name: string
  mediaType: string
  bytes: number
  sha256: string
  columns: FileColumn[] | null
  changedAt: Date
}

/** How a record of an import fared. */
export interface Upserted {
  uri: string
  outcome: 'created' | 'updated' | 'unchanged'
  /** True where an import would have changed it, but staff of the tenant keeps it now. */
  keptOwn?: boolean
}

export interface ImportNote {
  kind: 'repaired' | 'kept' | 'rejected'
  record: string
  property?: string
  from?: string
  to?: string
  reason?: string
}

export interface CatalogueStore {
  readonly scope: Scope
  /** Writes records by IRI within one transaction, with an event for each that changed. */
  upsert(records: readonly Incoming[], source: string | null): Promise<Upserted[]>
  /** Keeps a catalogue and the catalogues inside it. */
  upsertHead(head: CatalogueHead, catalogs: readonly string[]): Promise<void>
  heads(): Promise<StoredHead[]>
  /** Only own tenant's and readable tenants' records are seen. */
  bySlug(slug: string): Promise<StoredResource | undefined>
  /** The same with what hangs on it, for its page. `anew` asks the database in any case: who changes things sees at once that they are changed. */
  withBeside(slug: string, anew?: boolean): Promise<WithBeside | undefined>
  byId(id: string): Promise<StoredResource | undefined>
  byIds(ids: readonly string[]): Promise<StoredResource[]>
  /** What rows of a list show of the published ones. */
  cards(ids: readonly string[]): Promise<ResultCard[]>
  /** The slug that a former slug leads to. */
  formerSlug(slug: string): Promise<string | undefined>
  /** Published records after the given id, in order of id. */
  pageAfter(after: string, limit: number): Promise<StoredResource[]>
  /** The ids of published records after the given one, in order. */
  idsAfter(after: string, limit: number): Promise<string[]>
  /** Those of these records that are published, in order of id; nothing of them is remembered. */
  publishedOf(ids: readonly string[]): Promise<StoredResource[]>
  count(changedSince?: Date): Promise<number>
  rename(id: string, slug: string): Promise<boolean>
  withdraw(id: string, reason: string): Promise<boolean>
  /** Whether an import of this source once came to its end. */
  wasImported(source: string): Promise<boolean>
  startImport(source: string): Promise<string>
  noteImport(id: string, notes: readonly ImportNote[]): Promise<void>
  finishImport(
    id: string,
    counts: { read: number; created: number; updated: number; unchanged: number; rejected: number },
  ): Promise<void>
  notesOf(uri: string): Promise<ImportNote[]>
  putFile(resource: string, file: Omit<StoredFile, 'changedAt'>): Promise<void>
  /** The files of a published record. */
  files(slug: string): Promise<StoredFile[]>
}

interface Row {
  id: string
  version: string
  tenant: string
  slug: string
  state: string
  /** Not sent where this version of the row is known. */
  record: string | null
  source: string | null
  head: string | null
  created_at: Date
  changed_at: Date
  withdrawn_at: Date | null
  withdrawn_reason: string | null
  quality: Quality | null
  links: LinkState | null
}

/** Columns of a Row besides its id. Every change of a row, whoever makes it, gives the row another xmin. */
const columns: readonly (readonly [name: string, value: RawBuilder<unknown>])[] = [
  ['version', sql`r.xmin::text`],
  ...[
    'tenant',
    'slug',
    'state',
    'source',
    'head',
    'created_at',
    'changed_at',
    'withdrawn_at',
    'withdrawn_reason',
    'quality',
    'links',
  ].map((name) => [name, sql.ref(`r.${name}`)] as const),
  ['record', sql`r.record::text`],
]

/**
 * Rows looked up one by one. Given a list at once, PostgreSQL prefers to walk through all rows of all tenants that may be read,
 * because it takes the tenants of the policy for few; `offset 0` keeps it from seeing the list as one.
 */
const eachOf = (list: ReturnType<typeof sql>, condition: ReturnType<typeof sql>) =>
  sql`${list} cross join lateral (select xmin, * from catalogue_resource where ${condition} offset 0) r`

const nil = '00000000-0000-0000-0000-000000000000'

/** Opens the catalogue's store for one tenant. A query that forgets its condition still sees nothing of tenants outside the scope. */
export function catalogueStore(database: Database<CatalogueTables>, scope: Scope, publicUrl: string): CatalogueStore {
  const db = database.within(scope)
  const { records: memory, cards } = memoriesOf(database, publicUrl)
  const whole = sql<Row>`id, ${sql.join(columns.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))}`
  const whereUnknown = sql.join(columns.map(([name, value]) => sql`case when k.id is null then ${value} end as ${sql.ref(name)}`))
  const read = (row: Row): StoredResource => ({
    id: row.id,
    tenant: row.tenant,
    slug: row.slug,
    state: row.state as StoredResource['state'],
    record: JSON.parse(withPublicAddress(row.record ?? '', publicUrl)),
    source: row.source,
    head: row.head === null ? null : withPublicAddress(row.head, publicUrl),
    createdAt: row.created_at,
    changedAt: row.changed_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnReason: row.withdrawn_reason,
    quality: row.quality,
    links: row.links,
  })
  const idsAfter = async (after: string, limit: number) => {
    const { rows } = await sql<{
      id: string
    }>`select id from catalogue_resource where ${visible} and id > ${after || nil} order by id limit ${limit}`.execute(db)
    return rows.map((row) => row.id)
  }
  const publishedOf = async (ids: readonly string[]) => {
    const list = sql`unnest(${[...ids]}::uuid[]) as one(wanted)`
    const found = sql<Row>`select ${whole} from ${eachOf(list, sql`id = one.wanted`)} where state = 'published' order by id`
    return (await found.execute(db)).rows.map(read)
  }
  /** Rows by a condition on `r`; of those that are known nothing is sent but the id. `more` are further columns. */
  const selectKnown = async <More>(
    condition: ReturnType<typeof sql>,
    ids: readonly string[],
    { from = sql`catalogue_resource r`, more = sql`` }: { from?: ReturnType<typeof sql>; more?: ReturnType<typeof sql> } = {},
  ): Promise<{ resource: StoredResource; row: Row & More }[]> => {
    const known = ids.map((id) => memory.known(id)).filter((one) => one !== undefined)
    const { rows } = await sql<Row & More>`select r.id, ${whereUnknown} ${more}
      from ${from} left join unnest(${known.map((one) => one.row.id)}::uuid[], ${known.map((one) => one.version)}::text[]) as k(id, version) on k.id = r.id and k.version = r.xmin::text
      where ${condition}`.execute(db)
    const same = new Map(known.map(({ row }) => [row.id, row]))
    return rows.map((row) => ({
      row,
      resource:
        (row.record === null ? same.get(row.id) : undefined) ?? memory.keep(row.version, read(row), row.record?.length ?? 0),
    }))
  }
  const at = <More>(slug: string, more?: ReturnType<typeof sql>) =>
    selectKnown<More>(sql`r.tenant = ${scope.tenant} and r.slug = ${slug}`, memory.idAt(scope.tenant, slug), more ? { more } : {})
  const own = sql`tenant = ${scope.tenant}`
  const visible = sql`state = 'published' and tenant = any(${[...scope.readable]}::uuid[])`
  const since = (date?: Date) => (date ? sql`and changed_at >= ${date}` : sql``)
  const local = (uri: string) => withoutPublicAddress(uri, publicUrl)
  return {
    scope,
    upsert: (records, source) => db.transaction().execute((trx) => upsertAll(trx, scope.tenant, records, source, publicUrl)),
    async upsertHead(head, catalogs) {
      const uri = local(head.uri)
      await sql`insert into catalogue_head (tenant, uri, record) values (${scope.tenant}, ${uri}, ${withoutPublicAddress(storableJson({ head, catalogs }), publicUrl)}::jsonb)
        on conflict (tenant, md5(uri)) do update set record = excluded.record, changed_at = now() where catalogue_head.record is distinct from excluded.record`.execute(
        db,
      )
    },
    async heads() {
      const { rows } = await sql<{
        record: string
      }>`select record::text as record from catalogue_head where ${own} order by uri`.execute(db)
      return rows.map((row) => JSON.parse(withPublicAddress(row.record, publicUrl)))
    },
    bySlug: async (slug) => (await at(slug))[0]?.resource,
    withBeside(slug, anew = false) {
      const ask = async () => {
        const [found] = await at<BesideRow>(slug, sql`, ${besideColumns}`)
        return found && { ...found.resource, beside: readBeside(found.row) }
      }
      return anew ? ask() : memory.withBeside(scope, slug, ask)
    },
    byId: async (id) => (await selectKnown(sql`r.id = ${id}`, [id]))[0]?.resource,
    byIds: (ids) =>
      memory.rows(scope, ids, async (asked) => {
        const from = eachOf(sql`unnest(${asked}::uuid[]) as one(wanted)`, sql`id = one.wanted`)
        return (await selectKnown(sql`state = 'published'`, asked, { from })).map((one) => one.resource)
      }),
    cards: (ids) => resultCards(cards, db, scope, publicUrl, ids),
    async formerSlug(slug) {
      const { rows } = await sql<{ slug: string }>`
        select r.slug from catalogue_former_slug f join catalogue_resource r on r.id = f.resource where f.tenant = ${scope.tenant} and f.slug = ${slug}`.execute(
        db,
      )
      return rows[0]?.slug
    },
    idsAfter,
    publishedOf,
    pageAfter: async (after, limit) => publishedOf(await idsAfter(after, limit)),
    async count(changedSince) {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from catalogue_resource where ${visible} ${since(changedSince)}`.execute(db)
      return rows[0]?.n ?? 0
    },
    rename: (id, slug) => db.transaction().execute((trx) => renameResource(trx, scope.tenant, id, slug)),
    withdraw: (id, reason) => db.transaction().execute((trx) => withdrawResource(trx, scope.tenant, id, reason)),
    async wasImported(source) {
      const { rows } =
        await sql`select 1 from catalogue_import where tenant = ${scope.tenant} and source = ${source} and finished_at is not null limit 1`.execute(
          db,
        )
      return rows.length > 0
    },
    async startImport(source) {
      const id = randomUUID()
      await sql`insert into catalogue_import (id, tenant, source) values (${id}, ${scope.tenant}, ${source})`.execute(db)
      return id
    },
    async noteImport(id, notes) {
      if (notes.length === 0) return
      const rows = storableJson(notes)
      await sql`insert into catalogue_import_note (import, tenant, kind, record, property, old_value, new_value, reason)
        select ${id}, ${scope.tenant}, n.kind, n.record, n.property, n."from", n."to", n.reason
        from jsonb_to_recordset(${rows}::jsonb) as n(kind text, record text, property text, "from" text, "to" text, reason text)`.execute(
        db,
      )
    },
    async finishImport(id, c) {
      await sql`update catalogue_import set finished_at = now(), read = ${c.read}, created = ${c.created}, updated = ${c.updated}, unchanged = ${c.unchanged}, rejected = ${c.rejected}
        where id = ${id} and tenant = ${scope.tenant}`.execute(db)
      // The newest import of a document says everything that older ones said of it.
      await sql`delete from catalogue_import_note n using catalogue_import old, catalogue_import new
        where new.id = ${id} and old.tenant = new.tenant and old.source = new.source and old.id <> new.id and old.started_at <= new.started_at
        and n.import = old.id`.execute(db)
    },
    async notesOf(uri) {
      const { rows } = await sql<ImportNote>`
        select n.kind, n.record, n.property, n.old_value as "from", n.new_value as "to", n.reason from catalogue_import_note n
        where n.tenant = ${scope.tenant} and n.record_hash = ${md5(uri)} and n.record = ${uri}
        and n.import = (select i.id from catalogue_import i join catalogue_import_note m on m.import = i.id and m.tenant = i.tenant and m.record_hash = ${md5(uri)} where i.tenant = ${scope.tenant} order by i.started_at desc limit 1)
        limit 200`.execute(db)
      return rows
    },
    async putFile(resource, file) {
      await sql`insert into catalogue_file (tenant, resource, name, media_type, bytes, sha256, columns)
        values (${scope.tenant}, ${resource}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.columns ? JSON.stringify(file.columns) : null}::jsonb)
        on conflict (tenant, resource, name) do update set media_type = excluded.media_type, bytes = excluded.bytes, sha256 = excluded.sha256, columns = excluded.columns, changed_at = now()
        where catalogue_file.sha256 <> excluded.sha256 or catalogue_file.columns is distinct from excluded.columns`.execute(db)
    },
    async files(slug) {
      const { rows } = await sql<StoredFile>`
        select f.name, f.media_type as "mediaType", f.bytes, f.sha256, f.columns, f.changed_at as "changedAt" from catalogue_file f join catalogue_resource r on r.id = f.resource and r.tenant = f.tenant
        where r.tenant = ${scope.tenant} and r.slug = ${slug} and r.state = 'published' order by f.name`.execute(db)
      return rows
    },
  }
}
