import { randomUUID } from 'node:crypto'
import type { ParticipationHouse } from '../../house.ts'
import type { EventKind, EventLink, EventState, EventWriting } from './model/event.ts'
import type { PollWriting } from './model/poll.ts'
import type { SlotTime } from './model/slots.ts'
import { insertEvent, insertSlots, saveEvent, saveLink, setEventState } from './store/event-store.ts'
import { insertOption, insertPoll, setPollState } from './store/poll-store.ts'

type Db = ParticipationHouse['database']['system']

/** What an event is made of where an example needs one; everything has a usual value. */
export interface EventGiven extends Partial<EventWriting> {
  readonly kind?: EventKind
  readonly state?: Exclude<EventState, 'cancelled'>
  readonly link?: EventLink
  readonly slots?: readonly SlotTime[]
}

const hour = 3_600_000

/** Writes an event of a procedure, public where nothing else is said; gives its id. For tests and the demonstration. */
export async function plantEvent(
  db: Db,
  where: { readonly tenant: string; readonly procedure: string },
  { kind = 'event', state = 'public', link, slots = [], ...given }: EventGiven = {},
): Promise<string> {
  const id = randomUUID()
  const startsAt = given.startsAt ?? new Date(Date.now() + 48 * hour)
  const writing: EventWriting = {
    title: 'Informationsabend',
    about: '',
    place: '',
    address: '',
    point: null,
    access: {},
    programme: [],
    documents: [],
    minutes: [],
    registers: true,
    seats: null,
    mostPeople: 5,
    registerUntil: null,
    asksName: 'maybe',
    asksNeeds: true,
    keepDays: 30,
    ...given,
    startsAt,
    endsAt: given.endsAt ?? new Date(startsAt.getTime() + 2 * hour),
  }
  await insertEvent(db, where, { id, kind, ...writing })
  await saveEvent(db, where.tenant, { id, version: 1 }, writing, false)
  if (slots.length > 0) await insertSlots(db, where.tenant, id, slots)
  if (link) await saveLink(db, where.tenant, id, link)
  if (state === 'public') await setEventState(db, where.tenant, id, ['draft'], 'public')
  return id
}

/** Writes an open search for a date; gives its id. */
export async function plantPoll(
  db: Db,
  where: { readonly tenant: string; readonly procedure: string },
  times: readonly { readonly startsAt: Date; readonly endsAt: Date }[],
  given: Partial<PollWriting> = {},
): Promise<string> {
  const id = randomUUID()
  await insertPoll(db, where, id, {
    title: 'Wann treffen wir uns?',
    about: '',
    place: '',
    until: new Date(Date.now() + 24 * hour),
    namesPublic: false,
    keepDays: 30,
    ...given,
  })
  for (const one of times) await insertOption(db, where.tenant, id, one)
  await setPollState(db, where.tenant, id, ['draft'], 'open')
  return id
}

/** Two dates to choose from: enough to try registering. One begins in an hour, so that a month later it is past its days. */
export async function plantEvents({ database }: ParticipationHouse, tenant: string, procedure: string): Promise<void> {
  const startsAt = new Date(Date.now() + hour / 2)
  for (const title of ['Informationsabend', 'Rundgang'])
    await plantEvent(
      database.system,
      { tenant, procedure },
      { title, startsAt, endsAt: new Date(startsAt.getTime() + hour / 2), keepDays: 1 },
    )
}
