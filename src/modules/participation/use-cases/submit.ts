import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import { numberOf, type Procedure } from '../model/procedure.ts'
import type { SubmissionDraft } from '../model/submission.ts'
import { insertSubmission } from '../store/submission-store.ts'
import { findingsIn } from './look-at-words.ts'
import { isRefused } from './refused.ts'

/** What whoever handed something in gets in return. */
export interface Receipt {
  readonly id: string
  readonly number: string
  readonly receivedAt: Date
  /** The secret part of the link to follow, correct and withdraw it. */
  readonly token: string
  /** Staff looks at it first. */
  readonly waits: boolean
}

/**
 * Keeps what somebody hands in, under its number, with its original. The database decides in the same statement whether it is still
 * time; `closed` when it is not.
 */
export async function submit(
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  draft: SubmissionDraft,
  lang: string,
  /** What its format asks besides. No words of people: those stand in the draft, where they are looked at. */
  answers: Readonly<Record<string, unknown>> = {},
): Promise<Result<Receipt, 'closed'>> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/submission', id)
  const findings = findingsIn(procedure, draft.title, draft.body, draft.place ?? '', draft.author ?? '')
  const waits = findings.length > 0 || procedure.moderation === 'before'
  try {
    const { number, receivedAt } = await withSecret(publicDb(house, site), hash, (trx) =>
      insertSubmission(trx, {
        id,
        tenant: site.id,
        procedure: procedure.id,
        state: waits ? 'waiting' : 'public',
        draft,
        answers,
        channel: 'web',
        identity: 'none',
        lang,
        stems: wordStems(`${draft.title} ${draft.body}`),
        findings,
        secretHash: hash,
      }),
    )
    return ok({ id, number: numberOf(procedure.prefix, number), receivedAt, token, waits })
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}
