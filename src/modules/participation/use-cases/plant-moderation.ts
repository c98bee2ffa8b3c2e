import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import { secretLink } from '#platform/secret-link'
import { hiddenIdea, reportedIdea, waitingIdeas } from '../demo/moderation.ts'
import type { ParticipationHouse } from '../house.ts'
import { moderateSubmission, writeStatement } from '../store/moderation-store.ts'
import { insertNotice } from '../store/notice-store.ts'
import { procedureById } from '../store/procedure-store.ts'
import { listSubmissions } from '../store/submission-store.ts'
import { reportedAddress } from './notices/hand-in-notice.ts'
import { type Db, plantIdea } from './plant.ts'

/** Work for those who moderate the demonstration: what waits, what was hidden, what was reported. */
export async function plantModeration(
  trx: Db,
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  start: Date,
): Promise<void> {
  const where = { tenant: site.id, procedure }
  const cameOn = (day: number) => new Date(start.getTime() + day * 86_400_000 + 9 * 3_600_000)
  for (const { day, findings, ...draft } of waitingIdeas)
    await plantIdea(trx, house, where, { draft, at: cameOn(day), state: 'waiting', findings })
  const { day, code, reason, ...draft } = hiddenIdea
  const { submission } = await plantIdea(trx, house, where, { draft, at: cameOn(day), state: 'waiting' })
  await moderateSubmission(trx, submission, 'hidden')
  await writeStatement(trx, { ...where, submission, act: 'hidden', code, body: reason, person: null })
  await plantReport(trx, house, site, procedure)
}

/** Somebody reported the newest idea. */
async function plantReport(trx: Db, house: ParticipationHouse, site: Site, id: string): Promise<void> {
  const procedure = await procedureById(trx, site.id, id)
  const [one] = await listSubmissions(trx, id, {}, 'new', undefined, 1)
  if (!procedure || !one) return
  const { slug, prefix } = procedure
  const { number, title } = one
  const about = { procedure: id, slug, prefix, submission: one.id, number, title, comment: null, commentBody: null }
  const notice = randomUUID()
  await insertNotice(trx, {
    id: notice,
    tenant: site.id,
    about,
    address: reportedAddress(house, site, about),
    draft: reportedIdea,
    lang: 'de',
    secretHash: secretLink(house.config.ALLMENDE_SECRET, 'participation/notice', notice).hash,
    addressMark: undefined,
  })
}
