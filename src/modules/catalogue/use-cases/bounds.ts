import type { Bbox } from '#platform/search'
import type { Place } from '#standards/dcat-ap-de'

const number = /[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/g

/** West, south, east, north of WKT or GeoJSON in degrees; undefined for what is neither or lies outside the world. Linear in the text. */
export function boundsOfGeometry(text: string): Bbox | undefined {
  if (text.length > 2_000_000) return undefined
  // EWKT and GeoSPARQL put a reference system in front; only degrees are understood here.
  const plain = text.replace(/^\s*<[^>]*>\s*/, '').replace(/^SRID=\d+;/i, '')
  const wkt = /^\s*(?:POINT|LINESTRING|POLYGON|MULTI\w+|ENVELOPE|GEOMETRYCOLLECTION)/i.test(plain)
  if (!wkt && !/"coordinates"/.test(plain)) return undefined
  const envelope = /^\s*ENVELOPE/i.test(plain)
  const source = wkt ? plain : plain.slice(plain.indexOf('"coordinates"'))
  const values = (source.match(number) ?? []).map(Number)
  if (values.length < 2) return undefined
  if (envelope) {
    const [west = 0, east = 0, north = 0, south = 0] = values
    return sane([west, south, east, north])
  }
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i + 1 < values.length; i += 2) {
    const [x = 0, y = 0] = [values[i], values[i + 1]]
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return sane([west, south, east, north])
}

const sane = (box: Bbox): Bbox | undefined =>
  box[0] >= -180 && box[1] >= -90 && box[2] <= 180 && box[3] <= 90 && box[0] <= box[2] && box[1] <= box[3] ? box : undefined

/** The box around all places of a record that have a geometry. */
export function boundsOf(places: readonly Place[]): Bbox | undefined {
  let all: [number, number, number, number] | undefined
  for (const place of places) {
    const box = boundsOfGeometry(place.bbox ?? place.geometry ?? place.centroid ?? '')
    if (!box) continue
    all = all
      ? [Math.min(all[0], box[0]), Math.min(all[1], box[1]), Math.max(all[2], box[2]), Math.max(all[3], box[3])]
      : [...box]
  }
  return all
}
