import { randomUUID } from 'node:crypto'
import { lookFirst } from '#catalogue'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { severalLines } from '#kernel/text.ts'
import { secretHash, secretLink, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../house.ts'
import type { CommentDraft } from '../model/comment.ts'
import type { Procedure } from '../model/procedure.ts'
import type { Proof } from '../model/proof.ts'
import { longest, type Submission } from '../model/submission.ts'
import type { AnswerRow } from '../store/answer-store.ts'
import { commentOfSecret, insertComment, type OwnComment, threadOf, withdrawComment } from '../store/comment-store.ts'
import { commentTalk, insertCommentTalk } from '../store/comment-talk.ts'
import { type Statement, statementsOnComment } from '../store/moderation-store.ts'
import { type Objection, objectionsTo } from '../store/objection-store.ts'
import { procedureById } from '../store/procedure-store.ts'
import { showProof } from '../store/proof-store.ts'
import { submissionById } from '../store/submission-store.ts'
import { isRefused } from './refused.ts'

/** What is written of a comment's draft: whether staff looks first. */
export function newComment(procedure: Procedure, submission: string, draft: CommentDraft, lang: string) {
  const findings = lookFirst(draft.body, draft.author ?? '')
  return {
    tenant: procedure.tenant,
    procedure: procedure.id,
    submission,
    state: findings.length > 0 || procedure.moderation === 'before' ? ('waiting' as const) : ('public' as const),
    draft,
    lang,
    findings,
  }
}

/**
 * Keeps a comment under a submission. The database decides in the same statement whether it is still time. Gives the secret part of the
 * link to withdraw it; `closed` when the time is over, `no-parent` when what it answers is not there.
 */
export async function comment(
  house: ParticipationHouse,
  site: Site,
  procedure: Procedure,
  submission: Submission,
  draft: CommentDraft,
  lang: string,
  proof?: Proof,
): Promise<Result<{ readonly token: string; readonly waits: boolean }, 'closed' | 'no-parent'>> {
  const db = publicDb(house, site)
  // Also what is a reply itself has no place for another below it.
  if (draft.parent && !(await threadOf(db, submission.id, draft.parent, { limit: 0 }))) return fail('no-parent')
  const id = randomUUID()
  const { token, hash } = secretLink(house.config.ALLMENDE_SECRET, 'participation/comment', id)
  const written = newComment(procedure, submission.id, draft, lang)
  try {
    await withSecret(db, hash, async (trx) => {
      await showProof(trx, proof)
      await insertComment(trx, { ...written, id, identity: proof?.level ?? 'none', secretHash: hash })
    })
    return ok({ token, waits: written.state === 'waiting' })
  } catch (error) {
    if (isRefused(error)) return fail('closed')
    throw error
  }
}

/** A comment as its author sees it. */
export interface OwnCommentShown {
  readonly comment: OwnComment
  readonly procedure: Procedure
  /** Undefined when it is public no longer. */
  readonly submission: Submission | undefined
  /** What staff did with it and why, and what the author said against that. */
  readonly statements: readonly Statement[]
  readonly objections: readonly Objection[]
  /** Questions of the office and what was replied. */
  readonly talk: readonly AnswerRow[]
}

/** What stands behind the secret link of a comment; undefined when there is nothing. */
export async function ownComment(house: ParticipationHouse, site: Site, token: string): Promise<OwnCommentShown | undefined> {
  const hash = secretHash(token)
  if (!hash) return undefined
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await commentOfSecret(trx, site.id, hash)
    const procedure = found && (await procedureById(trx, site.id, found.procedure))
    if (!found || !procedure) return undefined
    const statements = (await statementsOnComment(trx, found.id)).filter((one) => one.act !== 'published')
    const ids = statements.map((one) => one.id)
    return {
      comment: found,
      procedure,
      submission: await submissionById(trx, found.submission),
      statements,
      objections: await objectionsTo(trx, ids, 'author'),
      talk: await commentTalk(trx, found.id),
    }
  })
}

/** The author's answer to a question of the office; only the two of them read it. */
export async function replyOnComment(
  house: ParticipationHouse,
  site: Site,
  token: string,
  text: string,
): Promise<Result<true, 'gone' | 'missing' | 'long'>> {
  const hash = secretHash(token)
  const body = severalLines(text)
  if (!body) return fail('missing')
  if (body.length > longest.body) return fail('long')
  if (!hash) return fail('gone')
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await commentOfSecret(trx, site.id, hash)
    if (!found || found.state === 'withdrawn') return fail('gone')
    const { id, procedure } = found
    await insertCommentTalk(trx, { id: randomUUID(), tenant: site.id, procedure, comment: id, kind: 'reply', body })
    return ok(true)
  })
}

/** Takes a comment back: it is public no longer, its words go after 30 days. False when there is none. */
export async function withdrawOwnComment(house: ParticipationHouse, site: Site, token: string): Promise<boolean> {
  const hash = secretHash(token)
  if (!hash) return false
  return withSecret(publicDb(house, site), hash, async (trx) => {
    const found = await commentOfSecret(trx, site.id, hash)
    if (found) await withdrawComment(trx, site.id, found.id)
    return found !== undefined
  })
}
