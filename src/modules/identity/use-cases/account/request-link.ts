import { setTimeout as wait } from 'node:timers/promises'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { limits } from '../../model/account/attempts.ts'
import { emailKey } from '../../model/account/email.ts'
import { personByEmail } from '../../store/account/persons.ts'
import type { Accounts } from './accounts.ts'
import { attempt } from './attempts.ts'
import { sendLetter } from './letters.ts'
import { issueLink, linkMinutes } from './links.ts'

export interface RequestLink {
  readonly email: string
  readonly purpose: 'sign-in' | 'password'
  readonly site: Site
  readonly group: string
  /** Full address of the page a token opens. */
  readonly address: (token: string) => string
}

/** Milliseconds that the answer takes at least: longer than writing the mail does, so that time does not tell whether there is an account. */
const answerTime = 250

/** Sends a link to an address if somebody has an account with it. Whether somebody has, neither the answer nor its time says. */
export async function requestLink(
  accounts: Accounts,
  given: RequestLink,
): Promise<Result<true, { readonly fault: 'too-many'; readonly seconds: number }>> {
  const key = emailKey(given.email)
  const tried = await attempt(accounts, limits.mail, { account: key, group: given.group })
  if (tried.wait > 0) return fail({ fault: 'too-many', seconds: tried.wait })
  await Promise.all([wait(answerTime), sendLink(accounts, given, key)])
  return ok(true)
}

async function sendLink(accounts: Accounts, { purpose, site, address }: RequestLink, key: string): Promise<void> {
  const person = await personByEmail(accounts.db, key)
  if (!person || (person.demonstration && !accounts.demonstration)) return
  await accounts.db.transaction().execute(async (trx) => {
    const token = await issueLink(trx, person.id, purpose)
    await sendLetter(accounts, trx, {
      kind: purpose,
      site,
      to: person,
      link: { url: address(token), minutes: linkMinutes[purpose] },
    })
  })
}
