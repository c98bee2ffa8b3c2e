import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import type { FormatSection } from '../../format.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import type { CountedDecision } from '../../store/decision-store.ts'
import type { ReportVersion } from '../../store/report-store.ts'
import { DecisionLine } from '../decision-line.tsx'

/** What became of a procedure, whatever its format: decisions with their way, and the report. Nothing where there is neither. */
export function resultSections(
  visit: Visit,
  procedure: Procedure,
  decisions: readonly CountedDecision[],
  report: ReportVersion | undefined,
): FormatSection[] {
  const { t, lang } = visit
  if (decisions.length === 0 && !report) return []
  const { slug } = procedure
  return [
    {
      id: 'beschluesse',
      title: t('participation.decision.became'),
      body: (
        <>
          {decisions.map((one) => (
            <DecisionLine key={one.id} one={one} visit={visit} />
          ))}
          <LinkList
            links={[
              ...(decisions.some((one) => one.submissions > 0)
                ? [
                    {
                      href: visit.to(routes.reportList, { slug }, { stand: 'beschluss' }),
                      text: t('participation.decision.submissions', {
                        count: decisions.reduce((sum, one) => sum + one.submissions, 0),
                      }),
                    },
                  ]
                : []),
              ...(report
                ? [
                    {
                      href: visit.to(routes.report, { slug }),
                      text: t('participation.report.link', { day: formatDay(dayOf(report.publishedAt), lang) }),
                    },
                  ]
                : []),
            ]}
          />
        </>
      ),
    },
  ]
}
