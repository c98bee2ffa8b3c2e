import { slugOf } from '#kernel/slug.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, icalFile, pdfFile } from '../../files/demo-file.ts'
import { type CouncilYear, meetingAppointments, meetingsTable } from '../council.ts'
import { constituenciesOf, type Election, listsOf, votesTable } from '../elections.ts'
import { officeTable } from '../opening-hours.ts'
import { playgroundTable } from '../playgrounds.ts'
import { streetTable } from '../streets.ts'
import { roundsOf, wasteAppointments, wasteTable } from '../waste.ts'

const council: CouncilYear = {
  host: 'steinbrueck.example',
  year: 2027,
  room: 'Bürgersaal, Amtsstraße 2, Steinbrück',
  bodies: [
    { name: 'Rat', weekday: 4, week: 2, months: [2, 4, 6, 9, 11, 12], time: '18:30' },
    { name: 'Bau- und Umweltausschuss', weekday: 2, week: 4, months: [1, 3, 5, 8, 10], time: '18:30' },
    { name: 'Haupt- und Finanzausschuss', weekday: 4, week: 4, months: [1, 5, 10], time: '18:30' },
  ],
}
const election: Election = {
  id: 'steinbrueck 2025',
  lists: listsOf([38, 21, 0, 41]),
  constituencies: constituenciesOf(
    'steinbrueck 2025',
    [
      'Markt',
      'Burgstraße',
      'Mühle',
      'Schule',
      'Schützenplatz',
      'Sennerand',
      'Altenrode Nord',
      'Altenrode Süd',
      'Furth',
      'Außenbereich',
    ],
    3_190,
  ),
  turnout: 0.631,
  seats: 20,
}
const offices = officeTable('steinbrueck', [
  ['Rathaus', 'Amtsstraße', '2', ['08:30-12:00', '08:30-12:00', '-', '08:30-12:00, 14:00-18:00', '08:30-12:00'], '510', false],
  ['Bauhof', 'Further Straße', '11', ['07:00-15:30', '07:00-15:30', '07:00-15:30', '07:00-15:30', '07:00-12:00'], '525', true],
  ['Stadtbücherei', 'Kirchgasse', '3', ['-', '15:00-18:00', '-', '15:00-18:00', '-', '10:00-12:00'], '530', false],
  ['Grünabfallplatz', 'An der Furt', '1', ['-', '-', '15:00-17:00', '-', '-', '09:00-13:00'], '526', false],
])

export const steinbrueckData: DraftDataset[] = [
  {
    slug: 'sitzungskalender-2027',
    title: 'Sitzungskalender des Rates 2027',
    titleEn: 'Calendar of council meetings 2027',
    description:
      'Termine der öffentlichen Sitzungen des Rates und der zwei Ausschüsse im Jahr 2027. Sie können den Kalender abonnieren oder als Tabelle laden. Die Einladung mit den Vorlagen steht zwölf Tage vor der Sitzung bereit.',
    keywords: ['Rat', 'Sitzung', 'Termine', 'Kalender'],
    themes: ['GOVE'],
    by: 'steinbrueckVerwaltung',
    licence: 'zero',
    issued: '2026-11-19',
    modified: '2026-11-20',
    frequency: 'ANNUAL',
    from: '2027-01-01',
    until: '2027-12-31',
    model: 'politischePartizipation/politischeVertretung/gremium',
    legalBasis: ['§ 48 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [
      icalFile('sitzungen-2027.ics', 'Sitzungen 2027 als Kalender', '2026-11-20', () => meetingAppointments(council)),
      csvFile('sitzungen-2027.csv', 'Sitzungen 2027 als CSV', meetingsTable(council)),
    ],
  },
  {
    slug: 'abfallkalender',
    title: 'Abfallkalender 2027',
    titleEn: 'Waste collection calendar 2027',
    description:
      'Abholtermine für Restabfall, Bioabfall, Gelbe Tonne und Altpapier in Kernstadt, Altenrode und Furth. Termine, die ein Feiertag verschiebt, sind gekennzeichnet. Grünabfall nimmt der Platz an der Furt an.',
    keywords: ['Abfallkalender', 'Müllabfuhr', 'Termine'],
    themes: ['ENVI'],
    by: 'steinbrueckBauen',
    licence: 'zero',
    issued: '2026-11-12',
    modified: '2026-11-12',
    frequency: 'ANNUAL',
    from: '2027-01-01',
    until: '2027-12-31',
    model: 'abfallentsorgung/abfallkalender',
    legalBasis: ['§ 5 Landeskreislaufwirtschaftsgesetz (LKrWG NRW)'],
    files: [
      csvFile('abfallkalender-2027.csv', 'Alle Termine als CSV', wasteTable('steinbrueck', 2027)),
      ...roundsOf('steinbrueck').map((round) =>
        icalFile(`abfall-2027-${slugOf(round)}.ics`, `Kalender 2027 für ${round}`, '2026-11-12', () =>
          wasteAppointments('steinbrueck', 2027, round),
        ),
      ),
    ],
  },
  {
    slug: 'haushaltssatzung-2026',
    title: 'Haushaltssatzung 2026',
    titleEn: 'Budget by-law 2026',
    description:
      'Die Haushaltssatzung der Stadt für 2026 mit den Gesamtbeträgen und den Hebesätzen. Bisher gibt es sie nur als PDF. Eine Tabelle nach dem Muster der Nachbarn ist für den Haushalt 2027 geplant.',
    keywords: ['Haushalt', 'Haushaltssatzung', 'Hebesatz', 'Grundsteuer'],
    themes: ['GOVE', 'ECON'],
    by: 'steinbrueckVerwaltung',
    licence: 'by',
    issued: '2026-02-02',
    modified: '2026-02-02',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2026-12-31',
    model: 'finanzen/haushalt/satzung',
    legalBasis: ['§ 78 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [
      pdfFile(
        'haushaltssatzung-2026.pdf',
        'Haushaltssatzung als PDF',
        'Haushaltssatzung der Stadt Steinbrück für das Jahr 2026',
        [
          'Aufgrund der §§ 78 ff. der Gemeindeordnung für das Land Nordrhein-Westfalen hat der Rat der Stadt Steinbrück am 11. Dezember 2025 diese Satzung beschlossen.',
          '§ 1 Der Ergebnisplan wird mit Erträgen von 10.214.600 € und Aufwendungen von 10.587.900 € festgesetzt. Der Fehlbetrag von 373.300 € wird aus der Ausgleichsrücklage gedeckt.',
          '§ 2 Kredite für Investitionen werden bis 820.000 € aufgenommen.',
          '§ 3 Die Hebesätze betragen für die Grundsteuer A 320 vom Hundert, für die Grundsteuer B 690 vom Hundert und für die Gewerbesteuer 425 vom Hundert.',
        ],
      ),
    ],
  },
  {
    slug: 'spielplaetze',
    title: 'Spielplätze in Steinbrück',
    titleEn: 'Playgrounds in Steinbrück',
    description:
      'Die fünf Spielplätze der Stadt mit Altersgruppe, Geräten, Größe und Tag der letzten Hauptkontrolle. Die Bauverwaltung hat die Liste 2026 angelegt und die Spalten aus Lindenrode übernommen.',
    keywords: ['Spielplatz', 'Kinder', 'Freizeit'],
    themes: ['SOCI'],
    by: 'steinbrueckBauen',
    licence: 'by',
    issued: '2026-10-19',
    modified: '2026-10-19',
    frequency: 'ANNUAL',
    model: 'freizeit/spielplatzUndSpielstaette',
    files: [
      csvFile(
        'spielplaetze-steinbrueck.csv',
        'Spielplätze als CSV (windows-1252)',
        playgroundTable('steinbrueck', 'ST', 5),
        'office',
      ),
    ],
  },
  {
    slug: 'oeffnungszeiten',
    title: 'Öffnungszeiten der Stadt Steinbrück',
    titleEn: 'Opening hours in Steinbrück',
    description:
      'Öffnungszeiten von Rathaus, Bauhof, Stadtbücherei und Grünabfallplatz nach Wochentagen. Eine leere Zelle heißt geschlossen. Von November bis Februar bleibt der Grünabfallplatz mittwochs zu.',
    keywords: ['Öffnungszeiten', 'Rathaus', 'Bücherei', 'Grünabfall'],
    themes: ['GOVE'],
    by: 'steinbrueckVerwaltung',
    licence: 'zero',
    issued: '2026-09-07',
    modified: '2026-11-02',
    frequency: 'CONT',
    model: 'buergerservice/dienstleistung',
    files: [csvFile('oeffnungszeiten.csv', 'Öffnungszeiten als CSV', offices)],
  },
  {
    slug: 'kommunalwahl-2025',
    title: 'Kommunalwahl 2025: Ergebnis der Ratswahl',
    titleEn: 'Local election 2025: council results',
    description:
      'Endgültiges Ergebnis der Wahl des Rates am 14. September 2025 in den zehn Wahlbezirken der Stadt. Die Spalten sind dieselben wie in Lindenrode und Auenfeld. Die Listen und Zahlen dieser Vorführung sind erfunden.',
    keywords: ['Wahl', 'Kommunalwahl', 'Ratswahl', 'Wahlergebnis', '2025'],
    themes: ['GOVE'],
    by: 'steinbrueckVerwaltung',
    licence: 'zero',
    issued: '2026-09-07',
    modified: '2026-09-07',
    frequency: 'NEVER',
    from: '2025-09-14',
    until: '2025-09-14',
    model: 'politischePartizipation/wahl/kommunalwahl',
    legalBasis: ['Kommunalwahlgesetz Nordrhein-Westfalen (KWahlG)', 'Kommunalwahlordnung (KWahlO)'],
    files: [csvFile('ratswahl-2025.csv', 'Stimmen nach Wahlbezirken als CSV (windows-1252)', votesTable(election), 'office')],
  },
  {
    slug: 'strassenverzeichnis',
    title: 'Straßenverzeichnis Steinbrück',
    titleEn: 'Street directory of Steinbrück',
    description:
      'Alle Straßen der Stadt mit Schlüssel, Ortsteil, Postleitzahl, Klasse und zulässiger Geschwindigkeit. Das Verzeichnis ist aus den Unterlagen der Bauverwaltung abgeschrieben; Wirtschaftswege fehlen noch.',
    keywords: ['Straße', 'Straßenverzeichnis', 'Ortsteil'],
    themes: ['TRAN', 'REGI'],
    by: 'steinbrueckBauen',
    licence: 'zero',
    issued: '2026-10-05',
    modified: '2026-10-05',
    frequency: 'ANNUAL',
    model: 'raumplanung/raumgliederung/strasse',
    files: [
      csvFile('strassenverzeichnis.csv', 'Straßenverzeichnis als CSV (windows-1252)', streetTable('steinbrueck'), 'office'),
    ],
  },
]
