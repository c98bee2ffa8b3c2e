import { daysBetween, weekdayOf } from '../../calendar.ts'
import { chanceOf } from '../../chance.ts'
import type { Geometry } from '../../files/geojson.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quarters, streetsOf, type Town } from '../../geography.ts'
import { placeAt, placeOn, pointColumns } from '../addresses.ts'
import { path } from '../shapes.ts'

// Share of a day's traffic in each hour, in thousandths: two peaks for work, one hump for leisure.
const work = [5, 3, 2, 2, 5, 18, 52, 88, 74, 48, 44, 48, 53, 54, 58, 71, 92, 94, 68, 47, 32, 21, 13, 8]
const leisure = [8, 5, 4, 3, 3, 6, 12, 20, 34, 53, 70, 82, 84, 84, 86, 84, 78, 70, 60, 48, 40, 32, 22, 12]
const months = [0.42, 0.48, 0.72, 1.0, 1.28, 1.36, 1.3, 1.32, 1.22, 0.94, 0.62, 0.4]
const two = (number: number): string => String(number).padStart(2, '0')

const bikeStations = [
  ['R1', 'Uferradweg Lindenaue', 'lindenrode', 'Uferstraße', 1180, '2019-04-01'],
  ['R2', 'Bahnhofstraße', 'lindenrode', 'Bahnhofstraße', 1640, '2019-04-01'],
  ['R3', 'Detmolder Straße', 'lindenrode', 'Detmolder Straße', 720, '2021-06-14'],
  ['R4', 'Lindenroder Straße', 'auenfeld', 'Lindenroder Straße', 540, '2022-05-02'],
  ['R5', 'Mühlheider Straße', 'auenfeld', 'Mühlheider Straße', 310, '2022-05-02'],
  ['R6', 'An der Steinbrücke', 'steinbrueck', 'An der Steinbrücke', 265, '2024-03-18'],
] as const
export const bikeSites = table(
  [
    column('station', 'string', 'Kennung der Zählstelle.'),
    column('name', 'string', 'Name der Zählstelle.'),
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('in_betrieb_seit', 'date', 'Tag der Inbetriebnahme.'),
    column('verfahren', 'string', 'Wie gezählt wird.'),
    ...pointColumns,
  ],
  () =>
    bikeStations.map(
      ([id, name, town, street, , since]): Row => [
        id,
        name,
        town === 'lindenrode' ? 'Lindenrode' : town === 'auenfeld' ? 'Auenfeld' : 'Steinbrück',
        since,
        'Induktionsschleife',
        ...placeAt(town, street, chanceOf(id)).point,
      ],
    ),
)
export const bikes = table(
  [
    column('station', 'string', 'Kennung der Zählstelle, siehe Datei der Standorte.'),
    column('datum', 'date', 'Tag.'),
    column('stunde', 'integer', 'Beginn der Stunde in Ortszeit, 0 bis 23.'),
    column('raeder', 'integer', 'Gezählte Fahrräder in beiden Richtungen; leer bei einer Störung.', { unit: 'Räder' }),
  ],
  () => {
    const days = daysBetween('2026-01-01', '2026-11-19')
    return bikeStations.flatMap(([id, , , , level]) => {
      const chance = chanceOf(`bikes ${id}`)
      // Each station was out of order once for some days; the gap stays in the data.
      const gap = chance.int(20, 280)
      return days.flatMap((day, at) => {
        const free = weekdayOf(day) === 0 || weekdayOf(day) === 6
        const weather = 0.55 + chance.next() * 0.7
        const daily = level * (months[Number(day.slice(5, 7)) - 1] ?? 1) * weather * (free ? 0.72 : 1)
        const out = at >= gap && at < gap + 4
        return (free ? leisure : work).map(
          (share, hour): Row => [
            id,
            day,
            hour,
            out ? undefined : Math.round((daily * share * (0.8 + chance.next() * 0.4)) / 1000),
          ],
        )
      })
    })
  },
)

const nodes: { id: string; name: string; level: number; point: [number, number]; town: string }[] = []
function crossings(): typeof nodes {
  if (nodes.length) return nodes
  const perTown: readonly (readonly [Town, string, number])[] = [
    ['lindenrode', 'Lindenrode', 27],
    ['auenfeld', 'Auenfeld', 10],
    ['steinbrueck', 'Steinbrück', 5],
  ]
  for (const [town, name, count] of perTown) {
    const chance = chanceOf(`crossings ${town}`)
    const main = streetsOf(town).filter((street) => street.name.endsWith('traße'))
    for (let at = 0; at < count; at++) {
      const first = chance.pick(main)
      const second = chance.pick(streetsOf(town).filter((street) => street.quarter === first.quarter && street !== first))
      const level = (at < 4 ? 19_000 : at < 12 ? 11_000 : 4800) * (town === 'lindenrode' ? 1 : town === 'auenfeld' ? 0.6 : 0.35)
      nodes.push({
        id: `K${two(nodes.length + 1)}`,
        name: `${first.name} / ${second.name}`,
        level,
        point: placeOn(first, chance).point,
        town: name,
      })
    }
  }
  return nodes
}
const nodeColumns = [
  column('knoten', 'string', 'Kennung des Knotenpunkts.'),
  column('name', 'string', 'Die beiden Straßen, die sich kreuzen.'),
]
export const hourly = table(
  [
    ...nodeColumns,
    column('datum', 'date', 'Tag.'),
    column('stunde', 'integer', 'Beginn der Stunde in Ortszeit, 0 bis 23.'),
    column('kfz', 'integer', 'Kraftfahrzeuge ohne Busse.', { unit: 'Fahrzeuge' }),
    column('rad', 'integer', 'Fahrräder.', { unit: 'Räder' }),
    column('bus', 'integer', 'Linienbusse und Reisebusse.', { unit: 'Fahrzeuge' }),
  ],
  () =>
    crossings().flatMap(({ id, name, level }) => {
      const chance = chanceOf(`hourly ${id}`)
      return daysBetween('2026-10-01', '2026-10-31').flatMap((day) => {
        const free = weekdayOf(day) === 0 || weekdayOf(day) === 6
        const daily = level * (free ? 0.62 : 1) * (0.92 + chance.next() * 0.16)
        return (free ? leisure : work).map((share, hour): Row => {
          const cars = Math.round((daily * share * (0.9 + chance.next() * 0.2)) / 1000)
          return [
            id,
            name,
            day,
            hour,
            cars,
            Math.round(cars * 0.08 * chance.next() * 2),
            hour < 5 ? 0 : Math.round(level / 5000 + chance.next() * 2),
          ]
        })
      })
    }),
)
export const yearly = table(
  [
    ...nodeColumns,
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('jahr', 'year', 'Jahr.'),
    column('dtv_kfz', 'integer', 'Durchschnittliche tägliche Verkehrsstärke, alle Tage des Jahres.', { unit: 'Kfz/Tag' }),
    column('dtv_rad', 'integer', 'Durchschnittliche Zahl der Fahrräder am Tag.', { unit: 'Räder/Tag' }),
    ...pointColumns,
  ],
  () =>
    crossings().flatMap(({ id, name, level, point, town }) =>
      Array.from({ length: 12 }, (_, at): Row => {
        const year = 2014 + at
        const chance = chanceOf(`yearly ${id} ${year}`)
        const dip = year === 2020 ? 0.84 : year === 2021 ? 0.91 : 1
        const cars = Math.round((level * 0.9 * dip * (0.97 + chance.next() * 0.06)) / 10) * 10
        return [
          id,
          name,
          town,
          year,
          cars,
          Math.round((level * (0.05 + at * 0.0035) * (0.95 + chance.next() * 0.1)) / 10) * 10,
          ...point,
        ]
      }),
    ),
)

const stopWords = ['Markt', 'Schule', 'Bahnhof', 'Kirche', 'Friedhof', 'Rathaus', 'Sportplatz', 'Feuerwehr']
export const stops = table(
  [
    column('haltestelle', 'string', 'Kennung, im Kreis eindeutig.'),
    column('name', 'string', 'Name auf dem Mast.'),
    column('ortsteil', 'string', 'Ortsteil.'),
    column('linien', 'string', 'Buslinien, durch Semikolon getrennt.'),
    column('barrierefrei', 'string', 'vollständig, teilweise oder nicht ausgebaut.'),
    column('wetterschutz', 'boolean', 'Es gibt ein Wartehaus.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('stops')
    return quarters.flatMap((quarter, index) => {
      const count = Math.max(4, Math.round(quarter.population / 420))
      const streets = streetsOf(quarter.town).filter((street) => street.quarter === quarter)
      const used = new Set<string>()
      return Array.from({ length: count }, (_, at): Row => {
        const street = streets[(at * 5) % streets.length] ?? chance.pick(streets)
        const base = at === 0 ? `${quarter.name}, ${stopWords[index % 8]}` : `${quarter.name}, ${street.name}`
        const name = used.has(base) ? `${base} Nord` : base
        used.add(name)
        const lines = [...new Set([`${410 + (index % 9)}`, ...(chance.next() < 0.4 ? [`${420 + chance.int(0, 6)}`] : [])])]
        return [
          `SW${String(index * 40 + at + 101).padStart(4, '0')}`,
          name,
          quarter.name,
          lines.join('; '),
          chance.pick(['vollständig', 'teilweise', 'nicht ausgebaut']),
          chance.next() < 0.55,
          ...placeOn(street, chance).point,
        ]
      })
    })
  },
)

const routes: readonly (readonly [string, string, string, readonly (readonly [number, number])[]])[] = [
  [
    'SR1',
    'Lindetal-Radweg',
    'Themenroute',
    [
      [8.684, 51.872],
      [8.703, 51.879],
      [8.72, 51.886],
      [8.738, 51.879],
      [8.757, 51.862],
      [8.763, 51.829],
    ],
  ],
  [
    'SR2',
    'Senne-Runde',
    'Themenroute',
    [
      [8.72, 51.9],
      [8.745, 51.904],
      [8.79, 51.908],
      [8.831, 51.892],
      [8.817, 51.867],
    ],
  ],
  [
    'K1',
    'Lindenrode – Auenfeld',
    'Knotenpunktnetz',
    [
      [8.72, 51.886],
      [8.745, 51.888],
      [8.77, 51.889],
      [8.801, 51.8905],
    ],
  ],
  [
    'K2',
    'Lindenrode – Steinbrück',
    'Knotenpunktnetz',
    [
      [8.72, 51.886],
      [8.735, 51.868],
      [8.748, 51.85],
      [8.763, 51.829],
    ],
  ],
  [
    'K3',
    'Auenfeld – Brokhausen – Altenrode',
    'Knotenpunktnetz',
    [
      [8.801, 51.8905],
      [8.812, 51.879],
      [8.817, 51.867],
      [8.806, 51.852],
      [8.798, 51.836],
    ],
  ],
  [
    'K4',
    'Hohenrode – Nordstadt – Eschenbach',
    'Knotenpunktnetz',
    [
      [8.6985, 51.8955],
      [8.7215, 51.9005],
      [8.745, 51.904],
    ],
  ],
  [
    'A1',
    'Schulweg Gesamtschule',
    'Alltagsroute',
    [
      [8.703, 51.8795],
      [8.715, 51.89],
      [8.7215, 51.9005],
    ],
  ],
  [
    'A2',
    'Bahnhof – Industriegebiet',
    'Alltagsroute',
    [
      [8.7375, 51.8855],
      [8.742, 51.88],
      [8.7445, 51.8715],
    ],
  ],
  [
    'A3',
    'Steinbrück – Furth',
    'Alltagsroute',
    [
      [8.763, 51.829],
      [8.743, 51.831],
      [8.722, 51.832],
    ],
  ],
]
export const shapes = (): Geometry[] => routes.map(([id, , , points]) => path(points, id))
export const routeTable = table(
  [
    column('nr', 'string', 'Kennung der Strecke.'),
    column('name', 'string', 'Name oder Ziele.'),
    column('netz', 'string', 'Themenroute, Knotenpunktnetz oder Alltagsroute.'),
    column('laenge_km', 'number', 'Länge auf der Karte gemessen.', { unit: 'km', digits: 1 }),
    column('belag', 'string', 'Überwiegender Belag.'),
    column('beleuchtet', 'boolean', 'Durchgehend beleuchtet.'),
  ],
  () =>
    routes.map(([id, name, net], at): Row => {
      const chance = chanceOf(id)
      const shape = shapes()[at]
      const line = shape?.type === 'LineString' ? shape.coordinates : []
      const length = line.slice(1).reduce((sum, [lon, lat], step) => {
        const before = line[step] ?? [lon, lat]
        return sum + Math.hypot((lon - before[0]) * 68.7, (lat - before[1]) * 111.3)
      }, 0)
      return [
        id,
        name,
        net,
        Number(length.toFixed(1)),
        chance.pick(['Asphalt', 'Asphalt', 'wassergebundene Decke']),
        net === 'Alltagsroute',
      ]
    }),
)

export const vehicles: readonly (readonly [string, string, number])[] = [
  ['Personenwagen', 'Benzin', 19_842],
  ['Personenwagen', 'Diesel', 9_317],
  ['Personenwagen', 'Elektro', 2_468],
  ['Personenwagen', 'Hybrid', 3_951],
  ['Personenwagen', 'Gas', 214],
  ['Krafträder', 'alle', 3_126],
  ['Lastwagen', 'alle', 2_874],
  ['Zugmaschinen', 'alle', 1_592],
  ['Busse', 'alle', 61],
  ['Anhänger', 'alle', 4_985],
]
export const registrations = table(
  [
    column('stichtag', 'date', 'Tag, für den der Bestand gilt.'),
    column('fahrzeugart', 'string', 'Art des Fahrzeugs.'),
    column('antrieb', 'string', 'Antrieb; nur bei Personenwagen getrennt.'),
    column('bestand', 'integer', 'Zugelassene Fahrzeuge.', { unit: 'Fahrzeuge' }),
  ],
  () =>
    ['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'].flatMap((day, quarter) =>
      vehicles.map(
        ([kind, drive, count]): Row => [
          day,
          kind,
          drive,
          Math.round(count * (1 - (3 - quarter) * (drive === 'Elektro' ? 0.045 : drive === 'Diesel' ? -0.011 : 0.002))),
        ],
      ),
    ),
)
