import type { Transaction } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import { appendAudit, eraseAuditWords } from '#platform/audit'
import { limits } from '../../model/account/attempts.ts'
import { emailKey } from '../../model/account/email.ts'
import { deletePerson, tenantsLeftAlone } from '../../store/account/erasure.ts'
import { addressesAsked, takeLink } from '../../store/account/links.ts'
import { lockPerson, personById, rolesOf, type StoredPerson } from '../../store/account/persons.ts'
import { endOtherSessions } from '../../store/account/sessions.ts'
import { tokenHash } from '../identify.ts'
import type { Accounts } from './accounts.ts'
import { forgetTries } from './attempts.ts'

/** `alone`: somebody has to administer these tenants first. */
export interface LeftAlone {
  readonly fault: 'alone'
  readonly tenants: readonly string[]
}

/** Who did it, where a name has gone. */
const erased = { id: null, name: 'Konto gelöscht' }

/** Whether somebody may erase the account: undefined, or the tenants that nobody would administer any more. */
export const mayErase = (accounts: Accounts, person: string): Promise<readonly string[]> =>
  accounts.db.transaction().execute((trx) => tenantsLeftAlone(trx, person))

/** Uses a mailed link up that shows that the person reads the account's mail; false when it is none of theirs. */
export async function takeEraseLink(accounts: Accounts, person: string, token: string): Promise<boolean> {
  const link = await takeLink(accounts.db, tokenHash(token), ['erase'])
  return link?.person === person
}

/**
 * Erases an account: the person goes with all that hangs on it, every room takes name and address out of what stays, and the audit log keeps
 * what was done without saying who. Stopped half way it is begun again; nothing that was erased comes back.
 */
export async function erasePerson(accounts: Accounts, person: StoredPerson): Promise<Result<true, LeftAlone>> {
  const { db, database, rooms } = accounts
  const alone = await mayErase(accounts, person.id)
  if (alone.length > 0) return fail({ fault: 'alone', tenants: alone })
  // From here on nobody acts in this name any more.
  await endOtherSessions(db, person.id, null)
  // First the log: what fails afterwards leaves a person who can try again, not a name that nobody is left to erase.
  await eraseAuditWords(database.system, { person: person.id }, erased)
  return db.transaction().execute(async (trx): Promise<Result<true, LeftAlone>> => {
    await lockPerson(trx, person.id)
    const still = await tenantsLeftAlone(trx, person.id)
    if (still.length > 0) return fail({ fault: 'alone', tenants: still })
    if (!(await personById(trx, person.id))) return ok(true)
    const tenants = [...new Set((await rolesOf(trx, person.id)).map((role) => role.tenant))]
    for (const room of rooms) await room.erase(trx as unknown as Transaction<never>, person)
    for (const address of [person.email, ...(await addressesAsked(trx, person.id))])
      await accounts.mail.forgetAddress(trx, address)
    await forgetTries({ ...accounts, db: trx }, Object.values(limits), [emailKey(person.email), person.id])
    await deletePerson(trx, person.id)
    const subject = { kind: 'identity/person', id: null, name: '' }
    const entries = (tenants.length > 0 ? tenants : [null]).map((tenant) => ({
      tenant,
      actor: erased,
      action: 'identity/account-erased',
      subject,
    }))
    await appendAudit(trx, ...entries)
    return ok(true)
  })
}
