import type { Access } from './access.ts'

/** A point of the programme: `18:30`, what happens, who speaks. */
export interface ProgrammeItem {
  readonly time: string
  readonly title: string
  readonly who: string
}

export type EventKind = 'event' | 'hours'
export type EventState = 'draft' | 'public' | 'cancelled'
export type AsksName = 'no' | 'maybe' | 'yes'

/** What staff says of an event or of office hours. */
export interface EventWriting {
  readonly title: string
  readonly about: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly place: string
  readonly address: string
  readonly point: readonly [lon: number, lat: number] | null
  readonly access: Access
  readonly programme: readonly ProgrammeItem[]
  readonly documents: readonly string[]
  readonly minutes: readonly string[]
  readonly registers: boolean
  readonly seats: number | null
  readonly mostPeople: number
  /** The first moment that is too late. */
  readonly registerUntil: Date | null
  readonly asksName: AsksName
  readonly asksNeeds: boolean
  readonly keepDays: number
}

/** An event as everybody may read it. Who comes and how one takes part from afar stand elsewhere. */
export interface TownEvent extends EventWriting {
  readonly id: string
  readonly tenant: string
  readonly procedure: string
  readonly key: number
  readonly kind: EventKind
  readonly state: EventState
  readonly sequence: number
  readonly cancelledReason: string | null
  readonly taken: number
  readonly waiting: number
  readonly version: number
  readonly changedAt: Date
}

/** Where one takes part from afar, and whether everybody may know it. */
export interface EventLink {
  readonly link: string
  readonly everybody: boolean
}

/** Seats that are left; undefined where there is no limit. */
export const seatsLeft = ({ seats, taken }: Pick<TownEvent, 'seats' | 'taken'>): number | undefined =>
  seats === null ? undefined : Math.max(0, seats - taken)

/** The first moment at which registering is too late, as far as the event says; the procedure may end earlier. */
export const registrationEnds = ({ registerUntil, startsAt }: Pick<TownEvent, 'registerUntil' | 'startsAt'>): Date =>
  registerUntil && registerUntil < startsAt ? registerUntil : startsAt

/** Whether one may register now, as far as a page can say; the database decides. */
export const takesRegistrations = (event: TownEvent, now: Date): boolean =>
  event.state === 'public' &&
  event.registers &&
  (event.kind === 'hours'
    ? now < event.endsAt && (!event.registerUntil || now < event.registerUntil)
    : now < registrationEnds(event))

/** What calendars must learn of: they take a change for new only with a higher number. */
export const changesCalendar = (
  one: Pick<EventWriting, 'title' | 'startsAt' | 'endsAt' | 'place' | 'address'>,
  other: typeof one,
): boolean => movedFrom(one, other) || one.title !== other.title

/** Whether people must be told: another time or another place. */
export const movedFrom = (one: Pick<EventWriting, 'startsAt' | 'endsAt' | 'place' | 'address'>, other: typeof one): boolean =>
  one.startsAt.getTime() !== other.startsAt.getTime() ||
  one.endsAt.getTime() !== other.endsAt.getTime() ||
  one.place !== other.place ||
  one.address !== other.address
