import { explain, faultText } from '#catalogue'
import type { Visit } from '#platform/http'
import type { StatusKind } from '#ui/components/status/status.tsx'
import type { ReportGroup, Severity } from '../model/report.ts'
import type { Check, CheckFault } from '../store/check-store.ts'

type Tongue = 'de' | 'en'
export const tongueOf = ({ lang }: Pick<Visit, 'lang'>): Tongue => (lang === 'en' ? 'en' : 'de')

export const kindOf: Readonly<Record<Severity, StatusKind>> = { Violation: 'bad', Warning: 'warn', Info: 'idle' }

/** What is wrong with a group, why it matters, how to mend it. */
export const wordsOf = (group: ReportGroup, lang: Tongue) =>
  explain(
    {
      dataset: null,
      node: '',
      target: '',
      targetType: group.targetType,
      path: group.path,
      severity: group.severity,
      shape: '',
      constraint: group.constraint,
      value: group.values[0]?.[0] ?? null,
      valueKind: group.valueKind,
    },
    lang,
  )

/** Why a check came to nothing, in a sentence. */
export const faultWords = (fault: CheckFault, visit: Visit): string =>
  fault.key.startsWith('quality.') ? visit.t(fault.key, fault.params) : faultText(fault, tongueOf(visit))

/** What was checked: the file, the address, or what was pasted. */
export const nameOf = (check: Pick<Check, 'name'>, { t }: Pick<Visit, 't'>): string => check.name || t('quality.check.pasted')
