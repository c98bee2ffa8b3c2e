import { inChargeOf, titlesOf } from '#catalogue'
import { colleaguesOf } from '#identity'
import { formatDay } from '#kernel/day.ts'
import { joinMessages, translator } from '#kernel/locale.ts'
import { href } from '#kernel/route.ts'
import { siteAddress } from '#kernel/site.ts'
import { mailEnglish, mailGerman, sendLetter } from '#platform/mail'
import type { QualityDb, QualityHouse } from '../house.ts'
import { de } from '../locales/de.ts'
import { en } from '../locales/en.ts'
import { type BrokenLink, type Digest, type DigestLine, type Reader, shareOut } from '../model/digest.ts'
import { routes } from '../routes.ts'
import { brokenOf, digestsDue, takeDigests } from '../store/link-list.ts'

const texts = {
  de: translator('de', joinMessages([mailGerman, de])),
  en: translator('en', joinMessages([mailEnglish, en])),
}
const shown = 20

type DigestHouse = Pick<QualityHouse, 'database' | 'mail' | 'config' | 'sites'>

/** Who is in charge of records, still works there and wants to be written to. */
async function ownersOf(
  db: QualityDb,
  links: readonly BrokenLink[],
): Promise<(tenant: string, resource: string) => Reader | undefined> {
  const charge = await inChargeOf(db, [...new Set(links.flatMap((one) => one.resources))])
  const readers = new Map<string, Reader>()
  for (const [tenant, own] of Map.groupBy(links, (one) => one.tenant)) {
    const people = [...new Set(own.flatMap((one) => one.resources.flatMap((id) => charge.get(id) ?? [])))]
    for (const one of await colleaguesOf(db, tenant, { people }))
      if (one.tasks) readers.set(`${tenant} ${one.id}`, { address: one.address, lang: one.lang })
  }
  return (tenant, resource) => readers.get(`${tenant} ${charge.get(resource) ?? ''}`)
}

async function send(
  house: DigestHouse,
  trx: QualityDb,
  { lines, lang, address, owner, contact }: Digest,
  titleOf: (line: DigestLine) => string,
): Promise<void> {
  const t = texts[lang === 'en' ? 'en' : 'de']
  const sites = [...new Set(lines.map((one) => one.tenant))].flatMap((id) => house.sites().byId(id) ?? [])
  const [site] = sites
  if (!site) return
  const count = new Set(lines.map((one) => one.address)).size
  const kind = owner ? 'own' : 'portal'
  await sendLetter(house.mail, trx, t, {
    site,
    to: address,
    subject: t(`quality.digest.${kind}.subject`, { count }),
    paragraphs: [
      t('quality.digest.lead', { count }),
      ...lines.slice(0, shown).map((line) =>
        t('quality.digest.line', {
          title: titleOf(line),
          address: line.address,
          date: line.since ? formatDay(line.since.toISOString(), t.lang, 'short') : '',
        }),
      ),
      ...(lines.length > shown ? [t('quality.digest.more', { count: lines.length - shown })] : []),
    ],
    ways: sites.map((one) => ({
      text: sites.length > 1 ? t('quality.digest.button.at', { name: one.name }) : t('quality.digest.button'),
      href: siteAddress(one, house.config.publicUrl) + href(routes.links),
    })),
    reason: t(owner && contact ? 'quality.digest.why.both' : owner ? 'quality.digest.why.own' : 'quality.digest.why.portal'),
  })
}

/**
 * Sends the weekly mails of all portals that want them, where addresses do not answer: to each who is in charge of records about these, to
 * the contact of the portal about the rest; one mail to each address. All of it or nothing. Gives how many.
 */
export async function sendDigests(house: DigestHouse): Promise<number> {
  return house.database.system.transaction().execute(async (trx) => {
    const links = await brokenOf(trx, await digestsDue(trx))
    const taken = await takeDigests(trx, [...new Set(links.map((one) => one.tenant))])
    const own = links.filter((one) => taken.has(one.tenant))
    const digests = shareOut(own, await ownersOf(trx, own), (tenant) => {
      const address = house.sites().byId(tenant)?.contact.email
      // Offices write to each other in German.
      return address ? { address, lang: 'de' } : undefined
    })
    const titles = await titlesOf(trx as never, [...new Set(own.flatMap((one) => one.resources))])
    for (const digest of digests) await send(house, trx, digest, (line) => titles.get(line.resource)?.title ?? '')
    return digests.length
  })
}
