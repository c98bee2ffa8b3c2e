import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { passwordFault } from '../model/account/password.ts'
import { grantFault } from '../model/granting.ts'
import { keepPassword } from '../store/account/persons.ts'
import { closeInvitation, invitationByToken, type StoredInvitation } from '../store/invitation-store.ts'
import {
  endSessions,
  giveRoles,
  insertPerson,
  lastingRoles,
  lockPeople,
  otherAdministrators,
  personByEmail,
  returnToTenant,
} from '../store/people-store.ts'
import { hashPassword } from './account/passwords.ts'
import type { AdminHouse, FieldFault, Trx } from './admin-house.ts'
import { roleWords } from './change-roles.ts'
import { tokenHash } from './identify.ts'
import { noteAct } from './note-act.ts'

/** An invitation that is open, with whether its mailbox has an account already. */
export interface OpenInvitation {
  readonly invitation: StoredInvitation
  readonly known: boolean
}

const shape = /^[\w-]{43}$/

/** The open invitation of a token at a tenant; undefined for everything else, so that nothing can be tried out. */
export async function findInvitation(house: AdminHouse, site: Site, token: string): Promise<OpenInvitation | undefined> {
  if (!shape.test(token)) return undefined
  const db = house.database.system
  const invitation = await invitationByToken(db, tokenHash(token))
  if (!invitation || invitation.tenant !== site.id || invitation.state !== 'open') return undefined
  return { invitation, known: (await personByEmail(db, invitation.emailKey)) !== undefined }
}

/** Who accepts: somebody new with a name and a password, or somebody who is signed in. */
export type Accepting =
  | { readonly name: string; readonly password: string; readonly again: string }
  | { readonly person: { readonly id: string; readonly name: string } }

function checkNew(given: { name: string; password: string; again: string }, email: string): FieldFault[] {
  const faults: FieldFault[] = []
  if (!given.name) faults.push({ field: 'name', fault: 'missing' })
  else if (given.name.length > 120 || /\p{Cc}/u.test(given.name)) faults.push({ field: 'name', fault: 'invalid' })
  const fault = passwordFault(given.password, { name: given.name, email })
  if (fault) faults.push({ field: 'password', fault })
  else if (given.password !== given.again) faults.push({ field: 'again', fault: 'different' })
  return faults
}

/** Accepts an invitation: once, and by one person only. The mailbox counts as confirmed, because the link was in it. */
export async function acceptInvitation(
  house: AdminHouse,
  site: Site,
  token: string,
  who: Accepting,
): Promise<Result<{ fresh: boolean }, FieldFault[]>> {
  const open = await findInvitation(house, site, token)
  if (!open) return fail([{ field: 'token', fault: 'over' }])
  const faults = 'person' in who ? [] : checkNew(who, open.invitation.email)
  if (faults.length > 0) return fail(faults)
  // Hashing takes its time, so it is done before anything is locked.
  const hash = 'person' in who ? undefined : await hashPassword(who.password)
  const fault = await house.database.system.transaction().execute(async (trx): Promise<FieldFault | undefined> => {
    await lockPeople(trx, site.id)
    const invitation = await invitationByToken(trx, tokenHash(token), true)
    if (invitation?.state !== 'open') return { field: 'token', fault: 'over' }
    const person = 'person' in who ? who.person : await newPerson(trx, invitation, who.name, hash ?? '')
    if (!person) return { field: 'token', fault: 'sign-in' }
    return giveInvited(trx, site, invitation, person)
  })
  return fault ? fail([fault]) : ok({ fresh: !('person' in who) })
}

async function newPerson(trx: Trx, invitation: StoredInvitation, name: string, hash: string) {
  const id = randomUUID()
  const { email, emailKey, lang } = invitation
  if (!(await insertPerson(trx, { id, name, email, emailKey, lang }))) return undefined
  await keepPassword(trx, id, hash)
  return { id, name }
}

async function giveInvited(
  trx: Trx,
  site: Site,
  invitation: StoredInvitation,
  person: { id: string; name: string },
): Promise<FieldFault | undefined> {
  const before = await lastingRoles(trx, site.id, person.id)
  const otherAdministratorsLeft = await otherAdministrators(trx, site.id, person.id)
  // Whoever wrote the invitation does not give himself rights with it.
  const fault = grantFault({
    actor: invitation.invitedBy ?? '',
    person: person.id,
    before,
    after: [...new Set([...before, ...invitation.roles])],
    otherAdministrators: otherAdministratorsLeft,
  })
  if (fault) return { field: 'token', fault }
  await returnToTenant(trx, site.id, person.id)
  await giveRoles(trx, { tenant: site.id, person: person.id, roles: invitation.roles, by: invitation.invitedBy })
  await endSessions(trx, person.id)
  await closeInvitation(trx, invitation.id, person.id)
  await noteAct(
    trx,
    { site, actor: person },
    'accept-invitation',
    { kind: 'identity/person', id: person.id, name: person.name },
    { roles: roleWords(invitation.roles) },
  )
  return undefined
}
