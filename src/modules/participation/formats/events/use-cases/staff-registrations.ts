import { fail, ok, type Result } from '#kernel/result.ts'
import { secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, staffDb } from '../../../house.ts'
import type { Acting } from '../../../use-cases/setup/acting.ts'
import { asStaff, noteStaffAct } from '../../../use-cases/staff-act.ts'
import type { TownEvent } from '../model/event.ts'
import type { Registration, RegistrationDraft } from '../model/registration.ts'
import { cancelRegistration, holdEvent, isTaken, saveAttendance } from '../store/registration-store.ts'
import { linkKinds, slotTime, tellMovedUp, writeTo } from './letters.ts'
import { idOfForm, registerWithin } from './register.ts'

const subjectOf = ({ id, title }: Pick<TownEvent, 'id' | 'title'>) => ({ kind: 'event', id, name: title })

/** Registers somebody who called or came; also when registering is over. Who it is stands in no note. */
export async function enterRegistration(
  house: ParticipationHouse,
  { site, person }: Acting,
  event: TownEvent,
  draft: RegistrationDraft,
  key: string,
): Promise<Result<Registration, 'taken' | 'closed'>> {
  const id = idOfForm(key, event.id, draft)
  const { hash } = secretLink(house.config.ALLMENDE_SECRET, linkKinds.registration, id)
  const given = { event, draft, key, lang: 'de', channel: 'staff' as const }
  try {
    return await withSecret(staffDb(house, site), hash, async (trx) => {
      const done = await registerWithin(house, trx, site, given, { id, hash, mayWrite: true })
      if (done.ok) await noteStaffAct(trx, site, person, 'enter-registration', subjectOf(event))
      // Staff shows nothing, so nothing can be there twice.
      return done.ok ? ok(done.value) : fail(done.error === 'taken' ? 'taken' : 'closed')
    })
  } catch (error) {
    if (isTaken(error)) return fail('taken')
    throw error
  }
}

/** Takes somebody off the list; with an address they are told, and whoever moves up is told, too. False when they were off it before. */
export const removeRegistration = (
  house: ParticipationHouse,
  { site, person }: Acting,
  event: TownEvent,
  one: Registration,
): Promise<boolean> =>
  asStaff(house, site, async (trx) => {
    await holdEvent(trx, event.id)
    if (!(await cancelRegistration(trx, site.id, one.id))) return false
    if (one.email && event.endsAt > house.now())
      await writeTo(house, trx, site, 'removed', { ...one, email: one.email }, event, slotTime(one))
    await tellMovedUp(house, trx, site)
    await noteStaffAct(trx, site, person, 'remove-registration', subjectOf(event))
    return true
  })

/** Notes how many came. */
export const noteAttendance = (
  house: ParticipationHouse,
  { site, person }: Acting,
  event: TownEvent,
  came: readonly { readonly id: string; readonly people: number | null }[],
): Promise<void> =>
  asStaff(house, site, async (trx) => {
    await saveAttendance(trx, site.id, event.id, came)
    await noteStaffAct(trx, site, person, 'note-attendance', subjectOf(event))
  })
