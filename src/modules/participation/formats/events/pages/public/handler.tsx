import { type Answer, body, type Handler, handler, page, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { MapView } from '#ui/components/map/map.tsx'
import type { Link } from '#ui/vocabulary.ts'
import type { OpenedProcedure } from '../../../../format.ts'
import { type ParticipationWeb, publicDb } from '../../../../house.ts'
import { limits } from '../../../../model/limits.ts'
import { phaseFor } from '../../../../model/procedure.ts'
import { baseMapOf } from '../../../../pages/dialogue/submission-map.tsx'
import { versionWords } from '../../../../pages/documents/document-section.tsx'
import { atDoor, doorTo } from '../../../../pages/proof/door.tsx'
import { whoActs } from '../../../../pages/proof/who.ts'
import { paperRoutes } from '../../../../paper-routes.ts'
import { documentsOf } from '../../../../store/document-store.ts'
import { eventRoutes } from '../../event-routes.ts'
import { type TownEvent, takesRegistrations } from '../../model/event.ts'
import { readRegistration } from '../../model/registration.ts'
import { timesOf } from '../../model/slots.ts'
import { eventsOf, linkOf, slotsOf } from '../../store/event-store.ts'
import { pollsOf } from '../../store/poll-store.ts'
import { newFormKey, register } from '../../use-cases/register.ts'
import { eventCalendar } from '../calendar.ts'
import { eventNotice, withEvent, withEvents } from '../frame.tsx'
import { chooseView } from './choose-view.tsx'
import { type EventPage, eventView } from './event-view.tsx'
import { eventsView } from './events-view.tsx'

/** The documents of the procedure that belong to an event, each in its newest version. */
async function papersOf(
  house: ParticipationWeb,
  visit: Visit,
  { procedure }: OpenedProcedure,
  event: TownEvent,
): Promise<{ readonly documents: Link[]; readonly minutes: Link[] }> {
  if (event.documents.length + event.minutes.length === 0) return { documents: [], minutes: [] }
  const all = await documentsOf(publicDb(house, visit.site), procedure.id)
  const links = (ids: readonly string[], name: (title: string) => string) =>
    all.flatMap((one) => {
      const newest = ids.includes(one.id) ? one.versions.find((version) => version.removedReason === null) : undefined
      if (!newest) return []
      const params = { slug: procedure.slug, document: one.id, version: String(newest.version) }
      return [{ href: visit.to(paperRoutes.documentFile, params), text: `${name(one.title)} (${versionWords(newest, visit)})` }]
    })
  return {
    documents: links(event.documents, (title) => title),
    minutes: links(event.minutes, (title) => visit.t('participation.events.minutes', { title })),
  }
}

/** The map of the place: a point, with the list of facts beside it. */
function mapOf(house: ParticipationWeb, visit: Visit, slug: string, event: TownEvent) {
  if (!event.point || !baseMapOf(house)) return undefined
  const [lon, lat] = event.point
  const baseMap = baseMapOf(house)
  return (
    <MapView
      id="karte"
      title={visit.t('participation.events.map', { place: event.place || event.title })}
      data={visit.to(eventRoutes.eventPlace, { slug, event: String(event.key) })}
      list={{ href: '#wann-und-wo', text: visit.t('participation.events.map.list') }}
      bounds={[lon - 0.004, lat - 0.002, lon + 0.004, lat + 0.002]}
      {...(baseMap ? { baseMap } : {})}
      asset={house.asset}
      t={visit.t}
    />
  )
}

async function shown(
  house: ParticipationWeb,
  visit: Visit,
  opened: OpenedProcedure,
  event: TownEvent,
  more: Partial<EventPage> = {},
  status = 200,
): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const [link, slots, papers] = await Promise.all([
    linkOf(db, event.id),
    event.kind === 'hours' ? slotsOf(db, event.id) : [],
    papersOf(house, visit, opened, event),
  ])
  return page(
    eventView(visit, {
      opened,
      event,
      link,
      times: timesOf(slots),
      ...papers,
      map: mapOf(house, visit, opened.procedure.slug, event),
      open: phaseFor(opened.phases, 'submit', visit.now) !== undefined && takesRegistrations(event, visit.now),
      formKey: newFormKey(),
      door: (await whoActs(house, visit, opened.procedure, 'submit', { typed: false })).known
        ? undefined
        : doorTo(
            visit,
            opened.procedure.slug,
            'submit',
            `${visit.to(eventRoutes.event, { slug: opened.procedure.slug, event: String(event.key) })}#anmelden`,
          ),
      ...more,
    }),
    status,
  )
}

async function take(house: ParticipationWeb, visit: Visit, opened: OpenedProcedure, event: TownEvent): Promise<Answer> {
  const { form } = visit
  const formKey = form.get('schluessel') || newFormKey()
  const back = `${visit.to(eventRoutes.event, { slug: opened.procedure.slug, event: String(event.key) })}#anmelden`
  const door = await atDoor(house, visit, opened, 'submit', back)
  if (!door.known) return door.answer
  const read = readRegistration(form, event)
  if (!read.ok) return shown(house, visit, opened, event, { filled: form, faults: read.error, formKey }, 422)
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: form.get('puzzle') ?? '',
  })
  if (slow) return shown(house, visit, opened, event, { filled: form, slow, formKey }, 429)
  const done = await register(house, visit.site, {
    event,
    draft: read.value,
    key: formKey,
    lang: visit.lang,
    channel: 'web',
    proof: door.proof,
  })
  if (done.ok) return redirect(visit.to(eventRoutes.ownRegistration, { token: done.value.token }, { neu: 1 }), 303)
  if (done.error === 'taken')
    return shown(house, visit, opened, event, { filled: form, faults: [{ field: 'zeit', fault: 'slot-taken' }], formKey }, 409)
  return page(eventNotice(visit, opened.procedure, done.error === 'twice' ? 'twice' : 'too-late'), 409)
}

/** One registers for what is open: with one date it is there at once, with several one chooses. */
async function choose(house: ParticipationWeb, visit: Visit, opened: OpenedProcedure): Promise<Answer> {
  const events = await eventsOf(publicDb(house, visit.site), opened.procedure.id)
  const open = events.filter((one) => takesRegistrations(one, visit.now))
  if (!phaseFor(opened.phases, 'submit', visit.now)) return page(eventNotice(visit, opened.procedure, 'too-late'), 409)
  const [only] = open
  if (only && open.length === 1) return shown(house, visit, opened, only)
  return page(chooseView(visit, opened, open))
}

async function chosen(house: ParticipationWeb, visit: Visit, opened: OpenedProcedure): Promise<Answer> {
  const { slug } = opened.procedure
  if (!phaseFor(opened.phases, 'submit', visit.now)) return page(eventNotice(visit, opened.procedure, 'too-late'), 409)
  const events = await eventsOf(publicDb(house, visit.site), opened.procedure.id)
  const event = events.find((one) => String(one.key) === visit.form.get('termin'))
  if (event) return redirect(`${visit.to(eventRoutes.event, { slug, event: String(event.key) })}#anmelden`, 303)
  const open = events.filter((one) => takesRegistrations(one, visit.now))
  return page(chooseView(visit, opened, open, [{ field: 'termin', fault: 'choose' }]), 422)
}

/** Dates for everybody: list, page, calendar, and registering. */
export const publicEventHandlers = (house: ParticipationWeb): Handler[] => [
  handler(eventRoutes.events, (visit) =>
    withEvents(house, visit, async (opened) => {
      const db = publicDb(house, visit.site)
      const [events, polls] = await Promise.all([eventsOf(db, opened.procedure.id), pollsOf(db, opened.procedure.id)])
      return page(eventsView(visit, opened, events, polls))
    }),
  ),
  handler(eventRoutes.chooseEvent, (visit) => withEvents(house, visit, (opened) => choose(house, visit, opened))),
  handler(eventRoutes.chosenEvent, (visit) => withEvents(house, visit, (opened) => chosen(house, visit, opened)), {
    perMinute: 600,
  }),
  handler(eventRoutes.event, (visit) => withEvent(house, visit, (opened, event) => shown(house, visit, opened, event))),
  handler(eventRoutes.register, (visit) => withEvent(house, visit, (opened, event) => take(house, visit, opened, event)), {
    perMinute: 600,
  }),
  handler(eventRoutes.eventCalendar, (visit) =>
    withEvent(house, visit, async ({ procedure }, event) =>
      eventCalendar(visit, procedure, event, await linkOf(publicDb(house, visit.site), event.id)),
    ),
  ),
  handler(eventRoutes.eventPlace, (visit) =>
    withEvent(house, visit, (_, event) =>
      body(
        'application/geo+json; charset=utf-8',
        JSON.stringify({
          type: 'FeatureCollection',
          features: event.point
            ? [
                {
                  type: 'Feature',
                  geometry: { type: 'Point', coordinates: event.point },
                  properties: { title: event.place || event.title, text: event.address },
                },
              ]
            : [],
        }),
      ),
    ),
  ),
]
