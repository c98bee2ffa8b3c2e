import type { Visit } from '#platform/http'
import { type CheckGroup, CheckPanel } from '#ui/components/check-panel/check-panel.tsx'
import { lawQuestions } from '../../model/lawfulness.ts'
import type { Draft } from '../../store/draft-tables.ts'
import type { DraftCheck, Lack } from '../../use-cases/edit/check-draft.ts'
import { draftLinks } from '../edit/draft-links.ts'
import { shapeLinesOf } from '../edit/finding-lines.ts'
import { placeOfLack, placeOfTrace } from '../edit/lack-places.ts'
import { shapeGroups } from '../edit/panel.tsx'

/** The verdict on a draft in one sentence. */
export function verdictOf(check: DraftCheck, { t }: Pick<Visit, 't'>): { kind: 'ok' | 'bad' | 'warn'; text: string } {
  const musts = check.lacks.filter((one) => one.level === 'must').length
  if (musts > 0) return { kind: 'bad', text: t('catalogue.draft.verdict.musts', { count: musts }) }
  const { violations } = shapeLinesOf(check)
  if (violations.length > 0) return { kind: 'bad', text: t('catalogue.shapes.verdict', { count: violations.length }) }
  if (check.questions.length + check.persons.length > 0)
    return { kind: 'warn', text: t('catalogue.draft.verdict.gate', { count: check.questions.length + check.persons.length }) }
  return { kind: 'ok', text: t('catalogue.draft.verdict.fit') }
}

/** What a draft lacks, the lawfulness gate, and what was answered. */
export function DraftPanel({
  draft,
  check,
  visit,
}: {
  readonly draft: Draft
  readonly check: DraftCheck
  readonly visit: Visit
}) {
  const { t } = visit
  const verdict = verdictOf(check, visit)
  // Who may not write sees what is wrong, without ways that lead nowhere.
  const links = visit.may('catalogue/edit') ? draftLinks(visit, draft.id) : undefined
  const line = (lack: Lack) => ({ title: t(`catalogue.lack.${lack.id}`), href: links?.mend(placeOfLack(lack)) })
  const gate = [
    ...check.questions.map((question) => ({
      title: t(`catalogue.law.${question}`),
      href: links?.mend({ step: 'abgeben', field: question }),
    })),
    ...check.persons.map((trace) => ({
      title: t('catalogue.draft.person', { value: trace.value }),
      href: links?.mend(placeOfTrace(trace)),
    })),
  ]
  const musts = check.lacks.filter((one) => one.level === 'must').map(line)
  const shoulds = check.lacks.filter((one) => one.level === 'should').map(line)
  const groups: CheckGroup[] = [
    ...(musts.length > 0 ? [{ kind: 'bad' as const, checks: musts }] : []),
    ...shapeGroups(shapeLinesOf(check), draft, links, visit),
    ...(gate.length > 0 ? [{ title: t('catalogue.draft.gate'), kind: 'warn' as const, checks: gate }] : []),
    ...(shoulds.length > 0
      ? [{ title: t('catalogue.draft.shoulds', { count: shoulds.length }), kind: 'idle' as const, checks: shoulds }]
      : []),
  ]
  const answered = lawQuestions
    .filter((question) => draft.lawfulness.answers[question] && !check.questions.includes(question))
    .map((question) => {
      const given = draft.lawfulness.answers[question]
      return {
        title: t(`catalogue.law.${question}`),
        reason: given?.reason ?? t(`catalogue.law.answer.${given?.answer ?? 'none'}`),
      }
    })
  const cleared = draft.lawfulness.cleared.map((one) => ({ title: one.trace, reason: one.reason }))
  return (
    <CheckPanel
      id="pruefung"
      title={t('catalogue.draft.check')}
      kind={verdict.kind}
      verdict={verdict.text}
      note={check.waits ? t('catalogue.shapes.waits') : undefined}
      groups={groups}
      fine={[...answered, ...cleared]}
      t={t}
    />
  )
}
