import { fail, ok } from '#kernel/result.ts'
import {
  leadBack,
  leadCommentsAlong,
  leadReactionsAlong,
  marksFrom,
  marksUnder,
  moderatedSubmission,
  moderateSubmission,
} from '../../store/moderation-store.ts'
import { remark } from '../reaction-mark.ts'
import type { Trx } from '../staff-act.ts'
import { type Acted, actOnSubmission, type Moderation } from './act.ts'

/**
 * Merges a submission into another of the same procedure: comments and reactions go along, who reacted to both counts once, its address
 * leads on. What arrives meanwhile waits for the lock and then goes where the rest went (trigger participation_follow_merge).
 */
export const mergeSubmission = (trx: Trx, by: Moderation, given: { id: string; stand: string; into: string }): Promise<Acted> =>
  actOnSubmission(trx, by, { ...given, with: [given.into] }, 'merge-submission', async (one) => {
    if (one.state !== 'waiting' && one.state !== 'public') return fail('not-now')
    if (given.into === one.id) return fail([{ field: 'into', fault: 'same' }])
    const target = await moderatedSubmission(trx, one.tenant, given.into)
    if (!target || target.procedure !== one.procedure || target.state !== 'public')
      return fail([{ field: 'into', fault: 'unknown' }])
    const secret = by.house.config.ALLMENDE_SECRET
    const marks = await marksUnder(trx, one.id)
    await leadReactionsAlong(
      trx,
      one.id,
      target.id,
      marks.map((old) => ({ old, fresh: remark(secret, old, one.id, target.id) })),
    )
    await leadCommentsAlong(trx, one.id, target.id)
    await moderateSubmission(trx, one.id, 'merged', target.id)
    return ok({ act: 'merged', code: 'same' })
  })

/** Undoes a merge: what came along goes back, what came later stays where it was said. */
export const splitSubmission = (trx: Trx, by: Moderation, given: { id: string; stand: string; into: string }): Promise<Acted> =>
  actOnSubmission(trx, by, { ...given, with: [given.into] }, 'split-submission', async (one) => {
    if (one.state !== 'merged' || one.mergedInto !== given.into) return fail('not-now')
    const target = await moderatedSubmission(trx, one.tenant, given.into)
    // Its comments went on with the other one: that has to be undone first.
    if (!target || target.state === 'merged') return fail('not-now')
    const secret = by.house.config.ALLMENDE_SECRET
    const marks = await marksFrom(trx, target.id, one.id)
    await moderateSubmission(trx, one.id, 'public')
    await leadBack(
      trx,
      one.id,
      target.id,
      marks.map((old) => ({ old, fresh: remark(secret, old, target.id, one.id) })),
    )
    return ok({ act: 'split', code: 'undone' })
  })
