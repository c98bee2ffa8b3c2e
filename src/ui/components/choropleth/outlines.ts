/** A position in WGS 84: longitude, latitude. */
export type Position = readonly number[]
/** The two kinds of GeoJSON geometry that cover ground. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export interface Area {
  readonly id: string
  readonly geometry: AreaGeometry
}

/** Areas as SVG: one path each, in a box `width` wide. Make it once and keep it: it depends on the geometry only. */
export interface Outlines {
  readonly width: number
  readonly height: number
  readonly paths: ReadonlyMap<string, string>
}

const rings = (geometry: AreaGeometry): readonly (readonly Position[])[] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()

interface Frame {
  readonly west: number
  readonly north: number
  readonly east: number
  readonly south: number
}

function frameOf(areas: readonly Area[]): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const area of areas)
    for (const ring of rings(area.geometry))
      for (const [x = 0, y = 0] of ring) {
        if (x < west) west = x
        if (x > east) east = x
        if (y < south) south = y
        if (y > north) north = y
      }
  return { west, south, east, north }
}

type Point = readonly [number, number]

/** Whole numbers on a grid, so that neighbours meet in the same points; points that lie in one line are dropped. */
function onGrid(ring: readonly Position[], project: (p: Position) => Point): readonly Point[] {
  const out: Point[] = []
  for (const position of ring) {
    const point = project(position)
    const last = out.at(-1)
    if (last && last[0] === point[0] && last[1] === point[1]) continue
    const before = out.at(-2)
    if (before && last && (last[0] - before[0]) * (point[1] - last[1]) === (last[1] - before[1]) * (point[0] - last[0])) out.pop()
    out.push(point)
  }
  return out
}

function pathOf(ring: readonly Point[]): string {
  const [first, ...rest] = ring
  if (!first || rest.length < 2) return ''
  let [x, y] = first
  let d = `M${x} ${y}l`
  for (const [px, py] of rest) {
    const dx = px - x
    const dy = py - y
    d += `${dx < 0 || d.endsWith('l') ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`
    x = px
    y = py
  }
  return `${d}z`
}

/**
 * Draws areas in equirectangular projection at their middle latitude, which is true enough for a Land.
 * `width` is the number of grid steps across: fewer make the page lighter and the borders coarser. No areas give an empty box.
 */
export function outline(areas: readonly Area[], width = 900): Outlines {
  if (areas.length === 0) return { width, height: width, paths: new Map() }
  const { west, south, east, north } = frameOf(areas)
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = width / Math.max((east - west) * squeeze, 1e-9)
  const project = ([x = 0, y = 0]: Position): Point => [Math.round((x - west) * squeeze * scale), Math.round((north - y) * scale)]
  const paths = new Map<string, string>()
  for (const area of areas)
    paths.set(
      area.id,
      rings(area.geometry)
        .map((ring) => pathOf(onGrid(ring, project)))
        .join(''),
    )
  return { width, height: Math.max(1, Math.round((north - south) * scale)), paths }
}

/** The middle of a path that `outline` made (the centroid of its longest ring): where a name can stand. Undefined for an empty path. */
export function middleOf(path: string): Point | undefined {
  const ring = path.split('z').reduce((longest, one) => (one.length > longest.length ? one : longest), '')
  const [x0, y0, ...steps] = Array.from(ring.matchAll(/-?\d+/g), ([figure]) => Number(figure))
  if (x0 === undefined || y0 === undefined) return undefined
  let [x, y, area, sumX, sumY] = [0, 0, 0, 0, 0]
  for (let i = 0; i < steps.length; i += 2) {
    const [nextX, nextY] = [x + (steps[i] ?? 0), y + (steps[i + 1] ?? 0)]
    const cross = x * nextY - nextX * y
    area += cross
    sumX += (x + nextX) * cross
    sumY += (y + nextY) * cross
    x = nextX
    y = nextY
  }
  return area === 0 ? [x0, y0] : [Math.round(x0 + sumX / (3 * area)), Math.round(y0 + sumY / (3 * area))]
}
