import type { Site } from '#kernel/site.ts'
import type { MailMessage } from '#platform/mail'
import { invitationDays } from '../model/granting.ts'
import type { AdminHouse } from './admin-house.ts'
import type { InvitePerson } from './invite-person.ts'

/** The mail that asks somebody to work for a tenant. Names are text: what looks like HTML in them stays what was typed. */
export function invitationMail(
  _house: AdminHouse,
  _what: { site: Site; inviter: string; who: InvitePerson; link: string; now: Date },
): MailMessage {
  void invitationDays
  throw new Error('not yet')
}
