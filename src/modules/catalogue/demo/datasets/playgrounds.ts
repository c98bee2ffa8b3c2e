import { addDays } from '../calendar.ts'
import { chanceOf, split } from '../chance.ts'
import { column, type Row, type Table, table } from '../files/table.ts'
import { quartersOf, type Town } from '../geography.ts'
import { addressColumns, pointColumns, somewhere } from './addresses.ts'

const equipment = [
  'Schaukel',
  'Rutsche',
  'Sandkasten',
  'Klettergerüst',
  'Seilbahn',
  'Wippe',
  'Federtier',
  'Drehscheibe',
  'Wasserspiel',
  'Balancierbalken',
  'Tischtennisplatte',
  'Nestschaukel',
]
const ages: readonly (readonly [number, number])[] = [
  [0, 6],
  [3, 12],
  [6, 14],
  [0, 12],
  [3, 14],
]

/** The public playgrounds of a town, divided among the Ortsteile by population. */
export function playgroundTable(town: Town, prefix: string, count: number): Table {
  const columns = [
    column('nr', 'string', 'Nummer des Spielplatzes im Spielplatzkataster.'),
    column('name', 'string', 'Name, wie er auf dem Schild am Eingang steht.'),
    ...addressColumns.filter(({ name }) => name !== 'hausnummer'),
    column('alter_von', 'integer', 'Geeignet ab diesem Alter.', { unit: 'Jahre' }),
    column('alter_bis', 'integer', 'Geeignet bis zu diesem Alter.', { unit: 'Jahre' }),
    column('geraete', 'string', 'Spielgeräte, durch Semikolon getrennt.'),
    column('inklusiv', 'boolean', 'Mindestens ein Gerät und der Weg dorthin sind mit dem Rollstuhl nutzbar.'),
    column('flaeche_m2', 'integer', 'Größe der Spielfläche.', { unit: 'm²' }),
    column('kontrolle', 'date', 'Tag der letzten Hauptkontrolle nach DIN EN 1176-7.'),
    ...pointColumns,
  ]
  return table(columns, () => {
    const chance = chanceOf(`playgrounds ${town}`)
    const places = quartersOf(town)
    const perQuarter = split(
      count,
      places.map(({ population }) => population),
    )
    const chosen = places.flatMap((quarter, at) =>
      Array.from({ length: perQuarter[at] ?? 0 }, () => somewhere(town, chance, quarter.name, false)),
    )
    const used = new Map<string, number>()
    return chosen.map(({ address, point, street }, at): Row => {
      const nth = (used.get(street) ?? 0) + 1
      used.set(street, nth)
      const [from, to] = chance.pick(ages)
      const things = [...equipment].sort(() => chance.next() - 0.5).slice(0, chance.int(3, 7))
      const name = `Spielplatz ${street}${nth > 1 ? ` ${['', 'Süd', 'Ost', 'West'][nth - 1] ?? nth}` : ''}`
      return [
        `${prefix}-${String(at + 1).padStart(3, '0')}`,
        name,
        address[0],
        address[2],
        address[3],
        from,
        to,
        things.join('; '),
        chance.next() < 0.35,
        chance.int(28, 260) * 10,
        addDays('2026-03-12', chance.int(0, 204)),
        ...point,
      ]
    })
  })
}
