import { type Handler, handler, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import type { CodesOf } from '../../../pages/codes/codes-view.tsx'
import { changeCodes, showCodes } from '../../../pages/codes/print-codes.ts'
import { budgetRoutes } from '../routes.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { actingOn, type StaffBudget, staffCrumbs, withStaffBudget } from './open-staff.ts'

function codesOf(visit: Visit, opened: StaffBudget): CodesOf {
  const { id, slug } = opened.procedure
  const title = visit.t('participation.budget-staff.codes')
  return {
    acting: actingOn(visit, opened),
    slug,
    title,
    action: visit.to(budgetStaffRoutes.makeBudgetCodes, { id }),
    crumbs: staffCrumbs(visit, opened, title),
    target: (code) => visit.origin + visit.to(budgetRoutes.ballots, { slug }, { code }),
    words: 'vote',
  }
}

/** Codes for letters that lead to the ballot. */
export const codeHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetStaffRoutes.budgetCodes, (visit) =>
    withStaffBudget(house, visit, (opened) => showCodes(house, visit, codesOf(visit, opened))),
  ),
  handler(budgetStaffRoutes.makeBudgetCodes, (visit) =>
    withStaffBudget(house, visit, (opened) => changeCodes(house, visit, codesOf(visit, opened))),
  ),
]
