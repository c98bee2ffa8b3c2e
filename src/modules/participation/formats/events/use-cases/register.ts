import { createHash, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { addressMark, browserThingMark, secretLink, withSecret } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { mailsToOneAddress } from '../../../model/limits.ts'
import type { Proof } from '../../../model/proof.ts'
import { showProof } from '../../../store/proof-store.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import type { Trx } from '../../../use-cases/staff-act.ts'
import type { TownEvent } from '../model/event.ts'
import type { Registration, RegistrationDraft } from '../model/registration.ts'
import { freeSlot, insertRegistration, isTaken, isTwice, registrationOfSecret } from '../store/registration-store.ts'
import { linkKinds, slotTime, writeTo } from './letters.ts'

/** Why nobody was registered: the time is over, the slot went to somebody else, or with the same proof somebody is registered already. */
export type RegisterFault = 'closed' | 'taken' | 'twice'

export interface Registered {
  /** The secret part of the link to see and cancel it. */
  readonly token: string
  readonly registration: Registration
}

/** An id made of a form's key and of what it says: the same form sent twice is one registration, another text is another one. */
export function idOfForm(key: string, ...said: readonly unknown[]): string {
  if (!key) return randomUUID()
  const hex = createHash('sha256')
    .update(JSON.stringify([key, ...said]))
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A new key for a form that must count once. */
export const newFormKey = (): string => randomUUID()

/** What a row keeps of a proof: the level, and a fingerprint for this date alone. */
export const provenFor = (house: Pick<ParticipationHouse, 'config'>, date: string, proof: Proof | undefined) => ({
  identity: proof?.level ?? ('none' as const),
  proofMark: proof ? browserThingMark(house.config.ALLMENDE_SECRET, 'participation/date', proof.number, date) : null,
})

/** Who registers whom, and in which language. */
export interface Registering {
  readonly event: TownEvent
  readonly draft: RegistrationDraft
  readonly key: string
  readonly lang: string
  readonly channel: 'web' | 'staff'
  /** What was shown, where the procedure asks for it. */
  readonly proof?: Proof | undefined
}

/** Writes a registration within a transaction that knows its secret, and its letter with it. */
export async function registerWithin(
  house: ParticipationHouse,
  trx: Trx,
  site: Site,
  given: Registering,
  made: { readonly id: string; readonly hash: Buffer; readonly mayWrite: boolean },
): Promise<Result<Registration, RegisterFault>> {
  const { event, draft, channel, lang } = given
  const known = await registrationOfSecret(trx, site.id, made.hash)
  if (known) return ok(known)
  await showProof(trx, given.proof)
  const slot = draft.time ? await freeSlot(trx, event.id, draft.time) : undefined
  if (draft.time && !slot) return fail('taken')
  const written = await insertRegistration(trx, {
    id: made.id,
    tenant: site.id,
    event: event.id,
    slot: slot ?? null,
    channel,
    draft,
    lang,
    secretHash: made.hash,
    addressMark: draft.email ? addressMark(house.config.ALLMENDE_SECRET, 'participation', draft.email) : null,
    ...provenFor(house, event.id, given.proof),
  })
  const registration = await registrationOfSecret(trx, site.id, made.hash)
  if (!registration) return fail('closed')
  if (written && draft.email && made.mayWrite)
    await writeTo(
      house,
      trx,
      site,
      registration.state === 'waiting' ? 'waiting' : 'registered',
      { ...registration, email: draft.email },
      event,
      slotTime(registration),
    )
  return ok(registration)
}

// As often as two people may reach for the same table at the same moment.
const mostTries = 20

/**
 * Registers somebody, or puts them on the waiting list. The database decides: whether it is still time, whether there is a seat, and who
 * gets a slot that two want. Sent twice, it is there once.
 */
export async function register(
  house: ParticipationHouse,
  site: Site,
  given: Registering,
): Promise<Result<Registered, RegisterFault>> {
  const { event, draft, key } = given
  const id = idOfForm(key, event.id, draft)
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, linkKinds.registration, id)
  const mayWrite =
    !draft.email ||
    (await mayWriteTo(
      house,
      'participation',
      addressMark(house.config.ALLMENDE_SECRET, 'participation', draft.email),
      mailsToOneAddress,
    ))
  for (let tries = 0; tries < mostTries; tries++)
    try {
      const done = await withSecret(publicDb(house, site), hash, (trx) =>
        registerWithin(house, trx, site, given, { id, hash, mayWrite }),
      )
      return done.ok ? ok({ token, registration: done.value }) : done
    } catch (error) {
      // Somebody else was faster at this table: perhaps another one is free.
      if (isTaken(error)) continue
      if (isTwice(error)) return fail('twice')
      if (isRefused(error)) return fail('closed')
      throw error
    }
  return fail('taken')
}
