import { chanceOf } from '../chance.ts'
import type { Geometry, Position } from '../files/geojson.ts'
import { near, pointOn, type Street } from '../geography.ts'

/** An uneven area round a street, counter-clockwise; `reach` in degrees of latitude. */
export function around(street: Street, reach: number, name: string): Geometry {
  return blob(pointOn(street, 0.5), reach, name)
}

/** An uneven area round a point, counter-clockwise. */
export function blob(centre: Position, reach: number, name: string): Geometry {
  const chance = chanceOf(`area ${name}`)
  const points = Array.from({ length: 9 }, (_, at): Position => {
    const angle = (at / 9) * 2 * Math.PI
    const radius = reach * (0.7 + chance.next() * 0.5)
    return near(centre, Math.cos(angle) * radius, Math.sin(angle) * radius)
  })
  return { type: 'Polygon', coordinates: [[...points, ...points.slice(0, 1)]] }
}

/** A line through points, bent a little between them. */
export function path(points: readonly Position[], name: string): Geometry {
  const chance = chanceOf(`path ${name}`)
  const bent = points.flatMap((point, at): Position[] => {
    const next = points[at + 1]
    if (!next) return [point]
    const steps = [0.25, 0.5, 0.75].map(
      (share): Position =>
        near(
          [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share],
          (chance.next() - 0.5) * 0.001,
          (chance.next() - 0.5) * 0.001,
        ),
    )
    return [point, ...steps]
  })
  return { type: 'LineString', coordinates: bent }
}
