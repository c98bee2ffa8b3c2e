import type { Area } from '#kernel/site.ts'
import type { Geometry } from './procedure.ts'

/** What happens with a point that lies outside of the area: it is refused, or taken and marked for staff. */
export const outsides = ['mark', 'refuse'] as const
export type Outside = (typeof outsides)[number]

/** Whether a point lies where the town is; everything does where nobody knows. */
export type Inside = (lon: number, lat: number) => boolean

type Position = readonly [number, number]

/** Whether a ring goes round a point: how often a line to the east crosses it. */
function rings(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[j] ?? []
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

/** Whether a point lies in an area, holes left out; true everywhere where no area is known. */
export function insideOf(area: Area | undefined): Inside {
  if (!area) return () => true
  const polygons = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as readonly (readonly Position[])[][]
  return (lon, lat) =>
    polygons.some(([outer = [], ...holes]) => rings(outer, lon, lat) && !holes.some((hole) => rings(hole, lon, lat)))
}

/** Where a procedure is: its own area, else that of the town. Undefined where neither is known: then nothing is outside. */
export function insideOfProcedure(
  { area }: { readonly area: Geometry | null },
  site: { readonly area?: Area | undefined },
): Inside | undefined {
  const own = area?.type === 'Polygon' || area?.type === 'MultiPolygon' ? area : site.area
  return own && insideOf(own)
}

/** Whether something has a point that lies outside. */
export const liesOutside = (geometry: Geometry | null | undefined, inside: Inside | undefined): boolean =>
  geometry?.type === 'Point' && inside !== undefined && !inside(geometry.coordinates[0], geometry.coordinates[1])
