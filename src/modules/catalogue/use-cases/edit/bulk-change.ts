import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type CatalogueRecord, licences, themes } from '#standards/dcat-ap-de'
import { fits } from '../../model/draft.ts'
import { type BulkItem, bulkById, keepBulk, markUndone } from '../../store/bulk-store.ts'
import { draftsByIds, openDraftOf, type StaffDb, updateDraft } from '../../store/draft-store.ts'
import type { Draft, Entry } from '../../store/draft-tables.ts'
import { entriesByIds } from '../../store/queries/entries.ts'
import {
  addVersion,
  chargeOf,
  type KeptResource,
  keepOwn,
  keptResources,
  readSettings,
  setCharge,
} from '../../store/version-store.ts'
import { upsertAll, withdrawResource } from '../../store/write-records.ts'
import { fingerprintOf } from '../import-catalogue.ts'
import { beginIn } from './begin-draft.ts'
import { lacksOf, mustCount } from './check-draft.ts'
import { differenceOf, type FieldChange } from './difference.ts'
import type { DraftFault, FieldFaultKind } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { isPersonalMailbox } from './person-traces.ts'
import { type Acting, type EditHouse, staffDb, together } from './staff.ts'
import { tellHandedIn } from './tell-colleagues.ts'

/** A change of many records at once. */
export type BulkChange =
  /** IRI of the licence list, for every distribution (of a service: for itself). */
  | { readonly what: 'licence'; readonly license: string }
  | { readonly what: 'contact'; readonly name: string; readonly email: string }
  /** IRI of the EU list; added, or the only one from now on. */
  | { readonly what: 'theme'; readonly theme: string; readonly only: boolean }
  /** Id of a person, or null for nobody. */
  | { readonly what: 'responsible'; readonly person: string | null }
  | { readonly what: 'office'; readonly office: string }
  | { readonly what: 'withdraw'; readonly reason: string }
  | { readonly what: 'submit' }

/** How far a change may reach: drafts and who is in charge, or what the public sees. */
export type BulkReach = 'drafts' | 'public'

/** Whether a change can alter what the public sees. */
export const reachesPublic = (change: BulkChange): boolean => ofContent(change) || change.what === 'withdraw'

/** At most this many at once: a bulk change is one transaction. */
export const largestBulk = 500

/** What would become of one record. */
export interface BulkPreview {
  readonly entry: Entry
  readonly changes: readonly FieldChange[]
  /** A published record that nobody changes alone: the change becomes a draft, handed in for review. */
  readonly asDraft?: boolean
  /** Why it is left out; the sentence has the text key `catalogue.bulk.skip.<reason>`. */
  readonly skip?: 'same' | 'in-hand' | 'not-published' | 'not-draft' | 'lacks' | 'locked' | 'not-permitted'
}

/** The record with the change in it. Pure. */
export function changedBy(record: CatalogueRecord, change: BulkChange): CatalogueRecord {
  if (change.what === 'licence') {
    if (record.kind === 'service') return { ...record, license: change.license }
    return { ...record, distribution: record.distribution.map((one) => ({ ...one, license: change.license })) }
  }
  if (change.what === 'contact') {
    const type = 'http://www.w3.org/2006/vcard/ns#Organization'
    return { ...record, contactPoint: [{ type, fn: [{ value: change.name, lang: 'de' }], email: change.email }] }
  }
  if (change.what === 'theme') {
    const kept = change.only ? record.theme.filter((iri) => !themes.get(iri)) : record.theme.filter((iri) => iri !== change.theme)
    return { ...record, theme: [...(change.only ? [change.theme] : kept), ...(change.only ? kept : [change.theme])] }
  }
  return record
}

const ofContent = (change: BulkChange) => ['licence', 'contact', 'theme'].includes(change.what)

/** Checks the values of a change; undefined when they are fine. */
export function bulkFault(change: BulkChange): DraftFault | undefined {
  const field = (name: string, fault: FieldFaultKind): DraftFault => ({ kind: 'field', field: name, fault })
  if (change.what === 'licence' && !licences.get(change.license)) return field('license', 'unknown')
  if (change.what === 'theme' && !themes.get(change.theme)) return field('theme', 'unknown')
  if (change.what === 'contact' && !change.name.trim()) return field('name', 'missing')
  if (change.what === 'contact' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(change.email)) return field('email', 'unknown')
  if (change.what === 'contact' && isPersonalMailbox(change.email)) return field('email', 'personal')
  if (change.what === 'withdraw' && !change.reason.trim()) return field('reason', 'missing')
  if (change.what === 'withdraw' && change.reason.length > 1000) return field('reason', 'too-long')
  if (change.what === 'office' && change.office.length > 200) return field('office', 'too-long')
  return undefined
}

interface Found {
  readonly reach: BulkReach
  /** The tenant wants four eyes: what is public is not changed by one alone, but by drafts that another one releases. */
  readonly fourEyes: boolean
  readonly entries: readonly Entry[]
  readonly drafts: ReadonlyMap<string, Draft>
  readonly resources: ReadonlyMap<string, KeptResource>
}

/** Four questions, however many records. */
async function find(staff: StaffDb, ids: readonly string[], reach: BulkReach, lock: boolean): Promise<Found> {
  const entries = (await entriesByIds(staff, ids)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const draftIds = entries.flatMap((one) => one.draft ?? [])
  const drafts = await draftsByIds(staff, draftIds, lock)
  const resources = await keptResources(
    staff,
    entries.flatMap((one) => (one.draft === null ? (one.resource ?? []) : [])),
    lock,
  )
  return {
    reach,
    fourEyes: (await readSettings(staff)).fourEyes,
    entries,
    drafts: new Map(drafts.map((one) => [one.id, one])),
    resources: new Map(resources.map((one) => [one.id, one])),
  }
}

function previewOf(entry: Entry, found: Found, change: BulkChange, lang: string): BulkPreview {
  const draft = entry.draft ? found.drafts.get(entry.draft) : undefined
  const record = draft?.record ?? (entry.resource ? found.resources.get(entry.resource)?.record : undefined)
  const none = { entry, changes: [] }
  if (!record) return { ...none, skip: 'locked' }
  if (change.what === 'withdraw') {
    if (!entry.published) return { ...none, skip: 'not-published' }
    if (found.reach !== 'public') return { ...none, skip: 'not-permitted' }
    return draft ? { ...none, skip: 'in-hand' } : none
  }
  if (change.what === 'submit') {
    if (!draft || !fits('submit', draft.state)) return { ...none, skip: 'not-draft' }
    return lacksOf(draft.record).some((one) => one.level === 'must') ? { ...none, skip: 'lacks' } : none
  }
  if (change.what === 'responsible') return entry.responsible === change.person ? { ...none, skip: 'same' } : none
  if (change.what === 'office') return entry.office === change.office ? { ...none, skip: 'same' } : none
  // What is approved or scheduled stays as it was approved; what is withdrawn is not changed unseen.
  if (draft ? !fits('save', draft.state) : entry.state === 'withdrawn') return { ...none, skip: 'locked' }
  const after = changedBy(record, change)
  const changes = differenceOf(record, after, lang)
  if (changes.length === 0) return { ...none, skip: 'same' }
  if (draft) return { entry, changes }
  if (!found.fourEyes) return found.reach === 'public' ? { entry, changes } : { ...none, skip: 'not-permitted' }
  return mustCount(after) > 0 ? { ...none, skip: 'lacks' } : { entry, changes, asDraft: true }
}

/** What a change would do to each record, before anything is written. */
export async function previewBulk(
  house: EditHouse,
  acting: Acting,
  given: { ids: readonly string[]; change: BulkChange; reach: BulkReach },
  lang = 'de',
): Promise<Result<BulkPreview[], DraftFault>> {
  const fault = bulkFault(given.change)
  if (fault) return fail(fault)
  const found = await find(staffDb(house, acting.site), given.ids.slice(0, largestBulk), given.reach, false)
  return ok(found.entries.map((entry) => previewOf(entry, found, given.change, lang)))
}

/** What was done: how many, which were left out, and the number by which it can be taken back. */
export interface BulkDone {
  readonly id: string
  readonly changed: number
  readonly skipped: number
}

/** Changes many records in one transaction. Drafts are changed as drafts; published records get a new version, or where four eyes are wanted a draft in review. Who may release gets one letter for all that is handed in. */
export async function bulkChange(
  house: EditHouse,
  acting: Acting,
  { ids, change, reach }: { ids: readonly string[]; change: BulkChange; reach: BulkReach },
): Promise<Result<BulkDone, DraftFault>> {
  const fault = bulkFault(change)
  if (fault) return fail(fault)
  if (ids.length > largestBulk) return fail({ kind: 'field', field: 'ids', fault: 'too-large' })
  return together(house, acting.site, async (staff): Promise<Result<BulkDone, DraftFault>> => {
    const found = await find(staff, ids, reach, true)
    const wanted = found.entries.map((entry) => previewOf(entry, found, change, 'de')).filter((one) => one.skip === undefined)
    const items: BulkItem[] = []
    for (const { entry, asDraft } of wanted) {
      const item = await (asDraft ? proposeOne(staff, acting, entry, change) : changeOne(staff, acting, entry, found, change))
      if (item) items.push(item)
    }
    const id = randomUUID()
    await keepBulk(staff, { id, person: acting.person.id, change, items })
    await tellHandedIn(house, staff, acting.site, await handedIn(staff, items), acting.person)
    await noteDeed(staff, acting.person, `bulk-${change.what}`, { id, title: '' }, { count: items.length })
    return ok({ id, changed: items.length, skipped: found.entries.length - items.length })
  })
}

/** The drafts that a change handed in: those that were in no review before it. */
async function handedIn(staff: StaffDb, items: readonly BulkItem[]): Promise<Draft[]> {
  const ids = items.flatMap(({ draft, before }) => (draft && before.state && before.state !== 'review' ? [draft] : []))
  return (await draftsByIds(staff, ids)).filter((draft) => draft.state === 'review')
}

/** The change of a published record as a draft in review; undefined when somebody began one meanwhile. The record's row is locked. */
async function proposeOne(staff: StaffDb, acting: Acting, entry: Entry, change: BulkChange): Promise<BulkItem | undefined> {
  if (!entry.resource || (await openDraftOf(staff, entry.resource))) return undefined
  const begun = await beginIn(staff, acting, { resource: entry.resource })
  if (!begun.ok) return undefined
  const record = changedBy(begun.value.record, change)
  const revision = await updateDraft(staff, begun.value, {
    record,
    missing: mustCount(record),
    changedBy: acting.person.id,
    state: 'review',
    submittedBy: acting.person.id,
  })
  return { entry: entry.id, draft: begun.value.id, resource: null, before: { state: 'discarded' }, revision }
}

async function changeOne(staff: StaffDb, acting: Acting, entry: Entry, found: Found, change: BulkChange): Promise<BulkItem> {
  const draft = entry.draft ? found.drafts.get(entry.draft) : undefined
  const resource = entry.resource ? found.resources.get(entry.resource) : undefined
  const item = { entry: entry.id, draft: draft?.id ?? null, resource: resource?.id ?? null }
  if (change.what === 'responsible' || change.what === 'office') {
    const charge = change.what === 'office' ? { office: change.office } : { responsible: change.person }
    const { office, responsible } = draft ?? (await chargeOf(staff, entry.id))
    const revision = draft ? await updateDraft(staff, draft, charge) : null
    if (!draft) await setCharge(staff, [entry.id], charge)
    return { ...item, before: { office, responsible }, revision }
  }
  if (draft) {
    const record = changedBy(draft.record, change)
    const revision =
      change.what === 'submit'
        ? await updateDraft(staff, draft, { state: 'review', submittedBy: acting.person.id, approvedBy: null })
        : await updateDraft(staff, draft, { record, missing: mustCount(record), changedBy: acting.person.id })
    return { ...item, before: { state: draft.state, ...(ofContent(change) ? { record: draft.record } : {}) }, revision }
  }
  if (!resource) return { ...item, before: {}, revision: null }
  if (change.what === 'withdraw') {
    await withdrawResource(staff.db, staff.tenant, resource.id, change.reason.trim())
    await keepOwn(staff, [resource.id])
    return { ...item, before: { state: 'published' }, revision: null }
  }
  const hash = await rewrite(staff, acting, resource, changedBy(resource.record, change))
  return { ...item, before: { record: resource.record }, hash, revision: null }
}

/** A new version of a published record; gives its fingerprint. */
async function rewrite(staff: StaffDb, acting: Acting, before: KeptResource, record: CatalogueRecord): Promise<string> {
  const hash = fingerprintOf(record)
  await upsertAll(staff.db, staff.tenant, [{ record, hash, head: before.head }], null, staff.publicUrl)
  await keepOwn(staff, [before.id])
  const version = { resource: before.id, record, hash, source: null, by: acting.person.id, draft: null, note: null }
  await addVersion(staff, version, before)
  return hash
}

/** Takes a change of many records back, except where somebody changed them again since. */
export async function undoBulk(
  house: EditHouse,
  acting: Acting,
  { id, reach }: { id: string; reach: BulkReach },
): Promise<Result<BulkDone, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<BulkDone, DraftFault>> => {
    const bulk = await bulkById(staff, id)
    if (!bulk) return fail({ kind: 'not-found' })
    // What reached the public is taken back by who may reach it.
    if (reach !== 'public' && bulk.items.some((one) => one.resource && (one.before.record || one.before.state)))
      return fail({ kind: 'not-found' })
    if (bulk.undoneAt) return fail({ kind: 'already-released', slug: null, at: bulk.undoneAt })
    const drafts = new Map(
      (
        await draftsByIds(
          staff,
          bulk.items.flatMap((one) => one.draft ?? []),
          true,
        )
      ).map((one) => [one.id, one]),
    )
    const resources = new Map(
      (
        await keptResources(
          staff,
          bulk.items.flatMap((one) => one.resource ?? []),
          true,
        )
      ).map((one) => [one.id, one]),
    )
    let changed = 0
    for (const item of bulk.items) {
      const draft = item.draft ? drafts.get(item.draft) : undefined
      const resource = item.resource ? resources.get(item.resource) : undefined
      if (await undoOne(staff, acting, item, draft, resource)) changed++
    }
    await markUndone(staff, id)
    await noteDeed(staff, acting.person, 'undo-bulk', { id, title: '' }, { count: changed })
    return ok({ id, changed, skipped: bulk.items.length - changed })
  })
}

async function undoOne(
  staff: StaffDb,
  acting: Acting,
  item: BulkItem,
  draft: Draft | undefined,
  resource: KeptResource | undefined,
): Promise<boolean> {
  const { record, state, office, responsible } = item.before
  if (draft) {
    if (draft.revision !== item.revision) return false
    await updateDraft(staff, draft, {
      ...(record ? { record, missing: mustCount(record) } : {}),
      ...(state && state !== draft.state && state !== 'published' ? { state } : {}),
      ...(office === undefined ? {} : { office }),
      ...(responsible === undefined ? {} : { responsible }),
    })
    return true
  }
  if (!resource) return false
  if (office !== undefined || responsible !== undefined) {
    await setCharge(staff, [resource.id], { office: office ?? '', responsible: responsible ?? null })
    return true
  }
  if (state === 'published') {
    if (resource.state !== 'withdrawn') return false
    await upsertAll(
      staff.db,
      staff.tenant,
      [{ record: resource.record, hash: resource.hash, head: resource.head }],
      null,
      staff.publicUrl,
    )
    return true
  }
  if (!record || resource.hash !== item.hash) return false
  await rewrite(staff, acting, resource, record)
  return true
}
