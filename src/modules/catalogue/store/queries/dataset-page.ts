import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Scope } from '#platform/db'
import { withoutPublicAddress, withPublicAddress } from '../../model/self.ts'
import type { StoredFile } from '../catalogue-store.ts'
import type { Origin } from '../origin-store.ts'
import type { CatalogueTables } from '../tables.ts'

/** Another record that a page leads to. */
export interface LinkedRecord {
  slug: string
  tenant: string
  title: string
  /** ISO 8601; null where the record says nothing. */
  modified: string | null
}

/** What stands around a record on its page. */
export interface Surroundings {
  files: StoredFile[]
  /** Records of this portal by the IRIs that were asked for. */
  linked: (LinkedRecord & { uri: string })[]
  /** Published members of the series, newest first. */
  members: LinkedRecord[]
  /** Whether remarks on the record may be read, and how many staff still looks at. */
  remarked: boolean
  remarksWaiting: number
  /** Where it was harvested from. */
  origin: Origin | undefined
}

/** What to look for; empty lists are not looked for at all. */
export interface Around {
  /** The record of the page and the tenant it belongs to. */
  resource: string
  tenant: string
  withFiles: boolean
  uris: readonly string[]
  /** IRI of the series whose members are shown. */
  series: string | undefined
  /** Whether it may have been harvested. */
  withOrigin: boolean
}

interface Row {
  files: (Omit<StoredFile, 'changedAt'> & { changedAt: string })[] | null
  linked: Surroundings['linked'] | null
  members: LinkedRecord[] | null
  remarked: boolean
  waiting: number
  origin: (Omit<Origin, 'takenAt' | 'checkedAt'> & { takenAt: string; checkedAt: string }) | null
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/**
 * Everything around a record in one question. `scope` is that of the portal as a whole, because a record leads to other tenants'.
 * Rows are looked up one by one (see eachOf in the store). A part that is not asked for does not stand in the question: making it ready
 * would cost PostgreSQL as much as looking it up.
 */
export async function surroundings(
  database: Database<CatalogueTables>,
  scope: Scope,
  publicUrl: string,
  around: Around,
): Promise<Surroundings> {
  const local = (uri: string) => withoutPublicAddress(uri, publicUrl)
  const hashes = [...new Set(around.uris.map((uri) => md5(local(uri))))]
  const when = (asked: boolean, part: RawBuilder<unknown>) => (asked ? part : sql`null`)
  const own = sql`tenant = ${around.tenant} and resource = ${around.resource}`
  const link = sql`'slug', slug, 'tenant', tenant, 'title', title, 'modified', record_modified`
  const { rows } = await sql<Row>`select
    ${when(
      around.withFiles,
      sql`(select json_agg(json_build_object('name', name, 'mediaType', media_type, 'bytes', bytes, 'sha256', sha256, 'columns', columns, 'changedAt', changed_at) order by name)
      from catalogue_file where ${own})`,
    )} as files,
    ${when(
      hashes.length > 0,
      sql`(select json_agg(json_build_object('uri', uri, ${link}))
      from unnest(${hashes}::text[]) as one(wanted) cross join lateral (select * from catalogue_resource where uri_hash = one.wanted and state = 'published' offset 0) r)`,
    )} as linked,
    ${when(
      around.series !== undefined,
      sql`(select json_agg(json_build_object(${link}))
      from (select * from catalogue_resource where tenant = ${around.tenant} and series_hash = ${md5(local(around.series ?? ''))} and state = 'published' order by record_modified desc nulls last, title limit 200) m)`,
    )} as members,
    exists (select 1 from catalogue_request where ${own} and kind = 'remark' and state in ('open', 'answered')) as remarked,
    catalogue_remarks_waiting(${around.tenant}, ${around.resource}) as waiting,
    ${when(
      around.withOrigin,
      sql`(select json_build_object('name', s.name, 'address', s.address, 'page', o.page, 'takenAt', o.taken_at, 'checkedAt', s.checked_at)
      from catalogue_origin o join catalogue_origin_source s on s.tenant = o.tenant and s.id = o.source where o.tenant = ${around.tenant} and o.resource = ${around.resource})`,
    )} as origin`.execute(database.within(scope))
  const [row] = rows
  return {
    files: (row?.files ?? []).map((file) => ({ ...file, changedAt: new Date(file.changedAt) })),
    linked: (row?.linked ?? []).map((one) => ({ ...one, uri: withPublicAddress(one.uri, publicUrl) })),
    members: row?.members ?? [],
    remarked: row?.remarked ?? false,
    remarksWaiting: row?.waiting ?? 0,
    origin: row?.origin
      ? { ...row.origin, takenAt: new Date(row.origin.takenAt), checkedAt: new Date(row.origin.checkedAt) }
      : undefined,
  }
}
