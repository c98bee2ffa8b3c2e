import type { IsoDate } from '#kernel/day.ts'
import { type Beginning, dayBegins, dayEnds, lastDayAfterDays, lastDayAfterMonths } from '#kernel/deadline.ts'
import type { Span } from '#kernel/span.ts'

/** The later of one month and 30 days. */
const monthOrThirtyDays = (start: IsoDate, beginning: Beginning): IsoDate => {
  const month = lastDayAfterMonths(start, 1, beginning)
  const thirty = lastDayAfterDays(start, 30, beginning)
  return month > thirty ? month : thirty
}

/**
 * The last day on which a draft must be public when it is public from the start of `first`, which counts (GmS-OGB 1/70).
 * BauGB § 3 (2): one month, at least 30 days. A longer period for an important reason is for people to decide.
 */
export const lastDayOfAuslegung = (first: IsoDate): IsoDate => monthOrThirtyDays(first, 'day')

/** The last day for the statement of a public agency that was asked on `asked`; that day does not count. BauGB § 4 (2): one month, at least 30 days. */
export const lastDayForAgencies = (asked: IsoDate): IsoDate => monthOrThirtyDays(asked, 'event')

/** The time from the start of the first day to the end of the last, in Germany. */
export const spanOfDays = (first: IsoDate, last: IsoDate): Span => ({ from: dayBegins(first), until: dayEnds(last) })

/** Whether a period of whole days is long enough; `last` is the last day it must reach. */
export function longEnough(first: IsoDate, until: IsoDate): { readonly enough: boolean; readonly last: IsoDate } {
  const last = lastDayOfAuslegung(first)
  return { enough: until >= last, last }
}
