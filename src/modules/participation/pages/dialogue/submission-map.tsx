import type { Visit } from '#platform/http'
import { MapView } from '#ui/components/map/map.tsx'
import { boundsOf, type GroundShape, type MapPin, StillMap } from '#ui/components/map/still-map.tsx'
import { type ParticipationHouse, type ParticipationWeb, publicDb } from '../../house.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import { planOf } from '../../store/dialogue-queries.ts'

/** The background that the operator set; undefined where no page asks anybody for tiles. */
export const baseMapOf = ({ config }: Pick<ParticipationHouse, 'config'>) =>
  config.BASEMAP_URL ? { url: config.BASEMAP_URL, credit: config.BASEMAP_CREDIT } : undefined

const isShape = (
  one: unknown,
): one is { properties: { kind: GroundShape['kind']; title?: string }; geometry: GroundShape['geometry'] } =>
  typeof one === 'object' && one !== null && 'geometry' in one && 'properties' in one

/** What lies under the points: the plan that the town drew, else the area of the procedure, else the outline of the town. */
export async function groundOf(
  house: ParticipationHouse,
  visit: Visit,
  procedure: Pick<Procedure, 'id' | 'area'>,
): Promise<GroundShape[]> {
  const plan = await planOf(publicDb(house, visit.site), procedure.id)
  if (Array.isArray(plan))
    return plan
      .filter(isShape)
      .map(({ properties: { kind, title }, geometry }) => ({ kind, geometry, ...(title ? { title } : {}) }))
  const { area } = procedure
  if (area && area.type !== 'Point') return [{ kind: area.type === 'LineString' ? 'line' : 'area', geometry: area }]
  return visit.site.area && !area ? [{ kind: 'outline', geometry: visit.site.area }] : []
}

/** The number of each submission on the map beside its list: those with a point, in the order of the list. */
export function pinsOf(submissions: readonly Submission[]): ReadonlyMap<string, number> {
  const placed = submissions.filter((one) => one.geometry?.type === 'Point')
  return new Map(placed.map((one, i) => [one.id, i + 1]))
}

/** The points of a list as the map shows them. */
export function mapPins(
  submissions: readonly Submission[],
  procedure: Pick<Procedure, 'slug' | 'prefix'>,
  visit: Visit,
): MapPin[] {
  const pins = pinsOf(submissions)
  return submissions.flatMap((one) => {
    const number = pins.get(one.id)
    if (number === undefined || one.geometry?.type !== 'Point') return []
    const [lon, lat] = one.geometry.coordinates
    const href = visit.to(routes.submission, { slug: procedure.slug, number: numberOf(procedure.prefix, one.number) })
    return [{ number, title: one.title, lon, lat, href }]
  })
}

/** The map of a list: drawn by the server, and to move about in where there is a script. Undefined where nothing has a point. */
export async function submissionMap(
  house: ParticipationWeb,
  visit: Visit,
  procedure: Procedure,
  submissions: readonly Submission[],
  query: Record<string, string | number>,
) {
  const pins = mapPins(submissions, procedure, visit)
  if (pins.length === 0) return undefined
  const { t } = visit
  const ground = await groundOf(house, visit, procedure)
  const around = boundsOf(
    ground,
    pins.map((one) => [one.lon, one.lat] as const),
  )
  const baseMap = baseMapOf(house)
  return (
    <MapView
      id="karte"
      title={t('participation.map.title')}
      untitled
      data={visit.to(routes.mapData, { slug: procedure.slug }, query)}
      list={{ href: `#${numberOf(procedure.prefix, submissions[0]?.number ?? 1)}`, text: t('participation.map.list') }}
      {...(baseMap ? { baseMap } : {})}
      {...(around ? { bounds: around } : {})}
      caption={t('participation.map.caption', { shown: pins.length, count: procedure.submissions })}
      still={
        <StillMap
          ground={ground}
          pins={pins}
          description={t('participation.map.description', { count: pins.length })}
          room={ground.length > 0 ? 0 : 0.3}
        />
      }
      asset={house.asset}
      t={t}
    />
  )
}
