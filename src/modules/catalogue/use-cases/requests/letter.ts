import type { Kysely } from 'kysely'
import { translator } from '#kernel/locale.ts'
import { href, type Params, type Query, type Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
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

/** Queues a letter in the caller's transaction. */
export type SendLetter = (trx: Kysely<CatalogueTables>, letter: Letter) => Promise<void>

const german = translator('de', de)
const english = translator('en', en, de)

/** The room's texts in the language of whoever is written to. */
export const wordsIn = (lang: string) => (lang === 'en' ? english : german)

/** Full address of a page for a letter. */
export const addressFor = (
  house: Pick<CatalogueHouse, 'config'>,
  site: Site,
  route: Route,
  params: Params = {},
  query: Query = {},
): string => (site.hosts[0] ? `https://${site.hosts[0]}` : house.config.publicUrl + site.path) + href(route, params, query)
