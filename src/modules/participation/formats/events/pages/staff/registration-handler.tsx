import { isId } from '#kernel/id.ts'
import { type Answer, body, type Handler, handler, notFound, page, problem, redirect, stream, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import type { Procedure } from '../../../../model/procedure.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import { type Registration, readRegistration } from '../../model/registration.ts'
import { timesOf } from '../../model/slots.ts'
import { eventById, slotsOf } from '../../store/event-store.ts'
import { registrationById, registrationsOf } from '../../store/registration-store.ts'
import { eventsById } from '../../use-cases/open-events.ts'
import { newFormKey } from '../../use-cases/register.ts'
import { enterRegistration, noteAttendance, removeRegistration } from '../../use-cases/staff-registrations.ts'
import { procedureCsv, registrationsCsv, registrationsXlsx } from './export-registrations.ts'
import { withStaffEvent, withStaffEvents } from './frame.tsx'
import { enterView, printView, registrationsView, removeView } from './registrations-view.tsx'

const pageSize = 200
const mostOnPaper = 2000

async function list(house: ParticipationHouse, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const after = Number(/^\d{1,9}$/.exec(visit.query.get('nach') ?? '')?.[0] ?? 0)
  const found = await registrationsOf(staffDb(house, visit.site), event.id, after, pageSize + 1)
  return page(
    registrationsView(visit, {
      event,
      procedure,
      registrations: found.slice(0, pageSize),
      more: found.length > pageSize ? found[pageSize - 1]?.number : undefined,
      said: (['gespeichert', 'eingetragen', 'wartet', 'gestrichen'] as const).find((one) => visit.query.has(one)),
    }),
  )
}

async function attendance(house: ParticipationHouse, visit: Visit, event: TownEvent): Promise<Answer> {
  const came = [...visit.form.entries()].flatMap(([name, typed]) => {
    const id = name.startsWith('kam-') ? name.slice(4) : ''
    const value = typed.trim()
    if (!isId(id) || !/^\d{0,2}$/.test(value)) return []
    return [{ id, people: value === '' ? null : Number(value) }]
  })
  await noteAttendance(house, actingIn(visit), event, came)
  return redirect(visit.to(eventStaffRoutes.registrations, { event: event.id }, { gespeichert: 1 }), 303)
}

async function enter(
  house: ParticipationHouse,
  visit: Visit,
  event: TownEvent,
  procedure: Procedure,
  more: Partial<Parameters<typeof enterView>[3]> = {},
  status = 200,
): Promise<Answer> {
  const slots = event.kind === 'hours' ? await slotsOf(staffDb(house, visit.site), event.id) : []
  return page(enterView(visit, event, procedure, { times: timesOf(slots), formKey: newFormKey(), ...more }), status)
}

async function entered(house: ParticipationHouse, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const { form } = visit
  const formKey = form.get('schluessel') || newFormKey()
  const read = readRegistration(form, { ...event, asksNeeds: true }, 'staff')
  if (!read.ok) return enter(house, visit, event, procedure, { filled: form, faults: read.error, formKey }, 422)
  const done = await enterRegistration(house, actingIn(visit), event, read.value, formKey)
  if (!done.ok)
    return enter(house, visit, event, procedure, { filled: form, faults: [{ field: 'zeit', fault: 'slot-taken' }], formKey }, 409)
  const said = done.value.state === 'waiting' ? 'wartet' : 'eingetragen'
  return redirect(visit.to(eventStaffRoutes.registrations, { event: event.id }, { [said]: 1 }), 303)
}

async function withRegistration(
  house: ParticipationHouse,
  visit: Visit,
  work: (one: Registration, event: TownEvent, procedure: Procedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { registration: id } = visit.params
  const db = staffDb(house, visit.site)
  const one = isId(id) ? await registrationById(db, visit.site.id, id) : undefined
  const event = one && (await eventById(db, visit.site.id, one.event))
  const opened = event && (await eventsById(db, visit.site.id, event.procedure))
  return one && event && opened ? work(one, event, opened.procedure) : problem(notFound)
}

const attached = (name: string) => ({
  'content-disposition': `attachment; filename="${name}"`,
  'cache-control': 'no-store',
})
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Staff sees who comes, registers who calls, notes who came, takes lists away. */
export const staffRegistrationHandlers = (house: ParticipationHouse): Handler[] => [
  handler(eventStaffRoutes.registrations, (visit) =>
    withStaffEvent(house, visit, (event, one) => list(house, visit, event, one)),
  ),
  handler(eventStaffRoutes.actOnRegistrations, (visit) =>
    withStaffEvent(house, visit, (event) => attendance(house, visit, event)),
  ),
  handler(eventStaffRoutes.enterRegistration, (visit) =>
    withStaffEvent(house, visit, (event, one) => enter(house, visit, event, one)),
  ),
  handler(eventStaffRoutes.enteredRegistration, (visit) =>
    withStaffEvent(house, visit, (event, one) => entered(house, visit, event, one)),
  ),
  handler(eventStaffRoutes.removeRegistration, (visit) =>
    withRegistration(house, visit, (one, event, procedure) => page(removeView(visit, event, procedure, one))),
  ),
  handler(eventStaffRoutes.removeRegistrationNow, (visit) =>
    withRegistration(house, visit, async (one, event) => {
      await removeRegistration(house, actingIn(visit), event, one)
      return redirect(visit.to(eventStaffRoutes.registrations, { event: event.id }, { gestrichen: 1 }), 303)
    }),
  ),
  handler(eventStaffRoutes.registrationsCsv, (visit) =>
    withStaffEvent(house, visit, (event, procedure) =>
      stream(
        'text/csv; charset=utf-8; header=present',
        registrationsCsv(staffDb(house, visit.site), visit, procedure, event),
        attached(`anmeldungen-${procedure.slug}-${event.key}.csv`),
      ),
    ),
  ),
  handler(eventStaffRoutes.registrationsXlsx, (visit) =>
    withStaffEvent(house, visit, async (event, procedure) =>
      body(
        sheet,
        await registrationsXlsx(staffDb(house, visit.site), visit, procedure, event),
        attached(`anmeldungen-${procedure.slug}-${event.key}.xlsx`),
      ),
    ),
  ),
  handler(eventStaffRoutes.registrationsPrint, (visit) =>
    withStaffEvent(house, visit, async (event, procedure) => {
      const all = await registrationsOf(staffDb(house, visit.site), event.id, 0, mostOnPaper)
      const coming = all.filter((one) => one.state === 'registered')
      // Office hours by their time, everything else as it came.
      const time = (one: Registration) => one.slotStart?.getTime() ?? 0
      return page(
        printView(
          visit,
          event,
          procedure,
          [...coming].sort((a, b) => time(a) - time(b) || a.number - b.number),
        ),
      )
    }),
  ),
  handler(eventStaffRoutes.allRegistrationsCsv, (visit) =>
    withStaffEvents(house, visit, ({ procedure }) =>
      stream(
        'text/csv; charset=utf-8; header=present',
        procedureCsv(staffDb(house, visit.site), visit, procedure),
        attached(`anmeldungen-${procedure.slug}.csv`),
      ),
    ),
  ),
]
