/** A municipality or district of North Rhine-Westphalia. Keys as text: they begin with zeros. */
export interface Municipality {
  readonly level: 'gemeinde' | 'kreis'
  /** Regionalschlüssel: 12 digits, districts 5. */
  readonly ars: string
  /** Gemeindeschlüssel: 8 digits, districts 5. */
  readonly ags: string
  /** Without the kind behind the comma: `Mülheim an der Ruhr`. */
  readonly name: string
  /** As the register writes it: `Mülheim an der Ruhr, Stadt`. */
  readonly fullName: string
  readonly population?: number
  readonly areaKm2?: number
  readonly lon?: number
  readonly lat?: number
  /** ARS of the district, five digits; for a district its own. */
  readonly kreis: string
  readonly kreisName: string
}

/** Polygons by key, as GeoJSON; coordinates are longitude and latitude. */
export interface Boundary {
  readonly type: 'Feature'
  readonly properties: Readonly<Record<string, unknown>>
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
}

const number = (text: string | undefined): number | undefined => {
  const value = text === undefined || text === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** Splits one line of a comma-separated table with quotes. */
function cells(line: string): string[] {
  const found: string[] = []
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  return found
}

/** Reads the table of keys; columns are found by their names. Districts get population and place as sum and mean of theirs. */
export function readMunicipalities(csv: string): Municipality[] {
  const [head, ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/)
  const columns = cells(head ?? '')
  const rows = lines.filter((line) => line.trim() !== '').map((line) => cells(line))
  const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)]
  const plain = rows.flatMap((row): Municipality[] => {
    const [level, ars, ags, fullName] = [cell(row, 'level'), cell(row, 'ars'), cell(row, 'ags'), cell(row, 'name')]
    if ((level !== 'gemeinde' && level !== 'kreis') || !ars || !ags || !fullName) return []
    const figures = {
      population: number(cell(row, 'population')),
      areaKm2: number(cell(row, 'area_km2')),
      lon: number(cell(row, 'lon')),
      lat: number(cell(row, 'lat')),
    }
    return [
      {
        level,
        ars,
        ags,
        name: shortName(fullName),
        fullName,
        kreis: ars.slice(0, 5),
        kreisName: cell(row, 'kreis') ?? '',
        ...present(figures),
      },
    ]
  })
  return completed(plain)
}

/** Reads names and keys from boundaries, for where the table is not at hand: no population, and the middle of the polygon as place. */
export function municipalitiesOf(gemeinden: readonly Boundary[], kreise: readonly Boundary[]): Municipality[] {
  const seen = new Set<string>()
  const read =
    (level: 'gemeinde' | 'kreis') =>
    (feature: Boundary): Municipality[] => {
      const value = (name: string) => String(feature.properties[name.toUpperCase()] ?? feature.properties[name] ?? '')
      const [ars, ags, name] = [value('ars'), value('ags'), value('gen')]
      if (!ars || !name || seen.has(ars)) return []
      seen.add(ars)
      const [lon, lat] = middle(feature.geometry.coordinates)
      return [{ level, ars, ags, name, fullName: name, kreis: ars.slice(0, 5), kreisName: '', ...present({ lon, lat }) }]
    }
  return completed([...kreise.flatMap(read('kreis')), ...gemeinden.flatMap(read('gemeinde'))])
}

function completed(plain: readonly Municipality[]): Municipality[] {
  const members = Map.groupBy(
    plain.filter((one) => one.level === 'gemeinde'),
    (one) => one.kreis,
  )
  const names = new Map(plain.filter((one) => one.level === 'kreis').map((one) => [one.ars, one.name]))
  return plain.map((one) => {
    const kreisName = names.get(one.kreis) ?? shortName(one.kreisName)
    if (one.level === 'gemeinde') return { ...one, kreisName }
    const own = members.get(one.ars) ?? []
    const sum = (key: 'population' | 'areaKm2') =>
      own.every((m) => m[key] !== undefined) && own.length > 0
        ? Number(own.reduce((all, m) => all + (m[key] ?? 0), 0).toFixed(2))
        : undefined
    const mean = (key: 'lon' | 'lat') =>
      own.length > 0 ? own.reduce((all, m) => all + (m[key] ?? 0), 0) / own.length : undefined
    return {
      ...present({ population: sum('population'), areaKm2: sum('areaKm2'), lon: mean('lon'), lat: mean('lat') }),
      ...one,
      kreisName: one.name,
    }
  })
}

const shortName = (name: string) => name.split(',')[0]?.trim() ?? name

function present<T extends Record<string, number | undefined>>(values: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: number }
}

/** Middle of the box around a polygon. */
function middle(coordinates: unknown): [number | undefined, number | undefined] {
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  const visit = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [x, y] = part
    if (typeof x === 'number' && typeof y === 'number') {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    } else for (const inner of part) visit(inner)
  }
  visit(coordinates)
  return box[0] === Infinity ? [undefined, undefined] : [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
}
