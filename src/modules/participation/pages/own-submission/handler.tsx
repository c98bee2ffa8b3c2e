import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import type { ParticipationWeb } from '../../house.ts'
import { formatOf } from '../../known-formats.ts'
import { insideOfProcedure } from '../../model/inside.ts'
import { type Asked, readSubmission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { objectable, objectTo } from '../../use-cases/notices/object.ts'
import { askedIn, isFinalIn } from '../../use-cases/open-procedure.ts'
import { correctOwn, type OwnSubmission, ownSubmission, replyOwn, withdrawOwn } from '../../use-cases/own-submission.ts'
import { typedOf } from '../submit/fields.tsx'
import { pointGround } from '../submit/point-ground.ts'
import { type OwnState, ownSubmissionView } from './own-submission-view.tsx'

const gone = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-link',
    title: visit.t('participation.own.gone'),
    detail: visit.t('participation.own.gone.detail'),
  })

/** What is asked where the format of the procedure is gone. */
const usual: Asked = { categories: [], place: 'maybe' }

const told = ['neu', 'gespeichert', 'zurueckgezogen', 'zu-spaet', 'geantwortet', 'widersprochen'] as const

/** The page of a submission with what was said or typed; its words are changed on the same map on which they were handed in. */
const shown = async (
  house: ParticipationWeb,
  visit: Visit,
  own: OwnSubmission,
  state: OwnState,
  status = 200,
): Promise<Answer> => {
  const point = pointGround(house, visit, own.procedure)
  const parts = (await formatOf(own.procedure.format)?.submissionParts?.(house, visit, own, own.submission)) ?? []
  return page(
    ownSubmissionView(visit, own, askedIn(own.procedure) ?? usual, { ...state, point, parts, final: isFinalIn(own.procedure) }),
    status,
  )
}

async function show(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const own = await ownSubmission(house, visit.site, visit.params.token ?? '')
  return own ? shown(house, visit, own, { said: told.find((one) => visit.query.has(one)) }) : gone(visit)
}

async function change(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const back = (said: (typeof told)[number]) => redirect(visit.to(routes.ownSubmission, { token }, { [said]: 1 }), 303)
  if (visit.form.get('tat') === 'zurueckziehen')
    return (await withdrawOwn(house, visit.site, token)) ? back('zurueckgezogen') : gone(visit)
  const own = await ownSubmission(house, visit.site, token)
  if (!own) return gone(visit)
  if (visit.form.get('tat') === 'antworten') {
    const reply = visit.form.get('reply') ?? ''
    const done = await replyOwn(house, visit.site, token, reply)
    if (done.ok) return back('geantwortet')
    if (done.error === 'gone') return gone(visit)
    return done.error === 'too-late' ? back('zu-spaet') : shown(house, visit, own, { reply, replyFault: done.error }, 422)
  }
  if (visit.form.get('tat') === 'widersprechen') {
    const statement = own.statements.find((one) => one.id === visit.form.get('entscheidung') && objectable.has(one.act))
    if (!statement) return back('zu-spaet')
    const text = visit.form.get('widerspruch') ?? ''
    const done = await objectTo(house, visit.site, token, 'author', statement.id, text)
    if (done.ok) return back('widersprochen')
    if (done.error === 'gone') return gone(visit)
    return shown(house, visit, own, { refused: { statement: statement.id, fault: done.error, text } }, 422)
  }
  if (isFinalIn(own.procedure)) return back('zu-spaet')
  const read = readSubmission(visit.form, askedIn(own.procedure) ?? usual, insideOfProcedure(own.procedure, visit.site))
  if (!read.ok) return shown(house, visit, own, { typed: typedOf(visit.form), faults: read.error }, 422)
  const done = await correctOwn(house, visit.site, token, read.value)
  return done.ok ? back('gespeichert') : done.error === 'gone' ? gone(visit) : back('zu-spaet')
}

/** What stands behind the secret link of a submission. */
export const ownSubmissionHandlers = (house: ParticipationWeb): Handler[] => [
  handler(routes.ownSubmission, (visit) => show(house, visit), { perMinute: 600 }),
  handler(routes.changeOwnSubmission, (visit) => change(house, visit), { perMinute: 300 }),
]
