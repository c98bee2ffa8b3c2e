import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { type DraftDeed, fits, type Hands } from '../../model/draft.ts'
import { type DraftChange, draftById, insertComment, type StaffDb, updateDraft } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { readSettings } from '../../store/version-store.ts'
import { checkDraft, lacksOf } from './check-draft.ts'
import type { DraftFault } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { judgeDraft } from './shape-findings.ts'
import { type Acting, type EditHouse, together } from './staff.ts'
import { tellHandedIn, tellReturned } from './tell-colleagues.ts'

type Outcome = Result<Draft, DraftFault>

/** Does one step of a draft under lock: fits the state, changes the row, tells who must know, writes the log. */
async function step(
  house: EditHouse,
  acting: Acting,
  id: string,
  deed: DraftDeed,
  change: (draft: Draft, fourEyes: boolean) => Result<DraftChange, DraftFault>,
  tell?: (staff: StaffDb, draft: Draft) => Promise<void>,
): Promise<Outcome> {
  return together(house, acting.site, async (staff): Promise<Outcome> => {
    const draft = await draftById(staff, id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (draft.state === 'released') return fail({ kind: 'already-released', slug: draft.slug, at: draft.releasedAt })
    if (!fits(deed, draft.state)) return fail({ kind: 'state', deed, state: draft.state })
    const { fourEyes } = await readSettings(staff)
    const changed = change(draft, fourEyes)
    if (!changed.ok) return changed
    await updateDraft(staff, draft, changed.value)
    await tell?.(staff, draft)
    await noteDeed(staff, acting.person, `${deed}-draft`, draft)
    const after = await draftById(staff, id)
    return after ? ok(after) : fail({ kind: 'not-found' })
  })
}

/** Hands a draft in for review, and tells who may release. It may lack what only the reviewer can say, but not what every record must have. */
export const submitDraft = (house: EditHouse, acting: Acting, { id, note }: { id: string; note?: string }): Promise<Outcome> =>
  step(
    house,
    acting,
    id,
    'submit',
    (draft) => {
      const lacks = lacksOf(draft.record).filter((one) => one.level === 'must')
      if (lacks.length > 0) return fail({ kind: 'unfit', check: { lacks, questions: [], persons: [], findings: [], fit: false } })
      return ok({
        state: 'review',
        submittedBy: acting.person.id,
        approvedBy: null,
        reason: null,
        ...(note ? { note: note.slice(0, 500) } : {}),
      })
    },
    (staff, draft) => tellHandedIn(house, staff, acting.site, [draft], acting.person),
  )

/** Sends a draft back with the reason, which its writer reads. */
export const sendBackDraft = (
  house: EditHouse,
  acting: Acting,
  { id, reason }: { id: string; reason: string },
): Promise<Outcome> => {
  const given = reason.trim()
  return step(
    house,
    acting,
    id,
    'send-back',
    () => {
      if (given === '') return fail({ kind: 'field', field: 'reason', fault: 'missing' })
      if (given.length > 2000) return fail({ kind: 'field', field: 'reason', fault: 'too-long' })
      return ok({ state: 'returned', approvedBy: null, reason: given })
    },
    (staff, draft) => tellReturned(house, staff, acting.site, draft, acting.person, given),
  )
}

/** Whether somebody wrote or handed in a draft. */
export const hasWritten = (hands: Pick<Hands, 'changedBy' | 'submittedBy'>, person: string): boolean =>
  hands.changedBy === person || hands.submittedBy === person

/** Approves a draft, when it lacks nothing that its release would ask, the official shapes included. Where the tenant wants four eyes, not by who wrote or handed it in. */
export async function approveDraft(house: EditHouse, acting: Acting, { id }: { id: string }): Promise<Outcome> {
  const judged = await judgeDraft(house, acting.site, id)
  return step(house, acting, id, 'approve', (draft, fourEyes) => {
    // Somebody saved between judging and locking: what is approved must be what was judged.
    if (draft.revision !== judged.revision) return fail({ kind: 'state', deed: 'approve', state: draft.state })
    if (fourEyes && hasWritten(draft, acting.person.id)) return fail({ kind: 'four-eyes' })
    const check = checkDraft(draft.record, draft.lawfulness, judged.findings)
    if (!check.fit) return fail({ kind: 'unfit', check })
    return ok({ state: 'approved', approvedBy: acting.person.id, reason: null })
  })
}

/** Opens a draft that was handed in, approved or scheduled, to write on. What was approved is not any more. */
export const reopenDraft = (house: EditHouse, acting: Acting, { id }: { id: string }): Promise<Outcome> =>
  step(house, acting, id, 'reopen', () => ok({ state: 'draft', approvedBy: null, releaseAt: null }))

/** Takes a draft out of the way; it can be recovered. */
export const discardDraft = (house: EditHouse, acting: Acting, { id }: { id: string }): Promise<Outcome> =>
  step(house, acting, id, 'discard', () => ok({ state: 'discarded', releaseAt: null, approvedBy: null }))

/** Brings a discarded draft back, unless its record is being worked on elsewhere by now. */
export async function recoverDraft(house: EditHouse, acting: Acting, { id }: { id: string }): Promise<Outcome> {
  try {
    return await step(house, acting, id, 'recover', () => ok({ state: 'draft' }))
  } catch (error) {
    // The unique index says that there is another open draft of the record.
    if ((error as { code?: string }).code === '23505') return fail({ kind: 'field', field: 'id', fault: 'taken' })
    throw error
  }
}

/** Takes a scheduled release back. */
export const unscheduleDraft = (house: EditHouse, acting: Acting, { id }: { id: string }): Promise<Outcome> =>
  step(house, acting, id, 'unschedule', (draft) => ok({ state: draft.approvedBy ? 'approved' : 'draft', releaseAt: null }))

/** Says something about a draft to colleagues. */
export async function commentDraft(
  house: EditHouse,
  acting: Acting,
  { id, text }: { id: string; text: string },
): Promise<Result<{ id: string }, DraftFault>> {
  const said = text.trim()
  return together(house, acting.site, async (staff): Promise<Result<{ id: string }, DraftFault>> => {
    const draft = await draftById(staff, id)
    if (!draft) return fail({ kind: 'not-found' })
    if (said === '') return fail({ kind: 'field', field: 'text', fault: 'missing' })
    if (said.length > 4000) return fail({ kind: 'field', field: 'text', fault: 'too-long' })
    const comment = randomUUID()
    await insertComment(staff, { id: comment, draft: id, author: acting.person.id, text: said })
    return ok({ id: comment })
  })
}
