import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { formatOf } from '../../formats.ts'
import type { ParticipationWeb } from '../../house.ts'
import { type Asked, readSubmission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { objectable, objectTo } from '../../use-cases/notices/object.ts'
import { correctOwn, type OwnSubmission, ownSubmission, replyOwn, withdrawOwn } from '../../use-cases/own-submission.ts'
import { typedOf } from '../submit/fields.tsx'
import { pointGround } from '../submit/point-ground.ts'
import { ownSubmissionView } from './own-submission-view.tsx'

const gone = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-link',
    title: visit.t('participation.own.gone'),
    detail: visit.t('participation.own.gone.detail'),
  })

const usual: Asked = { categories: [], place: 'maybe' }

/** What was asked when it was handed in. */
function askedFor({ procedure }: OwnSubmission): Asked {
  const format = formatOf(procedure.format)
  const settings = format?.settings.safeParse(procedure.settings)
  return (settings?.success ? format?.asked?.(settings.data) : undefined) ?? usual
}

const told = ['neu', 'gespeichert', 'zurueckgezogen', 'zu-spaet', 'geantwortet', 'widersprochen'] as const

async function show(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const own = await ownSubmission(house, visit.site, visit.params.token ?? '')
  if (!own) return gone(visit)
  return page(
    ownSubmissionView(visit, own, askedFor(own), {
      said: told.find((one) => visit.query.has(one)),
      point: pointGround(house, visit, own.procedure),
    }),
  )
}

async function change(house: ParticipationWeb, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const back = (said: (typeof told)[number]) => redirect(visit.to(routes.ownSubmission, { token }, { [said]: 1 }), 303)
  if (visit.form.get('tat') === 'zurueckziehen')
    return (await withdrawOwn(house, visit.site, token)) ? back('zurueckgezogen') : gone(visit)
  const own = await ownSubmission(house, visit.site, token)
  if (!own) return gone(visit)
  const asked = askedFor(own)
  if (visit.form.get('tat') === 'antworten') {
    const reply = visit.form.get('reply') ?? ''
    const done = await replyOwn(house, visit.site, token, reply)
    if (done.ok) return back('geantwortet')
    if (done.error === 'gone') return gone(visit)
    return done.error === 'too-late'
      ? back('zu-spaet')
      : page(ownSubmissionView(visit, own, asked, { reply, replyFault: done.error }), 422)
  }
  if (visit.form.get('tat') === 'widersprechen') {
    const statement = own.statements.find((one) => one.id === visit.form.get('entscheidung') && objectable.has(one.act))
    if (!statement) return back('zu-spaet')
    const done = await objectTo(house, visit.site, token, 'author', statement.id, visit.form.get('widerspruch') ?? '')
    if (done.ok) return back('widersprochen')
    return done.error === 'gone' ? gone(visit) : page(ownSubmissionView(visit, own, asked, { objectionFault: done.error }), 422)
  }
  const read = readSubmission(visit.form, asked)
  if (!read.ok)
    return page(
      ownSubmissionView(visit, own, asked, {
        typed: typedOf(visit.form),
        faults: read.error,
        point: pointGround(house, visit, own.procedure),
      }),
      422,
    )
  const done = await correctOwn(house, visit.site, token, read.value)
  return done.ok ? back('gespeichert') : done.error === 'gone' ? gone(visit) : back('zu-spaet')
}

/** What stands behind the secret link of a submission. */
export const ownSubmissionHandlers = (house: ParticipationWeb): Handler[] => [
  handler(routes.ownSubmission, (visit) => show(house, visit), { perMinute: 600 }),
  handler(routes.changeOwnSubmission, (visit) => change(house, visit), { perMinute: 300 }),
]
