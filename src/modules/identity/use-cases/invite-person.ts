import { randomBytes, randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { type AuditEntry, appendAudit } from '#platform/audit'
import { mailAddress } from '#platform/mail'
import { emailKey } from '../model/account/email.ts'
import { allRoles, invitationDays, rolesAmong } from '../model/granting.ts'
import { invitationOf, putInvitation, revokeInvitation } from '../store/invitation-store.ts'
import { personByEmail, worksAt } from '../store/people-store.ts'
import type { Act, AdminHouse, FieldFault, Trx } from './admin-house.ts'
import { roleWords } from './change-roles.ts'
import { tokenHash } from './identify.ts'
import { invitationMail } from './invitation-mail.ts'
import { actEntry, noteAct } from './note-act.ts'

/** What is asked for an invitation. */
export interface InvitePerson {
  readonly name: string
  readonly email: string
  readonly roles: readonly string[]
  readonly lang: string
}

/** Where an invitation leads: the address of the page for a token. */
export type InvitationAddress = (site: Site, token: string) => string

/** What is wrong with name, address and roles of somebody to be invited. */
export function checkInvitee({ name, email, roles }: InvitePerson): FieldFault[] {
  const faults: FieldFault[] = []
  if (!name.trim()) faults.push({ field: 'name', fault: 'missing' })
  else if (name.length > 120 || /\p{Cc}/u.test(name)) faults.push({ field: 'name', fault: 'invalid' })
  if (!email.trim()) faults.push({ field: 'email', fault: 'missing' })
  else if (!mailAddress(email)) faults.push({ field: 'email', fault: 'invalid' })
  if (roles.length === 0) faults.push({ field: 'roles', fault: 'missing' })
  else if (!allRoles(roles)) faults.push({ field: 'roles', fault: 'unknown' })
  return faults
}

/** Writes the invitation, its mail and the entries of the log in the caller's transaction; `before` is noted with it. Gives its id. */
export async function inviteIn(
  trx: Trx,
  house: AdminHouse,
  act: Act,
  site: Site,
  who: InvitePerson,
  address: InvitationAddress,
  before: readonly AuditEntry[] = [],
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const email = who.email.trim()
  const id = await putInvitation(trx, {
    id: randomUUID(),
    tenant: site.id,
    name: who.name.trim(),
    email,
    emailKey: emailKey(email),
    roles: rolesAmong(who.roles),
    lang: who.lang,
    tokenHash: tokenHash(token),
    by: act.actor.id,
    days: invitationDays,
  })
  await house.mail.queue(
    trx,
    invitationMail(house, { site, inviter: act.actor.name, who, link: address(site, token), now: house.now() }),
  )
  const details = { roles: roleWords(rolesAmong(who.roles)) }
  const subject = { kind: 'identity/invitation', id, name: who.name.trim() }
  await appendAudit(trx, ...before, actEntry({ ...act, site }, 'invite', subject, details))
  return id
}

/** Asks somebody by mail to work for the tenant. Asking the same mailbox again sends a new link; the old one is void. */
export async function invitePerson(
  house: AdminHouse,
  act: Act,
  who: InvitePerson,
  address: InvitationAddress,
): Promise<Result<{ id: string }, FieldFault[]>> {
  const faults = checkInvitee(who)
  if (faults.length > 0) return fail(faults)
  const db = house.database.system
  const known = await personByEmail(db, emailKey(who.email))
  // Who invites himself would give himself rights.
  if (known?.id === act.actor.id) return fail([{ field: 'email', fault: 'oneself' }])
  if (known && (await worksAt(db, act.site.id, known.id))) return fail([{ field: 'email', fault: 'works-here', value: known.id }])
  const id = await db.transaction().execute((trx) => inviteIn(trx, house, act, act.site, who, address))
  return ok({ id })
}

/** Sends an open or expired invitation again, with a new link. */
export async function resendInvitation(
  house: AdminHouse,
  act: Act,
  id: string,
  address: InvitationAddress,
): Promise<Result<{ id: string }, FieldFault[]>> {
  const found = await invitationOf(house.database.system, act.site.id, id)
  if (!found || found.state === 'accepted' || found.state === 'revoked') return fail([{ field: 'invitation', fault: 'unknown' }])
  return invitePerson(house, act, found, address)
}

/** Takes an invitation back: its link leads nowhere from now on. */
export async function takeBackInvitation(house: AdminHouse, act: Act, id: string): Promise<Result<string, FieldFault[]>> {
  const found = await house.database.system.transaction().execute(async (trx) => {
    const revoked = await revokeInvitation(trx, act.site.id, id)
    if (revoked) await noteAct(trx, act, 'revoke-invitation', { kind: 'identity/invitation', id, name: revoked.name })
    return revoked
  })
  return found ? ok(found.name) : fail([{ field: 'invitation', fault: 'unknown' }])
}
