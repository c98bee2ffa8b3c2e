import { must } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { compose, type MailMessage, mailText } from '#platform/mail'
import { invitationDays } from '../model/granting.ts'
import type { AdminHouse } from './admin-house.ts'
import type { InvitePerson } from './invite-person.ts'

/** The mail that asks somebody to work for a tenant. Names are text: what looks like HTML in them stays what was typed. */
export function invitationMail(
  house: AdminHouse,
  what: { site: Site; inviter: string; who: InvitePerson; link: string; now: Date },
): MailMessage {
  const { site, inviter, who, link, now } = what
  const t = house.translate(who.lang)
  const roles = who.roles.map((role) => t(`identity.role.${role}`)).join(', ')
  const message = compose({
    tenant: site.id,
    to: { address: who.email.trim(), name: who.name.trim() },
    fromName: site.name,
    subject: t('identity.invitation.mail.subject', { site: site.name }),
    validUntil: new Date(now.getTime() + invitationDays * 86_400_000),
    ...mailText({
      site,
      t,
      paragraphs: [
        t('identity.invitation.mail.hello', { name: who.name.trim() }),
        t('identity.invitation.mail.what', { inviter, site: site.name, roles }),
        t('identity.invitation.mail.how', { days: invitationDays }),
        t('identity.invitation.mail.stranger'),
      ],
      action: { label: t('identity.invitation.mail.link'), url: link },
      why: t('identity.invitation.mail.why', { inviter, site: site.name }),
    }),
  })
  // The address was checked when it was typed; mail servers may take fewer than that check, so the caller asks mailAddress first.
  return must(message.ok ? message.value : undefined, 'a mail that is fit to be sent')
}
