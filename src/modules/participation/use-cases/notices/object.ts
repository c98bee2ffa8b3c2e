import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { severalLines } from '#kernel/text.ts'
import { secretHash, withSecret } from '#platform/secret-link'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { longestReason, standMark, takenOutFor } from '../../model/moderation.ts'
import { noticeLongest } from '../../model/notice.ts'
import { moderatedThing } from '../../store/moderation-store.ts'
import {
  insertObjection,
  type ObjectionCase,
  objectionById,
  type Party,
  setObjectionDecided,
} from '../../store/objection-store.ts'
import { wakeNews } from '../follow/wake-news.ts'
import type { Moderation } from '../moderate/act.ts'
import { hideComment, publishComment } from '../moderate/moderate-comment.ts'
import { hideSubmission, publishSubmission } from '../moderate/moderate-submission.ts'
import { asStaff, noteStaffAct, type Trx } from '../staff-act.ts'

/** Decisions that an author may object to. */
export const objectable: ReadonlySet<string> = new Set(['hidden', 'reworded', 'merged', 'moved'])

/** Keeps an objection (DSA Art. 20): who holds the link may object once to each decision. Objecting twice changes nothing. */
export async function objectTo(
  house: ParticipationHouse,
  site: Site,
  token: string,
  party: Party,
  statement: string,
  text: string,
): Promise<Result<true, 'gone' | 'missing' | 'long'>> {
  const hash = secretHash(token)
  const body = severalLines(text)
  if (!hash) return fail('gone')
  if (!body) return fail('missing')
  if (body.length > noticeLongest.objection) return fail('long')
  await withSecret(publicDb(house, site), hash, (trx) => insertObjection(trx, randomUUID(), site.id, statement, party, body))
  return ok(true)
}

/** What is wrong with a second decision; texts `participation.decide.fault.<field>.<fault>`. */
export interface SecondLookFault {
  readonly field: 'upheld' | 'code' | 'reason'
  readonly fault: 'missing' | 'long' | 'same-person'
}

/** What the decision was made to when it is not upheld. */
async function turn(
  trx: Trx,
  by: Moderation,
  { objection, statement }: ObjectionCase,
  code: string,
  reason: string,
): Promise<boolean> {
  const one = await moderatedThing(trx, by.site.id, statement)
  if (!one) return false
  const act = { id: one.id, stand: standMark(one) }
  if (objection.party === 'author' && statement.act === 'hidden' && one.state === 'hidden')
    return (statement.comment ? await publishComment(trx, by, act) : await publishSubmission(trx, by, act)).ok
  if (objection.party === 'notifier' && statement.act === 'kept' && one.state === 'public')
    return (
      statement.comment
        ? await hideComment(trx, by, { ...act, code, reason })
        : await hideSubmission(trx, by, { ...act, code, reason })
    ).ok
  // Wordings and merges are taken back by hand: which words are right again, nobody can know here.
  return true
}

type SecondLook = Result<true, 'gone' | 'stale' | readonly SecondLookFault[]>

/** Looks a second time, by another person than the first. */
export async function decideObjection(
  by: Moderation,
  id: string,
  given: { readonly upheld: string; readonly code: string; readonly reason: string },
): Promise<SecondLook> {
  const { house, site, clerk } = by
  const answer = severalLines(given.reason)
  const upheld = given.upheld === 'ja' ? true : given.upheld === 'nein' ? false : undefined
  const faults: SecondLookFault[] = []
  if (upheld === undefined) faults.push({ field: 'upheld', fault: 'missing' })
  if (!answer) faults.push({ field: 'reason', fault: 'missing' })
  if (answer.length > longestReason) faults.push({ field: 'reason', fault: 'long' })
  if (upheld === undefined || faults.length > 0) return fail(faults)
  return asStaff(house, site, async (trx): Promise<SecondLook> => {
    const found = await objectionById(trx, site.id, id, true)
    if (!found) return fail('gone')
    if (found.objection.decidedAt) return fail('stale')
    if (found.objection.firstPerson === clerk.id) return fail([{ field: 'upheld', fault: 'same-person' }])
    const { objection, statement } = found
    const code = takenOutFor.find((one) => one === given.code)
    if (!upheld && objection.party === 'notifier' && statement.act === 'kept' && !code)
      return fail([{ field: 'code', fault: 'missing' }])
    // Somebody changed it meanwhile: nothing was written so far, and nothing is.
    if (!upheld && !(await turn(trx, by, found, code ?? '', answer))) return fail('stale')
    await setObjectionDecided(trx, id, upheld, answer, clerk.id)
    await wakeNews(house, trx)
    await noteStaffAct(trx, site, clerk, 'decide-objection', { kind: 'objection', id, name: id.slice(0, 8) })
    return ok(true)
  })
}
