import { randomUUID } from 'node:crypto'
import { fail, ok } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'
import { longestQuestion, readReason, rewordedFor, takenOutFor } from '../../model/moderation.ts'
import { longest } from '../../model/submission.ts'
import { insertCommentTalk } from '../../store/comment-talk.ts'
import {
  countCommentAct,
  moderateComment,
  moderatedSubmission,
  moveComment,
  rewordComment,
} from '../../store/moderation-store.ts'
import type { Trx } from '../staff-act.ts'
import { type Acted, actOnComment, type Moderation } from './act.ts'

interface Given {
  readonly id: string
  readonly stand: string
  readonly notice?: string
}

/** Publishes a comment that waited or was hidden. */
export const publishComment = (trx: Trx, by: Moderation, given: Given): Promise<Acted> =>
  actOnComment(trx, by, given, 'publish-comment', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'hidden') return fail('not-now')
    await moderateComment(trx, one.id, 'public')
    return ok(one.state === 'hidden' ? { act: 'shown', code: 'checked' } : { act: 'published' })
  })

/** Does not publish a comment, or takes it out again. */
export const hideComment = (trx: Trx, by: Moderation, given: Given & { code: string; reason: string }): Promise<Acted> =>
  actOnComment(trx, by, given, 'hide-comment', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'public') return fail('not-now')
    const read = readReason(takenOutFor, given.code, given.reason)
    if (!read.ok) return read
    await moderateComment(trx, one.id, 'hidden')
    return ok({ act: 'hidden', code: read.value.code, body: read.value.sentence })
  })

/** Puts a comment, with what answers it, under the submission it is about. */
export const moveCommentTo = (trx: Trx, by: Moderation, given: Given & { into: string }): Promise<Acted> =>
  actOnComment(trx, by, { ...given, with: [given.into] }, 'move-comment', async (one) => {
    if (one.state === 'withdrawn') return fail('not-now')
    if (given.into === one.submission) return fail([{ field: 'into', fault: 'same' }])
    const target = await moderatedSubmission(trx, one.tenant, given.into)
    if (!target || target.procedure !== one.procedure || target.state !== 'public')
      return fail([{ field: 'into', fault: 'unknown' }])
    await moveComment(trx, one.id, target.id)
    return ok({ act: 'moved', code: 'belongs' })
  })

/** Asks the author of a comment something; only the two of them read it. */
export const askCommentAuthor = (trx: Trx, by: Moderation, given: Given & { question: string }): Promise<Acted> =>
  actOnComment(trx, by, given, 'ask-comment-author', async (one) => {
    if (one.state === 'withdrawn') return fail('not-now')
    const body = severalLines(given.question)
    if (!body) return fail([{ field: 'question', fault: 'missing' }])
    if (body.length > longestQuestion) return fail([{ field: 'question', fault: 'long' }])
    const { tenant, procedure, id } = one
    await insertCommentTalk(trx, {
      id: randomUUID(),
      tenant,
      procedure,
      comment: id,
      kind: 'question',
      body,
      person: by.clerk.id,
    })
    await countCommentAct(trx, id)
    return ok(undefined)
  })

/** Another wording of a comment; the former one is kept. */
export const rewordCommentTo = (
  trx: Trx,
  by: Moderation,
  given: Given & { body: string; code: string; reason: string },
): Promise<Acted> =>
  actOnComment(trx, by, given, 'reword-comment', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'public') return fail('not-now')
    const body = severalLines(given.body)
    if (!body) return fail([{ field: 'body', fault: 'missing' }])
    if (body.length > longest.body) return fail([{ field: 'body', fault: 'long' }])
    if (body === one.body) return fail([{ field: 'body', fault: 'same' }])
    const read = readReason(rewordedFor, given.code, given.reason)
    if (!read.ok) return read
    await rewordComment(trx, one, body, read.value.code)
    return ok({ act: 'reworded', code: read.value.code, body: read.value.sentence })
  })
