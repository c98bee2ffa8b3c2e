import { daysBetween } from '../../calendar.ts'
import { chanceOf, round } from '../../chance.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quarters, streetsOf } from '../../geography.ts'
import { placeOn, pointColumns, somewhere } from '../addresses.ts'

export const wells = [
  'Lindenaue',
  'Holtensen',
  'Hohenrode',
  'Nordstadt',
  'Eschenbach',
  'Dornsiek',
  'Bahnhofsviertel',
  'Auenfeld',
  'Mühlheide',
  'Nordaue',
  'Brokhausen',
  'Kernstadt',
  'Altenrode',
  'Furth',
].map((name, at) => {
  const quarter = quarters.find((one) => one.name === name)
  const chance = chanceOf(`well ${name}`)
  const ground = round(96 + chance.next() * 34, 2)
  return { id: `GW-${String(at + 1).padStart(2, '0')}`, name, ground, depth: 1.8 + chance.next() * 7, quarter }
})
export const wellTable = table(
  [
    column('messstelle', 'string', 'Kennung der Messstelle.'),
    column('name', 'string', 'Ortsteil, in dem sie liegt.'),
    column('gelaendehoehe_m', 'number', 'Höhe des Geländes.', { unit: 'm ü. NHN', digits: 2 }),
    column('filtertiefe_m', 'number', 'Tiefe der Filterunterkante unter Gelände.', { unit: 'm', digits: 1 }),
    ...pointColumns,
  ],
  () =>
    wells.map(({ id, name, ground, depth, quarter }): Row => {
      const chance = chanceOf(`site ${id}`)
      const { point } = somewhere(quarter?.town ?? 'lindenrode', chance, name)
      return [id, name, ground, round(depth + 9 + chance.next() * 12, 1), ...point]
    }),
)
export const levels = table(
  [
    column('messstelle', 'string', 'Kennung, siehe Datei der Messstellen.'),
    column('datum', 'date', 'Tag der Messung, 12 Uhr.'),
    column('abstand_m', 'number', 'Abstand des Grundwassers vom Gelände.', { unit: 'm', digits: 2 }),
    column('stand_m_nhn', 'number', 'Höhe des Grundwassers: gelaendehoehe_m minus abstand_m.', { unit: 'm ü. NHN', digits: 2 }),
  ],
  () => {
    const days = daysBetween('2025-01-01', '2026-11-11')
    return wells.flatMap(({ id, ground, depth }) => {
      const chance = chanceOf(`level ${id}`)
      let wander = 0
      return days.map((day, at): Row => {
        wander = wander * 0.98 + (chance.next() - 0.5) * 0.03
        // Highest in April, lowest in October.
        const season = Math.cos(((at - 100) / 365) * 2 * Math.PI) * 0.35
        const distance = round(Math.max(0.3, depth - season - wander), 2)
        return [id, day, distance, round(ground - distance, 2)]
      })
    })
  },
)

const airSites = [
  ['L1', 'Lindenrode, Bahnhofstraße', 'lindenrode', 'Bahnhofstraße', 24],
  ['L2', 'Lindenrode, Schulstraße', 'lindenrode', 'Schulstraße', 15],
  ['L3', 'Lindenrode, Nordring', 'lindenrode', 'Nordring', 21],
  ['L4', 'Auenfeld, Lindenroder Straße', 'auenfeld', 'Lindenroder Straße', 12],
  ['L5', 'Steinbrück, Hauptstraße', 'steinbrueck', 'Hauptstraße', 9],
] as const
export const air = table(
  [
    column('standort', 'string', 'Kennung des Standorts.'),
    column('name', 'string', 'Ort und Straße.'),
    column('datum', 'date', 'Tag.'),
    column('stunde', 'integer', 'Beginn der Stunde in Ortszeit, 0 bis 23.'),
    column('no2', 'number', 'Stickstoffdioxid, Stundenmittel.', { unit: 'µg/m³', digits: 1 }),
    column('pm10', 'number', 'Feinstaub bis 10 µm, Stundenmittel.', { unit: 'µg/m³', digits: 1 }),
    column('pm25', 'number', 'Feinstaub bis 2,5 µm, Stundenmittel.', { unit: 'µg/m³', digits: 1 }),
  ],
  () =>
    airSites.flatMap(([id, name, , , level]) => {
      const chance = chanceOf(`air ${id}`)
      return daysBetween('2026-10-01', '2026-11-18').flatMap((day) => {
        const weather = 0.6 + chance.next() * 0.9
        return Array.from({ length: 24 }, (_, hour): Row => {
          const rush =
            1 + 0.45 * Math.exp(-((hour - 8) ** 2) / 5) + 0.4 * Math.exp(-((hour - 17) ** 2) / 7) - (hour < 5 ? 0.35 : 0)
          const dust = 9 * weather * (0.85 + chance.next() * 0.3)
          return [
            id,
            name,
            day,
            hour,
            round(level * weather * rush * (0.9 + chance.next() * 0.2), 1),
            round(dust * 1.5, 1),
            round(dust, 1),
          ]
        })
      })
    }),
)
export const airPlaces = table(
  [
    column('standort', 'string', 'Kennung des Standorts.'),
    column('name', 'string', 'Ort und Straße.'),
    column('umgebung', 'string', 'verkehrsnah oder Hintergrund.'),
    ...pointColumns,
  ],
  () =>
    airSites.map(
      ([id, name, town, street, level]): Row => [
        id,
        name,
        level > 18 ? 'verkehrsnah' : 'Hintergrund',
        ...placeOn(streetsOf(town).find((one) => one.name === street) ?? chanceOf(id).pick(streetsOf(town)), chanceOf(id)).point,
      ],
    ),
)

const lakes = [
  ['Waldsee Hohenrode', 'Lindenrode', 8.6905, 51.9032, 9.6],
  ['Kiesgrube Lindenaue', 'Lindenrode', 8.6962, 51.8742, 14.2],
  ['Mühlteich Mühlheide', 'Auenfeld', 8.8392, 51.8961, 5.1],
] as const
export const bathing = table(
  [
    column('badegewaesser', 'string', 'Name des Gewässers.'),
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('datum', 'date', 'Tag der Probe.'),
    column('e_coli', 'integer', 'Escherichia coli; der Leitwert für eine einzelne Probe liegt bei 1.800.', {
      unit: 'KBE/100 ml',
    }),
    column('enterokokken', 'integer', 'Intestinale Enterokokken; der Leitwert für eine einzelne Probe liegt bei 700.', {
      unit: 'KBE/100 ml',
    }),
    column('wassertemperatur', 'number', 'Temperatur des Wassers.', { unit: '°C', digits: 1 }),
    column('sichttiefe_m', 'number', 'Sichttiefe.', { unit: 'm', digits: 1 }),
    column('bewertung', 'string', 'zum Baden geeignet oder vorübergehend gesperrt.'),
    ...pointColumns,
  ],
  () =>
    lakes.flatMap(([name, town, lon, lat]) => {
      const chance = chanceOf(name)
      return [2024, 2025, 2026].flatMap((year) =>
        ['05-11', '06-08', '06-29', '07-20', '08-10', '08-31'].map((day, at): Row => {
          const bad = name.startsWith('Mühlteich') && year === 2025 && at === 3
          const coli = bad ? 2300 : chance.int(1, 26) * 10
          return [
            name,
            town,
            `${year}-${day}`,
            coli,
            bad ? 860 : chance.int(1, 12) * 10,
            round(15 + Math.sin((at / 5) * Math.PI) * 7 + chance.next() * 2, 1),
            round(1.2 + chance.next() * 1.8, 1),
            bad ? 'vorübergehend gesperrt' : 'zum Baden geeignet',
            lon,
            lat,
          ]
        }),
      )
    }),
)

export const reserves = [
  ['Lindetal', 8.6935, 51.8835, 0.0048, 64.2, 1989],
  ['Hohenroder Heide', 8.709, 51.91, 0.004, 118.5, 1974],
  ['Eschenbacher Bruch', 8.757, 51.8985, 0.0032, 41.7, 1996],
  ['Mühlheider Moor', 8.845, 51.884, 0.0042, 87.3, 1982],
  ['Brokhauser Wiesen', 8.8285, 51.8605, 0.0035, 52.9, 2001],
  ['Further Lindeaue', 8.7095, 51.8375, 0.0045, 73.4, 1993],
] as const
export const reserveTable = table(
  [
    column('nr', 'string', 'Nummer des Gebiets im Kreis.'),
    column('name', 'string', 'Name des Naturschutzgebiets.'),
    column('flaeche_ha', 'number', 'Größe nach der Verordnung.', { unit: 'ha', digits: 1 }),
    column('seit', 'year', 'Jahr der ersten Unterschutzstellung.'),
    column('schutzziel', 'string', 'Was geschützt wird, in Stichworten.'),
  ],
  () =>
    reserves.map(
      ([name, , , , size, since], at): Row => [
        `SEN-${String(at + 1).padStart(3, '0')}`,
        name,
        size,
        since,
        [
          'Auwald und Altarme',
          'Sandheide und Magerrasen',
          'Erlenbruch',
          'Hochmoorrest',
          'Feuchtwiesen mit Brachvogel',
          'Auenwiesen',
        ][at],
      ],
    ),
)

const waste: readonly (readonly [string, number])[] = [
  ['Restabfall', 8_412],
  ['Sperrmüll', 1_786],
  ['Bioabfall', 6_243],
  ['Grünabfall', 4_985],
  ['Altpapier', 3_367],
  ['Leichtverpackungen', 1_932],
  ['Altglas', 1_214],
  ['Altholz', 1_548],
  ['Elektrogeräte', 487],
  ['Metalle', 312],
  ['Schadstoffe', 58],
]
export const wasteTable = table(
  [
    column('jahr', 'year', 'Jahr.'),
    column('abfallart', 'string', 'Art des Abfalls.'),
    column('menge_t', 'integer', 'Gesammelte Menge aus Haushalten.', { unit: 't' }),
    column('kg_je_einwohner', 'number', 'Menge geteilt durch die Bevölkerung am 31. Dezember.', { unit: 'kg', digits: 1 }),
  ],
  () =>
    [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      waste.map(([kind, tons]): Row => {
        const amount = Math.round(
          tons * (1 + (2025 - year) * (kind === 'Restabfall' ? 0.018 : kind === 'Bioabfall' ? -0.012 : 0.006)),
        )
        const people = 57_202 - (2025 - year) * 61
        return [year, kind, amount, round((amount * 1000) / people, 1)]
      }),
    ),
)

const kinds = ['Wohnbaufläche', 'Wohnbaufläche', 'gemischte Baufläche', 'Gewerbe', 'Ackerland', 'Grünland', 'Forst']
export const landValues = table(
  [
    column('zone', 'string', 'Nummer der Bodenrichtwertzone.'),
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('ortsteil', 'string', 'Ortsteil.'),
    column('nutzung', 'string', 'Art der Nutzung, für die der Wert gilt.'),
    column('entwicklungszustand', 'string', 'baureifes Land oder Fläche der Land- oder Forstwirtschaft.'),
    column('bodenrichtwert', 'number', 'Durchschnittlicher Lagewert zum 1. Januar 2026.', { unit: '€/m²', digits: 2 }),
    column('beitragsfrei', 'boolean', 'Wahr, wenn Erschließungsbeiträge bezahlt sind.'),
  ],
  () => {
    let zone = 0
    return quarters.flatMap((quarter) => {
      const chance = chanceOf(`values ${quarter.name}`)
      const level = quarter.town === 'lindenrode' ? 235 : quarter.town === 'auenfeld' ? 168 : 112
      return Array.from({ length: Math.max(5, Math.round(quarter.streets / 4)) }, (_, at): Row => {
        zone++
        const kind = kinds[at % kinds.length] ?? 'Wohnbaufläche'
        const built = at % kinds.length < 4
        const factor = kind === 'Gewerbe' ? 0.28 : kind.startsWith('gemischt') ? 0.86 : 1
        const value = built
          ? Math.round((level * factor * (0.75 + chance.next() * 0.5)) / 5) * 5
          : round((kind === 'Forst' ? 1.1 : kind === 'Grünland' ? 3.2 : 5.6) * (0.85 + chance.next() * 0.3), 2)
        return [
          String(2600 + zone),
          { lindenrode: 'Lindenrode', auenfeld: 'Auenfeld', steinbrueck: 'Steinbrück' }[quarter.town],
          quarter.name,
          kind,
          built ? 'baureifes Land' : 'Fläche der Land- oder Forstwirtschaft',
          value,
          built,
        ]
      })
    })
  },
)
