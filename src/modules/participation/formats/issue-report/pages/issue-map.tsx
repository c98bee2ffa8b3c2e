import type { Visit } from '#platform/http'
import { MapView } from '#ui/components/map/map.tsx'
import { boundsOf, StillMap } from '#ui/components/map/still-map.tsx'
import type { ParticipationWeb } from '../../../house.ts'
import { numberOf, type Procedure } from '../../../model/procedure.ts'
import { baseMapOf, groundOf, mapPins } from '../../../pages/dialogue/submission-map.tsx'
import type { Issue } from '../issue.ts'
import { issueRoutes } from '../issue-routes.ts'

/** The map of a list of reports, drawn by the server and to move about in where there is a script; undefined where nothing has a point. */
export async function issueMap(
  house: ParticipationWeb,
  visit: Visit,
  procedure: Procedure,
  issues: readonly Issue[],
  query: Record<string, string | number>,
) {
  const pins = mapPins(issues, procedure, visit)
  if (pins.length === 0) return undefined
  const { t } = visit
  const ground = await groundOf(house, visit, procedure)
  const bounds = boundsOf(
    [],
    pins.map((one) => [one.lon, one.lat] as const),
  )
  const baseMap = baseMapOf(house)
  return (
    <MapView
      id="karte"
      title={t('participation.issue.map.title')}
      untitled
      data={visit.to(issueRoutes.issuesMap, { slug: procedure.slug }, query)}
      list={{ href: `#${numberOf(procedure.prefix, issues[0]?.number ?? 1)}`, text: t('participation.map.list') }}
      {...(baseMap ? { baseMap } : {})}
      {...(bounds ? { bounds } : {})}
      caption={t('participation.issue.map.caption', { count: pins.length })}
      still={
        <StillMap
          ground={ground}
          pins={pins}
          description={t('participation.issue.map.description', { count: pins.length })}
          room={ground.length > 0 ? 0 : 0.3}
        />
      }
      asset={house.asset}
      t={t}
    />
  )
}
