/** A day and a time of the clocks in Germany as a moment; an invalid date for what is none. */
export function readMoment(day: string, time: string): Date {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return new Date(Number.NaN)
  const wall = Date.parse(`${day}T${time}:00Z`)
  // The offset at that moment, found from what the clocks there show; asked twice, because the first guess may lie beyond a change.
  const guess = wall - offsetAt(wall)
  return new Date(wall - offsetAt(guess))
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' })
const offsetAt = (at: number): number =>
  Number.isNaN(at) ? Number.NaN : Date.parse(`${clock.format(new Date(at)).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
