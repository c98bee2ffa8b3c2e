import { dayOf } from '#kernel/clock.ts'
import { addDays, dayBegins, readDay } from '#kernel/deadline.ts'
import type { Phase } from '../procedure.ts'

/** How something came that staff enters. */
export const paperChannels = ['letter', 'telephone', 'counter'] as const
export type PaperChannel = (typeof paperChannels)[number]

/** What is wrong with the day on which something came. The sentence has the text key `participation.enter.fault.day.<fault>`. */
export type DayFault = 'invalid' | 'future' | 'old'

/** The day on which something came, as staff writes it: not after today, and not more than two years ago. */
export function readReceivedDay(text: string, now: Date): { readonly day: string } | { readonly fault: DayFault } {
  const day = readDay(text)
  if (!day) return { fault: 'invalid' }
  const today = dayOf(now)
  if (day > today) return { fault: 'future' }
  return day < addDays(today, -730) ? { fault: 'old' } : { day }
}

/**
 * Whether something that came on a day came after the last time to hand in. What came before the beginning is early, not late; where the
 * timetable names no time to hand in, nothing is late.
 */
export function isLate(phases: readonly Phase[], day: string): boolean {
  const times = phases.filter((one) => one.track === 'public' && one.actions.includes('submit'))
  return times.length > 0 && times.every((one) => one.endsAt !== null && one.endsAt <= dayBegins(day))
}

/** What the office's register of incoming mail calls a paper (Eingangsnummer); undefined for what is too long. */
export const readReference = (text: string): string | undefined => {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line.length <= 60 ? line : undefined
}
