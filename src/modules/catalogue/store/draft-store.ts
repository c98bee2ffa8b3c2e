import { type Kysely, sql, type Transaction } from 'kysely'
import { type CatalogueRecord, say } from '#standards/dcat-ap-de'
import { openStates } from '../model/draft.ts'
import { withoutPublicAddress, withPublicAddress } from '../model/self.ts'
import type { Draft, DraftComment } from './draft-tables.ts'
import type { CatalogueTables } from './tables.ts'
import { storableJson } from './write-records.ts'

/** A connection that speaks for the staff of one tenant, and the public address that stands in records. */
export interface StaffDb {
  readonly db: Kysely<CatalogueTables> | Transaction<CatalogueTables>
  readonly tenant: string
  readonly publicUrl: string
}

type Stored = Omit<Draft, 'record'> & { record: string }

const columns = sql`d.id, d.tenant, d.resource, r.slug, d.kind, d.title, d.record::text as record, d.based_on as "basedOn", d.state, d.revision, d.office, d.responsible,
  d.created_by as "createdBy", d.created_at as "createdAt", d.changed_by as "changedBy", d.changed_at as "changedAt", d.submitted_by as "submittedBy", d.submitted_at as "submittedAt",
  d.approved_by as "approvedBy", d.approved_at as "approvedAt", d.release_at as "releaseAt", d.released_at as "releasedAt", d.reason, d.note, d.lawfulness, d.missing`

const withResource = sql`catalogue_draft d left join catalogue_resource r on r.tenant = d.tenant and r.id = d.resource`
const open = sql`d.state = any(${[...openStates]}::text[])`

/** A record as text for the database: without the public address. */
export const recordText = (record: CatalogueRecord, publicUrl: string): string =>
  withoutPublicAddress(storableJson(record), publicUrl)
export const recordOf = (text: string, publicUrl: string): CatalogueRecord => JSON.parse(withPublicAddress(text, publicUrl))

const read =
  (publicUrl: string) =>
  (row: Stored): Draft => ({ ...row, record: recordOf(row.record, publicUrl) })

/** A draft of the tenant; `lock` keeps others from changing it until the transaction ends. */
export async function draftById(staff: StaffDb, id: string, lock = false): Promise<Draft | undefined> {
  const { rows } =
    await sql<Stored>`select ${columns} from ${withResource} where d.tenant = ${staff.tenant} and d.id = ${id} ${lock ? sql`for update of d` : sql``}`.execute(
      staff.db,
    )
  return rows.map(read(staff.publicUrl))[0]
}

export async function draftsByIds(staff: StaffDb, ids: readonly string[], lock = false): Promise<Draft[]> {
  if (ids.length === 0) return []
  const { rows } =
    await sql<Stored>`select ${columns} from ${withResource} where d.tenant = ${staff.tenant} and d.id = any(${[...ids]}::uuid[]) order by d.id ${lock ? sql`for update of d` : sql``}`.execute(
      staff.db,
    )
  return rows.map(read(staff.publicUrl))
}

/** The draft in which somebody works on a published record. */
export async function openDraftOf(staff: StaffDb, resource: string): Promise<Draft | undefined> {
  const { rows } =
    await sql<Stored>`select ${columns} from ${withResource} where d.tenant = ${staff.tenant} and d.resource = ${resource} and ${open}`.execute(
      staff.db,
    )
  return rows.map(read(staff.publicUrl))[0]
}

/** The newest draft in work whose record has an identifier. */
export async function openDraftNamed(staff: StaffDb, identifier: string): Promise<Draft | undefined> {
  const { rows } = await sql<Stored>`select ${columns} from ${withResource} where d.tenant = ${staff.tenant} and ${open}
    and d.record -> 'identifier' ? ${identifier} order by d.changed_at desc, d.id limit 1`.execute(staff.db)
  return rows.map(read(staff.publicUrl))[0]
}

export interface NewDraft {
  readonly id: string
  readonly resource: string | null
  readonly record: CatalogueRecord
  readonly basedOn: string | null
  readonly office: string
  readonly responsible: string | null
  readonly by: string
  readonly missing: number
}

/** Writes a new draft; false when the record already has an open one. */
export async function insertDraft(staff: StaffDb, draft: NewDraft): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into catalogue_draft (id, tenant, resource, kind, title, record, based_on, office, responsible, created_by, changed_by, missing)
    values (${draft.id}, ${staff.tenant}, ${draft.resource}, ${draft.record.kind}, ${say(draft.record.title)}, ${recordText(draft.record, staff.publicUrl)}::jsonb, ${draft.basedOn}, ${draft.office}, ${draft.responsible}, ${draft.by}, ${draft.by}, ${draft.missing})
    on conflict do nothing`.execute(staff.db)
  if (Number(numAffectedRows ?? 0) === 0) return false
  await keepRevision(staff, draft.id, 1, draft.record)
  return true
}

/** How many saves back the common ground of a conflict can be found. */
const kept = 30

async function keepRevision(staff: StaffDb, draft: string, revision: number, record: CatalogueRecord): Promise<void> {
  await sql`insert into catalogue_draft_revision (tenant, draft, revision, record) values (${staff.tenant}, ${draft}, ${revision}, ${recordText(record, staff.publicUrl)}::jsonb)`.execute(
    staff.db,
  )
  if (revision % 10 === 0)
    await sql`delete from catalogue_draft_revision where tenant = ${staff.tenant} and draft = ${draft} and revision > 1 and revision <= ${revision - kept}`.execute(
      staff.db,
    )
}

/** What a draft held at a revision (not every one changes the record); undefined when that is too long ago. */
export async function recordAt(staff: StaffDb, draft: string, revision: number): Promise<CatalogueRecord | undefined> {
  const { rows } = await sql<{
    record: string
  }>`select record::text as record from catalogue_draft_revision where tenant = ${staff.tenant} and draft = ${draft} and revision <= ${revision} order by revision desc limit 1`.execute(
    staff.db,
  )
  return rows[0] && recordOf(rows[0].record, staff.publicUrl)
}

/** What may change in a draft. What is left out stays; null empties. */
export interface DraftChange {
  readonly record?: CatalogueRecord
  readonly missing?: number
  readonly office?: string
  readonly responsible?: string | null
  readonly state?: Draft['state']
  readonly resource?: string
  readonly basedOn?: string | null
  readonly reason?: string | null
  readonly note?: string | null
  readonly lawfulness?: Draft['lawfulness']
  readonly releaseAt?: Date | null
  /** Who did it, in the column of the deed. */
  readonly changedBy?: string
  readonly submittedBy?: string | null
  readonly approvedBy?: string | null
  /** Sets the moment of release. */
  readonly released?: boolean
}

/** Changes a draft that was read under lock, as its next revision. Gives the new revision. */
export async function updateDraft(staff: StaffDb, draft: Draft, change: DraftChange): Promise<number> {
  const set = [sql`revision = revision + 1`]
  if (change.record) {
    set.push(sql`record = ${recordText(change.record, staff.publicUrl)}::jsonb, title = ${say(change.record.title)}`)
  }
  if (change.changedBy !== undefined) set.push(sql`changed_by = ${change.changedBy}, changed_at = now()`)
  if (change.submittedBy !== undefined)
    set.push(sql`submitted_by = ${change.submittedBy}, submitted_at = ${change.submittedBy === null ? null : sql`now()`}`)
  if (change.approvedBy !== undefined)
    set.push(sql`approved_by = ${change.approvedBy}, approved_at = ${change.approvedBy === null ? null : sql`now()`}`)
  if (change.released) set.push(sql`released_at = now()`)
  if (change.lawfulness) set.push(sql`lawfulness = ${storableJson(change.lawfulness)}::jsonb`)
  const plain = {
    missing: change.missing,
    office: change.office,
    responsible: change.responsible,
    state: change.state,
    resource: change.resource,
    based_on: change.basedOn,
    reason: change.reason,
    note: change.note,
    release_at: change.releaseAt,
  }
  for (const [name, value] of Object.entries(plain)) if (value !== undefined) set.push(sql`${sql.ref(name)} = ${value}`)
  await sql`update catalogue_draft set ${sql.join(set)} where tenant = ${staff.tenant} and id = ${draft.id}`.execute(staff.db)
  if (change.record) await keepRevision(staff, draft.id, draft.revision + 1, change.record)
  return draft.revision + 1
}

export async function insertComment(
  staff: StaffDb,
  comment: { id: string; draft: string; author: string; text: string },
): Promise<void> {
  await sql`insert into catalogue_comment (id, tenant, draft, author, text) values (${comment.id}, ${staff.tenant}, ${comment.draft}, ${comment.author}, ${comment.text})`.execute(
    staff.db,
  )
}

/** What was said about a draft, oldest first. */
export async function commentsOf(staff: StaffDb, draft: string): Promise<DraftComment[]> {
  const { rows } =
    await sql<DraftComment>`select id, author, text, at from catalogue_comment where tenant = ${staff.tenant} and draft = ${draft} order by at, id limit 500`.execute(
      staff.db,
    )
  return rows
}

/** Scheduled drafts of all tenants whose time has come: for the job, on the owner's connection. */
export async function dueDrafts(
  db: Kysely<CatalogueTables>,
  now: Date,
  limit: number,
): Promise<{ id: string; tenant: string }[]> {
  const { rows } = await sql<{
    id: string
    tenant: string
  }>`select id, tenant from catalogue_draft where state = 'scheduled' and release_at <= ${now} order by release_at limit ${limit}`.execute(
    db,
  )
  return rows
}
