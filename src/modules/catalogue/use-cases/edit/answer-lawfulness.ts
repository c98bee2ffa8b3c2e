import { fail, ok, type Result } from '#kernel/result.ts'
import { fits } from '../../model/draft.ts'
import type { LawAnswer, Lawfulness, LawQuestion } from '../../model/lawfulness.ts'
import { draftById, updateDraft } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { DraftFault } from './faults.ts'
import { noteDeed } from './note-deed.ts'
import { conflictOf } from './save-draft.ts'
import { type Acting, type EditHouse, together } from './staff.ts'

export interface AnswerLawfulness {
  readonly id: string
  readonly revision: number
  readonly answers?: Partial<Record<LawQuestion, { answer: LawAnswer; reason?: string }>>
  /** Reasons why what seems to name a person may stand there, by its value. An empty reason takes a clearance back. */
  readonly clear?: Readonly<Record<string, string>>
}

/** Keeps answers of the lawfulness gate with who gave them and when. What is not named stays as it was answered. */
export async function answerLawfulness(
  house: EditHouse,
  acting: Acting,
  given: AnswerLawfulness,
): Promise<Result<Draft, DraftFault>> {
  return together(house, acting.site, async (staff): Promise<Result<Draft, DraftFault>> => {
    const draft = await draftById(staff, given.id, true)
    if (!draft) return fail({ kind: 'not-found' })
    if (!fits('save', draft.state)) return fail({ kind: 'state', deed: 'save', state: draft.state })
    if (draft.revision !== given.revision)
      return fail({ kind: 'conflict', conflict: await conflictOf(staff, draft, given.revision, draft.record) })
    const lawfulness = answered(draft.lawfulness, given, { by: acting.person.id, at: house.now().toISOString() })
    await updateDraft(staff, draft, { lawfulness })
    await noteDeed(staff, acting.person, 'answer-lawfulness', draft, { answered: Object.keys(given.answers ?? {}) })
    const after = await draftById(staff, draft.id)
    return after ? ok(after) : fail({ kind: 'not-found' })
  })
}

/** The gate with further answers. An answer that says the same keeps who gave it first. */
export function answered(
  before: Lawfulness,
  given: Pick<AnswerLawfulness, 'answers' | 'clear'>,
  sign: { by: string; at: string },
): Lawfulness {
  const answers = { ...before.answers }
  for (const [question, { answer, reason }] of Object.entries(given.answers ?? {}) as [
    LawQuestion,
    { answer: LawAnswer; reason?: string },
  ][]) {
    const old = answers[question]
    const said = reason?.trim().slice(0, 2000) ?? ''
    if (old?.answer === answer && (old.reason ?? '') === said) continue
    answers[question] = { answer, ...(said ? { reason: said } : {}), ...sign }
  }
  const named = given.clear ?? {}
  const cleared = [
    ...before.cleared.filter((one) => !(one.trace in named)),
    ...Object.entries(named)
      .filter(([, reason]) => reason.trim() !== '')
      .map(([trace, reason]) => ({ trace, reason: reason.trim().slice(0, 2000), ...sign })),
  ]
  return { answers, cleared }
}
