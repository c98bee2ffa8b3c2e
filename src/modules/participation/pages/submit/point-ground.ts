import type { Visit } from '#platform/http'
import { boundsOf } from '#ui/components/map/still-map.tsx'
import type { ParticipationWeb } from '../../house.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { baseMapOf } from '../dialogue/submission-map.tsx'
import type { PointGround } from './fields.tsx'

/** What lies under the point that somebody chooses for a submission: the plan or the area of the procedure, else the town. */
export function pointGround(
  house: ParticipationWeb,
  visit: Visit,
  { slug, area }: Pick<Procedure, 'slug' | 'area'>,
): PointGround {
  const box =
    area?.type === 'Point'
      ? ([
          area.coordinates[0] - 0.004,
          area.coordinates[1] - 0.002,
          area.coordinates[0] + 0.004,
          area.coordinates[1] + 0.002,
        ] as const)
      : boundsOf(area ? [{ geometry: area }] : visit.site.area ? [{ geometry: visit.site.area }] : [])
  const baseMap = baseMapOf(house)
  return {
    asset: house.asset,
    ground: visit.to(routes.mapData, { slug }, { anzahl: 0 }),
    ...(box ? { bounds: box } : {}),
    ...(baseMap ? { baseMap } : {}),
  }
}
