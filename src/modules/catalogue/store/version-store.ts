import { sql } from 'kysely'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { withPublicAddress } from '../model/self.ts'
import { recordOf, recordText, type StaffDb } from './draft-store.ts'
import type { CatalogueSettings, ResourceVersion } from './draft-tables.ts'

/** A record of the tenant as it stands in the public table. */
export interface KeptResource {
  readonly id: string
  readonly slug: string
  readonly uri: string
  readonly state: 'published' | 'withdrawn'
  readonly record: CatalogueRecord
  readonly hash: string
  readonly source: string | null
  readonly head: string | null
}

type StoredKept = Omit<KeptResource, 'record'> & { record: string }

/** Records of the tenant by id, locked for the rest of the transaction where asked. */
export async function keptResources(staff: StaffDb, ids: readonly string[], lock = false): Promise<KeptResource[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredKept>`
    select id, slug, uri, state, record::text as record, source_hash as hash, source, head from catalogue_resource
    where tenant = ${staff.tenant} and id = any(${[...ids]}::uuid[]) order by id ${lock ? sql`for update` : sql``}`.execute(
    staff.db,
  )
  return rows.map((row) => ({
    ...row,
    uri: withPublicAddress(row.uri, staff.publicUrl),
    head: row.head && withPublicAddress(row.head, staff.publicUrl),
    record: recordOf(row.record, staff.publicUrl),
  }))
}

export const keptResource = async (staff: StaffDb, id: string, lock = false): Promise<KeptResource | undefined> =>
  (await keptResources(staff, [id], lock))[0]

export interface NewVersion {
  readonly resource: string
  readonly record: CatalogueRecord
  readonly hash: string
  readonly source: string | null
  /** Id of a person; null for what stood there before. */
  readonly by: string | null
  readonly draft: string | null
  readonly note: string | null
}

/** Writes the next version of a record, and before its first one what stood there until now. Gives the new number. */
export async function addVersion(staff: StaffDb, version: NewVersion, before: KeptResource | undefined): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(number), 0) as last from catalogue_version where tenant = ${staff.tenant} and resource = ${version.resource}`.execute(
    staff.db,
  )
  let number = rows[0]?.last ?? 0
  const insert = (one: NewVersion) => {
    number++
    return sql`insert into catalogue_version (tenant, resource, number, record, hash, source, released_by, draft, note)
      values (${staff.tenant}, ${one.resource}, ${number}, ${recordText(one.record, staff.publicUrl)}::jsonb, ${one.hash}, ${one.source}, ${one.by}, ${one.draft}, ${one.note})`.execute(
      staff.db,
    )
  }
  if (number === 0 && before)
    await insert({
      resource: before.id,
      record: before.record,
      hash: before.hash,
      source: before.source,
      by: null,
      draft: null,
      note: null,
    })
  await insert(version)
  return number
}

type StoredVersion = Omit<ResourceVersion, 'record'> & { record: string }
const versionColumns = sql`number, record::text as record, hash, source, released_at as "releasedAt", released_by as "releasedBy", note`

/** Versions of a record, newest first; at most 200. */
export async function versionsOf(staff: StaffDb, resource: string): Promise<ResourceVersion[]> {
  const { rows } = await sql<StoredVersion>`select ${versionColumns} from catalogue_version
    where tenant = ${staff.tenant} and resource = ${resource} order by number desc limit 200`.execute(staff.db)
  return rows.map((row) => ({ ...row, record: recordOf(row.record, staff.publicUrl) }))
}

export async function versionAt(staff: StaffDb, resource: string, number: number): Promise<ResourceVersion | undefined> {
  const { rows } = await sql<StoredVersion>`select ${versionColumns} from catalogue_version
    where tenant = ${staff.tenant} and resource = ${resource} and number = ${number}`.execute(staff.db)
  return rows.map((row) => ({ ...row, record: recordOf(row.record, staff.publicUrl) }))[0]
}

/** Records now kept here: imports leave them alone. */
export async function keepOwn(staff: StaffDb, ids: readonly string[]): Promise<void> {
  await sql`update catalogue_resource set own_since = coalesce(own_since, now()) where tenant = ${staff.tenant} and id = any(${[...ids]}::uuid[])`.execute(
    staff.db,
  )
}

/** Who is in charge of published records. */
export async function setCharge(
  staff: StaffDb,
  resources: readonly string[],
  charge: { office?: string; responsible?: string | null },
): Promise<void> {
  await sql`insert into catalogue_charge as c (tenant, resource, office, responsible)
    select ${staff.tenant}, id, ${charge.office ?? ''}, ${charge.responsible ?? null} from unnest(${[...resources]}::uuid[]) as id
    on conflict (tenant, resource) do update set office = ${charge.office === undefined ? sql`c.office` : sql`excluded.office`},
      responsible = ${charge.responsible === undefined ? sql`c.responsible` : sql`excluded.responsible`}`.execute(staff.db)
}

/** Who is in charge of a published record. */
export async function chargeOf(staff: StaffDb, resource: string): Promise<{ office: string; responsible: string | null }> {
  const { rows } = await sql<{
    office: string
    responsible: string | null
  }>`select office, responsible from catalogue_charge where tenant = ${staff.tenant} and resource = ${resource}`.execute(staff.db)
  return rows[0] ?? { office: '', responsible: null }
}

const standard: CatalogueSettings = { fourEyes: false, offices: [], defaults: {} }

/** What the tenant wants of editing; the standard where it said nothing. */
export async function readSettings(staff: StaffDb): Promise<CatalogueSettings> {
  const { rows } = await sql<{
    settings: Partial<CatalogueSettings>
  }>`select settings from catalogue_settings where tenant = ${staff.tenant}`.execute(staff.db)
  return { ...standard, ...rows[0]?.settings }
}

export async function writeSettings(staff: StaffDb, settings: CatalogueSettings): Promise<void> {
  await sql`insert into catalogue_settings (tenant, settings) values (${staff.tenant}, ${JSON.stringify(settings)}::jsonb)
    on conflict (tenant) do update set settings = excluded.settings, changed_at = now()`.execute(staff.db)
}
