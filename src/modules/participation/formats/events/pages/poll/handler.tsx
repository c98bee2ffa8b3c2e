import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { slowDown } from '#platform/slow-down'
import type { OpenedProcedure } from '../../../../format.ts'
import { type ParticipationHouse, publicDb } from '../../../../house.ts'
import { limits } from '../../../../model/limits.ts'
import { phaseFor } from '../../../../model/procedure.ts'
import { atDoor, doorTo } from '../../../../pages/proof/door.tsx'
import { whoActs } from '../../../../pages/proof/who.ts'
import { eventRoutes } from '../../event-routes.ts'
import { type Poll, readPollAnswer } from '../../model/poll.ts'
import { eventById } from '../../store/event-store.ts'
import { optionsOf, pollByKey, shownAnswers } from '../../store/poll-store.ts'
import { answerPoll, changeOwnPollAnswer, ownPollAnswer, withdrawOwnPollAnswer } from '../../use-cases/answer-poll.ts'
import { newFormKey } from '../../use-cases/register.ts'
import { eventNotice, goneLink, keyIn, withEvents } from '../frame.tsx'
import { ownPollView } from './own-poll-view.tsx'
import { type PollPage, pollView } from './poll-view.tsx'

const withPoll = (
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedProcedure, poll: Poll) => Promise<Answer>,
): Promise<Answer> =>
  withEvents(house, visit, async (opened) => {
    const key = keyIn(visit.params.poll)
    const poll = key === undefined ? undefined : await pollByKey(publicDb(house, visit.site), opened.procedure.id, key)
    return poll ? show(opened, poll) : problem(notFound)
  })

async function shown(
  house: ParticipationHouse,
  visit: Visit,
  opened: OpenedProcedure,
  poll: Poll,
  more: Partial<PollPage> = {},
  status = 200,
): Promise<Answer> {
  const db = publicDb(house, visit.site)
  const [options, answers, event] = await Promise.all([
    optionsOf(db, poll.id),
    shownAnswers(db, poll.id),
    poll.event ? eventById(db, visit.site.id, poll.event) : undefined,
  ])
  const open = poll.state === 'open' && poll.until > visit.now && phaseFor(opened.phases, 'submit', visit.now) !== undefined
  const who = await whoActs(house, visit, opened.procedure, 'submit', { typed: false })
  const back = visit.to(eventRoutes.poll, { slug: opened.procedure.slug, poll: String(poll.key) })
  const door = who.known ? undefined : doorTo(visit, opened.procedure.slug, 'submit', back)
  return page(
    pollView(visit, { opened, poll, options, answers, open, formKey: newFormKey(), event: event?.key, door, ...more }),
    status,
  )
}

async function take(house: ParticipationHouse, visit: Visit, opened: OpenedProcedure, poll: Poll): Promise<Answer> {
  const { form } = visit
  const formKey = form.get('schluessel') || newFormKey()
  const back = visit.to(eventRoutes.poll, { slug: opened.procedure.slug, poll: String(poll.key) })
  const door = await atDoor(house, visit, opened, 'submit', back)
  if (!door.known) return door.answer
  const read = readPollAnswer(form, await optionsOf(publicDb(house, visit.site), poll.id))
  if (!read.ok) return shown(house, visit, opened, poll, { filled: form, faults: read.error, formKey }, 422)
  const slow = await slowDown(house, { room: 'participation', what: 'submit' }, limits.submit, {
    address: visit.request.ip,
    given: form.get('puzzle') ?? '',
  })
  if (slow) return shown(house, visit, opened, poll, { filled: form, slow, formKey }, 429)
  const done = await answerPoll(house, visit.site, poll, read.value, { key: formKey, lang: visit.lang, proof: door.proof })
  return done.ok
    ? redirect(visit.to(eventRoutes.ownPollAnswer, { token: done.value }, { neu: 1 }), 303)
    : page(eventNotice(visit, opened.procedure, done.error === 'twice' ? 'poll.twice' : 'poll.too-late'), 409)
}

async function change(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const token = visit.params.token ?? ''
  const back = (query: Record<string, number> = {}) => redirect(visit.to(eventRoutes.ownPollAnswer, { token }, query), 303)
  if (visit.form.get('tat') === 'zurueckziehen')
    return (await withdrawOwnPollAnswer(house, visit.site, token)) ? back() : goneLink(visit)
  const own = await ownPollAnswer(house, visit.site, token)
  if (!own) return goneLink(visit)
  const read = readPollAnswer(visit.form, own.options)
  if (!read.ok) return page(ownPollView(visit, own, { filled: visit.form, faults: read.error }), 422)
  const done = await changeOwnPollAnswer(house, visit.site, token, read.value)
  if (done.ok) return back({ gespeichert: 1 })
  return done.error === 'gone' ? goneLink(visit) : page(eventNotice(visit, own.procedure, 'poll.too-late'), 409)
}

/** Finding a date together: answering, changing, taking back. */
export const pollHandlers = (house: ParticipationHouse): Handler[] => [
  handler(eventRoutes.poll, (visit) => withPoll(house, visit, (opened, poll) => shown(house, visit, opened, poll))),
  handler(eventRoutes.answerPoll, (visit) => withPoll(house, visit, (opened, poll) => take(house, visit, opened, poll)), {
    perMinute: 600,
  }),
  handler(
    eventRoutes.ownPollAnswer,
    async (visit) => {
      const own = await ownPollAnswer(house, visit.site, visit.params.token ?? '')
      return own ? page(ownPollView(visit, own, { saved: visit.query.has('gespeichert') })) : goneLink(visit)
    },
    { perMinute: 600 },
  ),
  handler(eventRoutes.changePollAnswer, (visit) => change(house, visit), { perMinute: 300 }),
]
