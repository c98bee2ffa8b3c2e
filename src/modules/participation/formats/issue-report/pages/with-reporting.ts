import type { Answer, Visit } from '#platform/http'
import type { ParticipationHouse } from '../../../house.ts'
import { whenThere } from '../../../pages/procedure/when-there.ts'
import { type OpenedReporting, reportingBySlug } from '../use-cases/open-reporting.ts'

/** Opens the issue reporting that the address names; says what stands in the way otherwise. */
export async function withReporting(
  house: ParticipationHouse,
  visit: Visit,
  show: (opened: OpenedReporting) => Promise<Answer> | Answer,
): Promise<Answer> {
  return whenThere(visit, await reportingBySlug(house, visit.site, visit.params.slug ?? ''), show)
}
