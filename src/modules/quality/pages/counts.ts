import type { Visit } from '#platform/http'
import { type QualityHouse, staffDb } from '../house.ts'
import { linkCounts } from '../store/link-list.ts'

/** Beside the entry of the internal area: how many addresses do not answer. */
export async function qualityCounts(house: Pick<QualityHouse, 'database'>, visit: Visit): Promise<Record<string, number>> {
  if (!visit.may('quality/read')) return {}
  return { 'quality.broken': (await linkCounts(staffDb(house, visit.site.id), visit.site.id)).broken }
}
