import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../house.ts'
import { type AnswerDraft, mostAnswered } from '../model/answer.ts'
import { numberOf, type Procedure } from '../model/procedure.ts'
import { insertAnswers, lockSubmissions, submissionEvents } from '../store/staff-answer-store.ts'
import { asStaff, type Clerk, noteStaffAct } from './staff-act.ts'

/**
 * Answers one submission or many alike in public, all or none. A further answer stands below the former ones, and its outcome counts from
 * then on. `none`: nothing chosen; `too-many`; `gone`: something chosen is not public any more, so nothing was answered.
 */
export async function answerSubmissions(
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Pick<Procedure, 'id' | 'prefix' | 'title'>,
  given: { readonly ids: readonly string[]; readonly answer: AnswerDraft },
): Promise<Result<number, 'none' | 'too-many' | 'gone'>> {
  const ids = [...new Set(given.ids)]
  if (ids.length === 0) return fail('none')
  if (ids.length > mostAnswered) return fail('too-many')
  return asStaff(house, site, async (trx): Promise<Result<number, 'gone'>> => {
    const found = await lockSubmissions(trx, site.id, procedure.id, ids)
    if (found.length < ids.length) return fail('gone')
    await insertAnswers(trx, site.id, procedure.id, ids, given.answer, clerk.id)
    await submissionEvents(trx, site.id, ids, 'answered')
    const [first] = found
    if (first && found.length === 1) {
      const name = numberOf(procedure.prefix, first.number)
      await noteStaffAct(trx, site, clerk, 'answer-submission', { kind: 'submission', id: first.id, name })
    } else
      await noteStaffAct(
        trx,
        site,
        clerk,
        'answer-submissions',
        { kind: 'procedure', id: procedure.id, name: procedure.title },
        { count: found.length, outcome: given.answer.outcome, numbers: found.map(({ number }) => number) },
      )
    return ok(found.length)
  })
}
