import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { limits } from '../../model/account/attempts.ts'
import { keepTotp, personById, type StoredPerson, useRecoveryCode, useTotpStep } from '../../store/account/persons.ts'
import { type Accounts, note } from './accounts.ts'
import { attempt } from './attempts.ts'
import type { Keys } from './keys.ts'
import { sendLetter } from './letters.ts'
import { makeStrong } from './open-session.ts'
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts'
import { newTotpSecret, totpStepOf } from './totp.ts'

export type SecondFactorFault =
  | { readonly fault: 'wrong' | 'missing' | 'ended' }
  | { readonly fault: 'too-many'; readonly seconds: number }

/** Who shows a second factor, in which session. */
export interface Shown {
  readonly person: string
  readonly session: string
  readonly site: Site
  readonly group: string
  readonly code: string
}

const totpPurpose = (person: string) => `totp/${person}`
const offerPurpose = (session: string) => `totp-offer/${session}`

/** What is kept of the shared secret of a person's app. */
export const sealTotp = (keys: Keys, person: string, secret: string): string => keys.seal(secret, totpPurpose(person))

/** The shared secret of a person's authenticator app; undefined where there is none or the instance's secret is another one now. */
export const totpSecretOf = ({ keys }: Accounts, person: StoredPerson): string | undefined =>
  person.totpConfirmed && person.totpSecret ? keys.open(person.totpSecret, totpPurpose(person.id)) : undefined

/** Whether the person has any second factor. */
export const hasFactor = (person: StoredPerson): boolean => person.totpConfirmed || person.passkeys > 0

/** A secret for setting up an app. It is kept nowhere: the form carries it, sealed for this session. `again` takes one from the form. */
export function offerTotp({ keys }: Accounts, session: string, again?: string): { secret: string; sealed: string } {
  const kept = again ? keys.open(again, offerPurpose(session)) : undefined
  if (again && kept) return { secret: kept, sealed: again }
  const secret = newTotpSecret()
  return { secret, sealed: keys.seal(secret, offerPurpose(session)) }
}

/**
 * Sets up an authenticator app; gives the session's new token and the recovery codes. Who has a second factor already must have
 * shown it in this session: a password alone never replaces it.
 */
export async function confirmTotp(
  accounts: Accounts,
  shown: Shown & { readonly offer: string; readonly strong: boolean },
): Promise<Result<{ token: string; codes: readonly string[] }, SecondFactorFault>> {
  const secret = accounts.keys.open(shown.offer, offerPurpose(shown.session))
  if (!secret) return fail({ fault: 'ended' })
  if (shown.code.trim() === '') return fail({ fault: 'missing' })
  const step = totpStepOf(secret, shown.code, accounts.now())
  if (step === undefined) return fail({ fault: 'wrong' })
  return accounts.db.transaction().execute(async (trx) => {
    const person = await personById(trx, shown.person)
    if (!person || (hasFactor(person) && !shown.strong)) return fail({ fault: 'ended' })
    const token = await makeStrong(trx, shown.session)
    if (!token) return fail({ fault: 'ended' })
    await keepTotp(trx, shown.person, sealTotp(accounts.keys, shown.person, secret), step)
    const codes = await newRecoveryCodes(trx, accounts.keys, shown.person)
    await sendLetter(accounts, trx, { kind: 'factor-changed', site: shown.site, to: person })
    await note(trx, { site: shown.site, person, action: 'identity/second-factor-set', details: { by: 'app' } })
    return ok({ token, codes })
  })
}

/** Takes a code of the app, or one of the recovery codes; each works once. Gives the session's new token. */
export async function showCode(accounts: Accounts, shown: Shown): Promise<Result<string, SecondFactorFault>> {
  if (shown.code.trim() === '') return fail({ fault: 'missing' })
  const tried = await attempt(accounts, limits.code, { account: shown.person, group: shown.group })
  if (tried.wait > 0) return fail({ fault: 'too-many', seconds: tried.wait })
  const done = await accounts.db.transaction().execute(async (trx): Promise<Result<string, SecondFactorFault>> => {
    const person = await personById(trx, shown.person)
    const secret = person && totpSecretOf(accounts, person)
    const step = secret && totpStepOf(secret, shown.code, accounts.now())
    // Many people try the same invented account at once: its codes work for each of them.
    const shared = accounts.demonstration && person?.demonstration
    const good = step
      ? shared || (await useTotpStep(trx, shown.person, step))
      : await useRecoveryCode(trx, shown.person, recoveryHash(accounts.keys, shown.person, shown.code))
    if (!good) {
      await note(trx, { site: shown.site, person, action: 'identity/sign-in-failed', details: { by: 'code' } })
      return fail({ fault: 'wrong' })
    }
    const token = await makeStrong(trx, shown.session)
    return token ? ok(token) : fail({ fault: 'ended' })
  })
  if (done.ok) await tried.succeeded()
  return done
}
