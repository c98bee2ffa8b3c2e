import type { Kysely } from 'kysely'
import { translator } from '#kernel/locale.ts'
import { href, type Params, type Query, type Route } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { compose, mailEnglish, mailGerman, mailText } from '#platform/mail'
import type { CatalogueHouse } from '../../house.ts'
import { de } from '../../locales/de.ts'
import { en } from '../../locales/en.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** What a mail of this room says; whoever sends it puts the frame around. Everything is text. */
export interface Letter {
  readonly site: Site
  readonly to: string
  readonly lang: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What one may do now, as links of their own lines. */
  readonly ways: readonly { readonly text: string; readonly href: string }[]
  /** Why this mail comes. */
  readonly reason: string
  /** Ends it with one POST (RFC 8058). */
  readonly unsubscribe?: string
  readonly validUntil?: Date
}

const german = translator('de', { ...de, ...mailGerman })
const english = translator('en', { ...en, ...mailEnglish }, { ...de, ...mailGerman })

/** The room's texts, and those of the mail frame, in the language of whoever is written to. */
export const wordsIn = (lang: string) => (lang === 'en' ? english : german)

/** Queues a letter in the caller's transaction: with it, or not at all. */
export async function sendLetter(
  house: Pick<CatalogueHouse, 'mail'>,
  trx: Kysely<CatalogueTables>,
  letter: Letter,
): Promise<void> {
  const { site, to, lang, subject, paragraphs, ways, reason, unsubscribe, validUntil } = letter
  const [first, ...others] = ways
  const framed = mailText({
    site,
    t: wordsIn(lang),
    paragraphs: [...paragraphs, ...others.map((way) => `${way.text}:\n${way.href}`)],
    ...(first ? { action: { label: first.text, url: first.href } } : {}),
    why: reason,
  })
  const message = compose({
    ...framed,
    tenant: site.id,
    to,
    subject,
    fromName: site.name,
    // RFC 8058 wants https; the demonstration on a laptop has none.
    ...(unsubscribe?.startsWith('https://') ? { listUnsubscribe: unsubscribe } : {}),
    ...(validUntil ? { validUntil } : {}),
  })
  // An address that our own reader took and the mail's does not: nobody is written to, and nothing else is lost.
  if (message.ok) await house.mail.queue(trx, message.value)
}

/** Full address of a page for a letter. */
export const addressFor = (
  house: Pick<CatalogueHouse, 'config'>,
  site: Site,
  route: Route,
  params: Params = {},
  query: Query = {},
): string => siteAddress(site, house.config.publicUrl) + href(route, params, query)
