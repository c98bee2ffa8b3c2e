/** What lies under the points, in WGS 84. `label` stands at a point, `title` is what it says. */
export interface GroundShape {
  readonly kind: 'outline' | 'area' | 'block' | 'street' | 'house' | 'green' | 'line' | 'label'
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
  readonly title?: string | undefined
}

/** A point with the number it has in the list beside the map. */
export interface MapPin {
  readonly number: number
  readonly title: string
  readonly lon: number
  readonly lat: number
  readonly href?: string | undefined
}

/** west, south, east, north */
export type Bounds = readonly [number, number, number, number]

type Position = readonly [number, number]

/** Every position of a GeoJSON geometry, ring by ring or line by line. */
function linesOf(coordinates: unknown): Position[][] {
  if (!Array.isArray(coordinates)) return []
  const [first] = coordinates as unknown[]
  if (typeof first === 'number') return [[coordinates as unknown as Position]]
  if (Array.isArray(first) && typeof first[0] === 'number') return [coordinates as Position[]]
  return (coordinates as unknown[]).flatMap(linesOf)
}

/** The box around shapes and pins; undefined where there are none. */
export function boundsOf(shapes: readonly Pick<GroundShape, 'geometry'>[], pins: readonly Position[] = []): Bounds | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of [...pins, ...shapes.flatMap((one) => linesOf(one.geometry.coordinates).flat())]) {
    west = Math.min(west, lon)
    east = Math.max(east, lon)
    south = Math.min(south, lat)
    north = Math.max(north, lat)
  }
  return west <= east ? [west, south, east, north] : undefined
}

const height = 684
const width = 1000

/** Widens a box to the form of the frame, with some room around; at least about 200 m across. */
function framed([west, south, east, north]: Bounds, room: number): Bounds {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const across = Math.max((east - west) * squeeze, ((north - south) * width) / height, 0.0018) * (1 + room)
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const [halfX, halfY] = [across / squeeze / 2, (across * height) / width / 2]
  return [x - halfX, y - halfY, x + halfX, y + halfY]
}

/** Pins and what lies under them, drawn by the server: there without a script and without asking anybody. The list beside it leads to the same places, so the pins take no tab stop. */
export function StillMap({
  ground,
  pins,
  description,
  room = 0.15,
}: {
  readonly ground: readonly GroundShape[]
  readonly pins: readonly MapPin[]
  readonly description: string
  /** Share of the frame that stays free around what is shown. */
  readonly room?: number | undefined
}) {
  const around = boundsOf(
    ground,
    pins.map((one): Position => [one.lon, one.lat]),
  )
  const [west, south, east, north] = framed(around ?? [5.8, 50.3, 9.5, 52.6], room)
  const x = (lon: number) => ((lon - west) / (east - west)) * width
  const y = (lat: number) => ((north - lat) / (north - south)) * height
  const path = ({ kind, geometry }: GroundShape) =>
    linesOf(geometry.coordinates)
      .map(
        (line) =>
          `M${line.map(([lon, lat]) => `${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('L')}${kind === 'line' ? '' : 'Z'}`,
      )
      .join('')
  const percent = (value: number, of: number) => `${((value / of) * 100).toFixed(2)}%`
  const at = ([lon, lat]: Position) => ({ x: percent(x(lon), width), y: percent(y(lat), height) })
  return (
    <>
      <p class="kern-sr-only">{description}</p>
      <svg class="alm-still" aria-hidden="true" focusable="false">
        <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" width="100%" height="100%">
          {ground
            .filter((one) => one.kind !== 'label')
            .map((one, i) => (
              <path key={`${i}`} class={`alm-plan__${one.kind}`} d={path(one)} />
            ))}
        </svg>
        {ground.map((one, i) => {
          const [place] = one.kind === 'label' ? (linesOf(one.geometry.coordinates)[0] ?? []) : []
          return (
            place && (
              <text key={`${i}`} class="alm-plan__label" {...at(place)}>
                {one.title}
              </text>
            )
          )
        })}
        {pins.map((one) => (
          <svg key={one.number} aria-hidden="true" class="alm-still__pin" overflow="visible" {...at([one.lon, one.lat])}>
            <a href={one.href ?? '#'} tabIndex={-1}>
              <title>{`${one.number}: ${one.title}`}</title>
              <circle r="15" />
              <text dy=".35em">{one.number}</text>
            </a>
          </svg>
        ))}
      </svg>
    </>
  )
}
