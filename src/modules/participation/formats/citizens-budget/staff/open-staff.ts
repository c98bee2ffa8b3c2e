import { isId } from '#kernel/id.ts'
import { must } from '#kernel/result.ts'
import { type Answer, notFound, problem, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import type { Phase, Procedure } from '../../../model/procedure.ts'
import type { Box, Project } from '../../../model/vote/box.ts'
import { phasesOf, procedureById } from '../../../store/procedure-store.ts'
import { boxesOf, projectsOf } from '../../../store/vote/box-store.ts'
import type { BudgetActing } from '../../../use-cases/vote/staff-votes.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'

/** A budget as its staff sees it. */
export interface StaffBudget {
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
  readonly boxes: readonly Box[]
  readonly projects: readonly Project[]
}

/** Opens the tenant's own budget that the address names and lets `show` answer. */
export async function withStaffBudget(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: StaffBudget) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  if (!isId(id)) return problem(notFound)
  const db = staffDb(house, visit.site)
  const procedure = await procedureById(db, visit.site.id, id)
  if (procedure?.format !== 'citizens-budget') return problem(notFound)
  const [phases, boxes, projects] = await Promise.all([phasesOf(db, id), boxesOf(db, id), projectsOf(db, id)])
  return show({ procedure, phases, boxes, projects })
}

/** Who acts on it. */
export const actingOn = (visit: Visit, { procedure }: StaffBudget): BudgetActing => ({
  site: visit.site,
  person: must(visit.actor.person, 'the person of a staff page'),
  procedure,
})

/** Crumbs of the internal pages of a budget. */
export const staffCrumbs = (visit: Visit, { procedure }: StaffBudget, last?: string) => [
  {
    label: procedure.title,
    ...(last ? { href: visit.to(budgetStaffRoutes.staffBudget, { id: procedure.id }) } : {}),
  },
  ...(last ? [{ label: last }] : []),
]

/** The box that a page is about: named in the address or the form, or the only one. */
export const chosenBox = (visit: Visit, { boxes }: StaffBudget): Box | undefined => {
  const slug = visit.form.get('topf') ?? visit.query.get('topf')
  return slug ? boxes.find((one) => one.slug === slug) : boxes[0]
}
