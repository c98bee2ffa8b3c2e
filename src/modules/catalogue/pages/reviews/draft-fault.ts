import { type Answer, notFound, problem, redirect, type Visit } from '#platform/http'
import { routes } from '../../routes.ts'
import type { DraftCheck } from '../../use-cases/edit/check-draft.ts'
import type { DraftFault } from '../../use-cases/edit/faults.ts'
import { explain } from '../../validation/explain.ts'
import { propertiesOf } from '../edit/finding-places.ts'

/** A fault in one sentence, for the message on top of the draft's page. */
export function faultWords(fault: DraftFault, { t }: Pick<Visit, 't'>): string {
  if (fault.kind === 'state') return t('catalogue.draft-fault.state', { state: t(`catalogue.entry.state.${fault.state}`) })
  if (fault.kind === 'field') return t(`catalogue.draft-fault.field.${fault.fault}`)
  return t(`catalogue.draft-fault.${fault.kind}`)
}

/** Kinds that a page shows again by their name in its address. */
export const shownFaults = [
  'state',
  'four-eyes',
  'unfit',
  'outdated',
  'already-released',
  'conflict',
  'reason',
  'at',
  'text',
  'id',
] as const

/** What stands in the way, field by field, for programs. */
const unfitFields = ({ lacks, questions, persons, findings }: DraftCheck, { t, lang }: Pick<Visit, 't' | 'lang'>) => [
  ...lacks.map((one) => ({ field: one.field, message: t(`catalogue.lack.${one.id}`) })),
  ...questions.map((question) => ({ field: question, message: t(`catalogue.law.${question}`) })),
  ...persons.map((trace) => ({ field: trace.field, message: t('catalogue.draft.person', { value: trace.value }) })),
  ...findings
    .filter((one) => one.severity === 'Violation')
    .map((one) => ({ field: propertiesOf(one).join(', '), message: explain(one, lang === 'en' ? 'en' : 'de').what })),
]

/**
 * Where a deed that was refused leads: back to the page of the draft, which says why. For programs: the problem, 409 where somebody
 * else was quicker, 422 where something is missing.
 */
export function refused(fault: DraftFault, visit: Visit, id: string): Answer {
  if (fault.kind === 'not-found') return problem(notFound)
  const name = fault.kind === 'field' ? fault.field : fault.kind
  const machine = visit.accepts(['text/html', 'application/problem+json', 'application/json']) !== 'text/html'
  if (machine)
    return problem({
      status: ['state', 'already-released', 'conflict', 'outdated'].includes(fault.kind) ? 409 : 422,
      id: `catalogue/${fault.kind}`,
      title: visit.t(`catalogue.draft-fault.${fault.kind}`),
      detail: faultWords(fault, visit),
      ...(fault.kind === 'field' ? { fields: [{ field: fault.field, message: faultWords(fault, visit) }] } : {}),
      ...(fault.kind === 'unfit' ? { fields: unfitFields(fault.check, visit) } : {}),
    })
  if (fault.kind === 'already-released' && fault.slug)
    return redirect(visit.to(routes.draft, { id }, { fehler: 'already-released' }))
  return redirect(visit.to(routes.draft, { id }, { fehler: name }))
}
