import type { Cell, Table } from './table.ts'

export type Position = readonly [lon: number, lat: number]
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: readonly Position[] }
  | { type: 'Polygon'; coordinates: readonly (readonly Position[])[] }

/** Objects of a table, keyed by column name; empty cells become null. */
export function recordsOf(source: Table, without: readonly string[] = []): Record<string, Exclude<Cell, undefined> | null>[] {
  return source.rows().map((row) => {
    const record: Record<string, Exclude<Cell, undefined> | null> = {}
    source.columns.forEach(({ name }, at) => {
      if (!without.includes(name)) record[name] = row[at] ?? null
    })
    return record
  })
}

const collection = (features: readonly unknown[]): string => {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n')
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`
}

/** A table with the columns `laenge` and `breite` (WGS 84) as points (RFC 7946). */
export function pointsOf(source: Table): string {
  const lon = source.columns.findIndex(({ name }) => name === 'laenge')
  const lat = source.columns.findIndex(({ name }) => name === 'breite')
  if (lon < 0 || lat < 0) throw new Error('points want the columns laenge and breite')
  const records = recordsOf(source, ['laenge', 'breite'])
  return collection(
    source.rows().map((row, at) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row[lon], row[lat]] },
      properties: records[at],
    })),
  )
}

/** A table with one geometry per row, in the same order (RFC 7946). */
export function featuresOf(source: Table, geometries: () => readonly Geometry[]): string {
  const shapes = geometries()
  if (shapes.length !== source.rows().length) throw new Error('one geometry per row')
  return collection(recordsOf(source).map((properties, at) => ({ type: 'Feature', geometry: shapes[at], properties })))
}
