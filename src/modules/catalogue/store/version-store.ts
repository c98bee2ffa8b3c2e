import { type Kysely, sql } from 'kysely'
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
  /** Since when staff keeps it: imports leave it alone. */
  readonly ownSince: Date | null
}

type StoredKept = Omit<KeptResource, 'record'> & { record: string }

/** Records of the tenant by id, locked for the rest of the transaction where asked. */
export async function keptResources(staff: StaffDb, ids: readonly string[], lock = false): Promise<KeptResource[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<StoredKept>`
    select id, slug, uri, state, record::text as record, source_hash as hash, source, head, own_since as "ownSince" from catalogue_resource
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
  /** The source that it was given back to with this version. */
  readonly givenBackTo?: string
}

/** Writes the next version of a record, and before it what stood there until now where no version says so: before the first one, and after an import. Gives the new number. */
export async function addVersion(staff: StaffDb, version: NewVersion, before: KeptResource | undefined): Promise<number> {
  const { rows } = await sql<{ last: number; hash: string }>`
    select number as last, hash from catalogue_version where tenant = ${staff.tenant} and resource = ${version.resource}
    order by number desc limit 1`.execute(staff.db)
  let number = rows[0]?.last ?? 0
  const insert = (one: NewVersion) => {
    number++
    return sql`insert into catalogue_version (tenant, resource, number, record, hash, source, released_by, draft, note, given_back_to)
      values (${staff.tenant}, ${one.resource}, ${number}, ${recordText(one.record, staff.publicUrl)}::jsonb, ${one.hash}, ${one.source}, ${one.by}, ${one.draft}, ${one.note}, ${one.givenBackTo ?? null})`.execute(
      staff.db,
    )
  }
  if (before && before.hash !== rows[0]?.hash)
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
const versionColumns = sql`number, record::text as record, hash, source, released_at as "releasedAt", released_by as "releasedBy", note, given_back_to as "givenBackTo"`

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

/** Where a record was taken in from, also when staff has changed it since; undefined for own ones. */
export async function originOf(staff: StaffDb, { id, source }: Pick<KeptResource, 'id' | 'source'>): Promise<string | undefined> {
  if (source !== null) return source
  const { rows } = await sql<{ source: string }>`select source from catalogue_version
    where tenant = ${staff.tenant} and resource = ${id} and source is not null order by number desc limit 1`.execute(staff.db)
  return rows[0]?.source
}

/** A record follows its source again. */
export async function followSource(staff: StaffDb, id: string, source: string): Promise<void> {
  await sql`update catalogue_resource set own_since = null, source = ${source} where tenant = ${staff.tenant} and id = ${id}`.execute(
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

/** Who is in charge of a published record, and when somebody was last reminded of it. */
export interface Charge {
  readonly office: string
  readonly responsible: string | null
  readonly remindedAt: Date | null
}

/** The charge of a published record; an empty one where nothing was said. */
export async function chargeOf(staff: StaffDb, resource: string): Promise<Charge> {
  const { rows } = await sql<Charge>`select office, responsible, reminded_at as "remindedAt" from catalogue_charge
    where tenant = ${staff.tenant} and resource = ${resource}`.execute(staff.db)
  return rows[0] ?? { office: '', responsible: null, remindedAt: null }
}

/** Who is in charge of published records, of whatever tenant; records that nobody is in charge of are left out. The owner's connection. */
export async function inChargeOf<T>(db: Kysely<T>, resources: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ resource: string; responsible: string }>`select resource, responsible from catalogue_charge
    where resource = any(${[...resources]}::uuid[]) and responsible is not null`.execute(db)
  return new Map(rows.map((row) => [row.resource, row.responsible]))
}

/** Notes that somebody is reminded of a record at `at`; false when that was done after `notSince`. */
export async function noteReminder(staff: StaffDb, resource: string, at: Date, notSince: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into catalogue_charge as c (tenant, resource, reminded_at)
    values (${staff.tenant}, ${resource}, ${at}) on conflict (tenant, resource) do update set reminded_at = excluded.reminded_at
    where c.reminded_at is null or c.reminded_at <= ${notSince}`.execute(staff.db)
  return Number(numAffectedRows ?? 0) > 0
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
