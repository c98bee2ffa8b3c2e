import { personNames } from '#identity'
import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { answersOf } from '../../store/answer-store.ts'
import { commentTalk } from '../../store/comment-talk.ts'
import { formerCommentWordings, formerWordings } from '../../store/former-wordings.ts'
import { moderatedComment, moderatedSubmission, statementsOn, statementsOnComment } from '../../store/moderation-store.ts'
import { openNoticesOn } from '../../store/notice-store.ts'
import { procedureById, staffProcedures } from '../../store/procedure-store.ts'
import { listQueue, queueFigures } from '../../store/queue-store.ts'
import { similarSubmissions } from '../../store/submission-store.ts'
import { clerkIn } from '../../use-cases/staff-act.ts'
import { moderateCommentView } from './comment-view.tsx'
import { doCommentAct, doSubmissionAct } from './do-act.ts'
import { queueView } from './queue-view.tsx'
import { readQueue } from './read-queue.ts'
import { type ModerationState, moderateSubmissionView } from './submission-view.tsx'

const pageSize = 50

async function list(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const procedures = await staffProcedures(db, visit.site.id)
  const { filter, params, after } = readQueue(visit, procedures)
  const [rows, figures] = await Promise.all([
    listQueue(db, visit.site.id, filter, after, pageSize + 1),
    queueFigures(db, visit.site.id),
  ])
  return page(
    queueView(visit, {
      rows: rows.slice(0, pageSize),
      next: rows.length > pageSize ? rows[pageSize - 1]?.key : undefined,
      params,
      figures,
      procedures,
    }),
  )
}

/** What was said last, from the address. */
const saids = [
  'veroeffentlicht',
  'verborgen',
  'gefragt',
  'zusammengefuehrt',
  'getrennt',
  'verschoben',
  'umformuliert',
  'inzwischen',
  'nicht-jetzt',
]
const saidIn = (visit: Visit) => saids.find((one) => one === visit.query.get('getan'))

async function showSubmission(house: ParticipationHouse, visit: Visit, state: ModerationState = {}): Promise<Answer> {
  const { id = '' } = visit.params
  const db = staffDb(house, visit.site)
  const submission = isId(id) ? await moderatedSubmission(db, visit.site.id, id) : undefined
  const procedure = submission && (await procedureById(db, visit.site.id, submission.procedure))
  if (!submission || !procedure) return problem(notFound)
  const [found, talk, former, statements, into, notices] = await Promise.all([
    similarSubmissions(db, procedure.id, submission.stems, 6),
    answersOf(db, id, ['question', 'reply']),
    formerWordings(db, id),
    statementsOn(db, id),
    submission.mergedInto ? moderatedSubmission(db, visit.site.id, submission.mergedInto) : undefined,
    openNoticesOn(db, id),
  ])
  const names = await personNames(
    house.database.system,
    statements.map((one) => one.person),
  )
  const similar = found.filter((one) => one.id !== id).slice(0, 5)
  const view = moderateSubmissionView(
    visit,
    { submission, procedure, similar, talk, former, statements, names, into, notices },
    { said: saidIn(visit), ...state },
  )
  return page(view, state.faults ? 422 : 200)
}

async function showComment(house: ParticipationHouse, visit: Visit, state: ModerationState = {}): Promise<Answer> {
  const { id = '' } = visit.params
  const db = staffDb(house, visit.site)
  const comment = isId(id) ? await moderatedComment(db, visit.site.id, id) : undefined
  const under = comment && (await moderatedSubmission(db, visit.site.id, comment.submission))
  const procedure = comment && (await procedureById(db, visit.site.id, comment.procedure))
  if (!comment || !under || !procedure) return problem(notFound)
  const [former, statements, talk] = await Promise.all([
    formerCommentWordings(db, id),
    statementsOnComment(db, id),
    commentTalk(db, id),
  ])
  const names = await personNames(
    house.database.system,
    statements.map((one) => one.person),
  )
  const view = moderateCommentView(
    visit,
    { comment, under, procedure, former, statements, talk, names },
    { said: saidIn(visit), ...state },
  )
  return page(view, state.faults ? 422 : 200)
}

type Kind = {
  readonly route: typeof routes.moderateSubmission | typeof routes.moderateComment
  readonly act: typeof doSubmissionAct
  readonly show: typeof showSubmission
}
const submissionKind: Kind = { route: routes.moderateSubmission, act: doSubmissionAct, show: showSubmission }
const commentKind: Kind = { route: routes.moderateComment, act: doCommentAct, show: showComment }

/** Who sends one form twice did it once: the second time it stands there as done. */
async function act(house: ParticipationHouse, visit: Visit, kind: Kind): Promise<Answer> {
  const { id = '' } = visit.params
  if (!isId(id)) return problem(notFound)
  const did = await kind.act({ house, site: visit.site, clerk: clerkIn(visit) }, visit.form, id)
  if (!did) return kind.show(house, visit)
  const { done } = did
  // Its forms lead to themselves, for what came back with faults: what was done is told at the top of the page.
  const back = (getan: string) => redirect(`${visit.to(kind.route, { id }, { getan })}#inhalt`, 303)
  if (done.ok) return back(did.said)
  if (done.error === 'gone') return problem(notFound)
  if (done.error === 'stale') return back('inzwischen')
  if (done.error === 'not-now') return back('nicht-jetzt')
  const typed = Object.fromEntries([...visit.form].filter(([name]) => name !== 'stand'))
  return kind.show(house, visit, { faults: done.error, typed, act: visit.form.get('tat') ?? '' })
}

/** The queue of moderation, and what is done with each. */
export const moderationHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.queue, (visit) => list(house, visit)),
  handler(routes.moderateSubmission, (visit) => showSubmission(house, visit)),
  handler(routes.actOnSubmission, (visit) => act(house, visit, submissionKind)),
  handler(routes.moderateComment, (visit) => showComment(house, visit)),
  handler(routes.actOnComment, (visit) => act(house, visit, commentKind)),
]
