import type { Site } from '#kernel/site.ts'
import { addressMark } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { Shown } from '../../model/proof.ts'
import { sendWords, wordsIn } from '../follow/letter.ts'
import { mailMark, readPass, writePass } from './pass.ts'

/** How long the link of such a mail may be pressed. */
const week = 7 * 86_400

/**
 * Sends the link by which somebody goes on with a confirmed address. Nothing is kept meanwhile: what the link says is signed. The address
 * is in the mail alone. False where it was written to so often today that it gets no more.
 */
export async function sendPass(
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  given: { readonly email: string; readonly lang: string; readonly href: (pass: string) => string },
): Promise<boolean> {
  const { ALLMENDE_SECRET: secret } = house.config
  const address = addressMark(secret, 'participation', given.email)
  if (!(await mayWriteTo(house, 'participation', address, mailsToOneAddress))) return false
  const shown: Shown = { level: 'email', mark: mailMark(secret, procedure.id, address) }
  const t = wordsIn(given.lang)
  const { title } = procedure
  await publicDb(house, site)
    .transaction()
    .execute((trx) =>
      sendWords(house, trx, given.lang, {
        site,
        to: given.email,
        subject: t('participation.proof.letter.subject', { title }),
        paragraphs: [t('participation.proof.letter.pass', { title }), t('participation.proof.letter.days')],
        ways: [
          {
            text: t('participation.proof.letter.go-on'),
            href: given.href(writePass(secret, procedure.id, shown, house.now(), week)),
          },
        ],
        reason: t('participation.proof.letter.reason'),
      }),
    )
  return true
}

/** What such a link shows; undefined for one that we did not sign or that is over. */
export const passOfMail = (house: Pick<ParticipationHouse, 'config'>, procedure: string, pass: string, now: Date) => {
  const shown = readPass(house.config.ALLMENDE_SECRET, procedure, pass, now)
  return shown?.level === 'email' ? shown : undefined
}
