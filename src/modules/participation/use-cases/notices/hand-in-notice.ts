import { randomUUID } from 'node:crypto'
import { href } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import { addressMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import { type NoticeDraft, noticeNumber } from '../../model/notice.ts'
import { numberOf } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { type Statement, statementsForNotice } from '../../store/moderation-store.ts'
import { insertNotice, type Notice, noticeOfSecret, type Reported } from '../../store/notice-store.ts'
import { type Objection, objectionsTo } from '../../store/objection-store.ts'
import { noticeLink, sendWords, wordsIn } from '../follow/letter.ts'

/** The exact address of what is reported (DSA Art. 16 (2) b). */
export const reportedAddress = (house: Pick<ParticipationHouse, 'config'>, site: Site, about: Reported): string =>
  siteAddress(site, house.config.publicUrl) +
  href(routes.submission, { slug: about.slug, number: numberOf(about.prefix, about.number) }) +
  (about.comment ? `#kommentar-${about.comment}` : '')

/** Keeps a notice and confirms it by mail where there is an address (Art. 16 (4)). Gives the secret part of its link. */
export async function handInNotice(
  house: ParticipationHouse,
  site: Site,
  about: Reported,
  draft: NoticeDraft,
  lang: string,
): Promise<string> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/notice', id)
  const mark = draft.email ? addressMark(house.config.ALLMENDE_SECRET, 'participation', draft.email) : undefined
  const writes = mark !== undefined && (await mayWriteTo(house, 'participation', mark, mailsToOneAddress))
  await withSecret(publicDb(house, site), hash, async (trx) => {
    const address = reportedAddress(house, site, about)
    const number = noticeNumber(
      await insertNotice(trx, { id, tenant: site.id, about, address, draft, lang, secretHash: hash, addressMark: mark }),
    )
    if (!draft.email || !writes) return
    const t = wordsIn(lang)
    await sendWords(house, trx, lang, {
      site,
      to: draft.email,
      subject: t('participation.letter.notice-received.subject', { number }),
      paragraphs: [t('participation.letter.notice-received', { number, name: site.name, address })],
      ways: [{ text: t('participation.letter.notice.way'), href: noticeLink(house, site, id) }],
      reason: t('participation.letter.notice.reason', { name: site.name }),
    })
  })
  return token
}

/** A notice as whoever sent it sees it. */
export interface OwnNotice {
  readonly notice: Notice
  readonly statements: readonly Statement[]
  readonly objections: readonly Objection[]
}

/** What stands behind the secret link of a notice; undefined when there is nothing. */
export async function ownNotice(house: ParticipationHouse, site: Site, token: string): Promise<OwnNotice | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const notice = await noticeOfSecret(trx, site.id, hash)
    if (!notice) return undefined
    const statements = await statementsForNotice(trx, notice.id)
    const objections = await objectionsTo(
      trx,
      statements.map((one) => one.id),
      'notifier',
    )
    return { notice, statements, objections }
  })
}
