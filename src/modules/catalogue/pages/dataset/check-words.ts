import type { Visit } from '#platform/http'
import type { StatusKind } from '#ui/components/status/status.tsx'
import type { QualityCheck } from '../../store/tables.ts'

/** A check as people read it: what was looked at, what was found, how to mend it. */
export function checkWords(check: QualityCheck, visit: Visit): { kind: StatusKind; title: string; reason: string } {
  const { t } = visit
  const params = check.params ?? {}
  const key = `catalogue.check.${check.id}`
  const title = t(`${key}.${check.passed ? 'ok' : 'bad'}`)
  if (check.passed) return { kind: 'ok', title, reason: t(`${key}.ok.reason`, params) }
  if (check.id === 'current' && params.reason === 'overdue')
    return {
      kind: 'bad',
      title: t('catalogue.check.current.overdue'),
      reason: t('catalogue.check.current.overdue.reason', { count: Number(params.days ?? 0) }),
    }
  if (check.id === 'open' && params.named === 0)
    return { kind: 'warn', title: t('catalogue.check.open.none'), reason: t('catalogue.check.open.none.reason') }
  if (check.id === 'machine-readable' && !/\w/.test(String(params.formats ?? '')))
    return { kind: 'warn', title, reason: t('catalogue.check.machine-readable.none.reason') }
  return { kind: 'warn', title, reason: t(`${key}.bad.reason`, params) }
}
