import type { Kysely } from 'kysely'
import { translator } from '#kernel/locale.ts'
import { href, type Params, type Query, type Route } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import * as mail from '#platform/mail'
import type { CatalogueHouse } from '../../house.ts'
import { de } from '../../locales/de.ts'
import { en } from '../../locales/en.ts'
import type { CatalogueTables } from '../../store/tables.ts'

/** What a mail of this room says, and in which language. */
export interface Letter extends mail.Letter {
  readonly lang: string
}

const german = translator('de', { ...de, ...mail.mailGerman })
const english = translator('en', { ...en, ...mail.mailEnglish }, { ...de, ...mail.mailGerman })

/** The room's texts, and those of the mail frame, in the language of whoever is written to. */
export const wordsIn = (lang: string) => (lang === 'en' ? english : german)

/** Queues a letter in the caller's transaction: with it, or not at all. */
export const sendLetter = (house: Pick<CatalogueHouse, 'mail'>, trx: Kysely<CatalogueTables>, letter: Letter): Promise<void> =>
  mail.sendLetter(house.mail, trx, wordsIn(letter.lang), letter)

/** Full address of a page for a letter. */
export const addressFor = (
  house: Pick<CatalogueHouse, 'config'>,
  site: Site,
  route: Route,
  params: Params = {},
  query: Query = {},
): string => siteAddress(site, house.config.publicUrl) + href(route, params, query)
