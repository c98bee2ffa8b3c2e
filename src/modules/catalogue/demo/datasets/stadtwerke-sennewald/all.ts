import { chanceOf, round } from '../../chance.ts'
import type { DraftDataService, DraftDataset } from '../../draft.ts'
import { csvFile, geoFile, jsonFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quarters } from '../../geography.ts'
import { afirRegulation } from '../../vocabulary.ts'
import { addressColumns, pointColumns, somewhere } from '../addresses.ts'

const townNames = { lindenrode: 'Lindenrode', auenfeld: 'Auenfeld', steinbrueck: 'Steinbrück' }
const stations = table(
  [
    column('station', 'string', 'Kennung der Ladestation.'),
    column('betreiber', 'string', 'Wer die Station betreibt.'),
    ...addressColumns,
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('ladepunkte', 'integer', 'Zahl der Ladepunkte.', { unit: 'Stück' }),
    column('leistung_kw', 'number', 'Höchste Leistung je Ladepunkt.', { unit: 'kW', digits: 1 }),
    column('stecker', 'string', 'Stecker, durch Semikolon getrennt.'),
    column('in_betrieb_seit', 'date', 'Tag der Inbetriebnahme.'),
    column('rund_um_die_uhr', 'boolean', 'Jederzeit zugänglich.'),
    column('bezahlen', 'string', 'Wie ohne Vertrag bezahlt werden kann.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('charging')
    // Town by town as many as there are cars for: 28 in Lindenrode, 9 in Auenfeld, 4 in Steinbrück.
    const spread = [
      ...Array.from({ length: 28 }, (_, at) => at % 8),
      ...Array.from({ length: 9 }, (_, at) => 8 + (at % 4)),
      ...Array.from({ length: 4 }, (_, at) => 12 + (at % 3)),
    ]
    return spread.map((quarterNo, at): Row => {
      const quarter = quarters[quarterNo] ?? chance.pick(quarters)
      const { address, point } = somewhere(quarter.town, chance, quarter.name)
      const quick = at % 9 === 4
      const since = `${chance.int(2019, 2026)}-0${chance.int(1, 9)}-${String(chance.int(10, 28))}`
      return [
        `DE*SWS*E${1001 + at}`,
        'Stadtwerke Sennewald',
        ...address,
        townNames[quarter.town],
        quick ? 4 : 2,
        quick ? chance.pick([150, 300]) : chance.pick([11, 22, 22]),
        quick ? 'CCS; CHAdeMO' : 'Typ 2',
        since,
        chance.next() < 0.88,
        quick ? 'Karte am Gerät' : 'Karte am Gerät; QR-Code',
        ...point,
      ]
    })
  },
)

const zones: readonly (readonly [string, string, number, number, number])[] = [
  ['Wasserwerk Lindetal', 'Innenstadt, Bahnhofsviertel, Lindenaue, Dornsiek, Holtensen', 14.2, 18.4, 0.4],
  ['Wasserwerk Hohenrode', 'Nordstadt, Hohenrode, Eschenbach', 11.8, 24.6, 0.3],
  ['Wasserwerk Mühlheide', 'Auenfeld, Mühlheide, Nordaue, Brokhausen', 9.6, 31.2, 0.5],
  ['Brunnen Steinbrück', 'Kernstadt, Altenrode, Furth', 7.9, 12.7, 0.2],
]
const water = table(
  [
    column('wasserwerk', 'string', 'Wasserwerk oder Brunnen.'),
    column('versorgt', 'string', 'Versorgte Ortsteile.'),
    column('probe', 'date', 'Tag der Probe am Ausgang des Wasserwerks.'),
    column('haerte_dh', 'number', 'Gesamthärte.', { unit: '°dH', digits: 1 }),
    column('nitrat', 'number', 'Nitrat; der Grenzwert liegt bei 50.', { unit: 'mg/l', digits: 1 }),
    column('natrium', 'number', 'Natrium; der Grenzwert liegt bei 200.', { unit: 'mg/l', digits: 1 }),
    column('eisen', 'number', 'Eisen; der Grenzwert liegt bei 0,2.', { unit: 'mg/l', digits: 3 }),
    column('ph', 'number', 'pH-Wert.', { digits: 2 }),
  ],
  () =>
    zones.flatMap(([plant, served, hardness, nitrate]) => {
      const chance = chanceOf(plant)
      return ['2025-02-11', '2025-05-13', '2025-08-12', '2025-11-11', '2026-02-10', '2026-05-12', '2026-08-11'].map(
        (day): Row => [
          plant,
          served,
          day,
          round(hardness + chance.next() * 0.6, 1),
          round(nitrate + chance.next() * 2, 1),
          round(14 + chance.next() * 9, 1),
          round(0.01 + chance.next() * 0.03, 3),
          round(7.4 + chance.next() * 0.25, 2),
        ],
      )
    }),
)

const feedIn = table(
  [
    column('jahr', 'year', 'Jahr.'),
    column('ortsteil', 'string', 'Ortsteil.'),
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('anlagen', 'integer', 'Anlagen am Netz am 31. Dezember.', { unit: 'Anlagen' }),
    column('leistung_kwp', 'integer', 'Summe der Nennleistung.', { unit: 'kWp' }),
    column('einspeisung_mwh', 'integer', 'Eingespeister Strom im Jahr.', { unit: 'MWh' }),
  ],
  () =>
    [2022, 2023, 2024, 2025].flatMap((year) =>
      quarters.map(({ name, town, population }): Row => {
        const chance = chanceOf(`feed-in ${name}`)
        const plants = Math.round((population / 34) * (0.9 + chance.next() * 0.3) * (1 - (2025 - year) * 0.19))
        const power = Math.round(plants * (8.4 + chance.next() * 2))
        return [year, name, townNames[town], plants, power, Math.round(power * 0.68)]
      }),
    ),
)

export const utilityData: DraftDataset[] = [
  {
    slug: 'ladesaeulen',
    title: 'Öffentliche Ladesäulen',
    titleEn: 'Public charging stations',
    description:
      'Die 41 öffentlichen Ladestationen der Stadtwerke im ganzen Kreis mit Anschrift, Zahl der Ladepunkte, Leistung und Steckern. Jede Station lässt sich ohne Vertrag nutzen; die letzte Spalte sagt, wie Sie bezahlen. Ob ein Ladepunkt gerade frei ist, liefert die Schnittstelle. Stationen anderer Betreiber führt die Bundesnetzagentur in ihrem Register.',
    keywords: ['Ladesäule', 'Ladestation', 'Elektromobilität', 'Elektroauto', 'Strom tanken'],
    themes: ['TRAN', 'ENER'],
    by: 'swNetz',
    licence: 'by',
    issued: '2024-08-05',
    modified: '2026-11-09',
    frequency: 'WEEKLY',
    legislation: [afirRegulation],
    model: 'verkehr/kfz/elektrotankstelle',
    legalBasis: ['Artikel 20 Verordnung (EU) 2023/1804 (AFIR)'],
    files: [
      csvFile('ladesaeulen.csv', 'Ladestationen als CSV', stations),
      geoFile('ladesaeulen.geojson', 'Ladestationen als GeoJSON', stations),
      jsonFile('ladesaeulen.json', 'Ladestationen als JSON', stations),
    ],
    services: [
      {
        service: 'ladedienst',
        title: 'Belegung in Echtzeit (OCPI 2.2.1)',
        url: 'https://laden.stadtwerke-sennewald.example/ocpi/2.2.1/locations',
        fileType: 'JSON',
      },
    ],
  },
  {
    slug: 'trinkwasser-analysen',
    title: 'Trinkwasser: Analysen der Wasserwerke',
    titleEn: 'Drinking water analyses',
    description:
      'Analysen des Trinkwassers an vier Wasserwerken, vier Proben im Jahr. Die Tabelle nennt Härte, Nitrat, Natrium, Eisen und pH-Wert und sagt, welche Ortsteile das Werk versorgt. Untersucht hat ein akkreditiertes Labor. Alle Werte liegen unter den Grenzwerten.',
    keywords: ['Trinkwasser', 'Wasserqualität', 'Wasserhärte', 'Nitrat', 'Wasserwerk'],
    themes: ['HEAL', 'ENVI'],
    by: 'swWasser',
    licence: 'by',
    issued: '2025-01-13',
    modified: '2026-08-24',
    frequency: 'QUARTERLY',
    from: '2025-02-11',
    until: '2026-08-11',
    model: 'energie/wasserversorgung',
    legalBasis: ['Trinkwasserverordnung (TrinkwV)'],
    files: [csvFile('trinkwasser.csv', 'Analysen als CSV (windows-1252)', water, 'office')],
  },
  {
    slug: 'photovoltaik-einspeisung',
    title: 'Photovoltaik: Anlagen und Einspeisung nach Ortsteilen',
    titleEn: 'Solar power fed into the grid by area',
    description:
      'Zahl, Leistung und Einspeisung der Photovoltaikanlagen am Netz der Stadtwerke, je Ortsteil und Jahr. Balkonkraftwerke sind enthalten, wenn sie angemeldet sind. Selbst verbrauchter Strom zählt nicht zur Einspeisung. Ortsteile mit weniger als fünf Anlagen gibt es nicht, darum ist nichts zusammengefasst.',
    keywords: ['Photovoltaik', 'Solar', 'Einspeisung', 'Strom', 'Energiewende'],
    themes: ['ENER'],
    by: 'swNetz',
    licence: 'by',
    issued: '2025-04-28',
    modified: '2026-03-09',
    frequency: 'ANNUAL',
    from: '2022-01-01',
    until: '2025-12-31',
    model: 'energie/solar',
    files: [csvFile('photovoltaik-einspeisung.csv', 'Einspeisung als CSV (windows-1252)', feedIn, 'office')],
  },
]

export const chargingService: DraftDataService = {
  kind: 'service',
  slug: 'ladedienst',
  title: 'Ladedienst der Stadtwerke Sennewald (OCPI)',
  titleEn: 'Charging service of Stadtwerke Sennewald (OCPI)',
  description:
    'Die Schnittstelle sagt für jeden Ladepunkt, ob er frei, belegt oder gestört ist, und nennt den Preis ohne Vertrag. Sie folgt OCPI 2.2.1 und wird jede Minute erneuert. Fragen Sie höchstens einmal je Minute ab.',
  keywords: ['Ladesäule', 'Echtzeit', 'OCPI', 'Schnittstelle', 'API'],
  themes: ['TRAN', 'ENER'],
  by: 'swNetz',
  licence: 'by',
  legislation: [afirRegulation],
  issued: '2025-10-13',
  modified: '2026-10-01',
  pages: [['https://laden.stadtwerke-sennewald.example/hilfe', 'Beschreibung der Schnittstelle']],
  endpoint: 'https://laden.stadtwerke-sennewald.example/ocpi/2.2.1',
  endpointDescription: 'https://laden.stadtwerke-sennewald.example/ocpi/2.2.1/version',
  serves: ['ladesaeulen'],
  fileTypes: ['JSON'],
}
