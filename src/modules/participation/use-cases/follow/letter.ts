import type { Kysely } from 'kysely'
import { type Messages, translator } from '#kernel/locale.ts'
import { href, type Params, type Route } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { type Letter, mailEnglish, mailGerman, sendLetter } from '#platform/mail'
import { linkSecret, secretLink } from '#platform/secret-link'
import type { ParticipationHouse } from '../../house.ts'
import { deModeration } from '../../locales/moderation-de.ts'
import { enModeration } from '../../locales/moderation-en.ts'
import { deProjects } from '../../locales/projects-de.ts'
import { enProjects } from '../../locales/projects-en.ts'
import { deProof } from '../../locales/proof-de.ts'
import { enProof } from '../../locales/proof-en.ts'
import { routes } from '../../routes.ts'
import type { ParticipationTables } from '../../store/tables.ts'

const germanWords: Messages = { ...deModeration, ...deProof, ...deProjects, ...mailGerman }
const german = translator('de', germanWords)
const english = translator('en', { ...enModeration, ...enProof, ...enProjects, ...mailEnglish }, germanWords)

/** The texts of letters, and those of the mail frame, in the language of whoever is written to. */
export const wordsIn = (lang: string) => (lang === 'en' ? english : german)

type Parts = Pick<ParticipationHouse, 'config'>

/** Queues a letter in the caller's transaction: with it, or not at all. */
export const sendWords = (
  house: Pick<ParticipationHouse, 'mail'>,
  trx: Kysely<ParticipationTables>,
  lang: string,
  letter: Letter,
): Promise<void> => sendLetter(house.mail, trx, wordsIn(lang), letter)

/** Full address of a page for a letter. */
export const addressFor = (house: Parts, site: Site, route: Route, params: Params = {}): string =>
  siteAddress(site, house.config.publicUrl) + href(route, params)

/** Where whoever reported something sees what became of it. */
export const noticeLink = (house: Parts, site: Site, notice: string): string =>
  addressFor(house, site, routes.ownNotice, { token: linkSecret(house.config.ALLMENDE_SECRET, 'participation/notice', notice) })

/** Where an author sees the own submission. */
export const authorLink = (house: Parts, site: Site, submission: string): string =>
  addressFor(house, site, routes.ownSubmission, {
    token: linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', submission),
  })

/** Where somebody sees the own comment. */
export const commentLink = (house: Parts, site: Site, comment: string): string =>
  addressFor(house, site, routes.ownComment, {
    token: linkSecret(house.config.ALLMENDE_SECRET, 'participation/comment', comment),
  })

/** Links of somebody who is told, made anew for every mail. */
export function followLinks(house: Parts, site: Site, id: string) {
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/follow', id)
  return {
    hash,
    manage: addressFor(house, site, routes.following, { token }),
    end: addressFor(house, site, routes.endFollow, { token }),
  }
}
