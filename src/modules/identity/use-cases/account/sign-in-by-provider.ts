import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { emailKey } from '../../model/account/email.ts'
import { confirmEmail, lockPerson, personByEmail, personById } from '../../store/account/persons.ts'
import { bindProvider, isBound, personOfProvider } from '../../store/account/provider-accounts.ts'
import { type Accounts, note } from './accounts.ts'
import { type Browser, openSession } from './open-session.ts'
import type { ProviderPerson } from './provider.ts'

/** `unknown`: nobody was invited with this address. `unverified`: the service vouches for no address. `other`: the account belongs to somebody else there. */
export type ProviderFault = 'unknown' | 'unverified' | 'other'

/** Notes that an answer of the sign-in service was refused. The reason is a code. */
export const noteRefusal = (accounts: Accounts, site: Site, reason: string): Promise<void> =>
  accounts.db
    .transaction()
    .execute((trx) => note(trx, { site, action: 'identity/sign-in-failed', details: { by: 'provider', reason } }))

/**
 * Signs somebody in whom the service vouches for: by the account he is bound to, or at the first time by the verified address he was
 * invited with. A mailbox that was handed on to a successor does not open the account of the one before.
 */
export const signInByProvider = (
  accounts: Accounts,
  given: { about: ProviderPerson; site: Site; browser: Browser },
): Promise<Result<string, ProviderFault>> =>
  accounts.db.transaction().execute(async (trx) => {
    const { issuer, subject, email, strong } = given.about
    const refuse = async (fault: ProviderFault) => {
      await note(trx, { site: given.site, action: 'identity/sign-in-failed', details: { by: 'provider', reason: fault } })
      return fail(fault)
    }
    const bound = await personOfProvider(trx, issuer, subject)
    if (!bound && !email) return refuse('unverified')
    const person = bound ? await personById(trx, bound) : await personByEmail(trx, emailKey(email ?? ''))
    if (!person || (person.demonstration && !accounts.demonstration)) return refuse('unknown')
    if (!bound) {
      await lockPerson(trx, person.id)
      if (await isBound(trx, issuer, person.id)) return refuse('other')
      await bindProvider(trx, { issuer, subject, person: person.id })
      await confirmEmail(trx, person.id)
    }
    const token = await openSession(trx, person.id, given.browser, strong)
    if (!bound) await note(trx, { site: given.site, person, action: 'identity/provider-bound' })
    return ok(token)
  })
