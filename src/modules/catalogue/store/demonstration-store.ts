import { type Kysely, sql } from 'kysely'
import { removeDrafts } from './draft-tidy.ts'
import type { CatalogueTables } from './tables.ts'

/** The owner's connection: what the demonstration sets, nobody of a tenant may. */
type Db = Kysely<CatalogueTables>

/** When things happened to a draft. What is left out stays. */
export interface DraftTimes {
  readonly created: Date
  readonly changed: Date
  readonly submitted?: Date
  readonly approved?: Date
  readonly released?: Date
}

/** Sets back the times that the database's clock gave a draft of the demonstration, its files and the version that came of it. */
export async function dateDraft(db: Db, tenant: string, draft: string, times: DraftTimes): Promise<void> {
  const { created, changed, submitted = null, approved = null, released = null } = times
  await sql`update catalogue_draft set created_at = ${created}, changed_at = ${changed}, submitted_at = coalesce(${submitted}, submitted_at),
    approved_at = coalesce(${approved}, approved_at), released_at = coalesce(${released}, released_at) where tenant = ${tenant} and id = ${draft}`.execute(
    db,
  )
  await sql`update catalogue_draft_file set added_at = ${changed} where tenant = ${tenant} and draft = ${draft}`.execute(db)
  if (!released) return
  await sql`update catalogue_version set released_at = ${released} where tenant = ${tenant} and draft = ${draft}`.execute(db)
  await sql`update catalogue_version v set released_at = least((v.record ->> 'modified')::timestamptz, ${created})
    from catalogue_draft d where d.tenant = ${tenant} and d.id = ${draft} and v.tenant = d.tenant and v.resource = d.resource
    and v.number = 1 and v.draft is null and v.released_at > ${released}`.execute(db)
  await sql`update catalogue_resource r set changed_at = ${released} from catalogue_draft d
    where d.tenant = ${tenant} and d.id = ${draft} and r.tenant = d.tenant and r.id = d.resource`.execute(db)
}

/** Sets back when something was said. */
export async function dateComment(db: Db, tenant: string, comment: string, at: Date): Promise<void> {
  await sql`update catalogue_comment set at = ${at} where tenant = ${tenant} and id = ${comment}`.execute(db)
}

/** Says that records were last changed when their metadata say so, as it would be in a catalogue that grew over years. */
export async function dateResources(db: Db, tenants: readonly string[], now: Date): Promise<void> {
  await sql`update catalogue_resource set changed_at = least(record_modified, ${now}) 
    where tenant = any(${[...tenants]}::uuid[]) and source is null and own_since is null and record_modified is not null`.execute(
    db,
  )
}

/** Takes away new drafts that a stopped start left half written: their title, begun by one of these persons. */
export async function sweepDrafts(db: Db, titles: readonly string[], people: readonly string[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from catalogue_draft
      where resource is null and title = any(${[...titles]}::text[]) and created_by = any(${[...people]}::uuid[]) for update`.execute(
      trx,
    )
    const ids = rows.map((row) => row.id)
    await removeDrafts(trx, ids)
    await sql`delete from catalogue_entry where id = any(${ids}::uuid[])`.execute(trx)
  })
}

/** Writes sums of points for days that are past; what stands there already stays. */
export async function writeDays(
  db: Db,
  days: readonly {
    readonly tenant: string
    /** Slug of a publisher; '' for all of the tenant. */
    readonly publisher: string
    readonly back: number
    readonly records: number
    readonly score: number
    readonly best: number
  }[],
): Promise<void> {
  await sql`insert into catalogue_quality_day (tenant, publisher_slug, day, records, score, best)
    select d.tenant, d.publisher, current_date - d.back, d.records, d.score, d.best
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d(tenant uuid, publisher text, back integer, records integer, score integer, best integer)
    on conflict do nothing`.execute(db)
}
