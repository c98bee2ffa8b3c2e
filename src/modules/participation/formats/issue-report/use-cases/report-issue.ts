import { createHash, randomUUID } from 'node:crypto'
import { lookFirst } from '#catalogue'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { linkSecret, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../../house.ts'
import { numberOf, type Procedure } from '../../../model/procedure.ts'
import { insertSubmission } from '../../../store/submission-store.ts'
import { isRefused } from '../../../use-cases/refused.ts'
import type { Receipt } from '../../../use-cases/submit.ts'
import { expected, settingsOf } from '../issue-settings.ts'
import type { ReportDraft } from '../read-report.ts'
import { attachPhoto } from '../store/photo-store.ts'
import { issueOfKey, noteClient, noteKey } from '../store/sent-store.ts'

/** How a report came, besides its words. */
export interface Sending {
  readonly lang: string
  /** Made by the sender; the same key makes one report, however often it is sent. */
  readonly key?: string | undefined
  /** Fingerprint of the key of the program that sends it. */
  readonly client?: Buffer | undefined
  /** Secret of a photo that came before. */
  readonly photo?: string | undefined
  /** With which programs ask for the number later. */
  readonly token?: string | undefined
}

/** A report that is there. */
export interface SentReport extends Receipt {
  /** It was there already: this was sent again. */
  readonly again: boolean
}

type About = Pick<Procedure, 'id' | 'prefix' | 'moderation' | 'settings'>

class Unknown extends Error {}

/** What is kept of a key: nobody who reads the database can send with it. */
export const keyHash = (key: string): Buffer => createHash('sha256').update(key).digest()

const isTaken = (error: unknown): boolean =>
  (error as { code?: string; table?: string } | null)?.code === '23505' &&
  (error as { table?: string }).table === 'participation_issue_key'

/**
 * Keeps a report: its submission, its photo, its keys, in one transaction. The database decides whether it is time (`closed`), whether the
 * program may report (`client`), and that one key makes one report.
 */
export async function reportIssue(
  house: ParticipationHouse,
  site: Site,
  procedure: About,
  draft: ReportDraft,
  sending: Sending,
): Promise<Result<SentReport, 'closed' | 'client'>> {
  const key = sending.key ? keyHash(`${procedure.id}:${sending.key}`) : undefined
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/submission', id)
  const photo = sending.photo ? secretHash(sending.photo) : undefined
  const findings = lookFirst(draft.title, draft.body, draft.place ?? '', ...Object.values(draft.answers)).filter(
    (one) => !expected.includes(one),
  )
  const waits = findings.length > 0 || procedure.moderation === 'before'
  const photosWait = settingsOf(procedure.settings).photos === 'before'
  try {
    const { number, receivedAt } = await withSecret(publicDb(house, site), hash, async (trx) => {
      const made = await insertSubmission(trx, {
        id,
        tenant: site.id,
        procedure: procedure.id,
        state: waits ? 'waiting' : 'public',
        draft,
        answers: draft.answers,
        channel: 'web',
        identity: 'none',
        lang: sending.lang,
        stems: wordStems(`${draft.title} ${draft.body}`),
        findings,
        secretHash: hash,
      })
      if (photo) await attachPhoto(trx, { photo, report: hash }, id, photosWait ? 'waiting' : 'public')
      if (sending.client && !(await noteClient(trx, sending.client))) throw new Unknown()
      if (key) await noteKey(trx, site.id, key, id)
      if (sending.token) await noteKey(trx, site.id, keyHash(sending.token), id)
      return made
    })
    return ok({ id, number: numberOf(procedure.prefix, number), receivedAt, token, waits, again: false })
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    if (error instanceof Unknown) return fail('client')
    if (!key || !isTaken(error)) throw error
    const sent = await sentBefore(house, site, key)
    if (!sent) throw error
    return ok(sent)
  }
}

/** The report that came with a key before, with the link that its sender got then: whoever has the key has sent it. */
async function sentBefore(house: ParticipationHouse, site: Site, key: Buffer): Promise<SentReport | undefined> {
  const sent = await issueOfKey(publicDb(house, site), key)
  return (
    sent && {
      id: sent.submission,
      number: numberOf(sent.prefix, sent.number),
      receivedAt: sent.receivedAt,
      token: linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', sent.submission),
      waits: sent.state === 'waiting',
      again: true,
    }
  )
}
