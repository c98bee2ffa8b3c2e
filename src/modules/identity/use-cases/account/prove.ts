import { fail, ok, type Result } from '#kernel/result.ts'
import { limits } from '../../model/account/attempts.ts'
import { emailKey } from '../../model/account/email.ts'
import type { StoredPerson } from '../../store/account/persons.ts'
import { sessionIsFresh } from '../../store/account/sessions.ts'
import type { Accounts } from './accounts.ts'
import { attempt } from './attempts.ts'
import { passwordFits } from './passwords.ts'

/** Minutes in which a sign-in counts as just now. */
export const freshMinutes = 15

/** What stands in the way of a change that a left-alone browser must not make. `stale`: sign in again first. */
export type ProofFault =
  | { readonly fault: 'missing' | 'wrong' | 'stale' }
  | { readonly fault: 'too-many'; readonly seconds: number }

/** How somebody shows that it is still he: nothing more just after signing in, else the password, or a new sign-in where there is none. */
export type ProofKind = 'none' | 'password' | 'sign-in'

/** What a form has to ask for. `always`: the password even just after signing in. */
export async function proofNeeded(accounts: Accounts, person: StoredPerson, session: string, always = false): Promise<ProofKind> {
  const fresh = await sessionIsFresh(accounts.db, session, freshMinutes)
  if (fresh && !(always && person.passwordHash)) return 'none'
  return person.passwordHash ? 'password' : 'sign-in'
}

/** Checks what the form was asked for. Tries are counted together with those at the sign-in page. */
export async function prove(
  accounts: Accounts,
  given: { person: StoredPerson; session: string; password: string; group: string; always?: boolean },
): Promise<Result<true, ProofFault>> {
  const need = await proofNeeded(accounts, given.person, given.session, given.always)
  if (need === 'none') return ok(true)
  if (need === 'sign-in') return fail({ fault: 'stale' })
  if (given.password === '') return fail({ fault: 'missing' })
  const tried = await attempt(accounts, limits.password, { account: emailKey(given.person.email), group: given.group })
  if (tried.wait > 0) return fail({ fault: 'too-many', seconds: tried.wait })
  if (!(await passwordFits(given.password, given.person.passwordHash))) return fail({ fault: 'wrong' })
  await tried.succeeded()
  return ok(true)
}
