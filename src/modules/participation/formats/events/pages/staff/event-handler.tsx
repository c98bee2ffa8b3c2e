import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins, dayEnds } from '#kernel/deadline.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { type Answer, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import type { OpenedProcedure } from '../../../../format.ts'
import { type ParticipationWeb, staffDb } from '../../../../house.ts'
import type { Procedure } from '../../../../model/procedure.ts'
import { pointGround } from '../../../../pages/submit/point-ground.ts'
import { documentsOf } from '../../../../store/document-store.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import { readEvent, readTimes } from '../../model/read-event.ts'
import type { FormFault } from '../../model/registration.ts'
import { readRule } from '../../model/slots.ts'
import { settingsIn } from '../../settings.ts'
import { eventsForStaff, eventsOf, linkOf, proceduresWithDates, slotsOf } from '../../store/event-store.ts'
import { pollsOf } from '../../store/poll-store.ts'
import { addSlots, beginEvent, callOff, dropEvent, publishEvent, removeSlots, writeEvent } from '../../use-cases/staff-events.ts'
import { beginPoll } from '../../use-cases/staff-polls.ts'
import { type EventDesk, eventDeskView, staffEventsView } from './desk-view.tsx'
import { callOffView, type StaffEventPage, staffEventView } from './event-page.tsx'
import { withStaffEvent, withStaffEvents } from './frame.tsx'
import { slotsView } from './slots-view.tsx'

async function desk(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  more: Pick<EventDesk, 'filled' | 'faults'> = {},
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [events, polls] = await Promise.all([eventsOf(db, opened.procedure.id), pollsOf(db, opened.procedure.id)])
  return page(eventDeskView(visit, { opened, events, polls, ...more }), more.faults ? 422 : 200)
}

/** Begins what was chosen: an event, office hours with the hours typed, or a search with this as its first time. */
async function begin(house: ParticipationWeb, visit: Visit, opened: OpenedProcedure): Promise<Answer> {
  const { form } = visit
  const faults: FormFault[] = []
  const title = oneLine(form.get('titel') ?? '')
  if (!title) faults.push({ field: 'titel', fault: 'title' })
  if (title.length > 200) faults.push({ field: 'titel', fault: 'title-long' })
  const kind = (['event', 'hours', 'poll'] as const).find((one) => one === form.get('art')) ?? 'event'
  const times = readTimes(form, faults)
  if (faults.length > 0) return desk(house, visit, opened, { filled: form, faults })
  const staff = actingIn(visit)
  const { keepDays } = settingsIn(opened.procedure)
  if (kind !== 'poll') {
    const event = await beginEvent(house, staff, opened.procedure, { kind, title, keepDays, ...times })
    const to = kind === 'hours' ? eventStaffRoutes.slots : eventStaffRoutes.staffEvent
    return redirect(visit.to(to, { event }, { begonnen: 1 }), 303)
  }
  const poll = await beginPoll(house, staff, opened.procedure, times, {
    title,
    about: '',
    place: '',
    // A week before the first time, or at least until it.
    until: new Date(Math.max(dayBegins(addDays(dayOf(times.startsAt), -7)).getTime(), dayEnds(dayOf(visit.now)).getTime())),
    namesPublic: false,
    keepDays,
  })
  return redirect(visit.to(eventStaffRoutes.staffPoll, { poll }), 303)
}

async function shown(
  house: ParticipationWeb,
  visit: Visit,
  event: TownEvent,
  procedure: Procedure,
  more: Partial<StaffEventPage> = {},
  status = 200,
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [link, papers] = await Promise.all([linkOf(db, event.id), documentsOf(db, procedure.id)])
  const said = (['gespeichert', 'begonnen', 'veroeffentlicht'] as const).find((one) => visit.query.has(one))
  return page(
    staffEventView(visit, { event, procedure, link, papers, point: pointGround(house, visit, procedure), said, ...more }),
    status,
  )
}

async function save(house: ParticipationWeb, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const { form, t } = visit
  const read = readEvent(form, event)
  if (!read.ok) return shown(house, visit, event, procedure, { filled: form, faults: read.error, said: undefined }, 422)
  const papers = await documentsOf(staffDb(house, visit.site), procedure.id)
  const known = (ids: readonly string[]) => ids.filter((id) => papers.some((one) => one.id === id))
  const writing = {
    ...read.value.writing,
    documents: known(read.value.writing.documents),
    minutes: known(read.value.writing.minutes),
  }
  const at = { id: event.id, version: Number(form.get('fassung') ?? Number.NaN) }
  const done = Number.isInteger(at.version)
    ? await writeEvent(house, actingIn(visit), at, { writing, link: read.value.link })
    : ({ ok: false, error: 'stale' } as const)
  if (done.ok) return redirect(visit.to(eventStaffRoutes.staffEvent, { event: event.id }, { gespeichert: 1 }), 303)
  if (done.error === 'overfull')
    return shown(
      house,
      visit,
      event,
      procedure,
      { filled: form, faults: [{ field: 'plaetze', fault: 'overfull', about: { taken: event.taken } }], said: undefined },
      409,
    )
  return shown(
    house,
    visit,
    event,
    procedure,
    { filled: form, refused: t('participation.events.staff.stale'), said: undefined },
    409,
  )
}

async function publish(house: ParticipationWeb, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const staff = actingIn(visit)
  if (visit.form.get('tat') === 'loeschen' && event.state === 'draft') {
    await dropEvent(house, staff, event)
    return redirect(visit.to(eventStaffRoutes.staffEventDesk, { id: procedure.id }), 303)
  }
  await publishEvent(house, staff, event)
  return redirect(visit.to(eventStaffRoutes.staffEvent, { event: event.id }, { veroeffentlicht: 1 }), 303)
}

async function callOffNow(house: ParticipationWeb, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const reason = severalLines(visit.form.get('grund') ?? '').slice(0, 500)
  if (!reason) return page(callOffView(visit, event, procedure, true), 422)
  await callOff(house, actingIn(visit), event, reason)
  return redirect(visit.to(eventStaffRoutes.staffEvent, { event: event.id }), 303)
}

async function slots(
  house: ParticipationWeb,
  visit: Visit,
  event: TownEvent,
  procedure: Procedure,
  more: Parameters<typeof slotsView>[4] = {},
): Promise<Answer> {
  const count = visit.query.get('neu')
  const said =
    count && /^\d+$/.test(count) ? visit.t('participation.events.staff.slots.added', { count: Number(count) }) : undefined
  return page(
    slotsView(visit, procedure, event, await slotsOf(staffDb(house, visit.site), event.id), {
      ...(said ? { said } : {}),
      ...more,
    }),
    more.faults ? 422 : 200,
  )
}

async function changeSlots(house: ParticipationWeb, visit: Visit, event: TownEvent, procedure: Procedure): Promise<Answer> {
  const staff = actingIn(visit)
  const back = (query: Record<string, number> = {}) => redirect(visit.to(eventStaffRoutes.slots, { event: event.id }, query), 303)
  if (event.kind !== 'hours') return back()
  if (visit.form.get('tat') === 'weg') {
    const at = new Date(visit.form.get('zeit') ?? '')
    if (!Number.isNaN(at.getTime())) await removeSlots(house, staff, event, at)
    return back()
  }
  const read = readRule(visit.form)
  if (!read.ok) return slots(house, visit, event, procedure, { filled: visit.form, faults: read.error })
  return back({ neu: await addSlots(house, staff, event, read.value) })
}

/** Staff sets up dates, publishes, moves and calls them off. */
export const staffEventHandlers = (house: ParticipationWeb): Handler[] => [
  handler(eventStaffRoutes.staffEvents, async (visit) => {
    const db = staffDb(house, visit.site)
    const [events, procedures] = await Promise.all([
      eventsForStaff(db, visit.site.id, visit.now),
      proceduresWithDates(db, visit.site.id),
    ])
    return page(staffEventsView(visit, events, procedures))
  }),
  handler(eventStaffRoutes.staffEventDesk, (visit) => withStaffEvents(house, visit, (opened) => desk(house, visit, opened))),
  handler(eventStaffRoutes.beginDate, (visit) => withStaffEvents(house, visit, (opened) => begin(house, visit, opened))),
  handler(eventStaffRoutes.staffEvent, (visit) => withStaffEvent(house, visit, (event, one) => shown(house, visit, event, one))),
  handler(eventStaffRoutes.saveEvent, (visit) => withStaffEvent(house, visit, (event, one) => save(house, visit, event, one))),
  handler(eventStaffRoutes.publishEvent, (visit) =>
    withStaffEvent(house, visit, (event, one) => publish(house, visit, event, one)),
  ),
  handler(eventStaffRoutes.callOff, (visit) =>
    withStaffEvent(house, visit, (event, one) => page(callOffView(visit, event, one))),
  ),
  handler(eventStaffRoutes.callOffNow, (visit) =>
    withStaffEvent(house, visit, (event, one) => callOffNow(house, visit, event, one)),
  ),
  handler(eventStaffRoutes.slots, (visit) => withStaffEvent(house, visit, (event, one) => slots(house, visit, event, one))),
  handler(eventStaffRoutes.changeSlots, (visit) =>
    withStaffEvent(house, visit, (event, one) => changeSlots(house, visit, event, one)),
  ),
]
