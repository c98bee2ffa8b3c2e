import type { Site } from '#kernel/site.ts'
import { secretHash, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import type { Procedure } from '../../../model/procedure.ts'
import { procedureById } from '../../../store/procedure-store.ts'
import type { TownEvent } from '../model/event.ts'
import type { Registration } from '../model/registration.ts'
import { eventById, linkOf } from '../store/event-store.ts'
import {
  cancelRegistration,
  holdEvent,
  placeInLine,
  registrationOfSecret,
  shrinkRegistration,
} from '../store/registration-store.ts'
import { tellMovedUp } from './letters.ts'

/** What stands behind the link of a registration. */
export interface OwnRegistration {
  readonly registration: Registration
  readonly event: TownEvent
  readonly procedure: Procedure
  /** Where one takes part from afar, for whoever is registered. */
  readonly link: string | undefined
  /** Which one on the waiting list; 0 for who is not on it. */
  readonly line: number
}

/** A registration with its event; undefined when there is nothing. */
export async function ownRegistration(
  house: ParticipationHouse,
  site: Site,
  token: string,
): Promise<OwnRegistration | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const registration = await registrationOfSecret(trx, site.id, hash)
    const event = registration && (await eventById(trx, site.id, registration.event))
    const procedure = event && (await procedureById(trx, site.id, event.procedure))
    if (!registration || !event || !procedure) return undefined
    const link = await linkOf(trx, event.id)
    const line = registration.state === 'waiting' ? await placeInLine(trx, registration.id) : 0
    return { registration, event, procedure, link: link?.link, line }
  })
}

/** Gives seats back: all of them, or those that are not needed. Whoever moves up is told in the same transaction. */
async function giveBack(
  house: ParticipationHouse,
  site: Site,
  token: string,
  work: (trx: Parameters<typeof tellMovedUp>[1], one: Registration) => Promise<boolean>,
): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await registrationOfSecret(trx, site.id, hash)
    if (!found) return false
    await holdEvent(trx, found.event)
    const done = await work(trx, found)
    if (done) await tellMovedUp(house, trx, site)
    return true
  })
}

/** Cancels the own registration. Cancelling twice changes nothing; false when there is nothing. */
export const cancelOwn = (house: ParticipationHouse, site: Site, token: string): Promise<boolean> =>
  giveBack(house, site, token, (trx, one) => cancelRegistration(trx, site.id, one.id))

/** Says that fewer come; more is a registration of its own. */
export const shrinkOwn = (house: ParticipationHouse, site: Site, token: string, people: number): Promise<boolean> =>
  giveBack(house, site, token, (trx, one) => shrinkRegistration(trx, site.id, one.id, people))
