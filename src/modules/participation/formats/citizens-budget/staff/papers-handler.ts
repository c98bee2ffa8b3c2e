import { type Answer, type Handler, handler, page, problem, type Visit } from '#platform/http'
import type { FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { readBallot } from '../../../model/vote/ballot.ts'
import { type Box, candidatesOf } from '../../../model/vote/box.ts'
import { readCode } from '../../../model/vote/receipt-code.ts'
import { codeKnown } from '../../../store/vote/code-store.ts'
import { differingPapers, enterPaper, paperFigures } from '../../../store/vote/paper-store.ts'
import { codeHash } from '../../../use-cases/vote/marks.ts'
import { spendCode, takePapers } from '../../../use-cases/vote/staff-votes.ts'
import { ballotFaults } from '../ballot/words.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { actingOn, chosenBox, type StaffBudget, withStaffBudget } from './open-staff.ts'
import { type PapersState, papersView } from './papers-view.tsx'

async function show(
  house: ParticipationHouse,
  visit: Visit,
  opened: StaffBudget,
  box: Box,
  state: Pick<PapersState, 'typed' | 'faults' | 'said'> = {},
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [figures, differing] = await Promise.all([paperFigures(db, box.id), differingPapers(db, box.id, 200)])
  return page(papersView(visit, opened, { ...state, box, figures, differing }), state.faults ? 422 : 200)
}

async function enter(house: ParticipationHouse, visit: Visit, opened: StaffBudget, box: Box): Promise<Answer> {
  const { t, form } = visit
  const refused = (name: string) =>
    show(house, visit, opened, box, { typed: form, faults: [{ field: 'nummer', text: t(`participation.papers.${name}`) }] })
  if (box.countedAt) return refused('said.closed')
  const typed = (form.get('nummer') ?? '').trim()
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : undefined
  const spoilt = form.get('ungueltig') === '1'
  const candidates = candidatesOf(opened.projects, box.id)
  const read = readBallot(form, box, candidates)
  const faults: FieldFault[] = number ? [] : [{ field: 'nummer', text: t('participation.papers.fault.number') }]
  if (!read.ok && !spoilt)
    faults.push(
      ...ballotFaults(visit, read.error, { candidates }).map((one) =>
        box.kind === 'knapsack' || box.kind === 'approval' ? { ...one, field: 'wahl' } : one,
      ),
    )
  if (!number || faults.length > 0) return show(house, visit, opened, box, { typed: form, faults })
  const choice = read.ok && !spoilt ? read.value : { projects: [] }
  const { person } = actingOn(visit, opened)
  const where = { tenant: visit.site.id, box: box.id, person: person.id }
  const pass = await enterPaper(staffDb(house, visit.site), where, { number, choice, spoilt })
  return pass
    ? show(house, visit, opened, box, { said: t(`participation.papers.entered.${pass}`, { number }) })
    : refused('fault.twice')
}

async function spend(house: ParticipationHouse, visit: Visit, opened: StaffBudget, box: Box): Promise<Answer> {
  const { t, form } = visit
  const code = readCode(form.get('code') ?? '')
  const { id } = opened.procedure
  const known = code && (await codeKnown(staffDb(house, visit.site), id, codeHash(house.config.ALLMENDE_SECRET, id, code)))
  const fault = (name: string) => ({
    typed: form,
    faults: [{ field: 'code', text: t(`participation.papers.fault.${name}`) }],
  })
  if (!code || !known) return show(house, visit, opened, box, fault('code'))
  return (await spendCode(house, actingOn(visit, opened), box, code))
    ? show(house, visit, opened, box, { said: t('participation.papers.spent') })
    : show(house, visit, opened, box, fault('spent'))
}

async function act(house: ParticipationHouse, visit: Visit, opened: StaffBudget, box: Box): Promise<Answer> {
  const deed = visit.form.get('tat')
  if (deed === 'einloesen') return spend(house, visit, opened, box)
  if (deed !== 'uebernehmen') return enter(house, visit, opened, box)
  const { taken, refused, closed } = await takePapers(house, actingOn(visit, opened), box)
  const said = closed ? 'closed' : refused > 0 ? 'refused' : 'taken'
  return show(house, visit, opened, box, { said: visit.t(`participation.papers.said.${said}`, { count: taken, refused }) })
}

const withBox = (
  house: ParticipationHouse,
  visit: Visit,
  go: (opened: StaffBudget, box: Box) => Promise<Answer>,
): Promise<Answer> =>
  withStaffBudget(house, visit, (opened) => {
    const box = chosenBox(visit, opened)
    if (box) return go(opened, box)
    const { t } = visit
    return problem({
      status: 404,
      id: 'participation/no-box',
      title: t('participation.budget-staff.no-box'),
      detail: t('participation.budget-staff.no-box.reason'),
    })
  })

/** Ballots on paper. */
export const paperHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetStaffRoutes.budgetPapers, (visit) => withBox(house, visit, (opened, box) => show(house, visit, opened, box))),
  handler(budgetStaffRoutes.enterBudgetPaper, (visit) => withBox(house, visit, (opened, box) => act(house, visit, opened, box))),
]
