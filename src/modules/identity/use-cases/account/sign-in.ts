import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { limits } from '../../model/account/attempts.ts'
import { emailKey } from '../../model/account/email.ts'
import { personByEmail } from '../../store/account/persons.ts'
import { type Accounts, note } from './accounts.ts'
import { attempt } from './attempts.ts'
import { type Browser, openSession } from './open-session.ts'
import { passwordFits } from './passwords.ts'

/** Why a sign-in was refused. `wrong` says nothing about which part was. */
export type SignInFault = { readonly fault: 'wrong' } | { readonly fault: 'too-many'; readonly seconds: number }

export interface SignIn {
  readonly email: string
  readonly password: string
  readonly site: Site
  readonly group: string
  readonly browser: Browser
}

/** Signs in with address and password; gives the new session's token. For an unknown address the same work is done as for a wrong password. */
export async function signIn(accounts: Accounts, given: SignIn): Promise<Result<string, SignInFault>> {
  const key = emailKey(given.email)
  const tried = await attempt(accounts, limits.password, { account: key, group: given.group })
  if (tried.wait > 0) return fail({ fault: 'too-many', seconds: tried.wait })
  const found = await personByEmail(accounts.db, key)
  const person = found?.demonstration && !accounts.demonstration ? undefined : found
  if (!(await passwordFits(given.password, person?.passwordHash)) || !person) {
    await accounts.db
      .transaction()
      .execute((trx) => note(trx, { site: given.site, person, action: 'identity/sign-in-failed', details: { by: 'password' } }))
    return fail({ fault: 'wrong' })
  }
  await tried.succeeded()
  return ok(await accounts.db.transaction().execute((trx) => openSession(trx, person.id, given.browser, false)))
}
