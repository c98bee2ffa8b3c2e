import { chanceOf, split } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { areas, populationOf, quarters, squareKilometres } from '../../geography.ts'
import { addressColumns, pointColumns, somewhere } from '../addresses.ts'
import { budgetTable } from '../budget.ts'
import { type Constituency, type Election, listsOf, seatsTable, votesTable } from '../elections.ts'
import { constituencies2025 as lindenrode2025 } from '../lindenrode/elections.ts'

// 24 constituencies for 46,450 people entitled to vote: the towns' own numbers, put together or divided.
const inTown = (name: string, eligible: number, count: number): [string, number][] =>
  split(
    eligible,
    Array.from({ length: count }, () => 1),
  ).map((part, at) => [`${name} ${at + 1}`, part])
const constituencies: Constituency[] = [
  ...inTown(
    'Lindenrode',
    lindenrode2025.reduce((sum, { eligible }) => sum + eligible, 0),
    17,
  ),
  ...inTown('Auenfeld', 10_020, 5),
  ...inTown('Steinbrück', 3_190, 2),
].map(([name, eligible], at) => ({ nr: at + 1, name, eligible }))
const election: Election = {
  id: 'kreistag 2025',
  lists: listsOf([33, 22, 16, 14, 9, 6]),
  constituencies,
  turnout: 0.562,
  seats: 48,
}

const towns = [
  ['05898008', 'Lindenrode', 'lindenrode'],
  ['05898004', 'Auenfeld', 'auenfeld'],
  ['05898012', 'Steinbrück', 'steinbrueck'],
] as const
const population = table(
  [
    column('ags', 'string', 'Gemeindeschlüssel; die Schlüssel dieser Vorführung sind erfunden.'),
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('stichtag', 'date', 'Tag, für den die Zahl gilt.'),
    column('bevoelkerung', 'integer', 'Personen mit Hauptwohnung.', { unit: 'Personen' }),
    column('flaeche_km2', 'number', 'Fläche.', { unit: 'km²', digits: 1 }),
    column('je_km2', 'integer', 'Personen je Quadratkilometer.', { unit: 'Personen/km²' }),
  ],
  () =>
    towns.flatMap(([key, name, town]) =>
      Array.from({ length: 11 }, (_, at): Row => {
        const size = squareKilometres(areas[town])
        const year = 2015 + at
        const chance = chanceOf(`people ${town} ${year}`)
        const trend = { lindenrode: 96, auenfeld: 21, steinbrueck: -14 }[town]
        const people = populationOf(town) - (2025 - year) * trend + (year === 2025 ? 0 : chance.int(-30, 30))
        return [key, name, `${year}-12-31`, people, size, Math.round(people / size)]
      }),
    ),
)

const defibrillators = table(
  [
    column('nr', 'string', 'Nummer des Geräts.'),
    column('standort', 'string', 'Gebäude oder Einrichtung.'),
    ...addressColumns,
    column('gemeinde', 'string', 'Stadt oder Gemeinde.'),
    column('zugang', 'string', 'immer zugänglich oder zu den Öffnungszeiten.'),
    column('geprueft', 'date', 'Tag der letzten Prüfung.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('defibrillators')
    const kinds = [
      'Rathaus',
      'Sporthalle',
      'Sparkasse',
      'Apotheke',
      'Schule',
      'Feuerwehrhaus',
      'Supermarkt',
      'Bürgerhaus',
      'Tankstelle',
    ]
    return Array.from({ length: 73 }, (_, at): Row => {
      const quarter = quarters[at % quarters.length] ?? chance.pick(quarters)
      const { address, point } = somewhere(quarter.town, chance, quarter.name)
      const town = { lindenrode: 'Lindenrode', auenfeld: 'Auenfeld', steinbrueck: 'Steinbrück' }[quarter.town]
      return [
        `AED-${String(at + 1).padStart(3, '0')}`,
        `${chance.pick(kinds)}, ${address[0]}`,
        ...address,
        town,
        chance.next() < 0.45 ? 'immer zugänglich' : 'zu den Öffnungszeiten',
        `2026-0${chance.int(1, 9)}-${String(chance.int(10, 28))}`,
        ...point,
      ]
    })
  },
)

const budget = budgetTable({ id: 'kreis 2026', year: 2026, income: 168_412_500, expense: 170_988_300, kind: 'district' })

export const administrationData: DraftDataset[] = [
  {
    slug: 'kreishaushalt-2026',
    title: 'Haushaltsplan des Kreises 2026',
    titleEn: 'District budget 2026',
    description:
      'Der vom Kreistag beschlossene Ergebnisplan für 2026 nach Produktbereichen: 168,4 Millionen Euro Erträge und 171,0 Millionen Euro Aufwendungen. Den größten Teil der Erträge bringt die Kreisumlage, die die drei Orte zahlen. Die Spalten sind dieselben wie in den Haushaltsplänen von Lindenrode und Auenfeld.',
    keywords: ['Haushalt', 'Kreishaushalt', 'Kreisumlage', 'Finanzen', '2026'],
    themes: ['GOVE', 'ECON'],
    by: 'kreisKaemmerei',
    licence: 'by',
    issued: '2026-01-26',
    modified: '2026-01-26',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2026-12-31',
    model: 'finanzen/haushalt/plan',
    legalBasis: ['§ 53 Kreisordnung Nordrhein-Westfalen (KrO NRW)', '§§ 78 bis 80 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [
      csvFile('kreishaushalt-2026.csv', 'Ergebnisplan als CSV (windows-1252)', budget, 'office'),
      excelFile('kreishaushalt-2026.xlsx', 'Ergebnisplan als Excel-Tabelle', { 'Ergebnisplan 2026': budget }),
    ],
  },
  {
    slug: 'kreistagswahl-2025',
    title: 'Kommunalwahl 2025: Ergebnis der Kreistagswahl',
    titleEn: 'Local election 2025: district council results',
    description:
      'Endgültiges Ergebnis der Wahl des Kreistags am 14. September 2025 in den 24 Kreiswahlbezirken. Je Zeile stehen Wahlberechtigte, Wählerinnen und Wähler, ungültige und gültige Stimmen und die Stimmen jeder Liste; eine zweite Datei nennt die Sitze. Die Listen und Zahlen dieser Vorführung sind erfunden.',
    keywords: ['Wahl', 'Kommunalwahl', 'Kreistagswahl', 'Kreistag', 'Wahlergebnis', '2025'],
    themes: ['GOVE'],
    by: 'kreisWahl',
    licence: 'zero',
    issued: '2025-09-26',
    modified: '2025-09-26',
    frequency: 'NEVER',
    from: '2025-09-14',
    until: '2025-09-14',
    model: 'politischePartizipation/wahl/kommunalwahl',
    legalBasis: ['Kommunalwahlgesetz Nordrhein-Westfalen (KWahlG)', 'Kommunalwahlordnung (KWahlO)'],
    files: [
      csvFile('kreistagswahl-2025.csv', 'Stimmen nach Kreiswahlbezirken als CSV', votesTable(election)),
      csvFile('kreistagswahl-2025-sitze.csv', 'Stimmen und Sitze der Listen als CSV', seatsTable(election)),
    ],
  },
  {
    slug: 'bevoelkerung-gemeinden',
    title: 'Bevölkerung der Städte und Gemeinden 2015 bis 2025',
    titleEn: 'Population of the municipalities 2015 to 2025',
    description:
      'Bevölkerung der drei Orte jeweils am 31. Dezember, mit Fläche und Dichte. Ende 2025 lebten 57.202 Menschen im Kreis. Die Zahlen melden die Orte aus ihren Melderegistern; die amtliche Fortschreibung des Landes kann abweichen.',
    keywords: ['Bevölkerung', 'Einwohner', 'Gemeinde', 'Statistik', 'Demografie'],
    themes: ['SOCI'],
    by: 'kreisKataster',
    licence: 'by',
    issued: '2024-03-11',
    modified: '2026-02-16',
    frequency: 'ANNUAL',
    from: '2015-12-31',
    until: '2025-12-31',
    model: 'bevoelkerungsstruktur/einwohnerzahl',
    files: [csvFile('bevoelkerung-gemeinden.csv', 'Bevölkerung als CSV (windows-1252)', population, 'office')],
  },
  // Imperfect on purpose: no licence, so nobody may rely on using it, and the portal says so.
  {
    slug: 'defibrillatoren',
    title: 'Standorte von Defibrillatoren',
    titleEn: 'Defibrillator locations',
    description:
      'Standorte von 73 Defibrillatoren in öffentlich zugänglichen Gebäuden, mit Anschrift, Zugang und Tag der letzten Prüfung. Gemeldet haben sie Betreiber und Vereine; der Kreis hat die Lage geprüft. In einem Notfall wählen Sie zuerst die 112.',
    keywords: ['Defibrillator', 'AED', 'Notfall', 'Erste Hilfe', 'Rettungsdienst'],
    themes: ['HEAL'],
    by: 'kreisRettung',
    licence: undefined,
    issued: '2025-08-04',
    modified: '2026-09-21',
    frequency: 'ANNUAL',
    model: 'gesundheit/rettungsdienst/defibrillator',
    files: [
      csvFile('defibrillatoren.csv', 'Standorte als CSV', defibrillators),
      geoFile('defibrillatoren.geojson', 'Standorte als GeoJSON', defibrillators),
    ],
  },
]
