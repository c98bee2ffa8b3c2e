import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type PasswordFault, passwordFault } from '../../model/account/password.ts'
import { dropLinks, takeLink } from '../../store/account/links.ts'
import { changeEmail, confirmEmail, keepPassword, personById } from '../../store/account/persons.ts'
import { endOtherSessions } from '../../store/account/sessions.ts'
import { tokenHash } from '../identify.ts'
import { type Accounts, note } from './accounts.ts'
import { sendLetter } from './letters.ts'
import { seeLink } from './links.ts'
import { type Browser, openSession } from './open-session.ts'
import { hashPassword } from './passwords.ts'

/** `gone`: used before, run out, or never made by us. */
export interface LinkGone {
  readonly fault: 'gone'
}

/** Signs in by a link of a mail; gives the session's token. It proves the mailbox and no second factor. */
export const signInByLink = (accounts: Accounts, token: string, browser: Browser): Promise<Result<string, LinkGone>> =>
  accounts.db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, tokenHash(token), ['sign-in'])
    if (!link) return fail({ fault: 'gone' })
    await confirmEmail(trx, link.person)
    return ok(await openSession(trx, link.person, browser, false))
  })

/** Sets a new password by a link of a mail. All sessions end, and everything that was mailed before is worth nothing. */
export async function setPasswordByLink(
  accounts: Accounts,
  given: { token: string; password: string; site: Site },
): Promise<Result<true, LinkGone | { readonly fault: PasswordFault }>> {
  const seen = await seeLink(accounts, given.token, 'password', 'set-up')
  const person = seen && (await personById(accounts.db, seen.person))
  if (!person) return fail({ fault: 'gone' })
  const wrong = passwordFault(given.password, person)
  if (wrong) return fail({ fault: wrong })
  const hash = await hashPassword(given.password)
  return accounts.db.transaction().execute(async (trx) => {
    if (!(await takeLink(trx, tokenHash(given.token), ['password', 'set-up']))) return fail({ fault: 'gone' })
    await keepPassword(trx, person.id, hash)
    await confirmEmail(trx, person.id)
    await endOtherSessions(trx, person.id, null)
    await dropLinks(trx, person.id)
    await sendLetter(accounts, trx, { kind: 'password-changed', site: given.site, to: person })
    await note(trx, { site: given.site, person, action: 'identity/password-changed' })
    return ok(true)
  })
}

/** Takes over a new address whose mailbox was shown to be the person's; the old one is told. */
export const changeEmailByLink = (accounts: Accounts, token: string, site: Site): Promise<Result<true, LinkGone>> =>
  accounts.db.transaction().execute(async (trx) => {
    const link = await takeLink(trx, tokenHash(token), ['email'])
    const person = link && (await personById(trx, link.person))
    if (!person || !link.email || !(await changeEmail(trx, person.id, link.email))) return fail({ fault: 'gone' })
    await dropLinks(trx, person.id)
    await sendLetter(accounts, trx, { kind: 'email-changed', site, to: person })
    await note(trx, { site, person, action: 'identity/email-changed' })
    return ok(true)
  })
