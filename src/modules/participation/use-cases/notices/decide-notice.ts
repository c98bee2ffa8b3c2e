import { fail, ok, type Result } from '#kernel/result.ts'
import { severalLines } from '#kernel/text.ts'
import { longestReason, takenOutFor } from '../../model/moderation.ts'
import { noticeDecisions, noticeNumber } from '../../model/notice.ts'
import { moderatedThing, statementsOn, statementsOnComment, writeStatement } from '../../store/moderation-store.ts'
import { type Notice, noticeById, setNoticeDecided } from '../../store/notice-store.ts'
import { wakeNews } from '../follow/wake-news.ts'
import type { Moderation } from '../moderate/act.ts'
import { hideComment } from '../moderate/moderate-comment.ts'
import { hideSubmission } from '../moderate/moderate-submission.ts'
import { asStaff, noteStaffAct, type Trx } from '../staff-act.ts'

/** What is wrong with a decision; texts `participation.decide.fault.<field>.<fault>`. */
export interface DecisionFault {
  readonly field: 'decision' | 'code' | 'reason'
  readonly fault: 'missing' | 'unknown' | 'long' | 'not-reworded'
}

export type Decided = Result<true, 'gone' | 'stale' | readonly DecisionFault[]>

export interface Decision {
  readonly decision: string
  readonly code: string
  readonly reason: string
  /** What the reported thing looked like when the form was made. */
  readonly stand: string
}

function read(given: Decision): Result<{ decision: (typeof noticeDecisions)[number]; reason: string }, DecisionFault[]> {
  const decision = noticeDecisions.find((one) => one === given.decision)
  const reason = severalLines(given.reason)
  const faults: DecisionFault[] = []
  if (!decision) faults.push({ field: 'decision', fault: given.decision ? 'unknown' : 'missing' })
  if (!reason) faults.push({ field: 'reason', fault: 'missing' })
  if (reason.length > longestReason) faults.push({ field: 'reason', fault: 'long' })
  if (decision === 'hidden' && !takenOutFor.some((one) => one === given.code))
    faults.push({ field: 'code', fault: given.code ? 'unknown' : 'missing' })
  return faults.length > 0 || !decision ? fail(faults) : ok({ decision, reason })
}

/** Takes it out with the reasons; what somebody took out meanwhile gets the reasons alone. Undefined: done. */
async function takeOut(trx: Trx, by: Moderation, notice: Notice, given: Decision, reason: string): Promise<'stale' | undefined> {
  const now = await moderatedThing(trx, notice.tenant, notice)
  if (!now) return 'stale'
  if (now.state !== 'public' && now.state !== 'waiting') {
    await stated(trx, by, notice, 'hidden', given.code, reason)
    return undefined
  }
  const act = { id: now.id, stand: given.stand, notice: notice.id, code: given.code, reason }
  const done = notice.comment ? await hideComment(trx, by, act) : await hideSubmission(trx, by, act)
  return done.ok ? undefined : 'stale'
}

const stated = (trx: Trx, by: Moderation, notice: Notice, act: 'hidden' | 'kept' | 'reworded', code: string, body: string) =>
  writeStatement(trx, {
    tenant: notice.tenant,
    procedure: notice.procedure,
    submission: notice.submission,
    comment: notice.comment ?? undefined,
    act,
    code,
    body,
    notice: notice.id,
    person: by.clerk.id,
    quiet: true,
  })

async function wasReworded(trx: Trx, notice: Notice): Promise<boolean> {
  const acts = notice.comment ? await statementsOnComment(trx, notice.comment) : await statementsOn(trx, notice.submission)
  return acts.some((one) => one.act === 'reworded' && one.at >= notice.receivedAt)
}

/** Decides a notice, once: who comes second is told that it was decided. Notifier and author get the reasons. */
export async function decideNotice(by: Moderation, id: string, given: Decision): Promise<Decided> {
  const checked = read(given)
  if (!checked.ok) return checked
  const { decision, reason } = checked.value
  const { house, site, clerk } = by
  return asStaff(house, site, async (trx): Promise<Decided> => {
    const notice = await noticeById(trx, site.id, id, true)
    if (!notice) return fail('gone')
    if (notice.state !== 'open') return fail('stale')
    if (decision === 'reworded' && !(await wasReworded(trx, notice))) return fail([{ field: 'decision', fault: 'not-reworded' }])
    if (decision === 'hidden') {
      // The text changed under the eyes of whoever decides: nothing was written so far, and nothing is.
      if (await takeOut(trx, by, notice, given, reason)) return fail('stale')
    } else await stated(trx, by, notice, decision, '', reason)
    await setNoticeDecided(trx, id, decision)
    await wakeNews(house, trx)
    await noteStaffAct(trx, site, clerk, 'decide-notice', { kind: 'notice', id, name: noticeNumber(notice) })
    return ok(true)
  })
}
