import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { Fact } from '#ui/components/facts/facts.tsx'
import type { StatusKind } from '#ui/components/status/status.tsx'
import { type Access, accessNames, accessTexts } from '../model/access.ts'
import { registrationEnds, seatsLeft, type TownEvent } from '../model/event.ts'
import type { FormFault } from '../model/registration.ts'

/** The sentence about a fault. */
export const faultText = ({ t }: Pick<Visit, 't'>, { fault, about }: FormFault): string =>
  t(`participation.events.fault.${fault}`, { ...about })

/** Lines of the error summary, each with its field. */
export const faultLines = (visit: Visit, faults: readonly FormFault[]) =>
  faults.map((one) => ({ field: one.field, text: faultText(visit, one) }))

/** How full an event is, with a shape and a word. */
export function seatStatus(
  event: TownEvent,
  { t, now }: Pick<Visit, 't' | 'now'>,
): { readonly kind: StatusKind; readonly text: string } {
  if (event.state === 'cancelled') return { kind: 'bad', text: t('participation.events.stand.cancelled') }
  if (event.endsAt <= now) return { kind: 'ok', text: t('participation.events.stand.over') }
  if (!event.registers) return { kind: 'idle', text: t('participation.events.stand.free') }
  if (event.kind === 'hours') return { kind: 'idle', text: t('participation.events.stand.slots') }
  if (registrationEnds(event) <= now) return { kind: 'warn', text: t('participation.events.stand.closed') }
  const left = seatsLeft(event)
  if (left === undefined) return { kind: 'idle', text: t('participation.events.stand.open') }
  if (left > 0) return { kind: 'run', text: t('participation.events.stand.left', { count: left }) }
  return event.waiting > 0
    ? { kind: 'warn', text: t('participation.events.stand.full-waiting', { count: event.waiting }) }
    : { kind: 'warn', text: t('participation.events.stand.full') }
}

/** What is known of the way there and of help on the spot, as names and values. */
export const accessFacts = (access: Access, { t }: Pick<Visit, 't'>): Fact[] => [
  ...accessNames.flatMap((name) => {
    const value = access[name]
    return value ? [{ name: t(`participation.events.access.${name}`), value: t(`participation.events.access.say.${value}`) }] : []
  }),
  ...accessTexts.flatMap((name) => {
    const value = access[name]
    return value ? [{ name: t(`participation.events.access.${name}`), value }] : []
  }),
]

/** `bis 6. Dezember 2026`: the last day, with the time where it is not the end of the day. */
export function untilWords(end: Date, { lang, t }: Pick<Visit, 'lang' | 't'>): string {
  const last = new Date(end.getTime() - 1)
  const midnight = formatMoment(end, 'de', 'time') === '00:00'
  const date = formatDay(dayOf(last), lang)
  return midnight
    ? t('participation.time.until', { until: date })
    : t('participation.events.until-time', { date, time: formatMoment(end, lang, 'time') })
}
