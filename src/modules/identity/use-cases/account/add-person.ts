import { randomUUID } from 'node:crypto'
import { type Role, roles } from '#kernel/actor.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site, Sites } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import type { Database } from '#platform/db'
import { mailAddress } from '#platform/mail'
import { emailKey } from '../../model/account/email.ts'
import { grantRole, insertPerson, personByEmail } from '../../store/account/persons.ts'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { issueLink } from './links.ts'

export interface AddPerson {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly tenant: string
}

export interface AddPersonFault {
  readonly field: 'email' | 'name' | 'role' | 'tenant'
  readonly fault: 'missing' | 'invalid' | 'unknown'
  readonly value: string
}

/** Somebody with a role. `token` opens the page that sets the first password; left out for those who have one. */
export interface AddedPerson {
  readonly id: string
  readonly site: Site
  readonly token?: string
}

function faultsOf(given: AddPerson, sites: Sites): AddPersonFault[] {
  const faults: AddPersonFault[] = []
  if (!mailAddress(given.email)) faults.push({ field: 'email', fault: 'invalid', value: given.email })
  if (!given.name.trim()) faults.push({ field: 'name', fault: 'missing', value: '' })
  if (!roles.some((role) => role === given.role)) faults.push({ field: 'role', fault: 'unknown', value: given.role })
  if (!sites.bySlug(given.tenant)) faults.push({ field: 'tenant', fault: 'unknown', value: given.tenant })
  return faults
}

/** Gives somebody a role as the operator: makes the account where there is none. Faults name the field. */
export async function addPerson(
  database: Database<IdentityTables>,
  sites: Sites,
  given: AddPerson,
): Promise<Result<AddedPerson, AddPersonFault[]>> {
  const faults = faultsOf(given, sites)
  const site = sites.bySlug(given.tenant)
  if (faults.length > 0 || !site) return fail(faults)
  const key = emailKey(given.email)
  return database.system.transaction().execute(async (trx) => {
    const known = await personByEmail(trx, key)
    const person = known ?? { id: randomUUID(), name: given.name.trim(), passwordHash: null }
    if (!known) await insertPerson(trx, { ...person, email: given.email.trim(), lang: site.languages[0] ?? 'de' })
    await grantRole(trx, { person: person.id, tenant: site.id, role: given.role as Role })
    const token = person.passwordHash ? undefined : await issueLink(trx, person.id, 'set-up')
    await appendAudit(trx, {
      tenant: site.id,
      actor: { id: null, name: 'Kommandozeile' },
      action: 'identity/person-added',
      subject: { kind: 'identity/person', id: person.id, name: person.name },
      details: { role: given.role },
    })
    return ok({ id: person.id, site, ...(token ? { token } : {}) })
  })
}
