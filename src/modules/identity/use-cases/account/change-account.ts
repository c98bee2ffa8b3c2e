import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { mailAddress } from '#platform/mail'
import { emailKey } from '../../model/account/email.ts'
import type { Notices } from '../../model/account/notices.ts'
import { type PasswordFault, passwordFault } from '../../model/account/password.ts'
import { dropLinks } from '../../store/account/links.ts'
import { emailIsTaken, keepNotices, keepPassword, keepProfile, type StoredPerson } from '../../store/account/persons.ts'
import { endOtherSessions } from '../../store/account/sessions.ts'
import { type Accounts, note } from './accounts.ts'
import { sendLetter } from './letters.ts'
import { issueLink, linkMinutes } from './links.ts'
import { hashPassword } from './passwords.ts'

/** Whose account, in which session, at which site. */
export interface Mine {
  readonly person: StoredPerson
  readonly session: string
  readonly site: Site
}

export interface Profile {
  readonly name: string
  readonly lang: string
  readonly email: string
}
export interface ProfileFault {
  readonly field: keyof Profile
  readonly fault: 'missing' | 'long' | 'invalid'
}

function profileFaults({ name, lang, email }: Profile, langs: readonly string[]): ProfileFault[] {
  const faults: ProfileFault[] = []
  if (name.trim() === '') faults.push({ field: 'name', fault: 'missing' })
  else if (name.trim().length > 120) faults.push({ field: 'name', fault: 'long' })
  else if (/[\p{Cc}<>]/u.test(name)) faults.push({ field: 'name', fault: 'invalid' })
  if (!mailAddress(email)) faults.push({ field: 'email', fault: 'invalid' })
  if (!langs.includes(lang)) faults.push({ field: 'lang', fault: 'invalid' })
  return faults
}

/** Whether a profile names another address than the person has. */
export const otherEmail = (person: StoredPerson, profile: Profile): boolean => emailKey(profile.email) !== emailKey(person.email)

/**
 * Changes name and language. A new address gets a link and counts when that was opened; one that belongs to somebody else gets none, and
 * the answer is the same. Gives whether a link is on its way.
 */
export async function changeProfile(
  accounts: Accounts,
  { person, site }: Mine,
  profile: Profile,
  address: (token: string) => string,
): Promise<Result<{ readonly mailed: boolean }, readonly ProfileFault[]>> {
  const faults = profileFaults(profile, site.languages)
  if (faults.length > 0) return fail(faults)
  const email = profile.email.trim()
  const mailed = otherEmail(person, profile)
  await accounts.db.transaction().execute(async (trx) => {
    await keepProfile(trx, person.id, { name: profile.name.trim(), lang: profile.lang })
    if (!mailed || (await emailIsTaken(trx, emailKey(email)))) return
    const token = await issueLink(trx, person.id, 'email', email)
    const to = { name: person.name, email, lang: profile.lang }
    await sendLetter(accounts, trx, { kind: 'email', site, to, link: { url: address(token), minutes: linkMinutes.email } })
  })
  return ok({ mailed })
}

/** Keeps what somebody wants to be told. */
export const changeNotices = (accounts: Accounts, person: string, notices: Notices): Promise<void> =>
  keepNotices(accounts.db, person, { ...notices })

/** Sets a new password; all other sessions end, and the person is told by mail. The old one was shown before. */
export async function changePassword(
  accounts: Accounts,
  { person, session, site }: Mine,
  password: string,
): Promise<Result<true, PasswordFault>> {
  const wrong = passwordFault(password, person)
  if (wrong) return fail(wrong)
  const hash = await hashPassword(password)
  return accounts.db.transaction().execute(async (trx) => {
    await keepPassword(trx, person.id, hash)
    await endOtherSessions(trx, person.id, session)
    await dropLinks(trx, person.id)
    await sendLetter(accounts, trx, { kind: 'password-changed', site, to: person })
    await note(trx, { site, person, action: 'identity/password-changed' })
    return ok(true)
  })
}
