import { randomUUID } from 'node:crypto'
import { lookFirst } from '#catalogue'
import { fail, ok } from '#kernel/result.ts'
import { oneLine, severalLines } from '#kernel/text.ts'
import { wordStems } from '#platform/search'
import { longestQuestion, readReason, rewordedFor, takenOutFor } from '../../model/moderation.ts'
import { longest } from '../../model/submission.ts'
import { insertTalk } from '../../store/answer-talk.ts'
import { blankAuthor, countAct, moderateSubmission } from '../../store/moderation-store.ts'
import { reword } from '../../store/submission-store.ts'
import type { Trx } from '../staff-act.ts'
import { type Acted, actOnSubmission, type Moderation } from './act.ts'

interface Given {
  readonly id: string
  readonly stand: string
  readonly notice?: string
}

/** Publishes what waited, or what was hidden: then it is said in the protocol, too. */
export const publishSubmission = (trx: Trx, by: Moderation, given: Given): Promise<Acted> =>
  actOnSubmission(trx, by, given, 'publish-submission', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'hidden') return fail('not-now')
    await moderateSubmission(trx, one.id, 'public')
    return ok(one.state === 'hidden' ? { act: 'shown', code: 'checked' } : { act: 'published' })
  })

/** Does not publish it, or takes it out again; the author is told why. */
export const hideSubmission = (trx: Trx, by: Moderation, given: Given & { code: string; reason: string }): Promise<Acted> =>
  actOnSubmission(trx, by, given, 'hide-submission', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'public') return fail('not-now')
    const read = readReason(takenOutFor, given.code, given.reason)
    if (!read.ok) return read
    await moderateSubmission(trx, one.id, 'hidden')
    return ok({ act: 'hidden', code: read.value.code, body: read.value.sentence })
  })

/** Asks the author something; only the two of them read it. */
export const askAuthor = (trx: Trx, by: Moderation, given: Given & { question: string }): Promise<Acted> =>
  actOnSubmission(trx, by, given, 'ask-author', async (one) => {
    if (one.state === 'withdrawn') return fail('not-now')
    const body = severalLines(given.question)
    if (!body) return fail([{ field: 'question', fault: 'missing' }])
    if (body.length > longestQuestion) return fail([{ field: 'question', fault: 'long' }])
    await insertTalk(trx, {
      id: randomUUID(),
      tenant: one.tenant,
      procedure: one.procedure,
      submission: one.id,
      kind: 'question',
      body,
      person: by.clerk.id,
    })
    await countAct(trx, one.id)
    return ok(undefined)
  })

/** Another wording, because something must not stand there: the former one is kept, the original stays as it came, the reason is public. */
export const rewordSubmission = (
  trx: Trx,
  by: Moderation,
  given: Given & { title: string; body: string; withoutAuthor: boolean; code: string; reason: string },
): Promise<Acted> =>
  actOnSubmission(trx, by, given, 'reword-submission', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'public') return fail('not-now')
    const title = oneLine(given.title)
    const body = severalLines(given.body)
    if (title.length < 5) return fail([{ field: 'title', fault: title ? 'short' : 'missing' }])
    if (title.length > longest.title) return fail([{ field: 'title', fault: 'long' }])
    if (!body) return fail([{ field: 'body', fault: 'missing' }])
    if (body.length > longest.body) return fail([{ field: 'body', fault: 'long' }])
    if (title === one.title && body === one.body && !given.withoutAuthor) return fail([{ field: 'body', fault: 'same' }])
    const read = readReason(rewordedFor, given.code, given.reason)
    if (!read.ok) return read
    const { category, place, geometry } = one
    await reword(
      trx,
      one,
      { title, body, ...(category ? { category } : {}), ...(place ? { place } : {}), ...(geometry ? { geometry } : {}) },
      {
        who: 'staff',
        reason: read.value.code,
        state: one.state,
        findings: lookFirst(title, body, place ?? ''),
        stems: wordStems(`${title} ${body}`),
      },
    )
    if (given.withoutAuthor) await blankAuthor(trx, one.id)
    await countAct(trx, one.id)
    return ok({ act: 'reworded', code: read.value.code, body: read.value.sentence })
  })
