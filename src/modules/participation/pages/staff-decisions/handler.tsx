import { isIdInAnyCase } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { type DecisionFault, readDecision, readMilestone } from '../../model/decision.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { decisionsOf } from '../../store/decision-store.ts'
import { addDecision, addMilestone } from '../../use-cases/decide.ts'
import { clerkIn } from '../../use-cases/staff-act.ts'
import { withStaffProcedure } from '../staff-procedure.ts'
import { decisionsView } from './decisions-view.tsx'

const saids = ['beschlossen', 'schritt'] as const

async function show(
  house: ParticipationHouse,
  visit: Visit,
  procedure: Procedure,
  faults: readonly DecisionFault[] = [],
  decision?: string,
): Promise<Answer> {
  const decisions = await decisionsOf(staffDb(house, visit.site), procedure.id)
  const said = saids.find((one) => one === visit.query.get('getan'))
  return page(decisionsView(visit, procedure, { decisions, faults, faulty: decision, said }), faults.length > 0 ? 422 : 200)
}

async function act(house: ParticipationHouse, visit: Visit, procedure: Procedure): Promise<Answer> {
  const { form, site } = visit
  const clerk = clerkIn(visit)
  const back = (getan: (typeof saids)[number]) => redirect(visit.to(routes.staffDecisions, { id: procedure.id }, { getan }))
  if (form.get('tat') === 'schritt') {
    const decision = form.get('beschluss') ?? ''
    if (!isIdInAnyCase(decision)) return problem(notFound)
    const step = readMilestone(form)
    if (!step.ok) return show(house, visit, procedure, step.error, decision)
    const done = await addMilestone(house, site, clerk, procedure, { decision, step: step.value })
    return done.ok ? back('schritt') : problem(notFound)
  }
  const draft = readDecision(form)
  if (!draft.ok) return show(house, visit, procedure, draft.error)
  await addDecision(house, site, clerk, procedure, draft.value)
  return back('beschlossen')
}

/** Where staff enters what was decided, and what came of it. */
export const staffDecisionHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.staffDecisions, (visit) => withStaffProcedure(house, visit, (one) => show(house, visit, one))),
  handler(routes.changeDecisions, (visit) => withStaffProcedure(house, visit, (one) => act(house, visit, one))),
]
