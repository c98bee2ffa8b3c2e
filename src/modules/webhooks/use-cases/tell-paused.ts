import { joinMessages, translator } from '#kernel/locale.ts'
import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { mailGerman, sendLetter } from '#platform/mail'
import type { WebhooksDb, WebhooksHouse } from '../house.ts'
import { de } from '../locales/de.ts'
import type { Attempted, Receiver } from '../model/receiver.ts'
import { routes } from '../routes.ts'

// Offices write to each other in German.
const t = translator('de', joinMessages([mailGerman, de]))

/** Tells the tenant's contact that a receiver was paused: why, that nothing is lost, and where to go on. */
export async function tellPaused(
  house: Pick<WebhooksHouse, 'mail' | 'sites' | 'config'>,
  trx: WebhooksDb,
  receiver: Receiver,
  { status, fault }: Attempted,
): Promise<void> {
  const site = house.sites().byId(receiver.tenant)
  if (!site) return
  const { name } = receiver
  await sendLetter(house.mail, trx, t, {
    site,
    to: site.contact.email,
    subject: t('webhooks.mail.subject', { name }),
    paragraphs: [
      t(status === 410 ? 'webhooks.mail.gone' : 'webhooks.mail.lead', { name }),
      t('webhooks.mail.last', { fault: t(`webhooks.fault.${fault ?? 'status'}`, { status: status ?? '' }) }),
      t('webhooks.mail.stays'),
    ],
    ways: [
      {
        text: t('webhooks.mail.button'),
        href: siteAddress(site, house.config.publicUrl) + href(routes.receiver, { id: receiver.id }),
      },
    ],
    reason: t('webhooks.mail.why', { name }),
  })
}
