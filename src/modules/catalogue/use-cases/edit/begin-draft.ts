import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { takeFiles } from '../../store/draft-file-store.ts'
import { draftById, insertDraft, openDraftOf, type StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { chargeOf, keptResource, readSettings, versionAt } from '../../store/version-store.ts'
import { mustCount } from './check-draft.ts'
import type { DraftFault } from './faults.ts'
import { copiedRecord, newRecord, recordUri } from './new-record.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

/** What a draft begins with. Ids are those of published records. */
export type Beginning =
  | { readonly kind: CatalogueRecord['kind'] }
  /** A record as it was handed in (an imported row), as a new one; its address is given here. */
  | { readonly record: CatalogueRecord }
  /** Changes a published or withdrawn record; who comes second finds the open draft. */
  | { readonly resource: string }
  | { readonly copyOf: string }
  /** An earlier version becomes a draft again. */
  | { readonly resource: string; readonly version: number }

/** Begins a draft, or gives the one in which the record is already being worked on. */
export async function beginDraft(house: EditHouse, acting: Acting, from: Beginning): Promise<Result<Draft, DraftFault>> {
  return together(house, acting.site, async (staff) => {
    const draft = await beginIn(staff, acting, from)
    if (draft.ok && draft.value.revision === 1)
      await noteDeed(staff, acting.person, 'begin-draft', draft.value, { resource: draft.value.resource })
    return draft
  })
}

/** As `beginDraft`, inside the caller's transaction, which writes the log itself. */
export async function beginIn(staff: StaffDb, acting: Acting, from: Beginning): Promise<Result<Draft, DraftFault>> {
  const id = randomUUID()
  if ('resource' in from) return change(staff, acting, id, from)
  const record = await freshRecord(staff, acting, id, from)
  if (!record) return fail({ kind: 'not-found' })
  await insertDraft(staff, {
    id,
    resource: null,
    record,
    basedOn: null,
    office: '',
    responsible: acting.person.id,
    by: acting.person.id,
    missing: mustCount(record),
  })
  return begun(staff, id)
}

async function freshRecord(staff: StaffDb, acting: Acting, id: string, from: Exclude<Beginning, { resource: string }>) {
  const uri = recordUri(acting.site, id, staff.publicUrl)
  if ('record' in from) return { ...from.record, uri }
  if ('copyOf' in from) {
    const found = await keptResource(staff, from.copyOf)
    return found && copiedRecord(found.record, uri, id)
  }
  const { defaults } = await readSettings(staff)
  return newRecord(from.kind, { id, site: acting.site, defaults, publicUrl: staff.publicUrl })
}

async function change(
  staff: StaffDb,
  acting: Acting,
  id: string,
  from: { resource: string; version?: number },
): Promise<Result<Draft, DraftFault>> {
  const resource = await keptResource(staff, from.resource)
  const version = from.version === undefined ? undefined : await versionAt(staff, from.resource, from.version)
  if (!resource || (from.version !== undefined && !version)) return fail({ kind: 'not-found' })
  const charge = await chargeOf(staff, resource.id)
  const record = version ? { ...version.record, uri: resource.record.uri } : resource.record
  const made = await insertDraft(staff, {
    id,
    resource: resource.id,
    record: record as CatalogueRecord,
    basedOn: resource.hash,
    office: charge.office,
    responsible: charge.responsible ?? acting.person.id,
    by: acting.person.id,
    missing: mustCount(record as CatalogueRecord),
  })
  if (made) {
    await takeFiles(staff, resource.id, id)
    return begun(staff, id)
  }
  const open = await openDraftOf(staff, resource.id)
  if (!open) return fail({ kind: 'not-found' })
  // An old version is not put over what somebody is writing at the moment.
  return version ? fail({ kind: 'state', deed: 'save', state: open.state }) : ok(open)
}

async function begun(staff: StaffDb, id: string): Promise<Result<Draft, DraftFault>> {
  const draft = await draftById(staff, id)
  return draft ? ok(draft) : fail({ kind: 'not-found' })
}
