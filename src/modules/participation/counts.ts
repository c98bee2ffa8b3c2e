import type { Visit } from '#platform/http'
import { formats } from './formats.ts'
import type { ParticipationHouse } from './house.ts'
import { moderationCounts } from './pages/moderation/counts.ts'

/** Figures beside the entries of the internal area: those of the room and of its formats. */
export async function participationCounts(
  house: Pick<ParticipationHouse, 'database'>,
  visit: Visit,
): Promise<Record<string, number>> {
  const counts = await Promise.all([moderationCounts(house, visit), ...formats.map((one) => one.counts?.(house, visit) ?? {})])
  return Object.assign({}, ...counts)
}
