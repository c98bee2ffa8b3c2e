import type { Visit } from '#platform/http'
import { type ParticipationHouse, staffDb } from '../../house.ts'
import { queueFigures } from '../../store/queue-store.ts'

/** Figures beside the entries of the internal area; nothing for whom they are not. */
export async function moderationCounts(
  house: Pick<ParticipationHouse, 'database'>,
  visit: Visit,
): Promise<Record<string, number>> {
  if (!visit.may('participation/moderate')) return {}
  const { submissions, comments, notices, objections } = await queueFigures(staffDb(house, visit.site), visit.site.id)
  return { 'participation.moderation': submissions + comments, 'participation.notices': notices + objections }
}
