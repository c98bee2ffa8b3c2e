import type { Area } from '#kernel/site.ts'
import type { Storage } from '#platform/storage'
import type { HostedFile } from './table-preview.ts'

/** A drawing of places: paths in a box of `width` by `height`. */
export interface PlaceDrawing {
  width: number
  height: number
  /** Dots as `M x y h0`, drawn with a round line. */
  dots: string
  /** Lines and borders. */
  lines: string
  /** Areas. */
  areas: string
  /** What lies around: the outline of the town. */
  ground: string
}

/** What a page shows of a GeoJSON file. */
export interface MapPreview {
  drawing: PlaceDrawing
  /** Places in the file; of these so many are drawn, because others lie on the same spot. */
  features: number
  kinds: readonly ('point' | 'line' | 'area')[]
  bounds: readonly [number, number, number, number]
}

type Position = readonly [number, number]
interface Feature {
  geometry?: { type?: string; coordinates?: unknown; geometries?: unknown } | null
  properties?: Record<string, unknown> | null
}

const fileBound = 24 * 1024 * 1024
const pathBound = 48 * 1024
const width = 720

/** The features of a GeoJSON file; undefined for a file that is none or too large to be drawn. */
export async function readFeatures(storage: Storage, file: HostedFile): Promise<readonly Feature[] | undefined> {
  if (file.bytes > fileBound) return undefined
  const pieces: Buffer[] = []
  for await (const piece of storage.read(file.sha256)) pieces.push(piece)
  try {
    const read: unknown = JSON.parse(
      Buffer.concat(pieces)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
    const features = (read as { features?: unknown } | null)?.features
    return Array.isArray(features) ? (features as Feature[]).filter((one) => one !== null && typeof one === 'object') : undefined
  } catch {
    return undefined
  }
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Number.isFinite(value[0]) &&
  Number.isFinite(value[1])

/** Lists around the positions of a MultiPolygon, the deepest of RFC 7946. What lies deeper is no place, and would fill the stack. */
const deepest = 3

/** All lines of positions in nested coordinates: a point is a line of one. */
function* linesOf(coordinates: unknown, left = deepest): Generator<readonly Position[]> {
  if (isPosition(coordinates)) yield [coordinates]
  else if (Array.isArray(coordinates)) {
    if (coordinates.length > 0 && coordinates.every(isPosition)) yield coordinates
    else if (left > 0) for (const inner of coordinates) yield* linesOf(inner, left - 1)
  }
}

const kindOf = (type: string | undefined) =>
  type === 'Point' || type === 'MultiPoint'
    ? 'point'
    : type === 'LineString' || type === 'MultiLineString'
      ? 'line'
      : type === 'Polygon' || type === 'MultiPolygon'
        ? 'area'
        : undefined

function boundsOfLines(lines: Iterable<readonly Position[]>): [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of lines)
    for (const [x, y] of line) {
      if (x < -180 || x > 180 || y < -90 || y > 90) continue
      west = Math.min(west, x)
      east = Math.max(east, x)
      south = Math.min(south, y)
      north = Math.max(north, y)
    }
  return west <= east ? [west, south, east, north] : undefined
}

/** Puts degrees on the paper: as wide as the sheet, as high as the region is. */
function paper(bounds: readonly [number, number, number, number]) {
  const [west, south, east, north] = bounds
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180) || 1
  const spanX = Math.max((east - west) * shrink, 1e-6)
  const spanY = Math.max(north - south, 1e-6)
  const margin = 24
  const scale = Math.min((width - 2 * margin) / spanX, (540 - 2 * margin) / spanY)
  const height = Math.round(Math.min(Math.max(spanY * scale + 2 * margin, 240), 540))
  const [left, top] = [(width - spanX * scale) / 2, (height - spanY * scale) / 2]
  return {
    height,
    place: ([x, y]: Position): string =>
      `${Math.round(left + (x - west) * shrink * scale)} ${Math.round(top + (north - y) * scale)}`,
  }
}

/** A line as a path without the points that fall together on paper. */
function pathOf(line: readonly Position[], place: (at: Position) => string, closed: boolean): string {
  const points: string[] = []
  for (const at of line) {
    const point = place(at)
    if (point !== points.at(-1)) points.push(point)
  }
  return `M${points.join('L')}${closed ? 'z' : points.length === 1 ? 'h0' : ''}`
}

function bounded(paths: Iterable<string>): string {
  let all = ''
  for (const path of paths) if (all.length + path.length <= pathBound) all += path
  return all
}

/** Draws features over the outline of the place they lie in. */
export function drawFeatures(features: readonly Feature[], around: Area | undefined): MapPreview | undefined {
  const lines: Record<'point' | 'line' | 'area', (readonly Position[])[]> = { point: [], line: [], area: [] }
  for (const { geometry } of features) {
    const kind = kindOf(geometry?.type)
    // One by one: as arguments of one call, a hundred thousand would fill the stack.
    if (kind) for (const line of linesOf(geometry?.coordinates)) lines[kind].push(line)
  }
  const bounds = boundsOfLines([...lines.point, ...lines.line, ...lines.area])
  if (!bounds) return undefined
  const { height, place } = paper(bounds)
  const dots = new Set(lines.point.flatMap((line) => line.map(place)))
  const drawing = {
    width,
    height,
    dots: bounded([...dots].map((at) => `M${at}h0`)),
    lines: bounded(lines.line.map((line) => pathOf(line, place, false))),
    areas: bounded(lines.area.map((line) => pathOf(line, place, true))),
    ground: around ? bounded([...linesOf(around.coordinates)].map((line) => pathOf(line, place, true))) : '',
  }
  const kinds = (['point', 'line', 'area'] as const).filter((kind) => lines[kind].length > 0)
  return { drawing, features: features.length, kinds, bounds }
}

type Box = readonly [number, number, number, number]
const span = (box: Box) => Math.max(box[2] - box[0], box[3] - box[1])

interface Outline {
  lines: readonly (readonly Position[])[]
  bounds: Box
}

// Outlines of tenants stay the same from page to page.
const outlined = new WeakMap<Area, Outline | null>()

function outlineOf(area: Area): Outline | null {
  let found = outlined.get(area)
  if (found === undefined) {
    const lines = [...linesOf(area.coordinates)]
    const bounds = boundsOfLines(lines)
    found = bounds ? { lines, bounds } : null
    outlined.set(area, found)
  }
  return found
}

/**
 * Draws the area of a box over the nearest outline that is clearly larger. A box that is the frame of an outline stands for
 * that outline. Undefined where no outline is large enough to make sense of it.
 */
export function drawArea(box: Box, outlines: readonly Area[]): PlaceDrawing | undefined {
  const known = outlines.flatMap((area) => outlineOf(area) ?? [])
  const same = known.find(({ bounds }) => bounds.every((edge, at) => Math.abs(edge - (box[at] ?? 0)) < span(box) * 0.05))
  const around = known.find(({ bounds }) => bounds !== same?.bounds && span(bounds) > span(box) * 1.15)
  if (!around) return undefined
  const [west, south, east, north] = box
  const corners: Position[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  const { height, place } = paper(boundsOfLines([...around.lines, corners]) ?? box)
  const dot = span(box) < span(around.bounds) * 0.01
  const subject = same?.lines ?? [corners]
  return {
    width,
    height,
    dots: dot ? `M${place([west, south])}h0` : '',
    lines: '',
    areas: dot ? '' : bounded(subject.map((line) => pathOf(line, place, true))),
    ground: bounded(around.lines.map((line) => pathOf(line, place, true))),
  }
}

const drawn = new Map<string, Promise<MapPreview | undefined>>()

/** Whether a file is a map that can be drawn. */
export const isMap = (file: Pick<HostedFile, 'name' | 'mediaType'>): boolean =>
  /\.geojson$/i.test(file.name) || file.mediaType.startsWith('application/geo+json')

/** The drawing of a hosted GeoJSON file; made once for each content. */
export function mapPreview(storage: Storage, file: HostedFile, around: Area | undefined): Promise<MapPreview | undefined> {
  let found = drawn.get(file.sha256)
  if (!found) {
    found = readFeatures(storage, file).then((features) => features && drawFeatures(features, around))
    found.catch(() => drawn.delete(file.sha256))
    const oldest = drawn.keys().next().value
    if (drawn.size >= 200 && oldest !== undefined) drawn.delete(oldest)
    drawn.set(file.sha256, found)
  }
  return found
}

/** Features as a table: the names of their properties and one row each. */
export function featureRows(features: readonly Feature[], from: number, count: number): { columns: string[]; rows: string[][] } {
  const columns = [...new Set(features.slice(0, 500).flatMap((one) => Object.keys(one.properties ?? {})))].slice(0, 60)
  return { columns, rows: features.slice(from, from + count).map((one) => columns.map((name) => cellOf(one.properties?.[name]))) }
}

/** The value of a property in a cell, shortened; what is nested too deeply to be written is `…`. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value).slice(0, 300)
  try {
    return JSON.stringify(value).slice(0, 300)
  } catch {
    return '…'
  }
}
