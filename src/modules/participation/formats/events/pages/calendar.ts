import { type Answer, body, type Visit } from '#platform/http'
import { type CalendarEvent, writeCalendar } from '#standards/ical'
import type { FormatDate } from '../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { PhaseFilter } from '../../../store/dialogue-queries.ts'
import { eventRoutes } from '../event-routes.ts'
import type { EventLink, TownEvent } from '../model/event.ts'
import { eventsBetween } from '../store/event-store.ts'

type Named = Pick<
  TownEvent,
  | 'id'
  | 'tenant'
  | 'key'
  | 'title'
  | 'startsAt'
  | 'endsAt'
  | 'place'
  | 'address'
  | 'point'
  | 'state'
  | 'sequence'
  | 'changedAt'
  | 'cancelledReason'
>

/**
 * An event as calendars take it. Its UID stays the same whatever happens; moved or called off, its sequence is a higher one, so that
 * calendars take the new over for the old (RFC 5545, 3.8.7.4).
 */
export function calendarEvent(visit: Visit, slug: string, event: Named, link?: string, uid = event.id): CalendarEvent {
  const owner = visit.sites.byId(event.tenant) ?? visit.site
  const off = event.state === 'cancelled'
  return {
    uid: `${uid}@${new URL(visit.origin).hostname}`,
    stamp: event.changedAt,
    start: event.startsAt,
    end: event.endsAt,
    summary: event.title,
    description: [off ? event.cancelledReason : '', owner.name, link].filter(Boolean).join('\n'),
    location: [event.place, event.address].filter(Boolean).join(', '),
    url: visit.address(owner, eventRoutes.event, { slug, event: String(event.key) }),
    sequence: event.sequence,
    status: off ? 'CANCELLED' : 'CONFIRMED',
    ...(event.point ? { point: event.point } : {}),
    busy: !off,
  }
}

/** A calendar file of one event. A booked time comes with its own hours. */
export const calendarOf = (name: string, event: CalendarEvent): Answer =>
  body('text/calendar; charset=utf-8', writeCalendar({ name, product: '-//Allmende//Beteiligung//DE', events: [event] }), {
    'content-disposition': 'attachment; filename="termin.ics"',
  })

/** The calendar file of a public event; the link stands in it only where everybody may know it. */
export const eventCalendar = (
  visit: Visit,
  procedure: { readonly slug: string },
  event: TownEvent,
  link: EventLink | undefined,
): Answer => calendarOf(event.title, calendarEvent(visit, procedure.slug, event, link?.everybody ? link.link : undefined))

const mostDates = 2000

/** Events for the calendars of procedures. */
export async function eventDates(
  house: ParticipationHouse,
  visit: Visit,
  filter: PhaseFilter,
  from: Date,
  until: Date,
): Promise<FormatDate[]> {
  const events = await eventsBetween(publicDb(house, visit.site), filter, from, until, mostDates)
  return events.map((one) => ({
    tenant: one.tenant,
    slug: one.slug,
    procedureTitle: one.procedureTitle,
    startsAt: one.startsAt,
    title: one.title,
    href: visit.toSite(visit.sites.byId(one.tenant) ?? visit.site, eventRoutes.event, { slug: one.slug, event: String(one.key) }),
    event: calendarEvent(visit, one.slug, one),
  }))
}
