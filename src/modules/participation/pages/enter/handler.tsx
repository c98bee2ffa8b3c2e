import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { type Answer, type Handler, handler, notFound, page, problem, redirect, type Visit } from '#platform/http'
import { linkSecret } from '#platform/secret-link'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { paperChannels, readReceivedDay, readReference } from '../../model/paper/received.ts'
import { type Asked, readSubmission } from '../../model/submission.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { paperSubmission } from '../../store/paper-store.ts'
import { openForStaff, type ShownProcedure } from '../../use-cases/open-procedure.ts'
import { enterSubmission } from '../../use-cases/paper/enter-submission.ts'
import { actingIn, idIn } from '../../use-cases/setup/acting.ts'
import { withOwn } from '../setup/part-handlers.ts'
import { typedOf } from '../submit/fields.tsx'
import { type EnterFault, enterView, notNowView } from './enter-view.tsx'
import { fromPortalView, receiptView } from './receipt-view.tsx'

/** Lets `go` answer where staff may enter something: the procedure is no draft, and its format takes submissions by form. */
export function whileEntered(
  house: ParticipationHouse,
  visit: Visit,
  go: (opened: ShownProcedure, asked: Asked) => Promise<Answer> | Answer,
): Promise<Answer> {
  return withOwn(house, visit, (opened) => {
    const asked = opened.format.asked?.(opened.settings)
    if (opened.procedure.state === 'draft') return page(notNowView(visit, opened, 'draft'), 409)
    return asked ? go(opened, asked) : page(notNowView(visit, opened, 'form'), 409)
  })
}

async function enter(house: ParticipationHouse, visit: Visit, opened: ShownProcedure, asked: Asked): Promise<Answer> {
  const { form, t } = visit
  const given = (name: string) => (form.get(name) ?? '').replaceAll('\0', '')
  const typed = { ...typedOf(form), channel: given('channel'), receivedOn: given('receivedOn'), reference: given('reference') }
  const faults: EnterFault[] = []
  const channel = paperChannels.find((one) => one === typed.channel)
  if (!channel) faults.push({ field: 'channel', text: t('participation.enter.fault.channel') })
  const received = readReceivedDay(typed.receivedOn, visit.now)
  if ('fault' in received) faults.push({ field: 'receivedOn', text: t(`participation.enter.fault.day.${received.fault}`) })
  const reference = readReference(typed.reference)
  if (reference === undefined) faults.push({ field: 'reference', text: t('participation.enter.fault.reference.long') })
  const read = readSubmission(form, asked)
  const again = (more: readonly EnterFault[]) =>
    page(enterView(visit, opened, asked, { typed, faults: [...faults, ...more], own: read.ok ? [] : read.error }), 422)
  if (!read.ok || !channel || 'fault' in received || reference === undefined) return again([])
  const done = await enterSubmission(house, actingIn(visit), opened, {
    draft: read.value,
    channel,
    receivedOn: received.day,
    reference,
  })
  if (!done.ok)
    return again([{ field: 'reference', text: t('participation.enter.fault.reference.twice', { number: done.error.twice }) }])
  return redirect(visit.to(paperRoutes.receipt, { id: done.value }, { neu: 1 }))
}

/** The receipt of what staff entered. What came through the portal has none here: its link has only who wrote it. */
async function receipt(house: ParticipationHouse, visit: Visit): Promise<Answer> {
  const id = idIn(visit)
  const submission = id ? await paperSubmission(staffDb(house, visit.site), visit.site.id, id) : undefined
  const opened = submission && (await openForStaff(house, visit.site, submission.procedure))
  if (!submission || !opened) return problem(notFound)
  if (submission.channel === 'web') return page(fromPortalView(visit, opened), 409)
  const token = linkSecret(house.config.ALLMENDE_SECRET, 'participation/submission', submission.id)
  return page(receiptView(visit, opened, submission, token))
}

/** Letters, calls and what was said at the counter. */
export const enterHandlers = (house: ParticipationHouse): Handler[] => [
  handler(paperRoutes.enter, (visit) =>
    whileEntered(house, visit, (opened, asked) => {
      const typed = { channel: 'letter', receivedOn: formatDay(dayOf(visit.now), 'de', 'short') }
      return page(enterView(visit, opened, asked, { typed, faults: [], own: [] }))
    }),
  ),
  handler(paperRoutes.enterNow, (visit) => whileEntered(house, visit, (opened, asked) => enter(house, visit, opened, asked))),
  handler(paperRoutes.receipt, (visit) => receipt(house, visit)),
]
