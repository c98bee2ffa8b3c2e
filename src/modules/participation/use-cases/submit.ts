import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { wordStems } from '#platform/search'
import { secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import { formatOf } from '../known-formats.ts'
import { numberOf, type Procedure } from '../model/procedure.ts'
import type { Proof } from '../model/proof.ts'
import type { SubmissionDraft } from '../model/submission.ts'
import { showProof } from '../store/proof-store.ts'
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

/** What is written of a draft that came through the portal: whether staff looks first, and its words for searching. */
export function newSubmission(procedure: Procedure, draft: SubmissionDraft, lang: string) {
  const findings = findingsIn(procedure, draft.title, draft.body, draft.place ?? '', draft.author ?? '')
  return {
    tenant: procedure.tenant,
    procedure: procedure.id,
    state:
      findings.length > 0 || procedure.moderation === 'before' || formatOf(procedure.format)?.looksFirst
        ? ('waiting' as const)
        : ('public' as const),
    draft,
    channel: 'web' as const,
    lang,
    stems: wordStems(`${draft.title} ${draft.body}`),
    findings,
  }
}

/**
 * Keeps what somebody hands in, under its number, with its original. The database decides in the same statement whether it is still
 * time, and whether what was shown is what the procedure wants; `closed` when it is not.
 */
export async function submit(
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  draft: SubmissionDraft,
  lang: string,
  /** What its format asks besides. No words of people: those stand in the draft, where they are looked at. */
  answers: Readonly<Record<string, unknown>> = {},
  proof?: Proof,
): Promise<Result<Receipt, 'closed'>> {
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/submission', id)
  const waits = newSubmission(procedure, draft, lang).state === 'waiting'
  try {
    const { number, receivedAt } = await withSecret(publicDb(house, site), hash, async (trx) => {
      await showProof(trx, proof)
      return insertSubmission(trx, {
        ...newSubmission(procedure, draft, lang),
        id,
        answers,
        identity: proof?.level ?? 'none',
        secretHash: hash,
      })
    })
    return ok({ id, number: numberOf(procedure.prefix, number), receivedAt, token, waits })
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}
