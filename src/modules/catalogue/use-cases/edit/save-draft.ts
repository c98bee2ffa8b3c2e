import { fail, ok, type Result } from '#kernel/result.ts'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { fits } from '../../model/draft.ts'
import { draftById, recordAt, type StaffDb, updateDraft } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import { checkDraft, type DraftCheck, mustCount } from './check-draft.ts'
import { differenceOf } from './difference.ts'
import type { Conflict, DraftFault } from './faults.ts'
import { type Acting, type EditHouse, together } from './staff.ts'
import { threeWay } from './three-way.ts'

export interface SaveDraft {
  readonly id: string
  /** The revision that was read before. */
  readonly revision: number
  readonly record?: CatalogueRecord
  readonly office?: string
  /** Id of a person, or null for nobody. */
  readonly responsible?: string | null
}

export interface SavedDraft {
  readonly draft: Draft
  /** What it lacks, without the official shapes: those take longer (findingsOf). */
  readonly check: DraftCheck
}

/** Saves a draft. Whoever read an older revision gets both versions and their common ground back, and nothing is overwritten. */
export async function saveDraft(house: EditHouse, acting: Acting, save: SaveDraft): Promise<Result<SavedDraft, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<SavedDraft, DraftFault>> => {
    const draft = await draftById(staff, save.id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (!fits('save', draft.state)) return fail({ kind: 'state', deed: 'save', state: draft.state })
    // Address and kind of a record are given once: a form that sends others has gone astray.
    const record = save.record && ({ ...save.record, uri: draft.record.uri, kind: draft.record.kind } as CatalogueRecord)
    if (draft.revision !== save.revision)
      return fail({ kind: 'conflict', conflict: await conflictOf(staff, draft, save.revision, record ?? draft.record) })
    const missing = mustCount(record ?? draft.record)
    const revision = await updateDraft(staff, draft, {
      ...(record ? { record, missing } : {}),
      ...(save.office === undefined ? {} : { office: save.office.trim().slice(0, 200) }),
      ...(save.responsible === undefined ? {} : { responsible: save.responsible }),
      changedBy: acting.person.id,
    })
    const saved = await draftById(staff, draft.id)
    const after: Draft = saved ?? { ...draft, record: record ?? draft.record, revision }
    return ok({ draft: after, check: checkDraft(after.record, after.lawfulness) })
  })
}

/** Both versions, what both began from, and what comes of putting them together. */
export async function conflictOf(
  staff: StaffDb,
  theirs: Draft,
  read: number,
  mine: CatalogueRecord,
  lang = 'de',
): Promise<Conflict> {
  const base = await recordAt(staff, theirs.id, read)
  return {
    theirs,
    mine,
    base,
    changes: differenceOf(theirs.record, mine, lang),
    merge: base && threeWay(base, theirs.record, mine, lang),
  }
}
