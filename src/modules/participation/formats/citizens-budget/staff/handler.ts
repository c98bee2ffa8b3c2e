import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import { readBoxForm, readProjectForm } from '../../../model/vote/budget-forms.ts'
import { listSubmissions } from '../../../store/submission-store.ts'
import { countBox } from '../../../use-cases/vote/count-box.ts'
import { keepBox, keepProject } from '../../../use-cases/vote/staff-votes.ts'
import { budgetSettings } from '../settings.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { codeHandlers } from './codes-handler.ts'
import { boxFields, boxFormView, type Fields, projectFields, projectFormView } from './form-views.tsx'
import { actingOn, chosenBox, type StaffBudget, withStaffBudget } from './open-staff.ts'
import { staffBudgetView } from './overview-view.tsx'
import { paperHandlers } from './papers-handler.ts'

const typedIn = (visit: Visit): Fields => Object.fromEntries(visit.form)

/** Proposals that no office looks at yet. */
async function proposalsOf(house: ParticipationHouse, visit: Visit, { procedure, projects }: StaffBudget) {
  const all = await listSubmissions(staffDb(house, visit.site), procedure.id, {}, 'new', undefined, 500)
  return all.filter(({ id }) => !projects.some(({ submission }) => submission === id))
}

const told = ['gespeichert', 'gezaehlt', 'laeuft', 'schon', 'geaendert', 'protokoll', 'regel'] as const

async function overview(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const said = told.find((one) => visit.query.get('getan') === one)
  return page(
    staffBudgetView(visit, opened, {
      proposals: (await proposalsOf(house, visit, opened)).length,
      said: said && {
        kind: said === 'gespeichert' || said === 'gezaehlt' ? 'success' : 'warning',
        text: visit.t(`participation.budget-staff.said.${said}`),
      },
    }),
  )
}

const back = (visit: Visit, { procedure }: StaffBudget, getan: (typeof told)[number]): Answer =>
  redirect(visit.to(budgetStaffRoutes.staffBudget, { id: procedure.id }, { getan }))

async function changeBox(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const box = chosenBox(visit, opened)
  if (!box && visit.form.get('topf') !== 'neu') return problem(notFound)
  const read = readBoxForm(visit.form)
  if (!read.ok) return page(boxFormView(visit, opened, box, typedIn(visit), read.error), 422)
  const settings = budgetSettings.safeParse(opened.procedure.settings)
  const oneVote = settings.success && settings.data.votes === 'one'
  const done = await keepBox(house, actingOn(visit, opened), opened.boxes, read.value, { box, oneVote })
  return done.ok ? back(visit, opened, 'gespeichert') : page(boxFormView(visit, opened, box, typedIn(visit), done.error), 409)
}

function projectIn(visit: Visit, { projects }: StaffBudget) {
  const id = visit.form.get('vorschlag') ?? visit.query.get('vorschlag') ?? ''
  return { id, one: projects.find((other) => other.id === id) }
}

async function changeProject(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const { id, one } = projectIn(visit, opened)
  if (id && !one) return problem(notFound)
  const proposals = await proposalsOf(house, visit, opened)
  const chosen = proposals.find((other) => other.id === visit.form.get('beitrag'))
  const again = (faults: Parameters<typeof boxFormView>[4], status: number) =>
    page(projectFormView(visit, opened, one, typedIn(visit), { faults: faults ?? [], proposals, proposal: chosen?.id }), status)
  // A proposal that was chosen gives its words where none were typed.
  for (const [name, text] of Object.entries(chosen && !one ? projectFields(undefined, chosen) : {}))
    if (text && !visit.form.get(name)) visit.form.set(name, text)
  const read = readProjectForm(
    visit.form,
    opened.boxes,
    opened.projects.filter((other) => other.id !== one?.id),
  )
  if (!read.ok) return again(read.error, 422)
  const done = await keepProject(house, actingOn(visit, opened), read.value, {
    id: one?.id,
    submission: one ? one.submission : (chosen?.id ?? null),
  })
  return done.ok ? back(visit, opened, 'gespeichert') : again(done.error, 409)
}

async function count(house: ParticipationHouse, visit: Visit, opened: StaffBudget): Promise<Answer> {
  const box = chosenBox(visit, opened)
  if (!box) return problem(notFound)
  const done = await countBox(house, visit.site, box, actingOn(visit, opened).person)
  const names = { running: 'laeuft', counted: 'schon', changed: 'geaendert', log: 'protokoll', tally: 'regel' } as const
  return back(visit, opened, done.ok ? 'gezaehlt' : names[done.error.code])
}

/** Preparing and counting a budget. */
export const budgetStaffHandlers = (house: ParticipationHouse): Handler[] => [
  handler(budgetStaffRoutes.staffBudget, (visit) => withStaffBudget(house, visit, (opened) => overview(house, visit, opened))),
  handler(budgetStaffRoutes.budgetBox, (visit) =>
    withStaffBudget(house, visit, (opened) => {
      const box = visit.query.has('topf') ? chosenBox(visit, opened) : undefined
      return page(boxFormView(visit, opened, box, boxFields(box)))
    }),
  ),
  handler(budgetStaffRoutes.keepBudgetBox, (visit) => withStaffBudget(house, visit, (opened) => changeBox(house, visit, opened))),
  handler(budgetStaffRoutes.budgetProject, (visit) =>
    withStaffBudget(house, visit, async (opened) => {
      const { id, one } = projectIn(visit, opened)
      if (id && !(isId(id) && one)) return problem(notFound)
      const proposals = one ? [] : await proposalsOf(house, visit, opened)
      return page(projectFormView(visit, opened, one, projectFields(one, undefined), { proposals }))
    }),
  ),
  handler(budgetStaffRoutes.keepBudgetProject, (visit) =>
    withStaffBudget(house, visit, (opened) => changeProject(house, visit, opened)),
  ),
  handler(budgetStaffRoutes.countBudget, (visit) => withStaffBudget(house, visit, (opened) => count(house, visit, opened))),
  ...codeHandlers(house),
  ...paperHandlers(house),
]
