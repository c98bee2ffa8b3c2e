import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../house.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { openForStaff, type ShownProcedure } from '../../use-cases/open-procedure.ts'
import { bundIdOf } from '../../use-cases/proof/bundid.ts'
import { actingIn, idIn } from '../../use-cases/setup/acting.ts'
import { marksOf, saveProcedure } from '../../use-cases/setup/save-procedure.ts'
import { stepsFor } from './frame.tsx'
import { type PartPage, type PartState, partView } from './part-page.tsx'
import { rulesPage } from './rules.tsx'
import { settingsPage } from './settings.tsx'
import { subjectPage } from './subject.tsx'
import { timetablePage } from './timetable.tsx'

/** Opens the procedure that the address names; another tenant's, and what is none, is not found. */
export async function withOwn(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: ShownProcedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const id = idIn(visit)
  const opened = id ? await openForStaff(house, visit.site, id) : undefined
  return opened ? show(opened) : problem(notFound)
}

/** What the form began with; nothing of it where somebody sent something else. */
function readMarks(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...(value as Record<string, string>) } : {}
  } catch {
    return {}
  }
}

function show(part: PartPage, visit: Visit, opened: ShownProcedure): Answer {
  const typed = part.part(opened).typed(opened.procedure, opened.phases)
  const taken = (visit.query.get('uebernommen') ?? '').split(',').filter((field) => field in typed)
  const said = visit.query.has('gespeichert') ? { taken } : undefined
  return page(partView(part, visit, opened, { typed, faults: [], previewed: false, marks: marksOf(typed), said }))
}

async function save(house: ParticipationHouse, part: PartPage, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const { form } = visit
  const marks = readMarks(form.get('stand') ?? '')
  const deed = form.get('tat') ?? ''
  const own = part.part(opened)
  const kept = own.typed(opened.procedure, opened.phases)
  const again = (state: Partial<PartState>, status: number) =>
    page(partView(part, visit, opened, { typed: kept, faults: [], previewed: false, marks, sent: form, ...state }), status)
  const read = part.typedOf(form, opened)
  if (!read.ok) return again({ faults: read.error }, 422)
  const typed = { ...kept, ...read.value }
  if (deed === 'vorschau') return again({ typed, previewed: true }, 200)
  const rearranged = part.rearrange?.(read.value, deed)
  if (rearranged) return again({ typed: rearranged }, 200)
  const done = await saveProcedure(house, actingIn(visit), opened.procedure.id, own, read.value, marks)
  if (done.ok) return onward(part, visit, opened, deed, done.value)
  if (done.error.kind === 'gone') return problem(notFound)
  if (done.error.kind === 'faults') return again({ typed, faults: done.error.faults }, 422)
  const { fields, theirs, typed: merged } = done.error
  // Whoever saves now has seen the other wording: that is what the form begins with.
  return again({ typed: merged, marks: marksOf(theirs), collided: { fields, theirs } }, 409)
}

/** Back to the part, or on to the next one. */
function onward(part: PartPage, visit: Visit, opened: ShownProcedure, deed: string, taken: readonly string[]): Answer {
  const { id } = opened.procedure
  if (deed === 'weiter') {
    const steps = stepsFor(visit, opened, part.step)
    const next = steps[steps.findIndex((one) => one.state === 'current') + 1]
    return redirect(next?.href ?? visit.to(setupRoutes.setup, { id }))
  }
  return redirect(visit.to(part.show, { id }, { gespeichert: 1, uebernommen: taken.join(',') }))
}

/** The parts of setting up: each is shown and saved by itself. */
export const partHandlers = (house: ParticipationHouse): Handler[] =>
  [subjectPage, timetablePage, rulesPage(() => bundIdOf(house) !== undefined), settingsPage].flatMap((part) => [
    handler(part.show, (visit) => withOwn(house, visit, (opened) => show(part, visit, opened))),
    handler(part.save, (visit) => withOwn(house, visit, (opened) => save(house, part, visit, opened))),
  ])
