import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import { addressMark, secretHash, withSecret } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import {
  confirmFollowOfSecret,
  deleteFollow,
  type Follow,
  followOfSecret,
  insertFollow,
  type Rhythm,
} from '../../store/follow-store.ts'
import { followLinks, sendWords, wordsIn } from './letter.ts'

/** What somebody wants to be told of. */
export interface WantedFollow {
  readonly procedure?: { readonly id: string; readonly title: string } | undefined
  /** Where it is a project, not a procedure. */
  readonly project?: { readonly id: string; readonly title: string } | undefined
  readonly submission?: { readonly id: string; readonly number: string } | undefined
  /** The own comment; its number is that of the submission it stands under. */
  readonly comment?: { readonly id: string; readonly number: string } | undefined
  readonly author?: boolean
  readonly rhythm: Rhythm
  readonly email: string
  readonly lang: string
}

/**
 * Keeps the wish to be told and writes the one mail that asks whether the address wants it. Nothing else is sent until its button is
 * pressed. Whether the address is known is told to nobody. The mail is queued with the row, or neither is there.
 */
export async function follow(house: ParticipationHouse, site: Site, wanted: WantedFollow): Promise<void> {
  const mark = addressMark(house.config.ALLMENDE_SECRET, 'participation', wanted.email)
  if (!(await mayWriteTo(house, 'participation', mark, mailsToOneAddress))) return
  const id = randomUUID()
  const { hash, manage } = followLinks(house, site, id)
  const t = wordsIn(wanted.lang)
  const { procedure, submission, comment, project } = wanted
  const title = (procedure ?? project)?.title ?? ''
  const kind = comment ? 'comment' : wanted.author ? 'author' : submission ? 'submission' : project ? 'project' : 'procedure'
  const under = (submission ?? comment)?.number
  const label = under ? `${under}, ${title}` : title
  await withSecret(publicDb(house, site), hash, async (trx) => {
    await insertFollow(trx, {
      id,
      tenant: site.id,
      procedure: procedure?.id ?? null,
      project: project?.id ?? null,
      submission: submission?.id ?? null,
      comment: comment?.id ?? null,
      author: wanted.author === true,
      rhythm: wanted.rhythm,
      lang: wanted.lang,
      email: wanted.email,
      secretHash: hash,
      addressMark: mark,
    })
    await sendWords(house, trx, wanted.lang, {
      site,
      to: wanted.email,
      subject: t('participation.letter.confirm.subject', { label }),
      paragraphs: [t(`participation.letter.confirm.${kind}`, { label, name: site.name }), t('participation.letter.confirm.how')],
      ways: [{ text: t('participation.letter.confirm.way'), href: manage }],
      reason: t('participation.letter.confirm.reason', { name: site.name }),
      validUntil: new Date(house.now().getTime() + 7 * 86_400_000),
    })
  })
}

/** What a secret link stands for; looking changes nothing. */
export async function findFollow(house: ParticipationHouse, site: Site, token: string): Promise<Follow | undefined> {
  const hash = secretHash(token)
  return hash ? withSecret(publicDb(house, site), hash, (trx) => followOfSecret(trx, site.id, hash)) : undefined
}

/** The pressed button of the first mail; pressed again it changes nothing. */
export async function confirmFollow(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  return hash ? confirmFollowOfSecret(house.database.system, site.id, hash) : false
}

/** The end: row, address and what was still to be told go at once. Ending twice changes nothing. */
export async function endFollow(house: ParticipationHouse, site: Site, token: string): Promise<void> {
  const hash = secretHash(token)
  if (!hash) return
  await withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await followOfSecret(trx, site.id, hash)
    if (found) await deleteFollow(trx, found.id)
  })
}
