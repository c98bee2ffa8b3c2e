import { mailboxOf } from '#identity'
import { joinMessages, translator } from '#kernel/locale.ts'
import { href } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { compose, mailEnglish, mailGerman, mailText } from '#platform/mail'
import { titleOf } from '#standards/dcat-ap-de'
import { deDrafts } from '../../locales/drafts-de.ts'
import { enDrafts } from '../../locales/drafts-en.ts'
import { routes } from '../../routes.ts'
import type { StaffDb } from '../../store/draft-store.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { theClock } from './note-deed.ts'
import type { Acting, EditHouse } from './staff.ts'

const german = joinMessages([deDrafts, mailGerman])
const tongues = { de: translator('de', german), en: translator('en', joinMessages([enDrafts, mailEnglish]), german) }

/** Tells who is responsible that his record is public, unless he did it himself. In the transaction of the release. */
export async function tellReleased(
  house: Pick<EditHouse, 'database' | 'mail'>,
  staff: StaffDb,
  site: Site,
  draft: Draft & { slug: string },
  by: Acting['person'] | typeof theClock,
): Promise<void> {
  if (!draft.responsible || draft.responsible === by.id) return
  const to = await mailboxOf(house.database.system, draft.responsible)
  if (!to) return
  const t = to.lang === 'en' ? tongues.en : tongues.de
  const title = titleOf(draft.record, t.lang)
  const url = siteAddress(site, staff.publicUrl) + href(routes.dataset, { slug: draft.slug })
  const text = mailText({
    site,
    t,
    paragraphs: [t('catalogue.mail.released.lead', { title })],
    action: { label: t('catalogue.mail.released.button'), url },
    why: t('catalogue.mail.released.why'),
  })
  const mail = compose({
    tenant: site.id,
    to,
    subject: t('catalogue.mail.released.subject', { title }),
    fromName: site.name,
    ...text,
  })
  // An address that no server takes stands in the way of nothing: the release counts.
  if (mail.ok) await house.mail.queue(staff.db, mail.value)
}
