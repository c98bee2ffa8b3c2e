import { chanceOf, split } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, icalFile, jsonFile, pdfFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { type Budget, budgetTable } from '../budget.ts'
import { type CouncilYear, meetingAppointments, meetingsTable } from '../council.ts'

const bodies = [
  { name: 'Rat', weekday: 4, week: 3, months: [2, 3, 5, 6, 9, 10, 11, 12], time: '17:00' },
  { name: 'Haupt- und Finanzausschuss', weekday: 2, week: 1, months: [2, 3, 5, 6, 9, 11, 12], time: '17:00' },
  { name: 'Ausschuss für Stadtentwicklung und Verkehr', weekday: 3, week: 4, months: [1, 2, 4, 5, 6, 9, 10, 11], time: '17:30' },
  { name: 'Ausschuss für Umwelt und Klimaschutz', weekday: 2, week: 4, months: [1, 4, 6, 9, 11], time: '17:30' },
  { name: 'Jugendhilfeausschuss', weekday: 1, week: 2, months: [2, 5, 9, 11], time: '17:00' },
  { name: 'Schul- und Sportausschuss', weekday: 4, week: 1, months: [2, 4, 6, 10, 12], time: '17:00' },
  { name: 'Kulturausschuss', weekday: 3, week: 2, months: [3, 6, 11], time: '17:30' },
  { name: 'Rechnungsprüfungsausschuss', weekday: 1, week: 4, months: [4, 10], time: '16:00' },
]
const room = 'Ratssaal, Rathausplatz 1, Lindenrode'
const council = (year: number): CouncilYear => ({ host: 'lindenrode.example', year, room, bodies })

const subjects: readonly (readonly [string, string])[] = [
  ['Sanierung der Nordschule: Vergabe der Dacharbeiten', 'Schul- und Sportausschuss'],
  ['Tempo 30 auf der Schulstraße', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Umgestaltung des Marktplatzes: Beginn der Beteiligung', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Bürgerhaushalt 2027: Verfahren und Betrag von 120.000 €', 'Haupt- und Finanzausschuss'],
  ['Satzung über die Abfallentsorgung, Änderung', 'Haupt- und Finanzausschuss'],
  ['Kommunale Wärmeplanung: Zwischenbericht', 'Ausschuss für Umwelt und Klimaschutz'],
  ['Neubau einer Kindertagesstätte am Ziegeleiweg', 'Jugendhilfeausschuss'],
  ['Radweg Detmolder Straße: Ausbaubeschluss', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Richtlinie zur Förderung von Vereinen', 'Kulturausschuss'],
  ['Hebesätze der Grundsteuer', 'Haupt- und Finanzausschuss'],
  ['Bebauungsplan Nr. 112 „Ziegelei Eschenbach“: Satzungsbeschluss', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Starkregen: Maßnahmen am Mühlgraben', 'Ausschuss für Umwelt und Klimaschutz'],
  ['Anschaffung eines Löschfahrzeugs LF 20', 'Haupt- und Finanzausschuss'],
  ['Öffnungszeiten der Stadtbücherei am Samstag', 'Kulturausschuss'],
  ['Jahresabschluss 2025: Entlastung', 'Rechnungsprüfungsausschuss'],
  ['Photovoltaik auf der Gesamtschule', 'Ausschuss für Umwelt und Klimaschutz'],
  ['Offene Daten: Bericht der Stabsstelle Digitales', 'Haupt- und Finanzausschuss'],
  ['Benennung einer Straße im Baugebiet Lindenaue', 'Kulturausschuss'],
  ['Ganztag an der Grundschule Hohenrode: Raumprogramm', 'Schul- und Sportausschuss'],
  ['Spielplatz Wiesengrund: Erneuerung der Geräte', 'Ausschuss für Umwelt und Klimaschutz'],
  ['Gebühren der Musikschule', 'Kulturausschuss'],
  ['Bürgersteig Uferstraße: Absenkung an sechs Stellen', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Fortschreibung des Kindergartenbedarfsplans', 'Jugendhilfeausschuss'],
  ['Wahl der Schiedsämter', 'Haupt- und Finanzausschuss'],
  ['Bebauungsplan Nr. 118 „Am Stellwerk“: Aufstellungsbeschluss', 'Ausschuss für Stadtentwicklung und Verkehr'],
  ['Friedhofssatzung: Baumgräber auf dem Nordfriedhof', 'Ausschuss für Umwelt und Klimaschutz'],
  ['Jugendtreff Bahnhofsviertel: längere Öffnungszeiten', 'Jugendhilfeausschuss'],
  ['Beitritt zur gemeinsamen Vergabestelle des Kreises', 'Haupt- und Finanzausschuss'],
]

const decisions = table(
  [
    column('drucksache', 'string', 'Nummer der Vorlage, Jahr vorangestellt.'),
    column('datum', 'date', 'Tag der Ratssitzung.'),
    column('gegenstand', 'string', 'Gegenstand, wie er in der Niederschrift steht.'),
    column('vorberaten_in', 'string', 'Ausschuss, der vorher beraten hat.'),
    column('ergebnis', 'string', 'beschlossen, geändert beschlossen, abgelehnt oder vertagt.'),
    column('ja', 'integer', 'Ja-Stimmen.', { unit: 'Stimmen' }),
    column('nein', 'integer', 'Nein-Stimmen.', { unit: 'Stimmen' }),
    column('enthaltung', 'integer', 'Enthaltungen.', { unit: 'Stimmen' }),
    column('umgesetzt', 'string', 'Stand der Umsetzung: offen, läuft oder erledigt.'),
  ],
  () => {
    const chance = chanceOf('decisions lindenrode')
    const days = meetingsTable({ ...council(2026), bodies: bodies.slice(0, 1) })
      .rows()
      .map((row) => String(row[0]))
      .filter((day) => day < '2026-11-20')
    return days.flatMap((day, meeting) =>
      subjects.slice(meeting * 4, meeting * 4 + 4).map(([subject, body], at): Row => {
        const present = chance.int(39, 44)
        const outcome = chance.pick(['beschlossen', 'beschlossen', 'beschlossen', 'geändert beschlossen', 'abgelehnt', 'vertagt'])
        const [major = 0, minor = 0, none = 0] = split(present, [70 + chance.int(0, 30), chance.int(0, 22), chance.int(0, 6)])
        const lost = outcome === 'abgelehnt'
        const state =
          lost || outcome === 'vertagt'
            ? undefined
            : meeting < 3
              ? chance.pick(['erledigt', 'läuft'])
              : chance.pick(['läuft', 'offen'])
        return [
          `2026/${String(meeting * 40 + at * 7 + 11).padStart(3, '0')}`,
          day,
          subject,
          body,
          outcome,
          lost ? minor : major,
          lost ? major : minor,
          none,
          state,
        ]
      }),
    )
  },
)

const clubs: readonly (readonly [string, string, number, string])[] = [
  ['Turn- und Sportverein Lindenrode 1892', 'Sport', 18_400, 'Jugendarbeit und Unterhalt der Anlagen'],
  ['Schwimmverein Lindenaue', 'Sport', 9_250, 'Bahnmiete und Schwimmkurse'],
  ['Sportgemeinschaft Hohenrode-Eschenbach', 'Sport', 7_800, 'Jugendarbeit'],
  ['Radsportfreunde Sennewald', 'Sport', 1_900, 'Jugendtraining'],
  ['Förderverein Stadtbücherei', 'Kultur', 4_200, 'Leseförderung'],
  ['Heimatverein Lindenrode', 'Kultur', 5_600, 'Betrieb des Heimatmuseums'],
  ['Musikkapelle Eschenbach', 'Kultur', 2_350, 'Noten und Ausbildung'],
  ['Theatergruppe Kornmarkt', 'Kultur', 3_100, 'Spielzeit 2025'],
  ['Kulturforum am Wall', 'Kultur', 12_500, 'Konzertreihe'],
  ['Tafel Lindenrode', 'Soziales', 14_000, 'Miete und Kühlfahrzeug'],
  ['Nachbarschaftshilfe Nordstadt', 'Soziales', 8_600, 'Begegnungsstätte'],
  ['Frauenberatungsstelle Sennewald', 'Soziales', 21_300, 'Personal- und Sachkosten'],
  ['Hospizverein Sennewald', 'Soziales', 6_900, 'Ausbildung Ehrenamtlicher'],
  ['Sprachcafé am Bahnhof', 'Integration', 5_450, 'Sprachkurse'],
  ['Elterninitiative Waldkindergarten', 'Jugend', 7_200, 'Außengelände'],
  ['Jugendtreff Bahnhofsviertel', 'Jugend', 16_750, 'Offene Jugendarbeit'],
  ['Pfadfinderschaft Lindenaue', 'Jugend', 1_650, 'Sommerlager'],
  ['Naturschutzgruppe Senne', 'Umwelt', 3_900, 'Pflege der Streuobstwiesen'],
  ['Repair-Café Lindenrode', 'Umwelt', 1_250, 'Werkzeug'],
  ['Tierheim Sennewald', 'Umwelt', 11_900, 'Fundtiere'],
]
const grants = table(
  [
    column('jahr', 'year', 'Haushaltsjahr.'),
    column('empfaenger', 'string', 'Verein oder Einrichtung. Personen erhalten keine Zuwendung nach dieser Richtlinie.'),
    column('bereich', 'string', 'Sport, Kultur, Soziales, Integration, Jugend oder Umwelt.'),
    column('zweck', 'string', 'Wofür das Geld bestimmt ist.'),
    column('betrag_eur', 'integer', 'Bewilligter Betrag.', { unit: '€' }),
  ],
  () =>
    [2023, 2024, 2025].flatMap((year) =>
      clubs.map(
        ([name, field, amount, purpose]): Row => [
          year,
          name,
          field,
          purpose.replace('2025', String(year)),
          Math.round((amount * (1 - (2025 - year) * 0.035)) / 50) * 50,
        ],
      ),
    ),
)

const budget = (year: number, income: number, expense: number): Budget => ({
  id: `lindenrode ${year}`,
  year,
  income,
  expense,
  kind: 'town',
})
const budgets = {
  2025: budgetTable(budget(2025, 121_846_300, 126_118_750)),
  2026: budgetTable(budget(2026, 125_390_100, 130_972_400)),
  2027: budgetTable(budget(2027, 128_754_600, 134_205_900)),
}

const budgetDraft = (
  year: 2025 | 2026 | 2027,
  more: Pick<DraftDataset, 'title' | 'titleEn' | 'description' | 'issued' | 'modified'> & Partial<DraftDataset>,
): DraftDataset => ({
  slug: `haushaltsplan-${year}`,
  keywords: ['Haushalt', 'Haushaltsplan', 'Ergebnisplan', 'Finanzen', String(year)],
  themes: ['GOVE', 'ECON'],
  by: 'kaemmerei',
  licence: 'by',
  frequency: 'NEVER',
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  model: 'finanzen/haushalt/plan',
  series: 'haushaltsplaene',
  legalBasis: [
    '§§ 78 bis 80 Gemeindeordnung Nordrhein-Westfalen (GO NRW)',
    'Kommunalhaushaltsverordnung Nordrhein-Westfalen (KomHVO NRW)',
  ],
  files: [
    csvFile(`haushaltsplan-${year}.csv`, 'Ergebnisplan nach Produktbereichen als CSV (windows-1252)', budgets[year], 'office'),
    excelFile(`haushaltsplan-${year}.xlsx`, 'Ergebnisplan als Excel-Tabelle', { [`Ergebnisplan ${year}`]: budgets[year] }),
  ],
  ...more,
})

export const councilData: DraftDataset[] = [
  {
    slug: 'haushaltsplaene',
    kind: 'series',
    title: 'Haushaltspläne der Stadt Lindenrode',
    titleEn: 'Budgets of the town of Lindenrode',
    description:
      'Die Reihe enthält je Haushaltsjahr den Ergebnisplan der Stadt nach Produktbereichen und Zeilen. Alle Jahre haben dieselben Spalten und lassen sich untereinander hängen. Die Kämmerei veröffentlicht zuerst den Entwurf und ersetzt ihn, wenn der Rat die Satzung beschlossen hat.',
    keywords: ['Haushalt', 'Haushaltsplan', 'Reihe', 'Finanzen'],
    themes: ['GOVE', 'ECON'],
    by: 'kaemmerei',
    licence: 'by',
    issued: '2024-12-16',
    modified: '2026-11-19',
    frequency: 'ANNUAL',
    from: '2025-01-01',
    until: '2027-12-31',
    files: [],
  },
  budgetDraft(2027, {
    title: 'Haushaltsplan 2027, Entwurf',
    titleEn: 'Budget 2027, draft',
    description:
      'Entwurf des Ergebnisplans für 2027 nach 16 Produktbereichen: 128,8 Millionen Euro Erträge stehen 134,2 Millionen Euro Aufwendungen gegenüber. Jede Zeile nennt Produktbereich, Art, Zeile des Ergebnisplans und den Ansatz in Euro. Der Rat berät den Entwurf bis Dezember; bis dahin können Einwohnerinnen, Einwohner und Abgabepflichtige Einwendungen erheben.',
    issued: '2026-11-19',
    modified: '2026-11-19',
    version: 'Entwurf',
    availability: 'TEMPORARY',
    files: [
      csvFile(
        'haushaltsplan-2027-entwurf.csv',
        'Ergebnisplan nach Produktbereichen als CSV (windows-1252)',
        budgets[2027],
        'office',
      ),
      excelFile('haushaltsplan-2027-entwurf.xlsx', 'Ergebnisplan als Excel-Tabelle', { 'Entwurf 2027': budgets[2027] }),
      pdfFile(
        'haushaltsplan-2027-vorbericht.pdf',
        'Vorbericht als PDF',
        'Haushaltsplan 2027 der Stadt Lindenrode: Vorbericht (Entwurf)',
        [
          'Der Entwurf sieht Erträge von 128.754.600 € und Aufwendungen von 134.205.900 € vor. Der Fehlbetrag beträgt 5.451.300 €. Die Ausgleichsrücklage deckt ihn vollständig.',
          'Die größten Aufwendungen entstehen in der Kinder-, Jugend- und Familienhilfe und durch die Kreisumlage. Beide steigen stärker als die Erträge.',
          'Investiert wird vor allem in die Nordschule, in den Radweg an der Detmolder Straße und in ein Löschfahrzeug für die Feuerwehr.',
          'Gegen den Entwurf können Einwohnerinnen, Einwohner und Abgabepflichtige innerhalb der öffentlich bekannt gemachten Frist Einwendungen erheben (§ 80 Absatz 3 GO NRW). Der Rat entscheidet darüber in öffentlicher Sitzung.',
        ],
      ),
    ],
  }),
  budgetDraft(2026, {
    title: 'Haushaltsplan 2026',
    titleEn: 'Budget 2026',
    description:
      'Der vom Rat beschlossene Ergebnisplan für 2026 nach 16 Produktbereichen: 125,4 Millionen Euro Erträge und 131,0 Millionen Euro Aufwendungen. Die Beträge sind Ansätze; was tatsächlich geflossen ist, steht später im Jahresabschluss. Produktbereiche und Zeilen folgen dem landesweiten Muster, sodass Sie die Stadt mit anderen vergleichen können.',
    issued: '2025-12-18',
    modified: '2026-01-12',
  }),
  budgetDraft(2025, {
    title: 'Haushaltsplan 2025',
    titleEn: 'Budget 2025',
    description:
      'Der vom Rat beschlossene Ergebnisplan für 2025 nach 16 Produktbereichen: 121,8 Millionen Euro Erträge und 126,1 Millionen Euro Aufwendungen. Jede Zeile nennt Produktbereich, Art, Zeile des Ergebnisplans und den Ansatz in Euro. Der Plan ist abgeschlossen und ändert sich nicht mehr.',
    issued: '2024-12-16',
    modified: '2025-01-13',
  }),
  // Imperfect on purpose: a PDF only, so that the portal can say what is missing.
  {
    slug: 'stellenplan-2026',
    title: 'Stellenplan 2026',
    titleEn: 'Staffing plan 2026',
    description:
      'Der Stellenplan weist die Stellen der Stadtverwaltung nach Besoldungs- und Entgeltgruppen aus. Er ist Anlage zum Haushaltsplan 2026. Bisher liegt er nur als PDF vor; eine Tabelle ist für den Stellenplan 2027 zugesagt.',
    keywords: ['Stellenplan', 'Personal', 'Haushalt'],
    themes: ['GOVE'],
    by: 'personal',
    licence: 'by',
    issued: '2026-01-12',
    modified: '2026-01-12',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2026-12-31',
    model: 'staedtischesPersonal/stellenplan',
    legalBasis: ['§ 8 Kommunalhaushaltsverordnung Nordrhein-Westfalen (KomHVO NRW)'],
    files: [
      pdfFile('stellenplan-2026.pdf', 'Stellenplan 2026 als PDF', 'Stellenplan 2026 der Stadt Lindenrode', [
        'Anlage zum Haushaltsplan 2026. Angegeben sind Stellen in Vollzeit.',
        'Teil A, Beamtinnen und Beamte: Laufbahngruppe 2, zweites Einstiegsamt 9,0; Laufbahngruppe 2, erstes Einstiegsamt 68,5; Laufbahngruppe 1, zweites Einstiegsamt 57,0. Zusammen 134,5 Stellen, darunter 42,0 in der Feuerwehr.',
        'Teil B, Tarifbeschäftigte: Entgeltgruppen 13 bis 15 21,5; Entgeltgruppen 9a bis 12 142,0; Entgeltgruppen 5 bis 8 136,0; Entgeltgruppen 1 bis 4 31,5. Zusammen 331,0 Stellen.',
        'Teil C, Sozial- und Erziehungsdienst: Entgeltgruppen S 8a bis S 18 118,5 Stellen.',
        'Insgesamt 584,0 Stellen, 6,5 mehr als 2025.',
      ]),
    ],
  },
  {
    slug: 'sitzungskalender',
    title: 'Sitzungskalender des Rates und der Ausschüsse',
    titleEn: 'Calendar of council and committee meetings',
    description:
      'Termine der öffentlichen Sitzungen des Rates und seiner Ausschüsse in den Jahren 2026 und 2027, als Tabelle und zum Abonnieren. Die Spalte unterlagen_ab nennt den Tag, ab dem Einladung und Vorlagen im Ratsinformationssystem stehen. Wird eine Sitzung verlegt, ändert das Büro des Rates den Kalender am selben Tag.',
    keywords: ['Rat', 'Ausschuss', 'Sitzung', 'Termine', 'Kalender'],
    themes: ['GOVE'],
    by: 'rat',
    licence: 'zero',
    issued: '2024-03-04',
    modified: '2026-11-09',
    frequency: 'IRREG',
    from: '2026-01-01',
    until: '2027-12-31',
    model: 'politischePartizipation/politischeVertretung/gremium',
    legalBasis: ['§ 48 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [
      icalFile('sitzungen-2027.ics', 'Sitzungen 2027 als Kalender', '2026-11-09', () => meetingAppointments(council(2027))),
      icalFile('sitzungen-2026.ics', 'Sitzungen 2026 als Kalender', '2025-11-10', () => meetingAppointments(council(2026))),
      csvFile('sitzungen-2027.csv', 'Sitzungen 2027 als CSV', meetingsTable(council(2027))),
    ],
  },
  {
    slug: 'ratsbeschluesse-2026',
    title: 'Beschlüsse des Rates 2026',
    titleEn: 'Council decisions 2026',
    description:
      'Beschlüsse aus den öffentlichen Sitzungen des Rates im Jahr 2026 mit Gegenstand, Ergebnis und Stimmenzahlen. Die Spalte umgesetzt sagt, ob die Verwaltung den Beschluss schon ausgeführt hat; das Büro des Rates fragt die Fachdienste dazu jedes Quartal. Wer wie gestimmt hat, steht hier nicht, auch nicht bei namentlicher Abstimmung.',
    keywords: ['Rat', 'Beschluss', 'Niederschrift', 'Abstimmung', 'Umsetzung'],
    themes: ['GOVE'],
    by: 'rat',
    licence: 'by',
    issued: '2026-03-02',
    modified: '2026-11-02',
    frequency: 'QUARTERLY',
    from: '2026-01-01',
    until: '2026-10-31',
    model: 'politischePartizipation/politischeVertretung/gremium',
    legalBasis: ['§ 52 Gemeindeordnung Nordrhein-Westfalen (GO NRW)'],
    files: [
      csvFile('ratsbeschluesse-2026.csv', 'Beschlüsse als CSV', decisions),
      jsonFile('ratsbeschluesse-2026.json', 'Beschlüsse als JSON', decisions),
    ],
  },
  {
    slug: 'zuwendungen-an-vereine',
    title: 'Zuwendungen an Vereine und Einrichtungen 2023 bis 2025',
    titleEn: 'Grants to associations 2023 to 2025',
    description:
      'Zuwendungen der Stadt an 20 Vereine und Einrichtungen nach der Richtlinie zur Förderung von Vereinen. Jede Zeile nennt Jahr, Empfänger, Bereich, Zweck und den bewilligten Betrag. Zuschüsse an die Träger von Kindertagesstätten fallen unter ein eigenes Gesetz und fehlen hier.',
    keywords: ['Zuwendung', 'Förderung', 'Verein', 'Ehrenamt', 'Zuschuss'],
    themes: ['GOVE', 'SOCI'],
    by: 'kaemmerei',
    licence: 'by',
    issued: '2025-04-07',
    modified: '2026-03-23',
    frequency: 'ANNUAL',
    from: '2023-01-01',
    until: '2025-12-31',
    model: 'finanzen/haushalt/zuwendungUndFoerderung',
    files: [csvFile('zuwendungen.csv', 'Zuwendungen als CSV (windows-1252)', grants, 'office')],
  },
]
