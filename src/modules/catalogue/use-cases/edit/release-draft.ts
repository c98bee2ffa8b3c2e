import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { slugOf } from '#kernel/slug.ts'
import { type CatalogueRecord, titleOf } from '#standards/dcat-ap-de'
import { fits, fourEyes } from '../../model/draft.ts'
import { publishFiles } from '../../store/draft-file-store.ts'
import { draftById, type StaffDb, updateDraft } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { addVersion, keepOwn, keptResource, readSettings, setCharge } from '../../store/version-store.ts'
import { slugForNew, upsertAll } from '../../store/write-records.ts'
import { fingerprintOf } from '../import-catalogue.ts'
import { checkDraft } from './check-draft.ts'
import { differenceOf } from './difference.ts'
import type { DraftFault } from './faults.ts'
import { fileAddress } from './new-record.ts'
import { noteDeed, theClock } from './note-deed.ts'
import { type Judged, judgeDraft } from './shape-findings.ts'
import { type Acting, type EditHouse, staffDb, together } from './staff.ts'
import { tellReleased, tellReturned } from './tell-colleagues.ts'

export interface ReleaseDraft {
  readonly id: string
  /** What the list of versions says of it. */
  readonly note?: string
  /** The address wished for a record that is new; without it, or where it is taken, it is made from the title. */
  readonly slug?: string
}

/** A draft that is public now. */
export interface Released {
  readonly draft: Draft
  readonly resource: string
  readonly slug: string
  /** Number of the version; undefined when nothing was different. */
  readonly version: number | undefined
}

/**
 * Releases a draft: in one transaction the public record, its files, the version, the log, the notice and the event that index and
 * quality follow. Of many releases at once one has an effect; the others are told that it was released.
 */
export async function releaseDraft(house: EditHouse, acting: Acting, given: ReleaseDraft): Promise<Result<Released, DraftFault>> {
  const judged = await judgeDraft(house, acting.site, given.id)
  return together(house, acting.site, async (staff): Promise<Result<Released, DraftFault>> => {
    const draft = await lockedFor(staff, given.id, 'release', acting.person.id, judged)
    if (!draft.ok) return draft
    const note = given.note?.trim().slice(0, 500)
    return publish(house, staff, acting.site, note ? { ...draft.value, note } : draft.value, acting.person, given.slug)
  })
}

export interface ScheduleDraft extends ReleaseDraft {
  readonly at: Date
}

/** Sets the moment of release, which is also the end of an embargo: nothing is public before. Asks all that a release asks. */
export async function scheduleDraft(house: EditHouse, acting: Acting, given: ScheduleDraft): Promise<Result<Draft, DraftFault>> {
  if (!(await draftById(staffDb(house, acting.site), given.id))) return fail({ kind: 'not-found' })
  if (Number.isNaN(given.at.getTime())) return fail({ kind: 'field', field: 'at', fault: 'not-a-date' })
  if (given.at <= house.now()) return fail({ kind: 'field', field: 'at', fault: 'past' })
  const judged = await judgeDraft(house, acting.site, given.id)
  return together(house, acting.site, async (staff): Promise<Result<Draft, DraftFault>> => {
    const draft = await lockedFor(staff, given.id, 'schedule', acting.person.id, judged)
    if (!draft.ok) return draft
    // Whoever sets the date answers for the release, so his are the second eyes where four are wanted.
    const approvedBy = draft.value.approvedBy ?? acting.person.id
    const note = given.note?.trim().slice(0, 500)
    await updateDraft(staff, draft.value, { state: 'scheduled', releaseAt: given.at, approvedBy, ...(note ? { note } : {}) })
    await noteDeed(staff, acting.person, 'schedule-draft', draft.value, { at: given.at.toISOString() })
    const after = await draftById(staff, given.id)
    return after ? ok(after) : fail({ kind: 'not-found' })
  })
}

/** Releases a scheduled draft whose time has come, on nobody's behalf. What its record became meanwhile stops it: it goes back to its writer. */
export async function releaseDue(house: EditHouse, site: Site, id: string): Promise<Result<Released, DraftFault>> {
  return together(house, site, async (staff): Promise<Result<Released, DraftFault>> => {
    const draft = await draftById(staff, id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (draft.state === 'released') return fail({ kind: 'already-released', slug: draft.slug, at: draft.releasedAt })
    if (draft.state !== 'scheduled' || !draft.releaseAt || draft.releaseAt > house.now())
      return fail({ kind: 'state', deed: 'release', state: draft.state })
    const done = await publish(house, staff, site, draft, theClock)
    if (!done.ok && done.error.kind === 'outdated') {
      await updateDraft(staff, draft, { state: 'returned', releaseAt: null, approvedBy: null, reason: outdatedReason })
      await tellReturned(house, staff, site, draft, theClock, outdatedReason)
      await noteDeed(staff, theClock, 'send-back-draft', draft)
    }
    return done
  })
}
const outdatedReason =
  'Der veröffentlichte Datensatz wurde inzwischen geändert. Bitte gleichen Sie den Entwurf ab und geben Sie ihn erneut frei.'

/** The draft under lock, when nothing stands in the way of its release. */
async function lockedFor(
  staff: StaffDb,
  id: string,
  deed: 'release' | 'schedule',
  person: string,
  judged: Judged,
): Promise<Result<Draft, DraftFault>> {
  const draft = await draftById(staff, id, true)
  if (!draft) return fail({ kind: 'not-found' })
  if (draft.state === 'released') return fail({ kind: 'already-released', slug: draft.slug, at: draft.releasedAt })
  if (!fits(deed, draft.state)) return fail({ kind: 'state', deed, state: draft.state })
  // Somebody saved between judging and locking: what is released must be what was judged.
  if (draft.revision !== judged.revision) return fail({ kind: 'state', deed, state: draft.state })
  if ((await readSettings(staff)).fourEyes && !fourEyes(draft, person)) return fail({ kind: 'four-eyes' })
  const check = checkDraft(draft.record, draft.lawfulness, judged.findings)
  if (!check.fit) return fail({ kind: 'unfit', check })
  return ok(draft)
}

/** Writes what is public from now on. The draft's row is locked. */
async function publish(
  house: EditHouse,
  staff: StaffDb,
  site: Site,
  draft: Draft,
  by: Acting['person'] | typeof theClock,
  wish?: string,
): Promise<Result<Released, DraftFault>> {
  const before = draft.resource ? await keptResource(staff, draft.resource, true) : undefined
  if (before && before.hash !== draft.basedOn)
    return fail({ kind: 'outdated', changes: differenceOf(before.record, draft.record) })
  const resource = before?.id ?? draft.id
  const slug = before?.slug ?? (await slugForNew(staff.db, staff.tenant, draft.record.uri, slugOf(wish ?? titleOf(draft.record))))
  const record = readyRecord(draft, site, slug, staff.publicUrl)
  const hash = fingerprintOf(record)
  const incoming = { record, hash, head: before?.head ?? null, slug, id: resource }
  const [outcome] = await upsertAll(staff.db, staff.tenant, [incoming], null, staff.publicUrl)
  await keepOwn(staff, [resource])
  await publishFiles(staff, draft.id, resource)
  await setCharge(staff, [resource], { office: draft.office, responsible: draft.responsible })
  const version =
    outcome?.outcome === 'unchanged'
      ? undefined
      : await addVersion(staff, { resource, record, hash, source: null, by: by.id, draft: draft.id, note: draft.note }, before)
  await updateDraft(staff, draft, { state: 'released', released: true, resource, record, note: draft.note })
  const released = { ...draft, resource, slug, state: 'released' as const }
  await tellReleased(house, staff, site, released, by)
  await noteDeed(staff, by, 'release-draft', draft, { version: version ?? null, slug })
  return ok({ draft: released, resource, slug, version })
}

/** The record as it goes out: its files under their public address, the day of its first publication. */
function readyRecord(draft: Draft, site: Site, slug: string, publicUrl: string): CatalogueRecord {
  const before = fileAddress(site, { id: draft.id, slug: null }, '', publicUrl)
  const after = fileAddress(site, { id: draft.id, slug }, '', publicUrl)
  const record: CatalogueRecord = JSON.parse(JSON.stringify(draft.record).replaceAll(before, after))
  // The day on which the clock of the office says that it went out.
  return record.issued ? record : { ...record, issued: dayOf(new Date()) }
}
