import { isId } from '#kernel/id.ts'
import { type Answer, notFound, problem, type View, type Visit } from '#platform/http'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { OpenedProcedure } from '../../../../format.ts'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import type { Procedure } from '../../../../model/procedure.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { TownEvent } from '../../model/event.ts'
import { eventById } from '../../store/event-store.ts'
import { eventsById } from '../../use-cases/open-events.ts'

/** The frame of every staff page of dates. */
export function staffEventFrame(
  visit: Visit,
  procedure: Pick<Procedure, 'id' | 'title'>,
  title: string,
  body: Children,
  islands: readonly string[] = [],
): View {
  const { t } = visit
  return {
    title: `${title}, ${t('participation.events.staff.list')}`,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-events',
    islands,
    crumbs: [
      { label: t('participation.events.staff.list'), href: visit.to(eventStaffRoutes.staffEvents) },
      { label: procedure.title, href: visit.to(eventStaffRoutes.staffEventDesk, { id: procedure.id }) },
      ...(title === procedure.title ? [] : [{ label: title }]),
    ],
    body,
  }
}

/** The pages of one event as tabs. */
export function EventTabs({
  event,
  now,
  visit,
}: {
  readonly event: TownEvent
  readonly now: 'event' | 'slots' | 'registrations'
  readonly visit: Visit
}) {
  const { t } = visit
  const params = { event: event.id }
  const links = [
    ['event', eventStaffRoutes.staffEvent] as const,
    ...(event.kind === 'hours' ? [['slots', eventStaffRoutes.slots] as const] : []),
    ['registrations', eventStaffRoutes.registrations] as const,
  ]
  return (
    <Tabs
      label={event.title}
      links={links.map(([key, route]) => ({
        href: visit.to(route, params),
        text: t(`participation.events.staff.tab.${key}`),
        current: key === now,
      }))}
    />
  )
}

/** Opens the procedure with dates that an address of staff names; another tenant's is not found. */
export async function withStaffEvents(
  house: ParticipationHouse,
  visit: Visit,
  work: (opened: OpenedProcedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { id } = visit.params
  const opened = isId(id) ? await eventsById(staffDb(house, visit.site), visit.site.id, id) : undefined
  return opened ? work(opened) : problem(notFound)
}

/** Opens the event that an address of staff names, with its procedure. */
export async function withStaffEvent(
  house: ParticipationHouse,
  visit: Visit,
  work: (event: TownEvent, procedure: Procedure) => Promise<Answer> | Answer,
): Promise<Answer> {
  const { event: id } = visit.params
  const db = staffDb(house, visit.site)
  const event = isId(id) ? await eventById(db, visit.site.id, id) : undefined
  const opened = event && (await eventsById(db, visit.site.id, event.procedure))
  return event && opened ? work(event, opened.procedure) : problem(notFound)
}
