import { personNames } from '#identity'
import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { routes } from '../../routes.ts'
import { moderatedThing, statementsForNotice } from '../../store/moderation-store.ts'
import { listNotices, noticeById } from '../../store/notice-store.ts'
import { objectionById, openObjections } from '../../store/objection-store.ts'
import { queueFigures } from '../../store/queue-store.ts'
import { decideNotice } from '../../use-cases/notices/decide-notice.ts'
import { decideObjection } from '../../use-cases/notices/object.ts'
import { clerkIn } from '../../use-cases/staff-act.ts'
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

async function showNotice(house: ParticipationHouse, visit: Visit, state: DecideState = {}): Promise<Answer> {
  const { id = '' } = visit.params
  const db = staffDb(house, visit.site)
  const notice = isId(id) ? await noticeById(db, visit.site.id, id) : undefined
  const now = notice && (await moderatedThing(db, visit.site.id, notice))
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
  const now = found && (await moderatedThing(db, visit.site.id, found.statement))
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
  // The form leads to itself, for what came back with faults: what was done is told at the top of the page.
  const back = (getan: string) => redirect(`${visit.to(route, { id: visit.params.id ?? '' }, { getan })}#inhalt`, 303)
  if (done.ok) return back('entschieden')
  if (done.error === 'gone') return problem(notFound)
  if (done.error === 'stale') return back('inzwischen')
  return again({ faults: done.error, typed: Object.fromEntries(visit.form) })
}

const given = (visit: Visit, name: string) => (visit.form.get(name) ?? '').replaceAll('\0', '')

async function decide(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { id = '' } = visit.params
  if (!isId(id)) return problem(notFound)
  const first = {
    decision: given(visit, 'decision'),
    code: given(visit, 'code'),
    reason: given(visit, 'reason'),
    stand: given(visit, 'stand'),
  }
  const done = await decideNotice({ house, site: visit.site, clerk: clerkIn(visit) }, id, first)
  return after(visit, routes.staffNotice, done, (state) => showNotice(house, visit, state))
}

async function decideAgain(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { id = '' } = visit.params
  if (!isId(id)) return problem(notFound)
  const second = { upheld: given(visit, 'upheld'), code: given(visit, 'code'), reason: given(visit, 'reason') }
  const done = await decideObjection({ house, site: visit.site, clerk: clerkIn(visit) }, id, second)
  return after(visit, routes.objection, done, (state) => showObjection(house, visit, state))
}

/** Notices and objections as staff sees and decides them. */
export const staffNoticeHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.notices, (visit) => list(house, visit)),
  handler(routes.staffNotice, (visit) => showNotice(house, visit)),
  handler(routes.decideNotice, (visit) => decide(house, visit)),
  handler(routes.objection, (visit) => showObjection(house, visit)),
  handler(routes.decideObjection, (visit) => decideAgain(house, visit)),
]
