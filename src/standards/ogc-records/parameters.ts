/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/**
 * Boxes of a `bbox` (OGC 17-069r4, 7.15.3): four numbers, or six with heights, which are left out. One that crosses the antimeridian
 * becomes two. Undefined for what is none.
 */
export function parseBbox(text: string): Bounds[] | undefined {
  const parts = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const [west, south, east, north] = parts.length === 6 ? [parts[0], parts[1], parts[3], parts[4]] : parts
  if ((parts.length !== 4 && parts.length !== 6) || parts.some((one) => !Number.isFinite(one))) return undefined
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 90 || Math.abs(north) > 90 || south > north)
    return undefined
  return west <= east
    ? [[west, south, east, north]]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ]
}

/** Days, both included; undefined where it is open. */
export interface TimeSpan {
  readonly from?: string
  readonly to?: string
}

const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?$/

/** A `datetime` (OGC 17-069r4, 7.15.4): an instant or an interval with `..` or nothing for an open end. To the day. Undefined for what is none. */
export function parseDatetime(text: string): TimeSpan | undefined {
  const day = (one: string) => (moment.test(one) && !Number.isNaN(Date.parse(one)) ? one.slice(0, 10) : undefined)
  const parts = text.split('/')
  if (parts.length > 2) return undefined
  const [first = '', second = first] = parts
  const isOpen = (one: string) => parts.length === 2 && (one === '..' || one === '')
  const from = isOpen(first) ? undefined : day(first)
  const to = isOpen(second) ? undefined : day(second)
  if ((!isOpen(first) && from === undefined) || (!isOpen(second) && to === undefined)) return undefined
  if (from !== undefined && to !== undefined && from > to) return undefined
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}
