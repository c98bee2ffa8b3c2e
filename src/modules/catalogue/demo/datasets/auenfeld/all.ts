import { slugOf } from '#kernel/slug.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, geoFile, icalFile, pdfFile } from '../../files/demo-file.ts'
import { streetNamed } from '../../geography.ts'
import { seatsTable, votesTable } from '../elections.ts'
import { around } from '../shapes.ts'
import { roundsOf, wasteAppointments, wasteTable } from '../waste.ts'
import { benches, budget, election, kitaTable, plan, playgrounds, schoolCounts, sports, trees } from './tables.ts'

export const auenfeldData: DraftDataset[] = [
  {
    slug: 'baumkataster',
    title: 'Baumkataster Auenfeld',
    titleEn: 'Tree register of Auenfeld',
    description:
      'Die 2.310 Bäume auf gemeindlichem Grund mit Art, Höhe, Stammumfang und Tag der letzten Kontrolle. Die Spalten folgen dem Baumkataster von Lindenrode, damit sich beide zusammen auswerten lassen. Kopfweiden und Obstbäume an Wirtschaftswegen sind enthalten. Bei 311 alten Bäumen ist das Pflanzjahr nicht bekannt.',
    keywords: ['Baum', 'Baumkataster', 'Kopfweide', 'Obstbaum', 'Grünflächen'],
    themes: ['ENVI'],
    by: 'auenfeldBauen',
    licence: 'by',
    issued: '2025-03-17',
    modified: '2026-09-28',
    frequency: 'ANNUAL',
    from: '2014-01-01',
    until: '2026-09-11',
    model: 'floraUndFauna/baumbestand/baumkataster',
    legalBasis: ['Umweltinformationsgesetz Nordrhein-Westfalen (UIG NRW)'],
    files: [
      csvFile('baumkataster-auenfeld.csv', 'Alle Bäume als CSV (windows-1252)', trees, 'office'),
      geoFile('baumkataster-auenfeld.geojson', 'Alle Bäume als GeoJSON', trees),
    ],
  },
  {
    slug: 'kindertagesstaetten',
    title: 'Kindertagesstätten mit freien Plätzen',
    titleEn: 'Child day care with free places',
    description:
      'Die sechs Kindertagesstätten in Auenfeld mit Träger, Anschrift, Plätzen und freien Plätzen. Die Einrichtungen melden freie Plätze zur Monatsmitte. Über die Aufnahme entscheidet der Träger; zuständig ist das Jugendamt des Kreises.',
    keywords: ['Kita', 'Kindergarten', 'Betreuung', 'freie Plätze', 'Familie'],
    themes: ['EDUC', 'SOCI'],
    by: 'auenfeldFamilie',
    licence: 'by',
    issued: '2025-09-08',
    modified: '2026-11-16',
    frequency: 'MONTHLY',
    model: 'bildung/kindertageseinrichtung/betreuungsplatz',
    legalBasis: ['Kinderbildungsgesetz (KiBiz)'],
    files: [
      csvFile('kitas-auenfeld.csv', 'Kindertagesstätten als CSV', kitaTable),
      geoFile('kitas-auenfeld.geojson', 'Kindertagesstätten als GeoJSON', kitaTable),
    ],
  },
  {
    slug: 'haushaltsplan-2026',
    title: 'Haushaltsplan 2026',
    titleEn: 'Budget 2026',
    description:
      'Der vom Rat beschlossene Ergebnisplan der Gemeinde für 2026 nach Produktbereichen: 30,8 Millionen Euro Erträge und 32,1 Millionen Euro Aufwendungen. Fast ein Drittel der Aufwendungen ist Kreisumlage und steht in der Allgemeinen Finanzwirtschaft. Die Beträge sind Ansätze.',
    keywords: ['Haushalt', 'Haushaltsplan', 'Finanzen', '2026'],
    themes: ['GOVE', 'ECON'],
    by: 'auenfeldFinanzen',
    licence: 'by',
    issued: '2026-01-19',
    modified: '2026-01-19',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2026-12-31',
    model: 'finanzen/haushalt/plan',
    legalBasis: ['§§ 78 bis 80 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [csvFile('haushaltsplan-2026.csv', 'Ergebnisplan als CSV (windows-1252)', budget, 'office')],
  },
  {
    slug: 'bebauungsplan-47-am-muehlbach',
    title: 'Bebauungsplan Nr. 47 „Am Mühlbach“',
    titleEn: 'Local development plan no. 47 “Am Mühlbach”',
    description:
      'Geltungsbereich und Eckdaten des Bebauungsplans Nr. 47, der am südlichen Mühlbach etwa 92 Wohnungen ermöglichen soll. Der Entwurf ist vom 9. November bis zum 11. Dezember 2026 veröffentlicht. In dieser Zeit können alle eine Stellungnahme abgeben. Der Umring ist vorläufig und wird nach dem Satzungsbeschluss ersetzt.',
    keywords: ['Bebauungsplan', 'Auslegung', 'Beteiligung', 'Wohnbau', 'Bauleitplanung'],
    themes: ['REGI'],
    by: 'auenfeldBauen',
    licence: 'zero',
    hvd: 'bodennutzung',
    issued: '2026-11-09',
    modified: '2026-11-09',
    frequency: 'IRREG',
    from: '2026-11-09',
    until: '2026-12-11',
    availability: 'TEMPORARY',
    model: 'raumplanung/bebauungsplan',
    legalBasis: ['§ 3 Absatz 2 Baugesetzbuch (BauGB)'],
    files: [
      geoFile('bplan-47-geltungsbereich.geojson', 'Geltungsbereich als GeoJSON', plan, () => [
        around(streetNamed('auenfeld', 'Am Mühlbach'), 0.0012, 'bplan 47'),
      ]),
      pdfFile(
        'bplan-47-begruendung.pdf',
        'Begründung, Kurzfassung als PDF',
        'Bebauungsplan Nr. 47 "Am Mühlbach": Begründung, Kurzfassung',
        [
          'Die Gemeinde Auenfeld plant am südlichen Mühlbach ein Wohngebiet von 4,86 Hektar mit etwa 92 Wohnungen. Ein Drittel davon soll öffentlich gefördert werden.',
          'Ein Streifen von 15 Metern am Mühlbach bleibt frei. Er dient dem Hochwasserschutz und als Weg.',
          'Regenwasser versickert auf den Grundstücken. Wo das nicht möglich ist, fließt es in eine Mulde.',
          'Der Entwurf ist vom 9. November bis zum 11. Dezember 2026 im Internet veröffentlicht und liegt zusätzlich im Rathaus aus (§ 3 Absatz 2 BauGB). Stellungnahmen sollen elektronisch übermittelt werden; bei Bedarf geht es auch auf anderem Weg.',
        ],
      ),
    ],
  },
  // Imperfect on purpose: column names as the department wrote them, and nobody has explained them.
  {
    slug: 'zaehlung-schulwege-2024',
    title: 'Zählungen an Schulwegen 2024',
    titleEn: 'Counts on routes to school 2024',
    description:
      'Handzählung an elf Schulwegen am 24. September 2024, je zwei Stunden am Morgen. Sie ist Grundlage des Schulwegplans. Gezählt haben Eltern und Mitarbeitende der Gemeinde.',
    keywords: ['Schulweg', 'Verkehrszählung', 'Kinder', 'Verkehrssicherheit'],
    themes: ['TRAN', 'EDUC'],
    by: 'auenfeldFamilie',
    licence: 'by',
    issued: '2024-10-08',
    modified: '2024-10-08',
    from: '2024-09-24',
    until: '2024-09-24',
    files: [excelFile('Schulwege_Zaehlung_final2.xlsx', 'Zählbögen als Excel-Tabelle', { Tabelle1: schoolCounts }, false)],
  },
  {
    slug: 'spielplaetze',
    title: 'Spielplätze in Auenfeld',
    titleEn: 'Playgrounds in Auenfeld',
    description:
      'Die 14 Spielplätze der Gemeinde mit Altersgruppe, Geräten, Größe und Tag der letzten Hauptkontrolle. Der Bauhof pflegt die Liste nach jeder Kontrolle. Die Spalten sind dieselben wie in Lindenrode.',
    keywords: ['Spielplatz', 'Kinder', 'Freizeit', 'Familie'],
    themes: ['SOCI'],
    by: 'auenfeldBauen',
    licence: 'by',
    issued: '2025-06-16',
    modified: '2026-10-06',
    frequency: 'QUARTERLY',
    model: 'freizeit/spielplatzUndSpielstaette',
    files: [
      csvFile('spielplaetze-auenfeld.csv', 'Spielplätze als CSV (windows-1252)', playgrounds, 'office'),
      geoFile('spielplaetze-auenfeld.geojson', 'Spielplätze als GeoJSON', playgrounds),
    ],
  },
  {
    slug: 'abfallkalender',
    title: 'Abfallkalender 2027',
    titleEn: 'Waste collection calendar 2027',
    description:
      'Abholtermine für Restabfall, Bioabfall, Gelbe Tonne und Altpapier in den vier Ortsteilen. Für jeden Ortsteil gibt es einen Kalender zum Abonnieren. Feiertage sind berücksichtigt.',
    keywords: ['Abfallkalender', 'Müllabfuhr', 'Restabfall', 'Altpapier', 'Termine'],
    themes: ['ENVI'],
    by: 'auenfeldBauen',
    licence: 'zero',
    issued: '2025-11-24',
    modified: '2026-11-10',
    frequency: 'ANNUAL',
    from: '2027-01-01',
    until: '2027-12-31',
    model: 'abfallentsorgung/abfallkalender',
    legalBasis: ['§ 5 Landeskreislaufwirtschaftsgesetz (LKrWG NRW)'],
    files: [
      csvFile('abfallkalender-2027.csv', 'Alle Termine als CSV', wasteTable('auenfeld', 2027)),
      ...roundsOf('auenfeld').map((round) =>
        icalFile(`abfall-2027-${slugOf(round)}.ics`, `Kalender 2027 für ${round}`, '2026-11-10', () =>
          wasteAppointments('auenfeld', 2027, round),
        ),
      ),
    ],
  },
  {
    slug: 'kommunalwahl-2025',
    title: 'Kommunalwahl 2025: Ergebnis der Ratswahl',
    titleEn: 'Local election 2025: council results',
    description:
      'Endgültiges Ergebnis der Wahl des Rates am 14. September 2025 in den 16 Wahlbezirken der Gemeinde, mit denselben Spalten wie in Lindenrode. Die zweite Datei nennt die Sitze der Listen. Die Listen und Zahlen dieser Vorführung sind erfunden.',
    keywords: ['Wahl', 'Kommunalwahl', 'Ratswahl', 'Wahlergebnis', '2025'],
    themes: ['GOVE'],
    by: 'auenfeldBuerger',
    licence: 'zero',
    issued: '2025-09-29',
    modified: '2025-09-29',
    frequency: 'NEVER',
    from: '2025-09-14',
    until: '2025-09-14',
    model: 'politischePartizipation/wahl/kommunalwahl',
    legalBasis: ['Kommunalwahlgesetz Nordrhein-Westfalen (KWahlG)', 'Kommunalwahlordnung (KWahlO)'],
    files: [
      csvFile('ratswahl-2025.csv', 'Stimmen nach Wahlbezirken als CSV', votesTable(election)),
      csvFile('ratswahl-2025-sitze.csv', 'Stimmen und Sitze der Listen als CSV', seatsTable(election)),
    ],
  },
  // Imperfect on purpose: the second file lies on a server that no longer answers.
  {
    slug: 'sportstaetten',
    title: 'Sportstätten',
    titleEn: 'Sports facilities',
    description:
      'Sieben Sportstätten der Gemeinde mit Art, Lage, Belag und Flutlicht. Belegungszeiten der Vereine stehen in einer eigenen Datei auf dem Server des Sportverbands. Die Anlagen sind außerhalb der Vereinszeiten für alle offen.',
    keywords: ['Sport', 'Sportplatz', 'Turnhalle', 'Freibad', 'Verein'],
    themes: ['SOCI', 'EDUC'],
    by: 'auenfeldFamilie',
    licence: 'by',
    issued: '2025-05-12',
    modified: '2026-04-13',
    frequency: 'ANNUAL',
    model: 'freizeit/badUndFreibad',
    files: [
      csvFile('sportstaetten.csv', 'Sportstätten als CSV', sports),
      geoFile('sportstaetten.geojson', 'Sportstätten als GeoJSON', sports),
    ],
    external: [
      {
        title: 'Belegungszeiten als CSV',
        url: 'https://alt.sportverband-sennewald.example/belegung/auenfeld.csv',
        fileType: 'CSV',
        mediaType: 'text/csv',
      },
    ],
  },
  {
    slug: 'sitzbaenke',
    title: 'Sitzbänke',
    titleEn: 'Benches',
    description:
      'Lage von 118 Sitzbänken in der Gemeinde. Drei Spalten sagen, ob die Bank eine Lehne hat, im Sommer im Schatten steht und ob ein Abfallbehälter daneben ist. Der Seniorenbeirat hat die Bänke im Sommer 2026 bei Spaziergängen aufgenommen.',
    keywords: ['Sitzbank', 'Bank', 'Seniorenbeirat', 'Barrierefreiheit', 'Hitze'],
    themes: ['SOCI'],
    by: 'auenfeldBuerger',
    licence: 'cc-by',
    attribution: 'Gemeinde Auenfeld und Seniorenbeirat: Sitzbänke, CC BY 4.0',
    issued: '2026-09-14',
    modified: '2026-09-14',
    frequency: 'BIENNIAL',
    model: 'freizeit/sitzgelegenheit',
    files: [
      csvFile('sitzbaenke.csv', 'Sitzbänke als CSV', benches),
      geoFile('sitzbaenke.geojson', 'Sitzbänke als GeoJSON', benches),
    ],
  },
]
