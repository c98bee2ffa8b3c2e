import { randomUUID } from 'node:crypto'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { linkSecret, secretHash } from '#platform/secret-link'
import { hiddenIdea, reportedIdea, waitingIdeas } from '../demo/moderation.ts'
import type { ParticipationHouse } from '../house.ts'
import type { Procedure } from '../model/procedure.ts'
import { plantHidden, plantNotice, plantWaiting } from '../store/demonstration-moderation.ts'
import { backdate } from '../store/demonstration-store.ts'
import { procedureById } from '../store/procedure-store.ts'
import { insertSubmission, listSubmissions } from '../store/submission-store.ts'
import { reportedAddress } from './notices/hand-in-notice.ts'

type Db = ParticipationHouse['database']['system']

/** Work for those who moderate the demonstration: what waits, what was hidden, what was reported. */
export async function plantModeration(
  trx: Db,
  house: ParticipationHouse,
  site: Site,
  procedure: string,
  start: Date,
): Promise<void> {
  const owner = await procedureById(trx, site.id, procedure)
  if (!owner) return
  const plant = async (idea: { title: string; body: string; category: string; day: number }) => {
    const id = randomUUID()
    const hash = secretHash(linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', id))
    if (!hash) throw new Error('a secret of ours is no secret')
    const { title, body, category } = idea
    await insertSubmission(trx, {
      id,
      tenant: site.id,
      procedure,
      state: 'waiting',
      draft: { title, body, category },
      channel: 'web',
      identity: 'none',
      lang: 'de',
      stems: wordStems(`${title} ${body}`),
      findings: [],
      secretHash: hash,
    })
    await backdate(trx, id, new Date(start.getTime() + idea.day * 86_400_000 + 9 * 3_600_000))
    return id
  }
  for (const idea of waitingIdeas) await plantWaiting(trx, await plant(idea), idea.findings)
  const hidden = await plant(hiddenIdea)
  await plantHidden(trx, { tenant: site.id, procedure, submission: hidden }, hiddenIdea.code, hiddenIdea.reason)
  await plantReport(trx, house, site, owner)
}

async function plantReport(trx: Db, house: ParticipationHouse, site: Site, procedure: Procedure): Promise<void> {
  const [one] = await listSubmissions(trx, procedure.id, {}, 'new', undefined, 1)
  if (!one) return
  const address = reportedAddress(house, site, {
    procedure: procedure.id,
    slug: procedure.slug,
    prefix: procedure.prefix,
    submission: one.id,
    number: one.number,
    title: one.title,
    comment: null,
    commentBody: null,
  })
  await plantNotice(trx, { tenant: site.id, procedure: procedure.id, submission: one.id }, { ...reportedIdea, address })
}
