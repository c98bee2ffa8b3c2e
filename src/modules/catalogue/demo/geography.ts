import { chanceOf, round } from './chance.ts'
import type { Position } from './files/geojson.ts'
import { streetNames } from './street-names.ts'

/*
 * The district lies in the Senne heath between Paderborn and Bielefeld, where the real map shows a training area without
 * houses. Official keys begin with 05898: North Rhine-Westphalia has no Regierungsbezirk 8, so no real key can begin so.
 * Postal codes begin with 43, a region that Deutsche Post does not use; telephone numbers come from 0221 4710, the block
 * that the Bundesnetzagentur keeps for films.
 */
export type Town = 'lindenrode' | 'auenfeld' | 'steinbrueck'

export interface Quarter {
  name: string
  town: Town
  postalCode: string
  /** On 31 December 2025. */
  population: number
  centre: Position
  /** Radius of the built-up area in degrees of latitude. */
  reach: number
  streets: number
}

export interface Street {
  /** Five digits, unique within the town. */
  key: string
  name: string
  quarter: Quarter
  from: Position
  to: Position
}

const north: Position = [8.762, 51.914]
const west: Position = [8.665, 51.868]
const east: Position = [8.838, 51.856]
const middle: Position = [8.756, 51.862]
const northWestEdge: Position[] = [
  [8.672, 51.89],
  [8.69, 51.908],
  [8.715, 51.917],
  [8.742, 51.92],
]
const northEastEdge: Position[] = [
  [8.79, 51.92],
  [8.818, 51.915],
  [8.845, 51.902],
  [8.858, 51.88],
  [8.852, 51.862],
]
const southEdge: Position[] = [
  [8.832, 51.835],
  [8.808, 51.806],
  [8.775, 51.792],
  [8.735, 51.796],
  [8.705, 51.815],
  [8.685, 51.842],
]
const northToMiddle: Position[] = [
  [8.77, 51.9],
  [8.764, 51.888],
  [8.772, 51.876],
]
const middleToWest: Position[] = [
  [8.735, 51.858],
  [8.71, 51.864],
  [8.69, 51.86],
]
const middleToEast: Position[] = [
  [8.78, 51.86],
  [8.806, 51.852],
]

// RFC 7946 wants outer rings counter-clockwise.
const ring = (clockwise: readonly Position[]): Position[] => [...clockwise, ...clockwise.slice(0, 1)].reverse()

/** Closed rings (longitude, latitude); neighbours share every point of their border. */
export const areas: Record<Town | 'kreis-sennewald', Position[]> = {
  lindenrode: ring([west, ...northWestEdge, north, ...northToMiddle, middle, ...middleToWest]),
  auenfeld: ring([north, ...northEastEdge, east, ...[...middleToEast].reverse(), middle, ...[...northToMiddle].reverse()]),
  steinbrueck: ring([west, ...[...middleToWest].reverse(), middle, ...middleToEast, east, ...southEdge]),
  'kreis-sennewald': ring([west, ...northWestEdge, north, ...northEastEdge, east, ...southEdge]),
}

const quarter = (
  town: Town,
  name: string,
  postalCode: string,
  population: number,
  centre: Position,
  reach: number,
  streets: number,
): Quarter => ({
  town,
  name,
  postalCode,
  population,
  centre,
  reach,
  streets,
})

/** Ortsteile with their people; the sums are the populations of the towns. */
export const quarters: readonly Quarter[] = [
  quarter('lindenrode', 'Innenstadt', '43170', 7864, [8.7205, 51.886], 0.0055, 46),
  quarter('lindenrode', 'Nordstadt', '43170', 9215, [8.7215, 51.9005], 0.0062, 52),
  quarter('lindenrode', 'Bahnhofsviertel', '43170', 6438, [8.7375, 51.8855], 0.0045, 31),
  quarter('lindenrode', 'Lindenaue', '43170', 5102, [8.703, 51.8795], 0.0048, 34),
  quarter('lindenrode', 'Hohenrode', '43172', 4876, [8.6985, 51.8955], 0.005, 38),
  quarter('lindenrode', 'Eschenbach', '43172', 3921, [8.745, 51.904], 0.0042, 29),
  quarter('lindenrode', 'Dornsiek', '43174', 2207, [8.7445, 51.8715], 0.0036, 21),
  quarter('lindenrode', 'Holtensen', '43174', 1364, [8.6835, 51.872], 0.003, 15),
  quarter('auenfeld', 'Auenfeld', '43182', 5218, [8.801, 51.8905], 0.0055, 41),
  quarter('auenfeld', 'Mühlheide', '43182', 3104, [8.8315, 51.892], 0.0045, 27),
  quarter('auenfeld', 'Nordaue', '43182', 2036, [8.7905, 51.9085], 0.0036, 19),
  quarter('auenfeld', 'Brokhausen', '43184', 1946, [8.817, 51.867], 0.004, 18),
  quarter('steinbrueck', 'Kernstadt', '43195', 2487, [8.763, 51.829], 0.0055, 33),
  quarter('steinbrueck', 'Altenrode', '43195', 812, [8.798, 51.836], 0.003, 13),
  quarter('steinbrueck', 'Furth', '43195', 612, [8.722, 51.832], 0.003, 11),
]

/** The Ortsteile of a town. */
export const quartersOf = (town: Town): readonly Quarter[] => quarters.filter((one) => one.town === town)

/** People of a town on 31 December 2025. */
export const populationOf = (town: Town): number => quartersOf(town).reduce((sum, { population }) => sum + population, 0)

// A degree of longitude is shorter here than one of latitude: cos 51.87°.
const stretch = 1 / 0.6175
/** A point near another; distances in degrees of latitude, five decimals (about a metre). */
export const near = ([lon, lat]: Position, east: number, north: number): Position => [
  round(lon + east * stretch, 5),
  round(lat + north, 5),
]

function streetAt(place: Quarter, name: string, key: string): Street {
  const chance = chanceOf(`street ${place.town} ${name}`)
  const distance = Math.sqrt(chance.next()) * place.reach
  const bearing = chance.next() * 2 * Math.PI
  const middlePoint = near(place.centre, Math.cos(bearing) * distance, Math.sin(bearing) * distance)
  const half = 0.0005 + chance.next() * 0.0012
  const direction = Math.round(chance.next() * 4) * (Math.PI / 4) + (chance.next() - 0.5) * 0.3
  const [dx, dy] = [Math.cos(direction) * half, Math.sin(direction) * half]
  return { key, name, quarter: place, from: near(middlePoint, -dx, -dy), to: near(middlePoint, dx, dy) }
}

function makeStreets(town: Town): Street[] {
  const names = streetNames(
    town,
    quartersOf(town).map(({ streets }) => streets),
  )
  const placed = quartersOf(town).flatMap((place, at) => (names[at] ?? []).map((name) => ({ place, name })))
  placed.sort((a, b) => a.name.localeCompare(b.name, 'de'))
  return placed.map(({ place, name }, at) => streetAt(place, name, String(10010 + at * 10)))
}

const made = new Map<Town, readonly Street[]>()
/** All streets of a town in alphabetical order. */
export function streetsOf(town: Town): readonly Street[] {
  let streets = made.get(town)
  if (!streets) {
    streets = makeStreets(town)
    made.set(town, streets)
  }
  return streets
}

/** A street by its name; throws when the town has none of that name. */
export function streetNamed(town: Town, name: string): Street {
  const street = streetsOf(town).find((one) => one.name === name)
  if (!street) throw new Error(`${town} has no street ${name}`)
  return street
}

/** A point on a street: 0 its beginning, 1 its end; `aside` in degrees of latitude. */
export function pointOn({ from, to }: Street, along: number, aside = 0): Position {
  const [dx, dy] = [(to[0] - from[0]) / stretch, to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  return near(from, dx * along - (dy / length) * aside, dy * along + (dx / length) * aside)
}

/** Closed ring as WKT, longitude first. */
export const wktOf = (points: readonly Position[]): string => `POLYGON((${points.map((point) => point.join(' ')).join(', ')}))`

/** West, south, east, north. */
export function bboxOf(points: readonly Position[]): [number, number, number, number] {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** Size of a closed ring; a degree is 111.3 km of latitude and 68.7 km of longitude here. */
export function squareKilometres(points: readonly Position[]): number {
  const twice = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[at + 1] ?? [x, y]
    return sum + (x * nextY - nextX * y)
  }, 0)
  return round((twice / 2) * 111.3 * 68.7, 1)
}

/** Whether a point lies in a closed ring (even-odd rule). */
export function inside([x, y]: Position, points: readonly Position[]): boolean {
  let within = false
  points.forEach(([x1, y1], at) => {
    const [x2, y2] = points[(at + 1) % points.length] ?? [x1, y1]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) within = !within
  })
  return within
}
