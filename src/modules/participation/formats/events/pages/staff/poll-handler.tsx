import { isId } from '#kernel/id.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../../../house.ts'
import type { Procedure } from '../../../../model/procedure.ts'
import { actingIn } from '../../../../use-cases/setup/acting.ts'
import { eventStaffRoutes } from '../../event-routes.ts'
import type { Poll } from '../../model/poll.ts'
import { readTimes } from '../../model/read-event.ts'
import { readPoll } from '../../model/read-poll.ts'
import type { FormFault } from '../../model/registration.ts'
import { answersOf, optionsOf, pollById } from '../../store/poll-store.ts'
import { eventsById } from '../../use-cases/open-events.ts'
import { addOption, fixPoll, movePoll, removeOption, writePoll } from '../../use-cases/staff-polls.ts'
import { type StaffPollPage, staffPollView } from './poll-page.tsx'

async function withStaffPoll(
  house: ParticipationHouse,
  visit: Visit,
  work: (poll: Poll, procedure: Procedure) => Promise<Answer>,
): Promise<Answer> {
  const { poll: id } = visit.params
  const db = staffDb(house, visit.site)
  const poll = isId(id) ? await pollById(db, visit.site.id, id) : undefined
  const opened = poll && (await eventsById(db, visit.site.id, poll.procedure))
  return poll && opened ? work(poll, opened.procedure) : problem(notFound)
}

async function shown(
  house: ParticipationHouse,
  visit: Visit,
  poll: Poll,
  procedure: Procedure,
  more: Partial<StaffPollPage> = {},
  status = 200,
): Promise<Answer> {
  const db = staffDb(house, visit.site)
  const [options, answers] = await Promise.all([optionsOf(db, poll.id), answersOf(db, poll.id)])
  return page(staffPollView(visit, { poll, procedure, options, answers, said: visit.query.has('gespeichert'), ...more }), status)
}

async function change(house: ParticipationHouse, visit: Visit, poll: Poll, procedure: Procedure): Promise<Answer> {
  const { form, t } = visit
  const staff = actingIn(visit)
  const saved = () => redirect(visit.to(eventStaffRoutes.staffPoll, { poll: poll.id }, { gespeichert: 1 }), 303)
  const again = (faults: readonly FormFault[]) => shown(house, visit, poll, procedure, { filled: form, faults, said: false }, 422)
  const deed = form.get('tat')
  if (deed === 'oeffnen' || deed === 'beenden') {
    // What reaches the public wants the permission to publish.
    if (!visit.may('participation/publish')) return problem(notFound)
    await movePoll(house, staff, poll, deed === 'oeffnen' ? 'open' : 'ended')
    return saved()
  }
  if (deed === 'zeit') {
    const faults: FormFault[] = []
    const time = readTimes(form, faults)
    if (faults.length > 0) return again(faults)
    await addOption(house, staff, poll, time)
    return saved()
  }
  if (deed === 'weg') {
    const option = form.get('zeit') ?? ''
    const done = isId(option) && (await removeOption(house, staff, poll, option))
    return done ? saved() : shown(house, visit, poll, procedure, { refused: t('participation.events.staff.poll.answered') }, 409)
  }
  const read = readPoll(form)
  if (!read.ok) return again(read.error)
  const version = Number(form.get('fassung') || Number.NaN)
  const done = Number.isInteger(version) && (await writePoll(house, staff, { id: poll.id, version }, read.value))
  return done
    ? saved()
    : shown(house, visit, poll, procedure, { filled: form, refused: t('participation.events.staff.stale'), said: false }, 409)
}

async function fix(house: ParticipationHouse, visit: Visit, poll: Poll, procedure: Procedure): Promise<Answer> {
  const options = await optionsOf(staffDb(house, visit.site), poll.id)
  const option = options.find((one) => one.id === visit.form.get('option'))
  if (!option) return shown(house, visit, poll, procedure, { faults: [{ field: 'option', fault: 'choose' }] }, 422)
  const event = await fixPoll(house, actingIn(visit), poll, option)
  return event
    ? redirect(visit.to(eventStaffRoutes.staffEvent, { event }, { veroeffentlicht: 1 }), 303)
    : shown(house, visit, poll, procedure, { refused: visit.t('participation.events.staff.poll.fixed') }, 409)
}

/** Staff offers times, sees who can, and fixes the date. */
export const staffPollHandlers = (house: ParticipationHouse): Handler[] => [
  handler(eventStaffRoutes.staffPoll, (visit) => withStaffPoll(house, visit, (poll, one) => shown(house, visit, poll, one))),
  handler(eventStaffRoutes.changePoll, (visit) => withStaffPoll(house, visit, (poll, one) => change(house, visit, poll, one))),
  handler(eventStaffRoutes.fixPoll, (visit) => withStaffPoll(house, visit, (poll, one) => fix(house, visit, poll, one))),
]
