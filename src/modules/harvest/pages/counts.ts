import type { Visit } from '#platform/http'
import { type HarvestHouse, staffDb } from '../house.ts'
import { heldRuns } from '../store/run-store.ts'

/** Beside the entry of the internal area: how many runs wait for a person. */
export async function harvestCounts(house: Pick<HarvestHouse, 'database'>, visit: Visit): Promise<Record<string, number>> {
  if (!visit.may('harvest/read')) return {}
  return { 'harvest.held': await heldRuns(staffDb(house, visit.site.id), visit.site.id) }
}
