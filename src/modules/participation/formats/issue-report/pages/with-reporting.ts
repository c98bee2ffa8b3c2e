import { type Answer, page, problem, type Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import { withdrawnView } from '../../../pages/procedure/procedure-view.tsx'
import { type OpenedReporting, reportingBySlug } from '../use-cases/open-reporting.ts'

/** Opens the issue reporting that the address names; says what stands in the way otherwise. */
export async function withReporting(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedReporting) => Promise<Answer> | Answer,
): Promise<Answer> {
  const opened = await reportingBySlug(house, visit.site, visit.params.slug ?? '')
  if (!opened)
    return problem({
      status: 404,
      id: 'participation/no-procedure',
      title: visit.t('participation.none.title'),
      detail: visit.t('participation.none.detail'),
    })
  return opened.procedure.state === 'withdrawn' ? page(withdrawnView(visit, opened.procedure), 410) : show(opened)
}
