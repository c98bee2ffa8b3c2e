import { personNames } from '#identity'
import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { moderatedComment, moderatedSubmission } from '../../store/moderation-store.ts'
import { listNotices, noticeById } from '../../store/notice-store.ts'
import { objectionById, openObjections, statementsForNotice } from '../../store/objection-store.ts'
import { queueFigures } from '../../store/queue-store.ts'
import { decideNotice } from '../../use-cases/notices/decide-notice.ts'
import { decideObjection } from '../../use-cases/notices/object.ts'
import { type DecideState, objectionView, staffNoticeView } from './notice-view.tsx'
import { noticesView, noticeTabs } from './notices-view.tsx'

const pageSize = 50

async function list(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const tab = noticeTabs.find((one) => one === visit.query.get('stand')) ?? 'offen'
  const after = visit.query.get('nach') ?? ''
  const [figures, rows, objections] = await Promise.all([
    queueFigures(db, visit.site.id),
    tab === 'widersprueche'
      ? []
      : listNotices(db, visit.site.id, tab === 'offen' ? 'open' : 'decided', isId(after) ? after : undefined, pageSize + 1),
    tab === 'widersprueche' ? openObjections(db, visit.site.id) : [],
  ])
  const next = rows.length > pageSize ? rows[pageSize - 1]?.id : undefined
  return page(noticesView(visit, { tab, rows: rows.slice(0, pageSize), objections, next, figures }))
}

/** What was said last, from the address. */
const saidIn = (visit: Visit) => ['entschieden', 'inzwischen'].find((one) => one === visit.query.get('getan'))

const nowOf = (db: ReturnType<typeof staffDb>, tenant: string, of: { submission: string; comment: string | null }) =>
  of.comment ? moderatedComment(db, tenant, of.comment) : moderatedSubmission(db, tenant, of.submission)

async function showNotice(house: ParticipationHouse, visit: Visit, state: DecideState = {}): Promise<Answer> {
  const { id = '' } = visit.params
  const db = staffDb(house, visit.site)
  const notice = isId(id) ? await noticeById(db, visit.site.id, id) : undefined
  const now = notice && (await nowOf(db, visit.site.id, notice))
  if (!notice || !now) return problem(notFound)
  const statements = await statementsForNotice(db, id)
  const names = await personNames(
    house.database.system,
    statements.map((one) => one.person),
  )
  return page(
    staffNoticeView(visit, { notice, now, statements, names }, { said: saidIn(visit), ...state }),
    state.faults ? 422 : 200,
  )
}

async function showObjection(house: ParticipationHouse, visit: Visit, state: DecideState = {}): Promise<Answer> {
  const { id = '' } = visit.params
  const db = staffDb(house, visit.site)
  const found = isId(id) ? await objectionById(db, visit.site.id, id) : undefined
  const now = found && (await nowOf(db, visit.site.id, found.statement))
  if (!found || !now) return problem(notFound)
  const names = await personNames(house.database.system, [found.statement.person, found.objection.person])
  return page(objectionView(visit, { ...found, now, names }, { said: saidIn(visit), ...state }), state.faults ? 422 : 200)
}

type Outcome = { ok: true } | { ok: false; error: 'gone' | 'stale' | NonNullable<DecideState['faults']> }

function after(
  visit: Visit,
  route: typeof routes.staffNotice | typeof routes.objection,
  done: Outcome,
  again: (state: DecideState) => Promise<Answer>,
): Promise<Answer> | Answer {
  const back = (getan: string) => redirect(visit.to(route, { id: visit.params.id ?? '' }, { getan }), 303)
  if (done.ok) return back('entschieden')
  if (done.error === 'gone') return problem(notFound)
  if (done.error === 'stale') return back('inzwischen')
  return again({ faults: done.error, typed: Object.fromEntries(visit.form) })
}

async function decide(house: ParticipationHouse, visit: Visit, what: 'notice' | 'objection'): Promise<Answer> {
  const { person } = visit.actor
  const { id = '' } = visit.params
  if (!person || !isId(id)) return problem(notFound)
  const by = { house, site: visit.site, clerk: { id: person.id, name: person.name } }
  const given = (name: string) => (visit.form.get(name) ?? '').replaceAll('\0', '')
  if (what === 'notice') {
    if (!(await noticeById(staffDb(house, visit.site), visit.site.id, id))) return problem(notFound)
    const decision = { decision: given('decision'), code: given('code'), reason: given('reason'), stand: given('stand') }
    return after(visit, routes.staffNotice, await decideNotice(by, id, decision), (state) => showNotice(house, visit, state))
  }
  if (!(await objectionById(staffDb(house, visit.site), visit.site.id, id))) return problem(notFound)
  const second = { upheld: given('upheld'), code: given('code'), reason: given('reason') }
  return after(visit, routes.objection, await decideObjection(by, id, second), (state) => showObjection(house, visit, state))
}

/** Notices and objections as staff sees and decides them. */
export const staffNoticeHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.notices, (visit) => list(house, visit)),
  handler(routes.staffNotice, (visit) => showNotice(house, visit)),
  handler(routes.decideNotice, (visit) => decide(house, visit, 'notice')),
  handler(routes.objection, (visit) => showObjection(house, visit)),
  handler(routes.decideObjection, (visit) => decide(house, visit, 'objection')),
]
