import { joinMessages, translator } from '#kernel/locale.ts'
import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { mailGerman, sendLetter } from '#platform/mail'
import type { HarvestHouse } from '../house.ts'
import { de } from '../locales/de.ts'
import type { Run, Source } from '../model/source.ts'
import { routes } from '../routes.ts'
import { firstToTell } from '../store/run-store.ts'
import { reasonsOf } from './reasons-of.ts'

// Offices write to each other in German.
const t = translator('de', joinMessages([mailGerman, de]))

/** Tells the contact of a source once that it broke: what happened, that the last good state stays, and where to look. The next good run makes it quiet again. */
export async function tellContact(house: HarvestHouse, source: Source, run: Run): Promise<void> {
  if (run.state !== 'failed' && run.state !== 'held') return
  const site = house.sites().byId(source.tenant)
  const to = source.contact ?? site?.contact.email
  if (!site || !to) return
  await house.database.system.transaction().execute(async (trx) => {
    if (!(await firstToTell(trx, source.id))) return
    await sendLetter(house.mail, trx, t, {
      site,
      to,
      subject: t(`harvest.mail.${run.state}.subject`, { name: source.name }),
      paragraphs: [t(`harvest.mail.${run.state}.lead`, { name: source.name }), ...reasonsOf(run, t), t('harvest.mail.stays')],
      ways: [
        {
          text: t('harvest.mail.button'),
          href: siteAddress(site, house.config.publicUrl) + href(routes.run, { id: source.id, run: run.id }),
        },
      ],
      reason: t('harvest.mail.why', { name: source.name }),
    })
  })
}
