import type { Translate } from '#kernel/locale.ts'
import type { Site } from '#kernel/site.ts'
import { sendLetter } from '#platform/mail'
import { addressMark } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { ParticipationTables } from '../../store/tables.ts'

/** Sends the link by which somebody with a confirmed address votes. The address stands in the mail queue, until seven days after it was sent, and nowhere else. */
export async function sendMailPass(
  house: ParticipationHouse,
  site: Site,
  { procedure, email, href, t }: { procedure: Procedure; email: string; href: string; t: Translate },
): Promise<void> {
  const mark = addressMark(house.config.ALLMENDE_SECRET, 'participation', email)
  if (!(await mayWriteTo(house, 'participation', mark, mailsToOneAddress))) return
  await publicDb(house, site)
    .transaction()
    .execute((trx) =>
      sendLetter<ParticipationTables>(house.mail, trx, t, {
        site,
        to: email,
        subject: t('participation.vote.letter.subject', { title: procedure.title }),
        paragraphs: [t('participation.vote.letter.text', { title: procedure.title })],
        ways: [{ text: t('participation.vote.letter.open'), href }],
        reason: t('participation.vote.letter.reason'),
      }),
    )
}
