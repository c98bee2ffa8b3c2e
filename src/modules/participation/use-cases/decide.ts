import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import type { ParticipationHouse } from '../house.ts'
import { mostAnswered } from '../model/answer.ts'
import type { DecisionDraft, MilestoneDraft } from '../model/decision.ts'
import type { Procedure } from '../model/procedure.ts'
import { insertDecision, insertMilestone, linkSubmissions, lockDecision, submissionsUnder } from '../store/decision-store.ts'
import { lockSubmissions, submissionEvents } from '../store/staff-answer-store.ts'
import { asStaff, type Clerk, noteStaffAct } from './staff-act.ts'

type Of = Pick<Procedure, 'id' | 'title'>

/** Enters what a council or a committee decided; gives its id. */
export const addDecision = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Of,
  draft: DecisionDraft,
): Promise<string> =>
  asStaff(house, site, async (trx) => {
    const id = await insertDecision(trx, site.id, procedure.id, draft)
    await noteStaffAct(trx, site, clerk, 'add-decision', { kind: 'decision', id, name: draft.title })
    return id
  })

/** Hangs submissions on a decision of the same procedure, or takes them off (null); all or none. */
export async function linkDecision(
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Of,
  given: { readonly ids: readonly string[]; readonly decision: string | null },
): Promise<Result<number, 'none' | 'too-many' | 'gone'>> {
  const ids = [...new Set(given.ids)]
  if (ids.length === 0) return fail('none')
  if (ids.length > mostAnswered) return fail('too-many')
  return asStaff(house, site, async (trx): Promise<Result<number, 'gone'>> => {
    const title = given.decision === null ? '' : await lockDecision(trx, site.id, procedure.id, given.decision)
    const found = await lockSubmissions(trx, site.id, procedure.id, ids)
    if (title === undefined || found.length < ids.length) return fail('gone')
    await linkSubmissions(trx, site.id, ids, given.decision)
    if (given.decision !== null) await submissionEvents(trx, site.id, ids, 'decided')
    const subject =
      given.decision === null
        ? { kind: 'procedure', id: procedure.id, name: procedure.title }
        : { kind: 'decision', id: given.decision, name: title }
    const numbers = { count: found.length, numbers: found.map(({ number }) => number) }
    await noteStaffAct(trx, site, clerk, given.decision === null ? 'unlink-decision' : 'link-decision', subject, numbers)
    return ok(found.length)
  })
}

/** Adds a step to a decision; whoever wrote what hangs on it is to be told. `gone`: no such decision here. */
export const addMilestone = (
  house: ParticipationHouse,
  site: Site,
  clerk: Clerk,
  procedure: Of,
  given: { readonly decision: string; readonly step: MilestoneDraft },
): Promise<Result<true, 'gone'>> =>
  asStaff(house, site, async (trx): Promise<Result<true, 'gone'>> => {
    const title = await lockDecision(trx, site.id, procedure.id, given.decision)
    if (title === undefined) return fail('gone')
    await insertMilestone(trx, site.id, given.decision, given.step)
    await submissionEvents(trx, site.id, await submissionsUnder(trx, given.decision), 'milestone')
    await noteStaffAct(
      trx,
      site,
      clerk,
      'add-milestone',
      { kind: 'decision', id: given.decision, name: title },
      {
        state: given.step.state,
      },
    )
    return ok(true)
  })
