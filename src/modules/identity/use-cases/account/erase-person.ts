import type { Transaction } from 'kysely'
import { fail, ok, type Result } from '#kernel/result.ts'
import { appendAudit, eraseAuditWords } from '#platform/audit'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Mail } from '#platform/mail'
import { limits } from '../../model/account/attempts.ts'
import { emailKey } from '../../model/account/email.ts'
import { deleteInvitations, deletePerson, personToErase, tenantsLeftAlone } from '../../store/account/erasure.ts'
import { addressesAsked, takeLink } from '../../store/account/links.ts'
import { rolesOf } from '../../store/account/persons.ts'
import { endOtherSessions } from '../../store/account/sessions.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { tokenHash } from '../identify.ts'
import type { Accounts } from './accounts.ts'
import { forgetTries } from './attempts.ts'
import { keysOf } from './keys.ts'
import type { DataSubject, PersonalRoom } from './personal-data.ts'

/** What erasing needs of the house. */
export interface EraseHouse {
  readonly config: Pick<Config, 'ALLMENDE_SECRET'>
  readonly database: Database<IdentityTables>
  readonly mail: Pick<Mail, 'forgetAddress'>
  readonly rooms: readonly PersonalRoom[]
}

/** `alone`: somebody has to administer these tenants first. */
export interface LeftAlone {
  readonly fault: 'alone'
  readonly tenants: readonly string[]
}

/** Who did it, where a name has gone. */
const erased = { id: null, name: 'Konto gelöscht' }

/** Tenants that nobody would administer any more if the account went; empty when it may go. */
export const leftAlone = ({ database }: Pick<EraseHouse, 'database'>, person: string): Promise<readonly string[]> =>
  database.system.transaction().execute((trx) => tenantsLeftAlone(trx, person))

/** Uses a mailed link up that shows that the person reads the account's mail; false when it is none of theirs. */
export async function takeEraseLink(accounts: Accounts, person: string, token: string): Promise<boolean> {
  const link = await takeLink(accounts.db, tokenHash(token), ['erase'])
  return link?.person === person
}

/**
 * Erases an account: the person goes with all that hangs on it, every room takes name and address out of what stays, and the audit log keeps
 * what was done without saying who. Stopped half way it is begun again; nothing that was erased comes back.
 */
export async function erasePerson(house: EraseHouse, id: string): Promise<Result<true, LeftAlone>> {
  const { system } = house.database
  const alone = await leftAlone(house, id)
  if (alone.length > 0) return fail({ fault: 'alone', tenants: alone })
  // From here on nobody acts in this name any more.
  await endOtherSessions(system, id, null)
  // First the log: what fails afterwards leaves a person who can try again, not a name that nobody is left to erase.
  await eraseAuditWords(system, { person: id }, erased)
  return system.transaction().execute(async (trx): Promise<Result<true, LeftAlone>> => {
    // Tenants before persons, as everywhere, so that nobody waits for each other.
    const still = await tenantsLeftAlone(trx, id)
    if (still.length > 0) return fail({ fault: 'alone', tenants: still })
    const person = await personToErase(trx, id)
    if (!person) return ok(true)
    await eraseTraces(house, trx, person)
    const tenants = [...new Set((await rolesOf(trx, id)).map((role) => role.tenant))]
    await deletePerson(trx, id)
    const subject = { kind: 'identity/person', id: null, name: '' }
    const places = tenants.length > 0 ? tenants : [null]
    await appendAudit(trx, ...places.map((tenant) => ({ tenant, actor: erased, action: 'identity/account-erased', subject })))
    return ok(true)
  })
}

/** What other rooms, the mail queue and the counted tries keep about the person. */
async function eraseTraces(house: EraseHouse, trx: Transaction<IdentityTables>, person: DataSubject): Promise<void> {
  for (const room of house.rooms) await room.erase(trx as unknown as Transaction<never>, person)
  for (const address of [person.email, ...(await addressesAsked(trx, person.id))]) await house.mail.forgetAddress(trx, address)
  await deleteInvitations(trx, person.id, emailKey(person.email))
  const keys = keysOf(house.config.ALLMENDE_SECRET)
  await forgetTries({ db: trx, keys }, Object.values(limits), [emailKey(person.email), person.id])
}
