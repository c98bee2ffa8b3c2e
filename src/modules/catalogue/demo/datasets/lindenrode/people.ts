import { chanceOf, split } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, jsonFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quartersOf } from '../../geography.ts'
import { addressColumns, placeAt, pointColumns } from '../addresses.ts'

const ageGroups: readonly (readonly [label: string, weight: number])[] = [
  ['0-2', 2.6],
  ['3-5', 2.9],
  ['6-9', 3.8],
  ['10-17', 7.7],
  ['18-24', 7.4],
  ['25-39', 18.6],
  ['40-64', 34.1],
  ['65-79', 15.6],
  ['80 und älter', 7.3],
]

const population = table(
  [
    column('stichtag', 'date', 'Tag, für den die Zahl gilt.'),
    column('ortsteil', 'string', 'Ortsteil nach der Hauptsatzung.'),
    column('altersgruppe', 'string', 'Alter in vollendeten Jahren.'),
    column('weiblich', 'integer', 'Frauen und Mädchen mit Hauptwohnung.', { unit: 'Personen' }),
    column('maennlich', 'integer', 'Männer und Jungen mit Hauptwohnung.', { unit: 'Personen' }),
    column('insgesamt', 'integer', 'Alle Personen; divers und ohne Angabe sind nach Zufall zugeordnet.', { unit: 'Personen' }),
  ],
  () =>
    quartersOf('lindenrode').flatMap(({ name, population: people }) => {
      const chance = chanceOf(`ages ${name}`)
      const groups = split(
        people,
        ageGroups.map(([, weight]) => weight * (0.85 + chance.next() * 0.3)),
      )
      return ageGroups.map(([label], at): Row => {
        const all = groups[at] ?? 0
        const female = Math.round(all * (at < 5 ? 0.487 : at > 7 ? 0.61 : 0.508))
        return ['2025-12-31', name, label, female, all - female, all]
      })
    }),
)

const girls =
  'Emilia, Emma, Sophia, Hannah, Mia, Lina, Ella, Mila, Clara, Ida, Leni, Frieda, Marie, Lea, Leonie, Charlotte, Mathilda, Amelie, Lara, Elif, Amira, Zofia'.split(
    ', ',
  )
const boys =
  'Noah, Matteo, Leon, Elias, Finn, Paul, Emil, Theo, Henry, Luca, Felix, Liam, Anton, Jonas, Karl, Levi, Jakob, Oskar, Milan, Yusuf, Adam, Mats'.split(
    ', ',
  )
const names = table(
  [
    column('jahr', 'year', 'Geburtsjahr.'),
    column('vorname', 'string', 'Erster Vorname, in der Schreibweise der Urkunde.'),
    column('geschlecht', 'string', 'w oder m, wie im Geburtenregister eingetragen.'),
    column('anzahl', 'integer', 'Beurkundete Geburten mit diesem ersten Vornamen; Namen unter drei Nennungen fehlen.', {
      unit: 'Kinder',
    }),
  ],
  () =>
    [2023, 2024, 2025].flatMap((year) =>
      (
        [
          ['w', girls],
          ['m', boys],
        ] as const
      ).flatMap(([sex, list]) => {
        const chance = chanceOf(`names ${year} ${sex}`)
        const ranked = list.map((name, at) => ({ name, rank: at + chance.next() * 6 })).sort((a, b) => a.rank - b.rank)
        return ranked.map(({ name }, at): Row => [year, name, sex, Math.max(3, Math.round(12 - at * 0.55 + chance.next()))])
      }),
    ),
)

const kitas: readonly (readonly [string, string, string, string, number, number])[] = [
  ['Kita Stadtpark', 'Klosterstraße', '21', 'Stadt Lindenrode', 90, 20],
  ['Kita Am Wall', 'Am Wall', '30', 'Stadt Lindenrode', 65, 15],
  ['Evangelische Kita Kirchplatz', 'Kirchplatz', '4', 'evangelisch', 60, 12],
  ['Katholische Kita Hospitalstraße', 'Hospitalstraße', '11', 'katholisch', 70, 16],
  ['Kita Nordstern', 'Berliner Straße', '17', 'Stadt Lindenrode', 110, 30],
  ['Kita Heidezwerge', 'Heideweg', '8', 'Arbeiterwohlfahrt', 85, 22],
  ['Kita Sportpark', 'Am Sportpark', '2', 'Bewegungskita, Sportverein', 75, 18],
  ['Evangelische Kita Nordring', 'Nordring', '55', 'evangelisch', 65, 14],
  ['Kita Stellwerk', 'Am Stellwerk', '6', 'Paritätischer', 80, 24],
  ['Kita Gleisflitzer', 'Güterstraße', '19', 'Stadt Lindenrode', 70, 20],
  ['Kita Wiesengrund', 'Wiesengrund', '3', 'Stadt Lindenrode', 85, 22],
  ['Katholische Kita Lindenaue', 'Auenweg', '10', 'katholisch', 60, 14],
  ['Kita Wasserturm', 'Am Wasserturm', '1', 'Stadt Lindenrode', 75, 20],
  ['Elterninitiative Waldkindergarten', 'Höhenweg', '44', 'Elterninitiative', 20, 0],
  ['Kita Alte Ziegelei', 'Ziegeleiweg', '12', 'Deutsches Rotes Kreuz', 95, 26],
  ['Kita Dornsiek', 'Am Dorfplatz', '5', 'Stadt Lindenrode', 45, 10],
  ['Kita Holtensen', 'Holtenser Straße', '27', 'evangelisch', 25, 6],
]
/** Child-care centres with the places that are free at the moment. */
const kitaTable = table(
  [
    column('name', 'string', 'Name der Einrichtung.'),
    column('traeger', 'string', 'Träger oder Trägergruppe.'),
    ...addressColumns,
    column('plaetze', 'integer', 'Plätze nach der Betriebserlaubnis.', { unit: 'Kinder' }),
    column('davon_u3', 'integer', 'Davon für Kinder unter drei Jahren.', { unit: 'Kinder' }),
    column('frei_ue3', 'integer', 'Freie Plätze für Kinder ab drei Jahren.', { unit: 'Kinder' }),
    column('frei_u3', 'integer', 'Freie Plätze für Kinder unter drei Jahren.', { unit: 'Kinder' }),
    column('stunden', 'string', 'Angebotene Betreuungszeiten in Stunden je Woche.'),
    column('integrativ', 'boolean', 'Die Einrichtung nimmt Kinder mit Behinderung auf.'),
    ...pointColumns,
  ],
  () =>
    kitas.map(([name, street, number, carrier, places, under3]): Row => {
      const chance = chanceOf(`kita ${name}`)
      const { address, point } = placeAt('lindenrode', street, chance)
      const free = chance.next() < 0.45 ? 0 : chance.int(1, 5)
      return [
        name,
        carrier,
        address[0],
        number,
        address[2],
        address[3],
        places,
        under3,
        free,
        under3 === 0 || chance.next() < 0.6 ? 0 : chance.int(1, 3),
        chance.pick(['25; 35; 45', '35; 45']),
        chance.next() < 0.6,
        ...point,
      ]
    }),
)

const schools: readonly (readonly [string, string, string, string, number, number])[] = [
  ['Grundschule am Stadtpark', 'Grundschule', 'Schulstraße', '12', 322, 13],
  ['Nordschule', 'Grundschule', 'Dresdner Straße', '20', 386, 16],
  ['Grundschule Lindenaue', 'Grundschule', 'Weidenweg', '9', 271, 11],
  ['Grundschule Hohenrode', 'Grundschule', 'Grundschulweg', '1', 243, 10],
  ['Grundschule Eschenbach', 'Grundschule', 'Eschenbacher Straße', '33', 198, 8],
  ['Realschule am Bahnhof', 'Realschule', 'Werkstraße', '4', 512, 20],
  ['Gesamtschule Lindenrode', 'Gesamtschule', 'Gesamtschulweg', '2', 1184, 46],
  ['Gymnasium am Wall', 'Gymnasium', 'Am Wall', '15', 897, 35],
  ['Schule im Siek', 'Förderschule Lernen und Sprache', 'Im Siek', '7', 126, 11],
]
const schoolTable = table(
  [
    column('name', 'string', 'Name der Schule.'),
    column('schulform', 'string', 'Schulform nach dem Schulgesetz.'),
    ...addressColumns,
    column('schuljahr', 'string', 'Schuljahr, für das die Zahlen gelten.'),
    column('schueler', 'integer', 'Schülerinnen und Schüler am Stichtag 15. Oktober.', { unit: 'Personen' }),
    column('klassen', 'integer', 'Klassen, in der Oberstufe rechnerisch.', { unit: 'Klassen' }),
    column('ganztag', 'string', 'offen, gebunden oder ohne Ganztag.'),
    ...pointColumns,
  ],
  () =>
    schools.map(([name, kind, street, number, pupils, classes]): Row => {
      const { address, point } = placeAt('lindenrode', street, chanceOf(name))
      const day = kind === 'Grundschule' ? 'offen' : kind === 'Gymnasium' || kind === 'Realschule' ? 'ohne Ganztag' : 'gebunden'
      return [name, kind, address[0], number, address[2], address[3], '2026/2027', pupils, classes, day, ...point]
    }),
)

export const peopleData: DraftDataset[] = [
  {
    slug: 'bevoelkerung-nach-ortsteilen',
    title: 'Bevölkerung nach Ortsteilen und Alter',
    titleEn: 'Population by district of the town and age',
    description:
      'Am 31. Dezember 2025 hatten 40.987 Menschen ihre Hauptwohnung in Lindenrode. Die Tabelle teilt sie auf die acht Ortsteile, neun Altersgruppen und nach Geschlecht auf. Quelle ist das Melderegister; die amtliche Einwohnerzahl des Landes kann davon abweichen, weil sie auf dem Zensus beruht.',
    keywords: ['Bevölkerung', 'Einwohner', 'Ortsteil', 'Alter', 'Demografie', 'Statistik'],
    themes: ['SOCI'],
    by: 'statistik',
    licence: 'by',
    issued: '2024-02-26',
    modified: '2026-02-09',
    frequency: 'ANNUAL',
    from: '2025-12-31',
    until: '2025-12-31',
    model: 'bevoelkerungsstruktur/einwohnerzahl',
    provenance: 'Auszählung des Melderegisters durch die Statistikstelle, ohne Nebenwohnungen.',
    files: [
      csvFile('bevoelkerung-ortsteile-2025.csv', 'Bevölkerung als CSV', population),
      excelFile('bevoelkerung-ortsteile-2025.xlsx', 'Bevölkerung als Excel-Tabelle', { '31.12.2025': population }),
      jsonFile('bevoelkerung-ortsteile-2025.json', 'Bevölkerung als JSON', population),
    ],
  },
  {
    slug: 'vornamen',
    title: 'Vornamen der Neugeborenen 2023 bis 2025',
    titleEn: 'First names of newborn children 2023 to 2025',
    description:
      'Erste Vornamen der Kinder, deren Geburt das Standesamt Lindenrode beurkundet hat, mit Anzahl je Jahr. Namen mit weniger als drei Nennungen sind nicht enthalten, damit niemand erkannt werden kann. Gezählt wird der Ort der Geburt, nicht der Wohnort.',
    keywords: ['Vornamen', 'Geburt', 'Standesamt', 'Kinder'],
    themes: ['SOCI'],
    by: 'standesamt',
    licence: 'zero',
    issued: '2024-01-22',
    modified: '2026-01-19',
    frequency: 'ANNUAL',
    from: '2023-01-01',
    until: '2025-12-31',
    model: 'bevoelkerungsstruktur/vorname',
    legalBasis: ['Personenstandsgesetz (PStG)'],
    files: [
      csvFile('vornamen-2023-2025.csv', 'Vornamen als CSV', names),
      jsonFile('vornamen-2023-2025.json', 'Vornamen als JSON', names),
    ],
  },
  {
    slug: 'kindertagesstaetten',
    title: 'Kindertagesstätten mit freien Plätzen',
    titleEn: 'Child day care with free places',
    description:
      'Die 17 Kindertagesstätten in Lindenrode mit Träger, Anschrift, Zahl der Plätze und den Plätzen, die gerade frei sind. Die Einrichtungen melden freie Plätze am ersten Werktag des Monats an das Jugendamt. Ein freier Platz ist keine Zusage: Die Anmeldung läuft über den Kita-Navigator.',
    keywords: ['Kita', 'Kindergarten', 'Betreuung', 'freie Plätze', 'U3', 'Familie'],
    themes: ['EDUC', 'SOCI'],
    by: 'jugend',
    licence: 'by',
    issued: '2024-09-02',
    modified: '2026-11-02',
    frequency: 'MONTHLY',
    from: '2026-11-02',
    until: '2026-11-30',
    model: 'bildung/kindertageseinrichtung/betreuungsplatz',
    legalBasis: ['Kinderbildungsgesetz (KiBiz)', '§ 24 Achtes Buch Sozialgesetzbuch (SGB VIII)'],
    files: [
      csvFile('kitas.csv', 'Kindertagesstätten als CSV', kitaTable),
      geoFile('kitas.geojson', 'Kindertagesstätten als GeoJSON', kitaTable),
    ],
  },
  {
    slug: 'schulen',
    title: 'Schulen in städtischer Trägerschaft',
    titleEn: 'Municipal schools',
    description:
      'Die neun Schulen der Stadt mit Schulform, Anschrift und Zahl der Schülerinnen, Schüler und Klassen im Schuljahr 2026/2027. Zusammen besuchen sie 4.139 Kinder und Jugendliche. Die Zahlen stammen aus der amtlichen Schulstatistik zum 15. Oktober. Das Berufskolleg gehört dem Kreis und fehlt hier.',
    keywords: ['Schule', 'Grundschule', 'Gymnasium', 'Gesamtschule', 'Schülerzahl', 'Bildung'],
    themes: ['EDUC'],
    by: 'schule',
    licence: 'by',
    issued: '2024-03-18',
    modified: '2026-11-05',
    frequency: 'ANNUAL',
    from: '2026-08-01',
    until: '2027-07-31',
    model: 'bildung/schule/standort',
    legalBasis: ['§§ 78 bis 80 Schulgesetz Nordrhein-Westfalen (SchulG NRW)'],
    files: [
      csvFile('schulen-2026.csv', 'Schulen als CSV (windows-1252)', schoolTable, 'office'),
      geoFile('schulen-2026.geojson', 'Schulen als GeoJSON', schoolTable),
    ],
  },
]
