import { dayOf } from '#kernel/clock.ts'
import { csvLine } from '#kernel/csv-line.ts'
import { type Answer, body, type Handler, handler, page, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { readCode, spacedCode } from '../../../model/vote/receipt-code.ts'
import { codeBatches } from '../../../store/vote/code-store.ts'
import { blockCode, makeCodes, mostCodes } from '../../../use-cases/vote/staff-votes.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { type CodesState, codeHref, codesView, lettersView } from './codes-view.tsx'
import { actingOn, type StaffBudget, withStaffBudget } from './open-staff.ts'

async function show(
  house: ParticipationHouse,
  visit: Visit,
  opened: StaffBudget,
  state: Omit<CodesState, 'batches'> = {},
): Promise<Answer> {
  const batches = await codeBatches(staffDb(house, visit.site), opened.procedure.id)
  return page(codesView(visit, opened, { ...state, batches }), state.fault ? 422 : 200)
}

async function print(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const typed = (visit.form.get('count') ?? '').trim().slice(0, 20)
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (count < 1 || count > mostCodes) return show(house, visit, opened, { count: typed, fault: 'count' })
  const before = await codeBatches(staffDb(house, visit.site), opened.procedure.id)
  const batch = `${dayOf(visit.now)}, ${visit.t('participation.codes.run', { number: before.length + 1 })}`
  const codes = await makeCodes(house, actingOn(visit, opened), batch, count)
  if (visit.form.get('als') !== 'csv') return page(lettersView(visit, opened, codes))
  const lines = codes.map((code) => csvLine([spacedCode(code), codeHref(visit, opened, code)]))
  return body('text/csv; charset=utf-8', csvLine(['code', 'link']) + lines.join(''), {
    'content-disposition': `attachment; filename="codes-${opened.procedure.slug}.csv"`,
    'cache-control': 'no-store',
  })
}

async function block(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const typed = (visit.form.get('code') ?? '').slice(0, 40)
  const code = readCode(typed)
  const done = code && (await blockCode(house, actingOn(visit, opened), code))
  return done
    ? show(house, visit, opened, { said: visit.t('participation.codes.blocked-one') })
    : show(house, visit, opened, { code: typed, fault: 'code' })
}

/** Codes for letters. */
export const codeHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetStaffRoutes.budgetCodes, (visit) => withStaffBudget(house, visit, (opened) => show(house, visit, opened))),
  handler(budgetStaffRoutes.makeBudgetCodes, (visit) =>
    withStaffBudget(house, visit, (opened) =>
      visit.form.get('tat') === 'sperren' ? block(house, visit, opened) : print(house, visit, opened),
    ),
  ),
]
