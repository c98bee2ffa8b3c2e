import { randomUUID } from 'node:crypto'
import type { ParticipationHouse } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct } from '../../../use-cases/staff-act.ts'
import type { Poll, PollOption, PollWriting } from '../model/poll.ts'
import { eventById, setEventState } from '../store/event-store.ts'
import { answersOf, deleteOption, insertOption, insertPoll, savePoll, setPollState } from '../store/poll-store.ts'
import { writeFixed } from './letters.ts'
import { beginWithin } from './staff-events.ts'

const subjectOf = ({ id, title }: Pick<Poll, 'id' | 'title'>) => ({ kind: 'poll', id, name: title })

/** Begins a search for a date as a draft with a first time; gives its id. */
export const beginPoll = (
  house: ParticipationHouse,
  { site, person }: Acting,
  procedure: Pick<Procedure, 'id'>,
  first: { readonly startsAt: Date; readonly endsAt: Date },
  one: PollWriting,
): Promise<string> =>
  asStaff(house, site, async (trx) => {
    const id = randomUUID()
    await insertPoll(trx, { tenant: site.id, procedure: procedure.id }, id, one)
    await insertOption(trx, site.id, id, first)
    await noteStaffAct(trx, site, person, 'begin-poll', subjectOf({ id, title: one.title }))
    return id
  })

/** Writes what staff typed; false when somebody else did meanwhile. */
export const writePoll = (
  house: ParticipationHouse,
  { site, person }: Acting,
  at: { readonly id: string; readonly version: number },
  one: PollWriting,
): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    if (!(await savePoll(trx, site.id, at, one))) return false
    await noteStaffAct(trx, site, person, 'change-poll', subjectOf({ id: at.id, title: one.title }))
    return true
  })

/** Offers one more time. */
export const addOption = (
  house: ParticipationHouse,
  { site, person }: Acting,
  poll: Poll,
  time: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<void> =>
  asStaff(house, site, async (trx) => {
    await insertOption(trx, site.id, poll.id, time)
    await noteStaffAct(trx, site, person, 'change-poll', subjectOf(poll))
  })

/** Takes a time back; false when somebody said yes to it. */
export const removeOption = (house: ParticipationHouse, { site, person }: Acting, poll: Poll, option: string): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    const done = await deleteOption(trx, site.id, poll.id, option)
    if (done) await noteStaffAct(trx, site, person, 'change-poll', subjectOf(poll))
    return done
  })

/** Opens a draft to everybody, or ends a search without a date. */
export const movePoll = (
  house: ParticipationHouse,
  { site, person }: Acting,
  poll: Poll,
  to: 'open' | 'ended',
): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    if (!(await setPollState(trx, site.id, poll.id, to === 'open' ? ['draft'] : ['open'], to))) return false
    await noteStaffAct(trx, site, person, to === 'open' ? 'open-poll' : 'end-poll', subjectOf(poll))
    return true
  })

/**
 * Fixes the date: the time becomes an event that everybody sees, and everybody who answered and wanted to be told gets a letter, all in one
 * transaction. Gives the id of the event; undefined when the search was fixed before.
 */
export const fixPoll = (house: ParticipationHouse, staff: Acting, poll: Poll, option: PollOption): Promise<string | undefined> =>
  asStaff(house, staff.site, async (trx) => {
    const { site, person } = staff
    const id = await beginWithin(
      trx,
      staff,
      { id: poll.procedure },
      {
        kind: 'event',
        title: poll.title,
        about: poll.about,
        place: poll.place,
        startsAt: option.startsAt,
        endsAt: option.endsAt,
      },
    )
    await setEventState(trx, site.id, id, ['draft'], 'public')
    if (!(await setPollState(trx, site.id, poll.id, ['open', 'ended'], 'fixed', id))) throw new AlreadyFixed()
    const event = await eventById(trx, site.id, id)
    if (event)
      for (const { email, lang } of await answersOf(trx, poll.id))
        if (email) await writeFixed(house, trx, site, { email, lang }, event)
    await noteStaffAct(trx, site, person, 'fix-poll', subjectOf(poll))
    return id
  }).catch((error: unknown) => {
    if (error instanceof AlreadyFixed) return undefined
    throw error
  })

class AlreadyFixed extends Error {}
