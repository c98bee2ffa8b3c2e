import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import { daysLeft } from '#kernel/deadline.ts'
import type { Visit } from '#platform/http'
import type { Step } from '#ui/components/timeline/timeline.tsx'
import { type Phase, standOf } from '../model/procedure.ts'

/** The last day of something that ends at a moment: what ends at midnight ends on the day before. */
export const lastDay = (end: Date): string => dayOf(new Date(end.getTime() - 1))

/** When a phase is, in words: "2. November bis 13. Dezember 2026", "bis ...", "ab ...", or its own words. */
export function phaseTime(phase: Phase, visit: Visit): string {
  const { t, lang } = visit
  if (phase.label) return phase.label
  const from = phase.startsAt && formatDay(dayOf(phase.startsAt), lang)
  const until = phase.endsAt && formatDay(lastDay(phase.endsAt), lang)
  if (from && until) return from === until ? from : t('participation.time.between', { from, until })
  if (until) return t('participation.time.until', { until })
  return from ? t('participation.time.from', { from }) : t('participation.time.open')
}

/** The timetable as the line shows it. */
export const stepsOf = (phases: readonly Phase[], visit: Visit): Step[] =>
  phases
    .filter((one) => one.track === 'public')
    .map((one) => ({
      title: one.title,
      date: [phaseTime(one, visit), one.note].filter(Boolean).join('. '),
      state: standOf(one, visit.now),
    }))

/** "Noch 19 Tage", "Letzter Tag". */
export function timeLeft(end: Date, visit: Visit): string {
  const days = daysLeft(end, visit.now)
  return days === 0 ? visit.t('participation.time.last-day') : visit.t('participation.time.left', { count: days })
}
