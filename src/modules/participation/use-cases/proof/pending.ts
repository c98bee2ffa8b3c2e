import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { addressMark, secretHash, secretLink, withSecret } from '#platform/secret-link'
import { mayWriteTo } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import type { CommentDraft } from '../../model/comment.ts'
import { mailsToOneAddress } from '../../model/limits.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Shown } from '../../model/proof.ts'
import type { Submission, SubmissionDraft } from '../../model/submission.ts'
import { proofRoutes } from '../../proof-routes.ts'
import { insertComment } from '../../store/comment-store.ts'
import {
  insertPending,
  markConfirmed,
  type Pending,
  type PendingKind,
  pendingOfSecret,
  showPending,
  tellSecret,
} from '../../store/pending-store.ts'
import { procedureById } from '../../store/procedure-store.ts'
import { putReaction, type ReactionValue } from '../../store/reaction-store.ts'
import { insertSubmission, submissionById } from '../../store/submission-store.ts'
import { newComment } from '../comment.ts'
import { addressFor, sendWords, wordsIn } from '../follow/letter.ts'
import { reactionMark } from '../reaction-mark.ts'
import { isRefused } from '../refused.ts'
import { newSubmission } from '../submit.ts'
import { mailMark, proofOf } from './pass.ts'

/** What somebody sent and has to confirm by mail. */
export type ToConfirm =
  | {
      readonly kind: 'submit'
      readonly draft: SubmissionDraft
      /** What its format asks besides. */
      readonly answers?: Readonly<Record<string, unknown>>
    }
  | { readonly kind: 'comment'; readonly submission: Submission; readonly draft: CommentDraft }
  | { readonly kind: 'rate'; readonly submission: Submission; readonly value: ReactionValue }

// The receipt's link and the one in the mail are the same secret: whoever confirms goes on with it.
const linkKind: Readonly<Record<PendingKind, string>> = {
  submit: 'participation/submission',
  comment: 'participation/comment',
  rate: 'participation/pending',
}

/**
 * Keeps something until its link is pressed, and writes the mail with the link: both, or neither. `closed`: the database's clock says it
 * is too late; `many`: this address was written to so often today that it gets no more.
 */
export async function keepUntilConfirmed(
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  given: { readonly what: ToConfirm; readonly email: string; readonly lang: string },
): Promise<Result<true, 'closed' | 'many'>> {
  const { what, email, lang } = given
  const { ALLMENDE_SECRET: secret } = house.config
  const mark = addressMark(secret, 'participation', email)
  if (!(await mayWriteTo(house, 'participation', mark, mailsToOneAddress))) return fail('many')
  const id = randomUUID()
  const { token, hash } = secretLink(secret, linkKind[what.kind], id)
  const t = wordsIn(lang)
  try {
    await withSecret(publicDb(house, site), hash, async (trx) => {
      await insertPending(trx, {
        id,
        tenant: site.id,
        procedure: procedure.id,
        kind: what.kind,
        submission: 'submission' in what ? what.submission.id : null,
        content: contentOf(what),
        lang,
        addressMark: mark,
        secretHash: hash,
      })
      await sendWords(house, trx, lang, {
        site,
        to: email,
        subject: t('participation.proof.letter.subject', { title: procedure.title }),
        paragraphs: [
          t(`participation.proof.letter.${what.kind}`, { title: procedure.title }),
          t('participation.proof.letter.days'),
        ],
        ways: [{ text: t('participation.proof.letter.open'), href: addressFor(house, site, proofRoutes.confirm, { token }) }],
        reason: t('participation.proof.letter.reason'),
      })
    })
    return ok(true)
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** What is kept of it: without the address, which is in the mail alone. */
function contentOf(what: ToConfirm): object {
  if (what.kind === 'rate') return { value: what.value }
  return { ...what.draft, email: undefined, ...('answers' in what ? { answers: what.answers } : {}) }
}

/** Something that waits, with the procedure it is for. */
export interface Waiting {
  readonly pending: Pending
  readonly procedure: Procedure
  /** What is commented or rated; undefined where that is public no longer. */
  readonly under: Submission | undefined
}

/** What waits behind the link of a mail; undefined when there is nothing. */
export async function findPending(house: ParticipationHouse, site: Site, token: string): Promise<Waiting | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const pending = await pendingOfSecret(trx, site.id, hash)
    const procedure = pending && (await procedureById(trx, site.id, pending.procedure))
    if (!pending || procedure?.state !== 'public') return undefined
    return { pending, procedure, under: pending.submission ? await submissionById(trx, pending.submission) : undefined }
  })
}

/** What was confirmed: what the browser may go on with, and the number of what was written under. */
export interface Confirmed {
  readonly waiting: Waiting
  readonly shown: Shown
  readonly number?: string
}

/** Lets what waits count, as of when it came. Pressing twice is once. `gone`: nothing waits there; `over`: too long ago, or it has no place any more. */
export async function confirmPending(
  house: ParticipationHouse,
  site: Site,
  token: string,
): Promise<Result<Confirmed, 'gone' | 'over'>> {
  const { ALLMENDE_SECRET: secret } = house.config
  const hash = secretHash(token)
  const waiting = await findPending(house, site, token)
  if (!hash || !waiting) return fail('gone')
  const { procedure, under } = waiting
  const shown: Shown = { level: 'email', mark: mailMark(secret, procedure.id, waiting.pending.addressMark) }
  const number = under && numberOf(procedure.prefix, under.number)
  const done = ok({ waiting, shown, ...(number ? { number } : {}) })
  try {
    return await withSecret(publicDb(house, site), hash, async (trx) => {
      const pending = await pendingOfSecret(trx, site.id, hash, true)
      if (!pending) return fail('gone')
      if (pending.confirmedAt) return done
      if (pending.over || (pending.kind !== 'submit' && under?.state !== 'public')) return fail('over')
      await showPending(trx, hash)
      const { number: person } = proofOf(secret, procedure.id, shown)
      await write(trx, pending, procedure, { number: person, secret, hash })
      await markConfirmed(trx, pending.id)
      return done
    })
  } catch (error) {
    if (isRefused(error)) return fail('over')
    throw error
  }
}

/** Writes what waited where it belongs, under the id it waited with. */
async function write(
  trx: Parameters<typeof insertPending>[0],
  { id, kind, submission, content, lang }: Pending,
  procedure: Procedure,
  by: { readonly number: string; readonly secret: string; readonly hash: Buffer },
): Promise<void> {
  const said = { id, identity: 'email', secretHash: by.hash, confirms: true } as const
  if (kind === 'submit') {
    const { answers = {}, ...draft } = content as SubmissionDraft & { readonly answers?: Readonly<Record<string, unknown>> }
    await insertSubmission(trx, { ...newSubmission(procedure, draft, lang), answers, ...said })
  }
  if (kind === 'comment')
    await insertComment(trx, { ...newComment(procedure, submission ?? '', content as CommentDraft, lang), ...said })
  if (kind === 'rate') {
    const mark = reactionMark(by.secret, by.number, submission ?? '')
    const what = { tenant: procedure.tenant, procedure: procedure.id, submission: submission ?? '', mark }
    await tellSecret(trx, mark)
    await putReaction(trx, { ...what, identity: 'email', confirms: id }, (content as { value: ReactionValue }).value)
  }
}
