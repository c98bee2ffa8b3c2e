import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { StatusKind } from '#ui/components/status/status.tsx'
import { numberOf } from '../../model/request.ts'
import type { RequestRow } from '../../store/request-rows.ts'

const day = 86_400_000

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / day)

/** Where a wish or remark stands, as a shape and words: answered and how, or until when the answer is promised. */
export function standOf(one: RequestRow, visit: Visit): { kind: StatusKind; text: string } {
  const { t, lang } = visit
  if (one.state === 'waiting') return { kind: 'idle', text: t('catalogue.request.state.waiting') }
  if (one.state === 'hidden' || one.state === 'withdrawn') return { kind: 'bad', text: t(`catalogue.request.state.${one.state}`) }
  if (one.state === 'answered' && one.outcome) {
    const kind = one.outcome === 'planned' ? 'run' : 'ok'
    const date = one.outcome === 'planned' && one.plannedUntil ? formatDay(one.plannedUntil, lang) : ''
    return { kind, text: t(`catalogue.request.outcome.${one.outcome}`, { date }) }
  }
  const left = daysBetween(dayOf(visit.now), one.dueOn)
  if (left < 0) return { kind: 'bad', text: t('catalogue.request.overdue', { count: -left }) }
  return { kind: left <= 7 ? 'warn' : 'idle', text: t('catalogue.request.due', { date: formatDay(one.dueOn, lang) }) }
}

/** The number of a wish or remark. */
export const nameOf = (one: RequestRow): string => numberOf(one)

/** When it was handed in, as a calendar day here. */
export const handedIn = (one: RequestRow, visit: Visit, style: 'long' | 'short' = 'long'): string =>
  formatDay(dayOf(one.createdAt), visit.lang, style)

/** How long the answer took, in days; undefined where there is none. */
export const daysToAnswer = (one: RequestRow): number | undefined =>
  one.answeredAt ? daysBetween(dayOf(one.createdAt), dayOf(one.answeredAt)) : undefined
