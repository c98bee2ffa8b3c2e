import { dayOf } from '#kernel/clock.ts'
import { dayBegins } from '#kernel/deadline.ts'
import { type Answer, body, type Visit } from '#platform/http'
import { type CalendarEvent, writeCalendar } from '#standards/ical'
import type { FormatDate } from '../../format.ts'
import { formats } from '../../formats.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { type DatedPhase, type PhaseFilter, phasesBetween } from '../../store/dialogue-queries.ts'

/** A moment at which a day begins is written as that day: calendars then show whole days. */
const when = (moment: Date): string | Date => (dayBegins(dayOf(moment)).getTime() === moment.getTime() ? dayOf(moment) : moment)

function eventOf(one: DatedPhase, visit: Visit): CalendarEvent | undefined {
  if (!one.startsAt) return undefined
  const owner = visit.sites.byId(one.tenant) ?? visit.site
  const start = when(one.startsAt)
  const end = one.endsAt ? when(one.endsAt) : undefined
  const alike = typeof start === typeof end
  return {
    uid: `${one.id}@${new URL(visit.origin).hostname}`,
    stamp: one.changedAt,
    start: alike || !end ? start : one.startsAt,
    end: alike ? end : (one.endsAt ?? undefined),
    summary: `${one.procedureTitle}: ${one.title}`,
    description: [one.note, owner.name].filter(Boolean).join('\n'),
    location: one.place,
    url: visit.address(owner, routes.procedure, { slug: one.slug }),
  }
}

/** Dates that formats keep beside the phases of procedures. */
export async function formatDates(
  house: ParticipationHouse,
  visit: Visit,
  filter: PhaseFilter,
  from: Date,
  until: Date,
): Promise<FormatDate[]> {
  const found = await Promise.all(
    formats
      .filter((one) => one.dates && (!filter.format || one.id === filter.format))
      .map((one) => one.dates?.(house, visit, filter, from, until) ?? []),
  )
  return found.flat()
}

/** The steps of procedures and their dates from half a year ago on, as an iCalendar file that calendars can follow. */
export async function calendarFile(house: ParticipationHouse, visit: Visit, filter: PhaseFilter, name: string): Promise<Answer> {
  const from = new Date(visit.now.getTime() - 183 * 86_400_000)
  const until = new Date(visit.now.getTime() + 100 * 365 * 86_400_000)
  const [found, dates] = await Promise.all([
    phasesBetween(publicDb(house, visit.site), filter, from, until, 2000),
    formatDates(house, visit, filter, from, until),
  ])
  const events = [...found.flatMap((one) => eventOf(one, visit) ?? []), ...dates.map((one) => one.event)]
  return body('text/calendar; charset=utf-8', writeCalendar({ name, product: '-//Allmende//Beteiligung//DE', events }), {
    'access-control-allow-origin': '*',
  })
}
