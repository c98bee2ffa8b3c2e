import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { severalLines } from '#kernel/text.ts'
import { wordStems } from '#platform/search'
import { secretHash, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import type { Decision } from '../model/decision.ts'
import { type Phase, type Procedure, phaseFor } from '../model/procedure.ts'
import { longest, type Submission, type SubmissionDraft } from '../model/submission.ts'
import { type AnswerRow, answersOf } from '../store/answer-store.ts'
import { insertTalk } from '../store/answer-talk.ts'
import { decisionOf } from '../store/decision-store.ts'
import { type Statement, statementsOn } from '../store/moderation-store.ts'
import { type Objection, objectionsTo } from '../store/objection-store.ts'
import { phasesOf, procedureById } from '../store/procedure-store.ts'
import { reword, setSubmissionState, submissionById, submissionOfSecret } from '../store/submission-store.ts'
import { findingsIn } from './look-at-words.ts'

/** A submission as its author sees it. */
export interface OwnSubmission {
  readonly submission: Submission
  readonly procedure: Procedure
  readonly phases: readonly Phase[]
  readonly answers: readonly AnswerRow[]
  /** What staff decided about it, newest first, and what its author objected. */
  readonly statements: readonly Statement[]
  readonly objections: readonly Objection[]
  /** The one it was merged into. */
  readonly into: Submission | undefined
  readonly decision?: Decision | undefined
}

/** What stands behind a secret link; undefined when there is nothing. */
export async function ownSubmission(house: ParticipationHouse, site: Site, token: string): Promise<OwnSubmission | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const submission = await submissionOfSecret(trx, site.id, hash)
    const procedure = submission && (await procedureById(trx, site.id, submission.procedure))
    if (!submission || !procedure) return undefined
    const statements = await statementsOn(trx, submission.id)
    return {
      submission,
      procedure,
      phases: await phasesOf(trx, procedure.id),
      answers: await answersOf(trx, submission.id, ['answer', 'question', 'reply']),
      statements,
      objections: await objectionsTo(
        trx,
        statements.map((one) => one.id),
        'author',
      ),
      into: submission.mergedInto ? await submissionById(trx, submission.mergedInto) : undefined,
      decision: await decisionOf(trx, submission.decision),
    }
  })
}

/** Whether the author may still change the words: as long as others may hand in, and nobody answered. */
export const mayCorrect = ({ submission, phases }: Pick<OwnSubmission, 'submission' | 'phases'>, now: Date): boolean =>
  (submission.state === 'public' || submission.state === 'waiting') &&
  submission.outcome === null &&
  phaseFor(phases, 'submit', now) !== undefined

/** New words for what was not answered yet; they are looked at like the first ones, and the former ones are kept. */
export async function correctOwn(
  house: ParticipationHouse,
  site: Site,
  token: string,
  draft: SubmissionDraft,
): Promise<Result<true, 'gone' | 'too-late'>> {
  const hash = secretHash(token)
  if (!hash) return fail('gone')
  return withSecret(publicDb(house, site), hash, async (trx) => {
    // Staff may hide, merge or answer it at this very moment: what is locked counts.
    const submission = await submissionOfSecret(trx, site.id, hash, true)
    const procedure = submission && (await procedureById(trx, site.id, submission.procedure))
    if (!submission || !procedure) return fail('gone')
    if (!mayCorrect({ submission, phases: await phasesOf(trx, procedure.id) }, house.now())) return fail('too-late')
    const findings = findingsIn(procedure, draft.title, draft.body, draft.place ?? '')
    await reword(trx, submission, draft, {
      who: 'author',
      reason: '',
      // What staff looks at stays with staff: a harmless correction does not publish by itself what was stopped.
      state: findings.length > 0 || submission.state === 'waiting' || procedure.moderation === 'before' ? 'waiting' : 'public',
      findings,
      stems: wordStems(`${draft.title} ${draft.body}`),
    })
    return ok(true)
  })
}

/** Takes a submission back: it is public no longer, its words go after 30 days. Withdrawing twice changes nothing. */
export async function withdrawOwn(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const submission = await submissionOfSecret(trx, site.id, hash)
    if (!submission) return false
    await setSubmissionState(trx, site.id, submission.id, ['waiting', 'public', 'hidden'], 'withdrawn')
    return true
  })
}

/** The author's answer to a question of the office; only the two of them read it. */
export async function replyOwn(
  house: ParticipationHouse,
  site: Site,
  token: string,
  text: string,
): Promise<Result<true, 'gone' | 'too-late' | 'missing' | 'long'>> {
  const hash = secretHash(token)
  const body = severalLines(text)
  if (!body) return fail('missing')
  if (body.length > longest.body) return fail('long')
  if (!hash) return fail('gone')
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const submission = await submissionOfSecret(trx, site.id, hash)
    if (!submission) return fail('gone')
    if (submission.state === 'withdrawn') return fail('too-late')
    const { tenant, procedure, id } = submission
    await insertTalk(trx, { id: randomUUID(), tenant, procedure, submission: id, kind: 'reply', body })
    return ok(true)
  })
}
