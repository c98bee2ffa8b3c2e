import type { Area } from '#kernel/site.ts'
import { insideOf } from '../inside.ts'
import type { Geometry } from '../procedure.ts'

/** A part of a tenant whose outline is known: a town of a district, a district of a land. */
export interface KnownArea {
  readonly id: string
  readonly area: Area
}

/** A point that lies in none of the parts, and what has no point. */
export const elsewhere = 'elsewhere'
export const nowhere = ''

/** In which of some areas something lies: the id of the first that holds its point, `elsewhere`, or `nowhere` where it has none. */
export function areaFinder(areas: readonly KnownArea[]): (geometry: Geometry | null) => string {
  const known = areas.map(({ id, area }) => ({ id, inside: insideOf(area) }))
  return (geometry) => {
    if (geometry?.type !== 'Point') return nowhere
    const [lon, lat] = geometry.coordinates
    return known.find(({ inside }) => inside(lon, lat))?.id ?? elsewhere
  }
}
