import { type Answer, type Handler, handler, page, problem, redirect, type Visit } from '#platform/http'
import { wordStems } from '#platform/search'
import { slowDown } from '#platform/slow-down'
import { type ParticipationWeb, publicDb } from '../../house.ts'
import { insideOfProcedure } from '../../model/inside.ts'
import { limits } from '../../model/limits.ts'
import { phaseFor } from '../../model/procedure.ts'
import { type Asked, readSubmission, type SubmissionDraft } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { similarSubmissions } from '../../store/submission-store.ts'
import { followOwn } from '../../use-cases/follow/follow-own.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { submit } from '../../use-cases/submit.ts'
import { withProcedure } from '../procedure/handler.tsx'
import { askWho, whoActs, withShown } from '../proof/who.ts'
import { typedOf } from './fields.tsx'
import { pointGround } from './point-ground.ts'
import { checkView, closedView, newSubmissionView } from './submit-view.tsx'

/** What the format asks for; undefined where it takes nothing by this form. */
const askedOf = ({ format, settings }: ShownProcedure): Asked | undefined => format.asked?.(settings)

const nothingAsked = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/nothing-asked',
    title: visit.t('participation.none.title'),
    detail: visit.t('participation.none.form'),
  })

/** Lets `go` answer while people may hand in; the closed door otherwise. */
function whileOpen(
  house: ParticipationWeb,
  visit: Visit,
  go: (opened: ShownProcedure, asked: Asked) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withProcedure(house, visit, (opened) => {
    const asked = askedOf(opened)
    if (!asked) return nothingAsked(visit)
    return phaseFor(opened.phases, 'submit', visit.now) ? go(opened, asked) : page(closedView(visit, opened), 409)
  })
}

async function send(house: ParticipationWeb, visit: Visit, opened: ShownProcedure, draft: SubmissionDraft): Promise<Answer> {
  const who = await whoActs(house, visit, opened.procedure, 'submit')
  if (!who.known)
    return askWho(house, visit, opened, who, { ...wayBack(visit, opened), what: { kind: 'submit', draft }, email: draft.email })
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(checkView(visit, opened, draft, [], slow), 429)
  const done = await submit(house, visit.site, opened.procedure, draft, visit.lang, {}, who.proof)
  // The page was opened in time, the button was pressed too late: the words are not lost, they stand there to be taken along.
  if (!done.ok) return page(closedView(visit, opened, typedOf(visit.form)), 409)
  if (draft.email) await followOwn(house, visit, opened.procedure, done.value, draft.email)
  return withShown(redirect(visit.to(routes.ownSubmission, { token: done.value.token }, { neu: 1 }), 303), who)
}

const wayBack = (visit: Visit, { procedure: { slug } }: ShownProcedure) => ({
  action: 'submit' as const,
  to: visit.to(routes.sendSubmission, { slug }),
  back: visit.to(routes.newSubmission, { slug }),
})

/** The form; before it, whoever must go elsewhere to show who it is goes there, so that nobody writes in vain. */
async function begin(house: ParticipationWeb, visit: Visit, opened: ShownProcedure, asked: Asked): Promise<Answer> {
  const who = await whoActs(house, visit, opened.procedure, 'submit')
  if (!who.known && (who.level === 'account' || who.level === 'bundid'))
    return askWho(house, visit, opened, who, { ...wayBack(visit, opened), what: undefined })
  return page(newSubmissionView(visit, opened, asked, {}, [], pointGround(house, visit, opened.procedure)))
}

async function take(house: ParticipationWeb, visit: Visit, opened: ShownProcedure, asked: Asked): Promise<Answer> {
  const read = readSubmission(visit.form, asked, insideOfProcedure(opened.procedure, visit.site))
  const typed = typedOf(visit.form)
  const step = visit.form.get('schritt')
  const point = pointGround(house, visit, opened.procedure)
  if (!read.ok) return page(newSubmissionView(visit, opened, asked, typed, read.error, point), 422)
  if (step === 'aendern') return page(newSubmissionView(visit, opened, asked, typed, [], point))
  if (step === 'senden') return send(house, visit, opened, read.value)
  const similar = await similarSubmissions(
    publicDb(house, visit.site),
    opened.procedure.id,
    wordStems(`${read.value.title} ${read.value.body}`),
    5,
  )
  return page(checkView(visit, opened, read.value, similar, undefined))
}

/** Handing something in: write, look at similar ones, send. */
export const submitHandlers = (house: ParticipationWeb): Handler[] => [
  handler(routes.newSubmission, (visit) => whileOpen(house, visit, (opened, asked) => begin(house, visit, opened, asked))),
  handler(routes.sendSubmission, (visit) => whileOpen(house, visit, (opened, asked) => take(house, visit, opened, asked)), {
    perMinute: 600,
  }),
]
