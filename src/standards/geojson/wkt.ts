type Position = [number, number]

/** A geometry of GeoJSON (RFC 7946) in degrees, longitude first. */
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'MultiPoint' | 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }

type Nested = number | Nested[]

const types: Readonly<Record<string, { type: Geometry['type']; depth: number }>> = {
  POINT: { type: 'Point', depth: 1 },
  MULTIPOINT: { type: 'MultiPoint', depth: 2 },
  LINESTRING: { type: 'LineString', depth: 2 },
  MULTILINESTRING: { type: 'MultiLineString', depth: 3 },
  POLYGON: { type: 'Polygon', depth: 3 },
  MULTIPOLYGON: { type: 'MultiPolygon', depth: 4 },
}
const longest = 2_000_000
const isPosition = (value: Nested[]): boolean =>
  value.length >= 2 &&
  value.every((one) => typeof one === 'number' && Number.isFinite(one)) &&
  Math.abs(value[0] as number) <= 180 &&
  Math.abs(value[1] as number) <= 90

/** Positions at this depth and nowhere else; heights are left out. */
function checked(value: Nested, depth: number): Nested | undefined {
  if (!Array.isArray(value)) return undefined
  if (depth === 1) return isPosition(value) ? value.slice(0, 2) : undefined
  const parts = value.map((one) => checked(one, depth - 1))
  return parts.length > 0 && parts.every((one) => one !== undefined) ? (parts as Nested[]) : undefined
}

/** `((1 2, 3 4), (5 6))` as nested lists; undefined where it is none. One pass. */
function listsOf(text: string): Nested | undefined {
  if (/[^\d\s(),.eE+-]/.test(text)) return undefined
  const json = text
    .trim()
    .replace(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?:\s+[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)*/g, (numbers) => {
      return `[${numbers.trim().split(/\s+/).map(Number).join(',')}]`
    })
    .replaceAll('(', '[')
    .replaceAll(')', ']')
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function fromWkt(text: string): Geometry | undefined {
  // EWKT and GeoSPARQL put a reference system in front; only degrees are understood here.
  const plain = text.replace(/^\s*<[^>]*>\s*/, '').replace(/^SRID=\d+;/i, '')
  const [, name = '', rest = ''] = /^\s*([A-Za-z]+)\s*(?:Z|M|ZM)?\s*(\([\s\S]*\))\s*$/.exec(plain) ?? []
  if (/^envelope$/i.test(name)) {
    const [west, east, north, south] = rest.slice(1, -1).split(',').map(Number)
    if (west === undefined || east === undefined || north === undefined || south === undefined) return undefined
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]
    return made('Polygon', [ring], 3)
  }
  const known = types[name.toUpperCase()]
  const lists = known && listsOf(rest)
  if (!known || !Array.isArray(lists)) return undefined
  if (known.type === 'Point') return made('Point', lists[0] ?? [], 1)
  // Points may stand in brackets of their own or not.
  const points =
    known.type === 'MultiPoint' ? lists.map((one) => (Array.isArray(one) && Array.isArray(one[0]) ? one[0] : one)) : lists
  return made(known.type, points, known.depth)
}

function made(type: Geometry['type'], coordinates: Nested, depth: number): Geometry | undefined {
  const fine = checked(coordinates, depth)
  return fine === undefined ? undefined : ({ type, coordinates: fine } as Geometry)
}

/** The geometry that WKT or GeoJSON describes; undefined for what is neither, lies outside the world, or is too long. Linear in the text. */
export function geometryOf(text: string): Geometry | undefined {
  if (text.length > longest) return undefined
  if (!/^\s*\{/.test(text)) return fromWkt(text)
  try {
    const given = JSON.parse(text) as { type?: unknown; coordinates?: Nested } | null
    const known = Object.values(types).find(({ type }) => type === given?.type)
    return known && given?.coordinates !== undefined ? made(known.type, given.coordinates, known.depth) : undefined
  } catch {
    return undefined
  }
}
