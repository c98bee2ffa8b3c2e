import { dayOf, readMoment } from './clock.ts'
import type { IsoDate } from './day.ts'
import { Bug } from './result.ts'

// Periods in German law: BGB §§ 187, 188. A period ends with its last day, and that is over when the next one begins on the clocks in
// Germany. Ends are therefore kept as the first moment that no longer belongs; 23:59:59 is only how they are written.

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days of a month; `month` may lie outside 1 to 12 and then counts on. */
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()
const write = (moment: number): IsoDate => new Date(moment).toISOString().slice(0, 10)

/** A day as people and forms write it, `2026-03-31`, `31.03.2026` or `31.3.2026`; undefined for what is no day, such as the 30th of February. */
export function readDay(text: string): IsoDate | undefined {
  const form = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$|^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})$/.exec(
    text.trim(),
  )?.groups
  if (!form) return undefined
  const [year, month, day] = [Number(form.year ?? form.y), Number(form.month ?? form.m), Number(form.day ?? form.d)]
  if (year < 1900 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  return write(Date.UTC(year, month - 1, day))
}

/** Year, month and day; throws a Bug for what `readDay` would not give. */
function parts(day: IsoDate): Parts {
  if (readDay(day) !== day) throw new Bug(`no calendar day: ${day}`)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date }
}

/** The day so many days later, or earlier. */
export function addDays(from: IsoDate, days: number): IsoDate {
  const { year, month, day } = parts(from)
  return write(Date.UTC(year, month - 1, day + days))
}

/** The first moment of a day. */
export const dayBegins = (day: IsoDate): Date => {
  parts(day)
  return readMoment(day, '00:00')
}

/** The first moment after a day: what came before it was in time. 23, 24 or 25 hours after the day began. */
export const dayEnds = (day: IsoDate): Date => dayBegins(addDays(day, 1))

/** The last millisecond of a day, 23:59:59.999: to show, and for interfaces that want an end that still belongs. */
export const lastMomentOf = (day: IsoDate): Date => new Date(dayEnds(day).getTime() - 1)

/** Calendar days left until an end that `dayEnds` gave: 0 on its last day, however long that is, 1 on the day before; negative once it is over. */
export function daysLeft(end: Date, now: Date): number {
  const at = (moment: Date) => Date.parse(dayOf(moment))
  return (at(new Date(end.getTime() - 1)) - at(now)) / 86_400_000
}

/** How a period begins: with the `day` itself, which counts (BGB § 187 (2)), or with an `event` on it, and the next day is the first (BGB § 187 (1)). */
export type Beginning = 'day' | 'event'

/** The last day of a period of days. BGB §§ 187, 188 (1). */
export const lastDayAfterDays = (start: IsoDate, days: number, beginning: Beginning): IsoDate =>
  addDays(start, beginning === 'day' ? days - 1 : days)

/**
 * The last day of a period of months: after an event the day of the same number, after a beginning day the one before it. BGB § 188 (2).
 * Where the month has no such day, its last one. BGB § 188 (3).
 */
export function lastDayAfterMonths(start: IsoDate, months: number, beginning: Beginning): IsoDate {
  const { year, month, day } = parts(start)
  const number = beginning === 'day' ? day - 1 : day
  // Day 0 is the last one of the month before: what begins on the 1st ends with its month.
  return write(Date.UTC(year, month - 1 + months, Math.min(number, daysIn(year, month + months))))
}
