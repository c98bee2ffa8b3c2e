import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import type { StatusKind } from '#ui/components/status/status.tsx'
import { numberOf } from '../../model/procedure.ts'
import type { DecisionState } from '../../model/report/figures.ts'
import { routes } from '../../routes.ts'
import type { ReportRow } from '../../store/report-store.ts'
import { shortened } from '../submission-row.tsx'
import type { StoryCell } from './story.ts'

/** Shape of where a decision stands. */
export const stateKinds: Readonly<Record<DecisionState, StatusKind>> = {
  planned: 'idle',
  running: 'run',
  done: 'ok',
  delayed: 'warn',
  dropped: 'idle',
}

/** The decision of a row: body and day, or that there is none. */
export function decisionCell(row: ReportRow, visit: Visit): StoryCell {
  const { t, lang } = visit
  if (!row.decisionTitle)
    return { text: t(row.outcome ? 'participation.report.no-decision' : 'participation.report.no-decision-yet') }
  const day = row.decidedOn ? formatDay(row.decidedOn, lang, 'short') : ''
  return { text: row.decisionTitle, more: [row.decisionBody, day].filter(Boolean).join(', ') }
}

/** Where it stands: of the decision, or of the answer. */
export function standCell(row: ReportRow, visit: Visit): StoryCell {
  const { t, lang } = visit
  if (row.decisionState)
    return {
      text: t(`participation.decision.${row.decisionState}`),
      status: stateKinds[row.decisionState],
      ...(row.dueOn && row.decisionState !== 'done' && row.decisionState !== 'dropped'
        ? { more: t('participation.decision.due', { day: formatDay(row.dueOn, lang) }) }
        : {}),
    }
  if (!row.outcome) return { text: t('participation.result.open'), status: 'warn' }
  return { text: t(`participation.result.${row.outcome}`), status: row.outcome === 'not-adopted' ? 'idle' : 'ok' }
}

/** A submission on its way, in four cells. */
export const rowCells = (row: ReportRow, visit: Visit): StoryCell[] => {
  const code = numberOf(row.prefix, row.number)
  return [
    {
      text: row.title,
      href: visit.to(routes.submission, { slug: row.slug, number: code }),
      more: visit.t('participation.number', { number: code }),
    },
    { text: row.answer ? shortened(row.answer, 180) : visit.t('participation.report.no-answer') },
    decisionCell(row, visit),
    standCell(row, visit),
  ]
}
