import type { Visit } from '#platform/http'
import { staffDb, type WebhooksHouse } from '../house.ts'
import { countBroken } from '../store/receiver-store.ts'

/** Figures beside the entries of the internal area: receivers that were paused. */
export async function webhooksCounts(house: Pick<WebhooksHouse, 'database'>, visit: Visit): Promise<Record<string, number>> {
  return visit.may('webhooks/read') ? { 'webhooks.broken': await countBroken(staffDb(house, visit.site.id), visit.site.id) } : {}
}
