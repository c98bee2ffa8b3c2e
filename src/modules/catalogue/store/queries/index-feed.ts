import { type Kysely, sql } from 'kysely'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { withPublicAddress } from '../../model/self.ts'
import type { CatalogueTables, LinkState, Quality } from '../tables.ts'

/** A record on its way into index or validation: of any tenant. */
export interface FeedRow {
  id: string
  tenant: string
  slug: string
  state: string
  hash: string
  record: CatalogueRecord
  quality: Quality | null
  links: LinkState | null
  changedAt: Date
}

interface Raw {
  id: string
  tenant: string
  slug: string
  state: string
  source_hash: string
  record: string
  quality: Quality | null
  links: LinkState | null
  changed_at: Date
}

const columns = sql`id, tenant, slug, state, source_hash, record::text as record, quality, links, changed_at`
const read =
  (publicUrl: string) =>
  (row: Raw): FeedRow => ({
    id: row.id,
    tenant: row.tenant,
    slug: row.slug,
    state: row.state,
    hash: row.source_hash,
    record: JSON.parse(withPublicAddress(row.record, publicUrl)),
    quality: row.quality,
    links: row.links,
    changedAt: row.changed_at,
  })

const nil = '00000000-0000-0000-0000-000000000000'

/** The records of these ids, whatever their state. */
export async function feedOf(db: Kysely<CatalogueTables>, ids: readonly string[], publicUrl: string): Promise<FeedRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Raw>`select ${columns} from catalogue_resource where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map(read(publicUrl))
}

/** All published records of all tenants in batches, by id. */
export async function* feedOfAll(db: Kysely<CatalogueTables>, publicUrl: string, batch = 1000): AsyncGenerator<FeedRow[]> {
  let after = nil
  for (;;) {
    const { rows } =
      await sql<Raw>`select ${columns} from catalogue_resource where state = 'published' and id > ${after} order by id limit ${batch}`.execute(
        db,
      )
    if (rows.length === 0) return
    yield rows.map(read(publicUrl))
    after = rows.at(-1)?.id ?? after
  }
}

/**
 * Published records after an id whose quality was not yet assessed in their present form. In order: whoever began anew each time would walk
 * past everything that is done already, until the database has cleaned up behind.
 */
export async function feedWithoutQuality(
  db: Kysely<CatalogueTables>,
  publicUrl: string,
  after: string | undefined,
  limit: number,
): Promise<FeedRow[]> {
  const { rows } =
    await sql<Raw>`select ${columns} from catalogue_resource where quality_hash is distinct from source_hash and state = 'published' and id > ${after ?? nil} order by id limit ${limit}`.execute(
      db,
    )
  return rows.map(read(publicUrl))
}

/** Writes what was assessed, unless the record changed meanwhile; tells the index. One statement for all. */
export async function writeQuality(
  db: Kysely<CatalogueTables>,
  assessed: readonly { id: string; hash: string; quality: Quality }[],
): Promise<void> {
  if (assessed.length === 0) return
  await sql`
    with written as (
      update catalogue_resource r set quality = a.quality, quality_hash = a.hash
      from jsonb_to_recordset(${JSON.stringify(assessed)}::jsonb) as a(id uuid, hash text, quality jsonb)
      where r.id = a.id and r.source_hash = a.hash returning r.id, r.tenant)
    insert into platform_event (topic, tenant, subject) select 'catalogue/quality-assessed', tenant, id from written`.execute(db)
}
