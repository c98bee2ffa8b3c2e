import { addDays } from '../calendar.ts'
import { chanceOf, round, split } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'
import { pointOn, type Street, streetNamed, streetsOf, type Town } from '../geography.ts'

/** A kind of tree: German and botanical name, and how large it grows. */
export type Species = readonly [german: string, botanical: string, height: number]

/** Trees of a town by kind. */
export interface Stand {
  town: Town
  prefix: string
  counts: readonly (readonly [Species, number])[]
  /** Trees whose planting year nobody knows. */
  withoutYear: number
  /** Rows that the pages of the demonstration show, by tree number. */
  known: readonly Row[]
  /** First and last day of the round of inspections. */
  inspected: readonly [string, string]
  /** Share of trees by street, if some streets have many. */
  parks: readonly string[]
}

export const treeColumns = [
  column('nr', 'string', 'Nummer des Baumes. Sie steht auf der Plakette am Stamm und wird nie neu vergeben.'),
  column('art', 'string', 'Deutscher Name der Baumart.'),
  column('art_botanisch', 'string', 'Botanischer Name; × kennzeichnet Kreuzungen.'),
  column(
    'pflanzjahr',
    'year',
    'Jahr der Pflanzung. Leer, wenn der Baum älter ist als das Kataster und noch nicht geschätzt wurde.',
  ),
  column('hoehe_m', 'number', 'Höhe, mit dem Laser gemessen oder geschätzt.', { unit: 'm', digits: 1 }),
  column('umfang_cm', 'integer', 'Umfang des Stammes in einem Meter Höhe.', { unit: 'cm' }),
  column('strasse', 'string', 'Straße, Platz oder Anlage nach dem Straßenverzeichnis.'),
  column('kontrolle', 'date', 'Tag der letzten Kontrolle auf Verkehrssicherheit.'),
  column('krone_m', 'number', 'Durchmesser der Krone.', { unit: 'm', digits: 1 }),
  column('laenge', 'number', 'Geografische Länge (WGS 84).', { unit: '°', digits: 5 }),
  column('breite', 'number', 'Geografische Breite (WGS 84).', { unit: '°', digits: 5 }),
]

const sizeAt = (age: number, full: number): number => full * (1 - Math.exp(-age / 32))

// Trees are planted in rows of one kind: runs are shuffled, not single trees.
function shuffledKinds(stand: Stand): Species[] {
  const chance = chanceOf(`kinds ${stand.town}`)
  const runs: Species[][] = []
  for (const [kind, count] of stand.counts) {
    for (let left = count; left > 0; ) {
      const length = Math.min(left, chance.int(1, count > 300 ? 18 : 5))
      runs.push(Array.from({ length }, () => kind))
      left -= length
    }
  }
  for (let at = runs.length - 1; at > 0; at--) {
    const other = Math.floor(chance.next() * (at + 1))
    const [a, b] = [runs[at], runs[other]]
    if (a && b) [runs[at], runs[other]] = [b, a]
  }
  return runs.flat()
}

/** How many trees stand in each street; parks and avenues have ten times as many as a lane. */
function perStreet(stand: Stand, total: number): Street[] {
  const streets = streetsOf(stand.town)
  const chance = chanceOf(`trees per street ${stand.town}`)
  const weights = streets.map(({ name }) => (stand.parks.includes(name) ? 12 : 0.2 + chance.next() * 1.6))
  return split(total, weights).flatMap((count, at) => {
    const street = streets[at]
    return street ? Array.from({ length: count }, () => street) : []
  })
}

function treeRow(
  nr: string,
  kind: Species,
  street: Street,
  year: number | undefined,
  stand: Stand,
  chance: ReturnType<typeof chanceOf>,
): Row {
  const [german, botanical, full] = kind
  const age = 2026 - (year ?? chance.int(1900, 1970))
  const height = Math.max(2.4, sizeAt(age + 3, full) * (0.86 + chance.next() * 0.28))
  const girth = Math.max(12, Math.round(age * (2.1 + chance.next() * 1.1) + 10))
  const days = Math.round((Date.parse(stand.inspected[1]) - Date.parse(stand.inspected[0])) / 86_400_000)
  const park = stand.parks.includes(street.name)
  const aside = park ? (chance.next() - 0.5) * 0.002 : (chance.next() < 0.5 ? -1 : 1) * 0.00006
  const [lon, lat] = pointOn(street, chance.next(), aside)
  const inspection = addDays(stand.inspected[0], chance.int(0, days))
  return [
    nr,
    german,
    botanical,
    year,
    round(height, 1),
    girth,
    street.name,
    inspection,
    round(height * (0.4 + chance.next() * 0.3), 1),
    lon,
    lat,
  ]
}

function makeTrees(stand: Stand): Row[] {
  const chance = chanceOf(`trees ${stand.town}`)
  const kinds = shuffledKinds(stand)
  const known = new Map(stand.known.map((row) => [String(row[0]), row]))
  // A known row takes one tree of its kind out of the shuffled ones, so that the counts stay as they are.
  for (const row of stand.known)
    kinds.splice(
      kinds.findIndex(([german]) => german === row[1]),
      1,
    )
  const streets = perStreet(stand, kinds.length)
  const missing = new Set<number>()
  const toMiss = stand.withoutYear - stand.known.filter((row) => row[3] === undefined).length
  while (missing.size < toMiss) missing.add(chance.int(0, kinds.length - 1))
  const rows: Row[] = []
  let number = 17
  const numberOf = (): string => `${stand.prefix}-${String(number).padStart(5, '0')}`
  const placeKnown = (): void => {
    for (let row = known.get(numberOf()); row; row = known.get(numberOf())) {
      known.delete(numberOf())
      rows.push(row)
      number++
    }
  }
  kinds.forEach((kind, at) => {
    placeKnown()
    const street = streets[at]
    if (!street) return
    const year = missing.has(at) ? undefined : Math.min(2026, 2026 - Math.floor(Math.abs(chance.around(0, 38))))
    rows.push(treeRow(numberOf(), kind, street, year, stand, chance))
    // About one number in twenty belongs to a tree that has been felled.
    number += chance.next() < 0.05 && !known.has(`${stand.prefix}-${String(number + 1).padStart(5, '0')}`) ? 2 : 1
  })
  placeKnown()
  return rows
}

/** The tree register of a town. */
export const treeTable = (stand: Stand): Table => table(treeColumns, () => makeTrees(stand))

/** A row as the pages show it, with a place on its street. */
export function knownTree(
  town: Town,
  nr: string,
  art: string,
  botanical: string,
  year: number | undefined,
  height: number,
  girth: number,
  street: string,
  inspected: string,
): Row {
  const [lon, lat] = pointOn(streetNamed(town, street), chanceOf(nr).next())
  return [nr, art, botanical, year, height, girth, street, inspected, round(height * 0.55, 1), lon, lat]
}
