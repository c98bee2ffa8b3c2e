import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import type { StatusKind } from '#ui/components/status/status.tsx'
import type { IssueStatus } from '../issue.ts'

const kinds: Readonly<Record<IssueStatus, StatusKind>> = {
  open: 'idle',
  'in-progress': 'run',
  done: 'ok',
  'not-responsible': 'warn',
  rejected: 'warn',
}

/** A status as a shape and a word. */
export const standOfIssue = (status: IssueStatus, visit: Pick<Visit, 't'>): { kind: StatusKind; text: string } => ({
  kind: kinds[status],
  text: visit.t(`participation.issue.status.${status}`),
})

/** `5 Tage`; less than one is `am selben Tag`. */
export function daysText(days: number, visit: Pick<Visit, 't' | 'lang'>): string {
  const whole = Math.round(days)
  return whole < 1
    ? visit.t('participation.issue.same-day')
    : visit.t('participation.issue.days', { count: whole, number: formatNumber(whole, visit.lang) })
}
