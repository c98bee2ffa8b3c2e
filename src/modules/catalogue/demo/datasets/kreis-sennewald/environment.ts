import { daysBetween } from '../../calendar.ts'
import { chanceOf, round } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, jsonFile, xmlFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quarters, streetsOf } from '../../geography.ts'
import { placeOn, pointColumns, somewhere } from '../addresses.ts'
import { blob } from '../shapes.ts'

const wells = [
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
const wellTable = table(
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
const levels = table(
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
const air = table(
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
const airPlaces = table(
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
const bathing = table(
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

const reserves = [
  ['Lindetal', 8.6935, 51.8835, 0.0048, 64.2, 1989],
  ['Hohenroder Heide', 8.709, 51.91, 0.004, 118.5, 1974],
  ['Eschenbacher Bruch', 8.757, 51.8985, 0.0032, 41.7, 1996],
  ['Mühlheider Moor', 8.845, 51.884, 0.0042, 87.3, 1982],
  ['Brokhauser Wiesen', 8.8285, 51.8605, 0.0035, 52.9, 2001],
  ['Further Lindeaue', 8.7095, 51.8375, 0.0045, 73.4, 1993],
] as const
const reserveTable = table(
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
const wasteTable = table(
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
const landValues = table(
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

export const environmentData: DraftDataset[] = [
  {
    slug: 'grundwasserstaende',
    title: 'Grundwasserstände an 14 Messstellen',
    titleEn: 'Groundwater levels at 14 wells',
    description:
      'Tägliche Grundwasserstände an 14 Messstellen im Kreis seit Januar 2025. Die Tabelle nennt den Abstand vom Gelände und die Höhe über Normalhöhennull; Lage und Geländehöhe der Messstellen stehen in einer zweiten Datei. Gemessen wird mit Drucksonden, die das Umweltamt zweimal im Jahr von Hand nachprüft.',
    keywords: ['Grundwasser', 'Grundwasserstand', 'Messstelle', 'Wasser', 'Umwelt'],
    themes: ['ENVI'],
    by: 'kreisUmwelt',
    licence: 'zero',
    hvd: 'wasser',
    issued: '2024-07-15',
    modified: '2026-11-12',
    frequency: 'MONTHLY',
    from: '2025-01-01',
    until: '2026-11-11',
    resolution: 'P1D',
    model: 'klimaschutzUndUmweltschutz/berichtUndAnalyse/wasser',
    legalBasis: ['Umweltinformationsgesetz Nordrhein-Westfalen (UIG NRW)', 'Landeswassergesetz (LWG NRW)'],
    files: [
      csvFile('grundwasserstaende.csv', 'Tageswerte als CSV', levels),
      csvFile('messstellen.csv', 'Messstellen als CSV', wellTable),
      geoFile('messstellen.geojson', 'Messstellen als GeoJSON', wellTable),
    ],
    services: [
      {
        service: 'sensordienst',
        title: 'SensorThings API 1.1: laufender Abruf',
        url: 'https://sensoren.kreis-sennewald.example/v1.1/Datastreams',
        fileType: 'JSON',
      },
    ],
  },
  {
    slug: 'luftqualitaet',
    title: 'Luftqualität an fünf Standorten',
    titleEn: 'Air quality at five sites',
    description:
      'Stundenmittel von Stickstoffdioxid und Feinstaub an fünf Standorten seit dem 1. Oktober 2026. Der Kreis misst mit Sensoren zur Orientierung; für den Vergleich mit Grenzwerten gelten allein die Messungen des Landes. Die Geräte werden vierteljährlich neben einer Landesstation abgeglichen. Bei Nebel zeigen sie zu viel Feinstaub.',
    keywords: ['Luftqualität', 'Stickstoffdioxid', 'Feinstaub', 'Luft', 'Messung'],
    themes: ['ENVI', 'HEAL'],
    by: 'kreisUmwelt',
    licence: 'by',
    hvd: 'luft',
    issued: '2025-10-06',
    modified: '2026-11-19',
    frequency: 'DAILY',
    from: '2026-10-01',
    until: '2026-11-18',
    resolution: 'PT1H',
    availability: 'EXPERIMENTAL',
    model: 'klimaschutzUndUmweltschutz/berichtUndAnalyse/luftUndEmission',
    legalBasis: ['Umweltinformationsgesetz Nordrhein-Westfalen (UIG NRW)'],
    files: [
      csvFile('luftqualitaet-stunden.csv', 'Stundenmittel als CSV', air),
      geoFile('luftqualitaet-standorte.geojson', 'Standorte als GeoJSON', airPlaces),
    ],
    services: [
      {
        service: 'sensordienst',
        title: 'SensorThings API 1.1: laufender Abruf',
        url: 'https://sensoren.kreis-sennewald.example/v1.1/Datastreams',
        fileType: 'JSON',
      },
    ],
  },
  {
    slug: 'badegewaesser',
    title: 'Wasserqualität der Badegewässer 2024 bis 2026',
    titleEn: 'Bathing water quality 2024 to 2026',
    description:
      'Ergebnisse der Wasserproben an drei Badeseen, sechs Proben je Badesaison. Neben den Keimzahlen stehen Temperatur, Sichttiefe und die Bewertung. Am 20. Juli 2025 war der Mühlteich nach einem Gewitter vorübergehend gesperrt. Das Gesundheitsamt veröffentlicht neue Werte am Tag nach dem Befund.',
    keywords: ['Badegewässer', 'Badesee', 'Wasserqualität', 'Baden', 'Gesundheit'],
    themes: ['HEAL', 'ENVI'],
    by: 'kreisGesundheit',
    licence: 'zero',
    hvd: 'wasser',
    legislation: ['http://data.europa.eu/eli/dir/2006/7/oj'],
    issued: '2024-05-13',
    modified: '2026-09-02',
    frequency: 'ANNUAL_2',
    from: '2024-05-11',
    until: '2026-08-31',
    model: 'klimaschutzUndUmweltschutz/berichtUndAnalyse/wasser',
    legalBasis: ['Badegewässerverordnung Nordrhein-Westfalen'],
    files: [csvFile('badegewaesser.csv', 'Proben als CSV', bathing), jsonFile('badegewaesser.json', 'Proben als JSON', bathing)],
  },
  {
    slug: 'naturschutzgebiete',
    title: 'Naturschutzgebiete',
    titleEn: 'Nature reserves',
    description:
      'Die sechs Naturschutzgebiete im Kreis mit Größe, Jahr der Unterschutzstellung und Schutzziel. Die Grenzen sind aus den Landschaftsplänen übernommen und für den Maßstab 1:10.000 gedacht. Was in einem Gebiet verboten ist, steht im Landschaftsplan.',
    keywords: ['Naturschutz', 'Naturschutzgebiet', 'Landschaftsplan', 'Schutzgebiet'],
    themes: ['ENVI'],
    by: 'kreisUmwelt',
    licence: 'zero',
    hvd: 'schutzgebiete',
    issued: '2024-09-23',
    modified: '2025-12-01',
    frequency: 'IRREG',
    model: 'floraUndFauna/flaeche/naturschutzgebiet',
    legalBasis: ['§ 7 Landesnaturschutzgesetz (LNatSchG NRW)'],
    files: [
      geoFile('naturschutzgebiete.geojson', 'Gebiete als GeoJSON', reserveTable, () =>
        reserves.map(([name, lon, lat, reach]) => blob([lon, lat], reach, name)),
      ),
      csvFile('naturschutzgebiete.csv', 'Liste der Gebiete als CSV', reserveTable),
    ],
  },
  {
    slug: 'abfallmengen',
    title: 'Abfallmengen 2021 bis 2025',
    titleEn: 'Waste quantities 2021 to 2025',
    description:
      'Mengen von elf Abfallarten aus Haushalten im Kreis, in Tonnen und je Kopf. Die Mengen stammen aus den Wiegescheinen der Anlagen. Gewerbeabfall und Bauschutt sind nicht enthalten.',
    keywords: ['Abfall', 'Abfallmenge', 'Abfallbilanz', 'Recycling', 'Statistik'],
    themes: ['ENVI'],
    by: 'kreisAbfall',
    licence: 'by',
    issued: '2024-06-10',
    modified: '2026-06-08',
    frequency: 'ANNUAL',
    from: '2021-01-01',
    until: '2025-12-31',
    model: 'abfallentsorgung/abfallmenge',
    legalBasis: ['§ 21 Kreislaufwirtschaftsgesetz (KrWG)', 'Landeskreislaufwirtschaftsgesetz (LKrWG NRW)'],
    files: [
      csvFile('abfallmengen.csv', 'Mengen als CSV (windows-1252)', wasteTable, 'office'),
      excelFile('abfallmengen.xlsx', 'Mengen als Excel-Tabelle', { Abfallmengen: wasteTable }),
    ],
  },
  {
    slug: 'bodenrichtwerte-2026',
    title: 'Bodenrichtwerte 2026',
    titleEn: 'Standard land values 2026',
    description:
      'Bodenrichtwerte zum 1. Januar 2026, beschlossen vom Gutachterausschuss für Grundstückswerte. Ein Bodenrichtwert ist ein durchschnittlicher Lagewert aus Kaufpreisen, kein Verkehrswert eines einzelnen Grundstücks. Die Tabelle nennt je Zone Nutzung, Entwicklungszustand und Wert in Euro je Quadratmeter.',
    keywords: ['Bodenrichtwert', 'Grundstück', 'Gutachterausschuss', 'Immobilien', 'Grundsteuer'],
    themes: ['REGI', 'ECON'],
    by: 'gutachter',
    licence: 'zero',
    issued: '2026-03-16',
    modified: '2026-03-16',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2026-12-31',
    model: 'bau/grundstuecksbewertung',
    legalBasis: ['§ 196 Baugesetzbuch (BauGB)', 'Grundstückswertermittlungsverordnung Nordrhein-Westfalen (GrundWertVO NRW)'],
    files: [
      csvFile('bodenrichtwerte-2026.csv', 'Richtwerte als CSV (windows-1252)', landValues, 'office'),
      xmlFile('bodenrichtwerte-2026.xml', 'Richtwerte als XML', landValues, 'bodenrichtwerte', 'zone'),
    ],
  },
]
