/** A moment in the W3C form that GeoReport v2 wants: `2026-11-26T20:00:00Z`. */
export const w3cMoment = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`

const form = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/

/** Reads one; undefined for what has no zone, or is no moment of the calendar. */
export function readW3cMoment(text: string): Date | undefined {
  // A plus that somebody did not encode arrives as a space.
  const whole = text.trim().replace(/ (\d\d:\d\d)$/, '+$1')
  const [, year, month, day] = form.exec(whole) ?? []
  if (!year || !month || !day) return undefined
  // 31 February becomes 3 March where nobody looks.
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(day) < 1 || Number(day) > last) return undefined
  const moment = new Date(whole)
  return Number.isNaN(moment.getTime()) ? undefined : moment
}
