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

/** What hangs on a record and is shown on its page. */
export interface Beside {
  files: StoredFile[]
  /** Whether remarks on the record may be read, and how many staff still looks at. */
  remarked: boolean
  remarksWaiting: number
  /** Where it was harvested from. */
  origin: Origin | undefined
}

/** Other records that a record leads to. */
export interface Surroundings {
  /** Records of this portal by the IRIs that were asked for. */
  linked: (LinkedRecord & { uri: string })[]
  /** Published members of the series, newest first. */
  members: LinkedRecord[]
}

/** What to look for; empty lists are not looked for at all. */
export interface Around {
  tenant: string
  uris: readonly string[]
  /** IRI of the series whose members are shown. */
  series: string | undefined
}

/** The same as the database sends it. */
export interface BesideRow {
  files: (Omit<StoredFile, 'changedAt'> & { changedAt: string })[] | null
  remarked: boolean
  waiting: number
  origin: (Omit<Origin, 'takenAt' | 'checkedAt'> & { takenAt: string; checkedAt: string }) | null
}

/** The columns of a BesideRow for a record `r`: asked for together with it, because waking PostgreSQL takes longer than looking them up. */
export const besideColumns = sql`
  (select json_agg(json_build_object('name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes, 'sha256', f.sha256, 'columns', f.columns, 'changedAt', f.changed_at) order by f.name)
    from catalogue_file f where f.tenant = r.tenant and f.resource = r.id) as files,
  exists (select 1 from catalogue_request q where q.tenant = r.tenant and q.resource = r.id and q.kind = 'remark' and q.state in ('open', 'answered')) as remarked,
  catalogue_remarks_waiting(r.tenant, r.id) as waiting,
  (select json_build_object('name', s.name, 'address', s.address, 'page', o.page, 'takenAt', o.taken_at, 'checkedAt', s.checked_at)
    from catalogue_origin o join catalogue_origin_source s on s.tenant = o.tenant and s.id = o.source where o.tenant = r.tenant and o.resource = r.id) as origin`

export const readBeside = ({ files, remarked, waiting, origin }: BesideRow): Beside => ({
  files: (files ?? []).map((file) => ({ ...file, changedAt: new Date(file.changedAt) })),
  remarked,
  remarksWaiting: waiting,
  origin: origin ? { ...origin, takenAt: new Date(origin.takenAt), checkedAt: new Date(origin.checkedAt) } : undefined,
})

/** A record that nothing hangs on yet: a draft. */
export const nothingBeside: Beside = { files: [], remarked: false, remarksWaiting: 0, origin: undefined }

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/**
 * The records around one, in one question, or in none where it leads to no other. `scope` is that of the portal as a whole, because a
 * record leads to other tenants'. Rows are looked up one by one (see eachOf in the store). A part that is not asked for does not stand in
 * the question: making it ready would cost PostgreSQL as much as looking it up.
 */
export async function surroundings(
  database: Database<CatalogueTables>,
  scope: Scope,
  publicUrl: string,
  { tenant, uris, series }: Around,
): Promise<Surroundings> {
  if (uris.length === 0 && series === undefined) return { linked: [], members: [] }
  const hash = (uri: string) => md5(withoutPublicAddress(uri, publicUrl))
  const when = (asked: boolean, part: RawBuilder<unknown>) => (asked ? part : sql`null`)
  const link = sql`'slug', slug, 'tenant', tenant, 'title', title, 'modified', record_modified`
  const { rows } = await sql<{ [Key in keyof Surroundings]: Surroundings[Key] | null }>`select
    ${when(
      uris.length > 0,
      sql`(select json_agg(json_build_object('uri', uri, ${link}))
      from unnest(${[...new Set(uris.map(hash))]}::text[]) as one(wanted) cross join lateral (select * from catalogue_resource where uri_hash = one.wanted and state = 'published' offset 0) r)`,
    )} as linked,
    ${when(
      series !== undefined,
      sql`(select json_agg(json_build_object(${link}))
      from (select * from catalogue_resource where tenant = ${tenant} and series_hash = ${hash(series ?? '')} and state = 'published' order by record_modified desc nulls last, title limit 200) m)`,
    )} as members`.execute(database.within(scope))
  const [row] = rows
  return {
    linked: (row?.linked ?? []).map((one) => ({ ...one, uri: withPublicAddress(one.uri, publicUrl) })),
    members: row?.members ?? [],
  }
}
