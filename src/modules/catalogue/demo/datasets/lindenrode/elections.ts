import { chanceOf } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, jsonFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { streetsOf } from '../../geography.ts'
import { addressColumns, placeOn, pointColumns } from '../addresses.ts'
import { constituenciesOf, type Election, listsOf, seatsTable, votesTable } from '../elections.ts'

const names = [
  'Innenstadt Markt',
  'Innenstadt Wall',
  'Innenstadt Kloster',
  'Innenstadt Süd',
  'Nordstadt Ring',
  'Nordstadt Sportpark',
  'Nordstadt Senne',
  'Nordstadt Friedhof',
  'Nordstadt Ost',
  'Bahnhof Nord',
  'Bahnhof Süd',
  'Bahnhof Gleisdreieck',
  'Lindenaue Ufer',
  'Lindenaue Wiesen',
  'Lindenaue West',
  'Hohenrode Oberdorf',
  'Hohenrode Unterdorf',
  'Hohenrode Höhe',
  'Eschenbach Dorf',
  'Eschenbach Ziegelei',
  'Dornsiek',
  'Holtensen',
]
/** Constituencies of the election of 2025; the district builds its own from them. */
export const constituencies2025 = constituenciesOf('lindenrode 2025', names, 33_240)
const election2025: Election = {
  id: 'lindenrode 2025',
  lists: listsOf([31, 24, 17, 13, 9, 6]),
  constituencies: constituencies2025,
  turnout: 0.568,
  seats: 44,
}
const election2020: Election = {
  id: 'lindenrode 2020',
  lists: listsOf([33, 26, 20, 12, 9]),
  constituencies: constituenciesOf('lindenrode 2020', names, 32_874),
  turnout: 0.519,
  seats: 44,
}

const rooms = [
  'Grundschule, Aula',
  'Grundschule, Mensa',
  'Feuerwehrhaus, Schulungsraum',
  'Evangelisches Gemeindehaus',
  'Pfarrheim, Saal',
  'Kindertagesstätte, Mehrzweckraum',
  'Sporthalle, Foyer',
  'Begegnungsstätte, Saal',
]
const pollingPlaces = table(
  [
    column('wahlbezirk_nr', 'integer', 'Nummer des Wahlbezirks.'),
    column('wahlbezirk', 'string', 'Name des Wahlbezirks.'),
    column('wahlberechtigte', 'integer', 'Wahlberechtigte am 14. September 2025.', { unit: 'Personen' }),
    column('wahlraum', 'string', 'Gebäude und Raum.'),
    ...addressColumns,
    column('barrierefrei', 'boolean', 'Ohne Stufen und mit dem Rollstuhl erreichbar.'),
    ...pointColumns,
  ],
  () => {
    const chance = chanceOf('polling places')
    return constituencies2025.map(({ nr, name, eligible }): Row => {
      const quarter = name.split(' ')[0] ?? ''
      const streets = streetsOf('lindenrode').filter((street) => street.quarter.name.startsWith(quarter))
      const { address, point } = placeOn(chance.pick(streets), chance)
      return [nr, name, eligible, `${chance.pick(rooms)} ${quarter}`, ...address, chance.next() < 0.86, ...point]
    })
  },
)

const law = ['Kommunalwahlgesetz Nordrhein-Westfalen (KWahlG)', 'Kommunalwahlordnung (KWahlO)']

export const electionData: DraftDataset[] = [
  {
    slug: 'kommunalwahlen',
    kind: 'series',
    title: 'Kommunalwahlen in Lindenrode',
    titleEn: 'Local elections in Lindenrode',
    description:
      'Die Reihe enthält die amtlichen Endergebnisse der Ratswahlen nach Wahlbezirken. Alle Wahlen haben dieselben Spalten; nur die Listen wechseln. Zugeschnitten sind die Wahlbezirke seit 2020 unverändert, sodass sich die Ergebnisse vergleichen lassen.',
    keywords: ['Wahl', 'Kommunalwahl', 'Ratswahl', 'Reihe'],
    themes: ['GOVE'],
    by: 'wahlamt',
    licence: 'zero',
    issued: '2024-04-08',
    modified: '2025-09-25',
    frequency: 'QUINQUENNIAL',
    files: [],
  },
  {
    slug: 'kommunalwahl-2025',
    title: 'Kommunalwahl 2025: Ergebnis der Ratswahl',
    titleEn: 'Local election 2025: council results',
    description:
      'Endgültiges Ergebnis der Wahl des Rates am 14. September 2025 in den 22 Wahlbezirken. Je Zeile stehen Wahlberechtigte, Wählerinnen und Wähler, ungültige und gültige Stimmen und die Stimmen jeder Liste; eine zweite Datei nennt die Sitze. Die Sitze sind nach Sainte-Laguë verteilt, gewonnene Wahlbezirke werden angerechnet. Die Listen und Zahlen dieser Vorführung sind erfunden.',
    keywords: ['Wahl', 'Kommunalwahl', 'Ratswahl', 'Wahlergebnis', '2025', 'Wahlbeteiligung'],
    themes: ['GOVE'],
    by: 'wahlamt',
    licence: 'zero',
    issued: '2025-09-25',
    modified: '2025-09-25',
    frequency: 'NEVER',
    from: '2025-09-14',
    until: '2025-09-14',
    model: 'politischePartizipation/wahl/kommunalwahl',
    series: 'kommunalwahlen',
    legalBasis: law,
    files: [
      csvFile('ratswahl-2025-wahlbezirke.csv', 'Stimmen nach Wahlbezirken als CSV', votesTable(election2025)),
      csvFile('ratswahl-2025-sitze.csv', 'Stimmen und Sitze der Listen als CSV', seatsTable(election2025)),
      excelFile('ratswahl-2025.xlsx', 'Beide Tabellen als Excel-Datei', {
        Wahlbezirke: votesTable(election2025),
        Sitze: seatsTable(election2025),
      }),
    ],
  },
  {
    slug: 'kommunalwahl-2020',
    title: 'Kommunalwahl 2020: Ergebnis der Ratswahl',
    titleEn: 'Local election 2020: council results',
    description:
      'Endgültiges Ergebnis der Wahl des Rates am 13. September 2020 in den 22 Wahlbezirken, mit denselben Spalten wie 2025. Das Wahlamt hat die Datei nachträglich aus der Niederschrift des Wahlausschusses erstellt. Die Listen und Zahlen dieser Vorführung sind erfunden.',
    keywords: ['Wahl', 'Kommunalwahl', 'Ratswahl', 'Wahlergebnis', '2020'],
    themes: ['GOVE'],
    by: 'wahlamt',
    licence: 'zero',
    issued: '2024-04-08',
    modified: '2024-04-08',
    frequency: 'NEVER',
    from: '2020-09-13',
    until: '2020-09-13',
    model: 'politischePartizipation/wahl/kommunalwahl',
    series: 'kommunalwahlen',
    legalBasis: law,
    files: [
      csvFile(
        'ratswahl-2020-wahlbezirke.csv',
        'Stimmen nach Wahlbezirken als CSV (windows-1252)',
        votesTable(election2020),
        'office',
      ),
      jsonFile('ratswahl-2020-sitze.json', 'Stimmen und Sitze der Listen als JSON', seatsTable(election2020)),
    ],
  },
  {
    slug: 'wahlbezirke-2025',
    title: 'Wahlbezirke und Wahlräume zur Kommunalwahl 2025',
    titleEn: 'Constituencies and polling places, local election 2025',
    description:
      'Die 22 Wahlbezirke mit Zahl der Wahlberechtigten, Wahlraum und Anschrift. Die Spalte barrierefrei sagt, ob der Raum ohne Stufen erreichbar ist; in den anderen Bezirken half ein Wahlschein für einen anderen Raum. Der Wahlausschuss hat die Einteilung am 4. März 2025 beschlossen.',
    keywords: ['Wahlbezirk', 'Wahlraum', 'Wahllokal', 'Barrierefreiheit', 'Kommunalwahl'],
    themes: ['GOVE'],
    by: 'wahlamt',
    licence: 'zero',
    issued: '2025-08-11',
    modified: '2025-08-11',
    frequency: 'NEVER',
    from: '2025-09-14',
    until: '2025-09-14',
    model: 'politischePartizipation/wahl/wahlkreisUndWahlbezirk',
    legalBasis: ['§ 4 Kommunalwahlgesetz Nordrhein-Westfalen (KWahlG)'],
    files: [
      csvFile('wahlbezirke-2025.csv', 'Wahlbezirke als CSV', pollingPlaces),
      geoFile('wahlraeume-2025.geojson', 'Wahlräume als GeoJSON', pollingPlaces),
    ],
  },
]
