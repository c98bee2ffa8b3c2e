import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../../house.ts'
import { eventRoutes } from '../../event-routes.ts'
import { slotTime } from '../../use-cases/letters.ts'
import { cancelOwn, ownRegistration, shrinkOwn } from '../../use-cases/own-registration.ts'
import { calendarEvent, calendarOf } from '../calendar.ts'
import { goneLink } from '../frame.tsx'
import { ownView } from './own-view.tsx'

const told = ['neu', 'kleiner'] as const

async function show(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const own = await ownRegistration(house, visit.site, visit.params.token ?? '')
  return own ? page(ownView(visit, own, { said: told.find((one) => visit.query.has(one)) })) : goneLink(visit)
}

async function change(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const { form } = visit
  const back = (query: Record<string, number> = {}) => redirect(visit.to(eventRoutes.ownRegistration, { token }, query), 303)
  if (form.get('tat') === 'kleiner') {
    const own = await ownRegistration(house, visit.site, token)
    if (!own) return goneLink(visit)
    const typed = (form.get('personen') ?? '').trim()
    const people = /^\d{1,2}$/.test(typed) ? Number(typed) : 0
    const { registration } = own
    if (people < 1 || people >= registration.people || registration.state === 'cancelled')
      return page(
        ownView(visit, own, { fault: { field: 'personen', fault: 'fewer', about: { most: registration.people - 1 } } }),
        422,
      )
    await shrinkOwn(house, visit.site, token, people)
    return back({ kleiner: 1 })
  }
  if (form.get('tat') !== 'absagen') return show(house, visit)
  return (await cancelOwn(house, visit.site, token)) ? back() : goneLink(visit)
}

/** What stands behind the secret link of a registration: see it, make it smaller, cancel it, take it into a calendar. */
export const ownRegistrationHandlers = (house: ParticipationHouse): Handler[] => [
  handler(eventRoutes.ownRegistration, (visit) => show(house, visit), { perMinute: 600 }),
  handler(eventRoutes.changeRegistration, (visit) => change(house, visit), { perMinute: 300 }),
  handler(eventRoutes.ownCalendar, async (visit) => {
    const own = await ownRegistration(house, visit.site, visit.params.token ?? '')
    if (own?.registration.state !== 'registered') return problem(notFound)
    const { event, procedure, link, registration } = own
    const slot = slotTime(registration)
    // A booked time stands beside the office hours in a calendar that follows both, not in their place.
    const uid = slot ? registration.id : event.id
    return calendarOf(event.title, calendarEvent(visit, procedure.slug, { ...event, ...slot }, link, uid))
  }),
]
