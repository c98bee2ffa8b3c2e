import { formatDay } from '#kernel/day.ts'
import { joinMessages, translator } from '#kernel/locale.ts'
import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { mailGerman, sendLetter } from '#platform/mail'
import type { QualityHouse } from '../house.ts'
import { de } from '../locales/de.ts'
import { routes } from '../routes.ts'
import { digestsDue, linkCounts, listLinks, takeDigest } from '../store/link-list.ts'

// Offices write to each other in German.
const t = translator('de', joinMessages([mailGerman, de]))
const shown = 20

/** Sends the weekly mail to the contact of each tenant that wants it, where an address does not answer. Gives how many. */
export async function sendDigests(house: Pick<QualityHouse, 'database' | 'mail' | 'config' | 'sites'>): Promise<number> {
  const db = house.database.system
  let sent = 0
  for (const tenant of await digestsDue(db)) {
    const site = house.sites().byId(tenant)
    if (!site?.contact.email) continue
    await db.transaction().execute(async (trx) => {
      const { broken } = await linkCounts(trx, tenant)
      if (broken === 0 || !(await takeDigest(trx, tenant))) return
      const links = await listLinks(trx, tenant, 'broken', '', shown)
      await sendLetter(house.mail, trx, t, {
        site,
        to: site.contact.email,
        subject: t('quality.digest.subject', { count: broken }),
        paragraphs: [
          t('quality.digest.lead', { count: broken }),
          ...links.map((link) =>
            t('quality.digest.line', {
              address: link.address,
              date: link.failingSince ? formatDay(link.failingSince.toISOString(), 'de', 'short') : '',
            }),
          ),
          ...(broken > links.length ? [t('quality.digest.more', { count: broken - links.length })] : []),
        ],
        ways: [{ text: t('quality.digest.button'), href: siteAddress(site, house.config.publicUrl) + href(routes.links) }],
        reason: t('quality.digest.why'),
      })
      sent++
    })
  }
  return sent
}
