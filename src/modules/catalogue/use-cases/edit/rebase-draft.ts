import { fail, ok, type Result } from '#kernel/result.ts'
import { fits } from '../../model/draft.ts'
import { draftById, recordAt, updateDraft } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { keptResource } from '../../store/version-store.ts'
import { mustCount } from './check-draft.ts'
import type { DraftFault } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { type Acting, type EditHouse, together } from './staff.ts'
import { type FieldConflict, threeWay } from './three-way.ts'

/** A draft on the ground of what is published now, and where it says otherwise than what was published meanwhile. */
export interface Rebased {
  readonly draft: Draft
  /** `mine` is what was published meanwhile; the draft keeps its own (`theirs`). */
  readonly conflicts: readonly FieldConflict[]
}

/** Takes into a draft what was published since it began. Where both changed a field, the draft keeps what its writer wrote. */
export async function rebaseDraft(
  house: EditHouse,
  acting: Acting,
  { id }: { id: string },
): Promise<Result<Rebased, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<Rebased, DraftFault>> => {
    const draft = await draftById(staff, id, true)
    const resource = draft?.resource ? await keptResource(staff, draft.resource) : undefined
    if (!draft) return fail({ kind: 'not-found' })
    if (!resource || !fits('save', draft.state)) return fail({ kind: 'state', deed: 'save', state: draft.state })
    const base = (await recordAt(staff, id, 1)) ?? resource.record
    const { merged, conflicts } = threeWay(base, draft.record, resource.record)
    const record = { ...merged, uri: draft.record.uri } as Draft['record']
    await updateDraft(staff, draft, { record, missing: mustCount(record), basedOn: resource.hash, changedBy: acting.person.id })
    await noteDeed(staff, acting.person, 'rebase-draft', draft, { conflicts: conflicts.length })
    const after = await draftById(staff, id)
    return after ? ok({ draft: after, conflicts }) : fail({ kind: 'not-found' })
  })
}
