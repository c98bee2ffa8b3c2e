import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { ParticipationHouse } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct, type Trx } from '../../../use-cases/staff-act.ts'
import { changesCalendar, type EventKind, type EventLink, type EventWriting, movedFrom, type TownEvent } from '../model/event.ts'
import type { SlotTime } from '../model/slots.ts'
import {
  deleteDraft,
  deleteSlots,
  eventById,
  insertEvent,
  insertSlots,
  saveEvent,
  saveLink,
  setEventState,
} from '../store/event-store.ts'
import { addresseesOf, holdEvent, isOverfull } from '../store/registration-store.ts'
import { slotTime, tellMovedUp, writeTo } from './letters.ts'

type Begun = Pick<EventWriting, 'title' | 'startsAt' | 'endsAt'> & {
  readonly kind: EventKind
  readonly about?: string
  readonly place?: string
  readonly keepDays?: number
}

const subjectOf = ({ id, title }: Pick<TownEvent, 'id' | 'title'>) => ({ kind: 'event', id, name: title })

/** Begins an event or office hours as a draft, within a transaction; gives its id. */
export async function beginWithin(trx: Trx, staff: Acting, procedure: Pick<Procedure, 'id'>, one: Begun): Promise<string> {
  const id = randomUUID()
  await insertEvent(trx, { tenant: staff.site.id, procedure: procedure.id }, { id, ...one })
  return id
}

/** Begins an event or office hours as a draft; gives its id. */
export const beginEvent = (
  house: ParticipationHouse,
  staff: Acting,
  procedure: Pick<Procedure, 'id'>,
  one: Begun,
): Promise<string> =>
  asStaff(house, staff.site, async (trx) => {
    const id = await beginWithin(trx, staff, procedure, one)
    await noteStaffAct(trx, staff.site, staff.person, 'begin-event', subjectOf({ id, title: one.title }))
    return id
  })

/** Why an event was not written: somebody else did meanwhile, or more are registered than there would be seats. */
export type WriteFault = 'stale' | 'overfull'

/**
 * Writes what staff typed. Where a public event gets another time or place, everybody who comes is told in the same transaction, and
 * calendars learn of it by a higher sequence; where seats are added, the waiting list moves up.
 */
export async function writeEvent(
  house: ParticipationHouse,
  staff: Acting,
  at: { readonly id: string; readonly version: number },
  { writing, link }: { readonly writing: EventWriting; readonly link: EventLink | null },
): Promise<Result<true, WriteFault>> {
  const { site, person } = staff
  try {
    return await asStaff(house, site, async (trx) => {
      await holdEvent(trx, at.id)
      const before = await eventById(trx, site.id, at.id)
      if (!before) return fail('stale')
      const raise = before.state === 'public' && changesCalendar(before, writing)
      if (!(await saveEvent(trx, site.id, at, writing, raise))) return fail('stale')
      await saveLink(trx, site.id, at.id, link)
      const now = await eventById(trx, site.id, at.id)
      if (now && before.state === 'public' && movedFrom(before, writing) && now.endsAt > house.now())
        for (const one of await addresseesOf(trx, at.id)) await writeTo(house, trx, site, 'changed', one, now, slotTime(one))
      await tellMovedUp(house, trx, site)
      await noteStaffAct(trx, site, person, 'change-event', subjectOf({ id: at.id, title: writing.title }))
      return ok(true as const)
    })
  } catch (error) {
    if (isOverfull(error)) return fail('overfull')
    throw error
  }
}

/** Shows a draft to everybody; false when it is none any more. */
export const publishEvent = (house: ParticipationHouse, staff: Acting, event: TownEvent): Promise<boolean> =>
  asStaff(house, staff.site, async (trx) => {
    if (!(await setEventState(trx, staff.site.id, event.id, ['draft'], 'public'))) return false
    await noteStaffAct(trx, staff.site, staff.person, 'publish-event', subjectOf(event))
    return true
  })

/** Throws a draft away. */
export const dropEvent = (house: ParticipationHouse, staff: Acting, event: TownEvent): Promise<void> =>
  asStaff(house, staff.site, async (trx) => {
    await deleteDraft(trx, event.id)
    await noteStaffAct(trx, staff.site, staff.person, 'drop-event', subjectOf(event))
  })

/** Calls an event off: everybody who would have come or waits is told why, in the same transaction. False when it was called off before. */
export const callOff = (house: ParticipationHouse, staff: Acting, event: TownEvent, reason: string): Promise<boolean> =>
  asStaff(house, staff.site, async (trx) => {
    const { site, person } = staff
    await holdEvent(trx, event.id)
    if (!(await setEventState(trx, site.id, event.id, ['public'], 'cancelled', reason))) return false
    for (const one of await addresseesOf(trx, event.id))
      await writeTo(house, trx, site, 'called-off', one, { ...event, cancelledReason: reason }, slotTime(one))
    // The reason may name somebody; it stands with the event.
    await noteStaffAct(trx, site, person, 'call-off-event', subjectOf(event))
    return true
  })

/** Adds slots of a rule; gives how many are new. */
export const addSlots = (
  house: ParticipationHouse,
  staff: Acting,
  event: TownEvent,
  slots: readonly SlotTime[],
): Promise<number> =>
  asStaff(house, staff.site, async (trx) => {
    await holdEvent(trx, event.id)
    const added = await insertSlots(trx, staff.site.id, event.id, slots)
    await noteStaffAct(trx, staff.site, staff.person, 'change-slots', subjectOf(event))
    return added
  })

/** Takes a time away; slots that somebody booked stay. Gives how many went. */
export const removeSlots = (house: ParticipationHouse, staff: Acting, event: TownEvent, startsAt: Date): Promise<number> =>
  asStaff(house, staff.site, async (trx) => {
    await holdEvent(trx, event.id)
    const gone = await deleteSlots(trx, staff.site.id, event.id, startsAt)
    await noteStaffAct(trx, staff.site, staff.person, 'change-slots', subjectOf(event))
    return gone
  })
