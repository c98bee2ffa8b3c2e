import { personNames } from '#identity'
import { type Answer, notFound, page, problem, type Visit } from '#platform/http'
import type { CatalogueRecord } from '#standards/dcat-ap-de'
import { recordAt } from '../../store/draft-store.ts'
import type { Conflict, DraftFault } from '../../use-cases/edit/faults.ts'
import { type SavedDraft, saveDraft } from '../../use-cases/edit/save-draft.ts'
import { conflictView } from './conflict-view.tsx'
import { chosenRecord } from './merge-form.ts'
import type { EditorHouse, OpenDraft } from './open-draft.ts'

/** Whether the island asks that saves while somebody types. */
export const isAutosave = (visit: Visit): boolean => visit.request.headers['x-autosave'] === '1'

/** The revision that a form was made from. */
export const readRevision = (form: URLSearchParams): number => {
  const number = Number(form.get('revision'))
  return Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** The record that the sender had before him: what stood there at his revision, or what stands there now where that is too long ago. */
export async function recordRead(open: OpenDraft, form: URLSearchParams): Promise<CatalogueRecord> {
  const revision = readRevision(form)
  if (revision === open.draft.revision) return open.draft.record
  return (await recordAt(open.staff, open.draft.id, revision)) ?? open.draft.record
}

/** How a form fared that was to be saved; `merged`: somebody else had saved since it was made. */
export type Saving = { readonly saved: SavedDraft; readonly merged: boolean } | { readonly answer: Answer }

/**
 * Saves what a form made of a record. Two that saved different fields are put together without a question; where they contradict,
 * the sender is shown both and chooses.
 */
export async function saveForm(
  house: EditorHouse,
  visit: Visit,
  open: OpenDraft,
  record: CatalogueRecord,
  action: string,
): Promise<Saving> {
  const { id } = open.draft
  let revision = readRevision(visit.form)
  let mine = record
  // Somebody may save again between reading and writing; after a few rounds the sender decides.
  for (let round = 0; round < 4; round++) {
    const saved = await saveDraft(house, open.acting, { id, revision, record: mine })
    if (saved.ok) return { saved: saved.value, merged: round > 0 }
    if (saved.error.kind !== 'conflict') return { answer: refusedAnswer(saved.error, visit) }
    const { conflict } = saved.error
    const chosen = decided(conflict, visit.form)
    if (!chosen) return { answer: await ask(house, visit, conflict, action) }
    revision = conflict.theirs.revision
    mine = chosen
  }
  return { answer: problem({ status: 409, id: 'catalogue/busy', title: '' }) }
}

/** What holds after a conflict: the two put together where they do not contradict, or what was chosen on the page that showed this version. */
function decided(conflict: Conflict, form: URLSearchParams): CatalogueRecord | undefined {
  if (conflict.merge?.conflicts.length === 0) return conflict.merge.merged
  return form.get('gelesen') === String(conflict.theirs.revision) ? chosenRecord(conflict, form) : undefined
}

async function ask(house: EditorHouse, visit: Visit, conflict: Conflict, action: string): Promise<Answer> {
  const { theirs, merge, changes } = conflict
  const conflicts =
    merge?.conflicts ??
    // Nobody knows any more what both began from: every field that differs is a question.
    changes.map((change) => ({
      field: change.field,
      label: change.label,
      ...(change.distribution ? { distribution: change.distribution } : {}),
      ...(change.of ? { of: change.of } : {}),
      base: [],
      mine: change.after,
      theirs: change.before,
    }))
  const names = await personNames(house.database.system, [theirs.changedBy])
  const theirName = names.get(theirs.changedBy ?? '') ?? visit.t('catalogue.edit.conflict.somebody')
  return page(conflictView({ visit, theirs, conflicts, form: visit.form, action, theirName }), 409)
}

/** The answer to a deed that did not fit: the page that says so. */
export function refusedAnswer(fault: DraftFault, visit: Visit): Answer {
  if (fault.kind === 'not-found') return problem(notFound)
  return problem({
    status: 409,
    id: 'catalogue/draft-state',
    title: visit.t('catalogue.edit.refused'),
    detail: visit.t(
      `catalogue.draft-fault.${fault.kind}`,
      fault.kind === 'state' ? { state: visit.t(`catalogue.entry.state.${fault.state}`) } : {},
    ),
  })
}
