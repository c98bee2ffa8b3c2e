import { sql } from 'kysely'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import type { DraftState } from '../model/draft.ts'
import { withoutPublicAddress, withPublicAddress } from '../model/self.ts'
import type { StaffDb } from './draft-store.ts'
import { storableJson } from './write-records.ts'

/** One record of a change of many: what stood there before, and how it is known that nobody changed it since. */
export interface BulkItem {
  readonly entry: string
  readonly draft: string | null
  readonly resource: string | null
  readonly before: {
    readonly record?: CatalogueRecord
    readonly state?: DraftState | 'published'
    readonly office?: string
    readonly responsible?: string | null
  }
  /** Revision of the draft after the change. */
  readonly revision: number | null
  /** Fingerprint of the published record after the change. */
  readonly hash?: string
}

export interface Bulk {
  readonly id: string
  readonly person: string | null
  readonly at: Date
  readonly undoneAt: Date | null
  readonly items: readonly BulkItem[]
}

export async function keepBulk(
  staff: StaffDb,
  bulk: { id: string; person: string; change: object; items: readonly BulkItem[] },
): Promise<void> {
  const items = withoutPublicAddress(storableJson(bulk.items), staff.publicUrl)
  await sql`insert into catalogue_bulk (id, tenant, person, change, items)
    values (${bulk.id}, ${staff.tenant}, ${bulk.person}, ${storableJson(bulk.change)}::jsonb, ${items}::jsonb)`.execute(staff.db)
}

/** A change of many, locked: it is taken back once. */
export async function bulkById(staff: StaffDb, id: string): Promise<Bulk | undefined> {
  const { rows } = await sql<Omit<Bulk, 'items'> & { items: string }>`
    select id, person, at, undone_at as "undoneAt", items::text as items from catalogue_bulk where tenant = ${staff.tenant} and id = ${id} for update`.execute(
    staff.db,
  )
  return rows.map((row) => ({ ...row, items: JSON.parse(withPublicAddress(row.items, staff.publicUrl)) }))[0]
}

export async function markUndone(staff: StaffDb, id: string): Promise<void> {
  await sql`update catalogue_bulk set undone_at = now() where tenant = ${staff.tenant} and id = ${id}`.execute(staff.db)
}
