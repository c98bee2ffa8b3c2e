import { readEmail } from '#kernel/text.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { limits } from '../../model/limits.ts'
import { numberOf, readNumber } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { submissionByNumber } from '../../store/submission-store.ts'
import { confirmFollow, endFollow, findFollow, follow } from '../../use-cases/follow/follow.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { withProcedure } from '../procedure/handler.tsx'
import {
  digestRhythms,
  type FollowedProcedure,
  type FollowForm,
  followEndedView,
  followingView,
  followSentView,
  followView,
} from './follow-views.tsx'

/** The procedure, or the submission that `beitrag` names; undefined when there is no such submission. */
async function wanted(
  house: ParticipationHouse,
  visit: Visit,
  { procedure }: ShownProcedure,
  given: URLSearchParams,
): Promise<FollowedProcedure | undefined> {
  const text = given.get('beitrag')
  if (!text) return { procedure }
  const number = readNumber(text)
  const found =
    number?.prefix === procedure.prefix
      ? await submissionByNumber(publicDb(house, visit.site), procedure.id, number.number)
      : undefined
  return (
    found && { procedure, submission: { id: found.id, number: numberOf(procedure.prefix, found.number), title: found.title } }
  )
}

const nothing = (visit: Visit): Answer =>
  problem({
    status: 404,
    id: 'participation/no-submission',
    title: visit.t('participation.none.submission'),
    detail: visit.t('participation.none.submission.detail'),
  })

async function form(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const followed = await wanted(house, visit, opened, visit.query)
  if (!followed) return nothing(visit)
  if (visit.query.has('gesendet')) return page(followSentView(visit, followed))
  return page(followView(visit, followed, { email: '', rhythm: 'taeglich' }))
}

async function send(house: ParticipationHouse, visit: Visit, opened: ShownProcedure): Promise<Answer> {
  const followed = await wanted(house, visit, opened, visit.form)
  if (!followed) return nothing(visit)
  const typed = visit.form.get('email') ?? ''
  const chosen = visit.form.get('rhythmus') ?? ''
  const typedForm: FollowForm = { email: typed, rhythm: chosen || 'taeglich' }
  const email = readEmail(typed)
  if (!email) return page(followView(visit, followed, { ...typedForm, fault: typed.trim() ? 'invalid' : 'missing' }), 422)
  const slow = await slowDown(house, { room: 'participation', what: 'follow' }, limits.follow, {
    address: visit.request.ip,
    given: visit.form.get('puzzle') ?? '',
  })
  if (slow) return page(followView(visit, followed, { ...typedForm, slow }), 429)
  const { procedure, submission } = followed
  await follow(house, visit.site, {
    procedure,
    submission,
    rhythm: submission ? 'immediate' : chosen === 'woechentlich' ? digestRhythms.woechentlich : digestRhythms.taeglich,
    email,
    lang: visit.lang,
  })
  const query = { ...(submission ? { beitrag: submission.number } : {}), gesendet: 1 }
  return redirect(visit.to(routes.follow, { slug: procedure.slug }, query), 303)
}

const over = (visit: Visit): Answer =>
  problem({
    ...notFound,
    id: 'participation/no-follow',
    title: visit.t('participation.follow.over'),
    detail: visit.t('participation.follow.over.detail'),
  })

async function manage(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const found = await findFollow(house, visit.site, visit.params.token ?? '')
  return found ? page(followingView(visit, found, visit.query.has('bestaetigt'))) : over(visit)
}

async function confirm(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const { token = '' } = visit.params
  if (visit.form.get('tat') !== 'bestaetigen') return manage(house, visit)
  return (await confirmFollow(house, visit.site, token))
    ? redirect(visit.to(routes.following, { token }, { bestaetigt: 1 }), 303)
    : over(visit)
}

async function askToEnd(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const found = await findFollow(house, visit.site, visit.params.token ?? '')
  return page(found ? followingView(visit, found, false) : followEndedView(visit))
}

/** The end by button, and by the mail program itself (RFC 8058: a POST without a page). Twice is once. */
async function end(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  await endFollow(house, visit.site, visit.params.token ?? '')
  return page(followEndedView(visit))
}

/** Who wants to be told: asking for it, confirming, ending. */
export const followHandlers = (house: ParticipationHouse): Handler[] => [
  handler(routes.follow, (visit) => withProcedure(house, visit, (opened) => form(house, visit, opened))),
  handler(routes.sendFollow, (visit) => withProcedure(house, visit, (opened) => send(house, visit, opened)), { perMinute: 600 }),
  handler(routes.following, (visit) => manage(house, visit), { perMinute: 300 }),
  handler(routes.confirmFollow, (visit) => confirm(house, visit), { perMinute: 300 }),
  handler(routes.endFollow, (visit) => askToEnd(house, visit), { perMinute: 300 }),
  handler(routes.endFollowNow, (visit) => end(house, visit), { perMinute: 300 }),
]
