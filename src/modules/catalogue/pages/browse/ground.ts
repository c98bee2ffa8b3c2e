import type { Site, Sites } from '#kernel/site.ts'
import { type Area, type AreaGeometry, type Outlines, outline, type Position } from '#ui/components/choropleth/outlines.ts'
import type { Boundary } from '../../reference/municipalities.ts'
import { openReference } from '../../reference/open.ts'
import { type Place, placesOf } from './places.ts'

/** The ground of a view's maps. */
export interface Ground {
  /** One path for each municipality that has an area, by the place's id. */
  readonly outlines: Outlines
  /** Borders of districts, drawn in the same frame. */
  readonly borders: readonly string[]
  /** West, south, east, north in degrees. */
  readonly frame: readonly [number, number, number, number]
  /** Where the borders come from. */
  readonly source: 'register' | 'tenants'
  /** Degrees to the grid of the outlines. */
  project(lon: number, lat: number): readonly [number, number]
}

const isArea = (geometry: Boundary['geometry'] | undefined): geometry is AreaGeometry & Boundary['geometry'] =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon'

const keyOf = (boundary: Boundary) => String(boundary.properties.ARS ?? boundary.properties.ars ?? '')

/** Areas by key: a place may come in several pieces. */
function areasByKey(boundaries: readonly Boundary[]): Map<string, AreaGeometry> {
  const pieces = new Map<string, (readonly (readonly Position[])[])[]>()
  for (const boundary of boundaries) {
    const geometry = boundary.geometry
    if (!isArea(geometry)) continue
    const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    pieces.set(keyOf(boundary), [...(pieces.get(keyOf(boundary)) ?? []), ...parts])
  }
  return new Map([...pieces].map(([key, coordinates]) => [key, { type: 'MultiPolygon', coordinates }]))
}

function boundsOfAreas(areas: readonly Area[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { geometry } of areas)
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat())
      for (const [x = 0, y = 0] of ring) {
        box[0] = Math.min(box[0], x)
        box[1] = Math.min(box[1], y)
        box[2] = Math.max(box[2], x)
        box[3] = Math.max(box[3], y)
      }
  return box
}

/** Areas of the municipalities; a district is drawn only where none of its municipalities has an area. */
function areasOf(places: readonly Place[], register: ReadonlyMap<string, AreaGeometry>): Area[] {
  const geometry = (place: Place) =>
    (place.ars ? register.get(place.ars) : undefined) ?? (place.site?.area as AreaGeometry | undefined)
  return places
    .filter((place) => place.level === 'gemeinde')
    .flatMap((place) => {
      const found = geometry(place)
      return found ? [{ id: place.id, geometry: found }] : []
    })
}

const width = 900

function build(dataDir: string, view: Site, sites: Sites): Ground | undefined {
  const places = placesOf(dataDir, view, sites)
  const reference = openReference(dataDir)
  const gemeinden = places.registered ? reference.boundaries('gemeinden') : undefined
  const register = gemeinden?.ok ? areasByKey(gemeinden.value) : new Map<string, AreaGeometry>()
  const areas = areasOf(places.all, register)
  if (areas.length === 0) return undefined
  const kreise = places.registered && view.kind === 'land' ? reference.boundaries('kreise') : undefined
  const districts = kreise?.ok ? [...areasByKey(kreise.value)].map(([id, geometry]) => ({ id: `kreis-${id}`, geometry })) : []
  const all = [...areas, ...districts]
  const outlines = outline(all, width)
  const frame = boundsOfAreas(all)
  const [west, south, east, north] = frame
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = width / Math.max((east - west) * squeeze, 1e-9)
  const borders = districts.flatMap(({ id }) => outlines.paths.get(id) ?? [])
  return {
    outlines,
    borders,
    frame,
    source: register.size > 0 ? 'register' : 'tenants',
    project: (lon, lat) => [(lon - west) * squeeze * scale, (north - lat) * scale],
  }
}

const kept = new WeakMap<Site, Ground>()

/** The ground of a view; undefined where no place has an area. Drawn once, until tenants change. */
export function groundOf(dataDir: string, view: Site, sites: Sites): Ground | undefined {
  const known = kept.get(view)
  if (known?.source === 'register') return known
  const ground = build(dataDir, view, sites)
  if (ground) kept.set(view, ground)
  return ground
}

/** Middle of the box around a path that `outline` made: one absolute point, then relative steps. */
export function middleOf(path: string): [number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const piece of path.split('M').slice(1)) {
    let [x, y] = [0, 0]
    const numbers = (piece.match(/-?\d+/g) ?? []).map(Number)
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      x += numbers[i] ?? 0
      y += numbers[i + 1] ?? 0
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  return Number.isFinite(left) ? [Math.round((left + right) / 2), Math.round((top + bottom) / 2)] : [0, 0]
}
