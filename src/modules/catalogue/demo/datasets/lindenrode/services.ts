import { slugOf } from '#kernel/slug.ts'
import { addDays } from '../../calendar.ts'
import { chanceOf, split } from '../../chance.ts'
import type { DraftDataset } from '../../draft.ts'
import { csvFile, excelFile, icalFile, jsonFile } from '../../files/demo-file.ts'
import { column, type Row, table } from '../../files/table.ts'
import { quartersOf } from '../../geography.ts'
import { placeAt, pointColumns } from '../addresses.ts'
import { roundsOf, roundTable, wasteAppointments, wasteTable } from '../waste.ts'

const calls: readonly (readonly [string, number])[] = [
  ['Technische Hilfeleistung', 168],
  ['Türöffnung', 74],
  ['Brandmeldeanlage', 92],
  ['Kleinbrand', 61],
  ['Mittelbrand', 14],
  ['Großbrand', 3],
  ['Ölspur', 57],
  ['Verkehrsunfall', 49],
  ['Sturm und Starkregen', 38],
  ['Tier in Not', 21],
  ['Gefahrstoff', 9],
  ['Tragehilfe für den Rettungsdienst', 83],
  ['Blinder Alarm', 26],
]
const fireCalls = table(
  [
    column('monat', 'string', 'Monat in der Form JJJJ-MM.'),
    column('ortsteil', 'string', 'Ortsteil der Einsatzstelle.'),
    column('einsatzart', 'string', 'Art des Einsatzes nach dem Einsatzbericht.'),
    column('einsaetze', 'integer', 'Zahl der Einsätze. Zeilen ohne Einsatz fehlen.', { unit: 'Einsätze' }),
  ],
  () => {
    const quarters = quartersOf('lindenrode')
    const cells = new Map<string, number>()
    const chance = chanceOf('fire calls')
    for (const [kind, count] of calls) {
      const perQuarter = split(
        count,
        quarters.map(({ population }) => population),
      )
      perQuarter.forEach((number, at) => {
        for (let call = 0; call < number; call++) {
          const month = kind.startsWith('Sturm') ? chance.pick([2, 2, 6, 7, 8]) : chance.int(1, 12)
          const key = `2025-${String(month).padStart(2, '0')}|${quarters[at]?.name}|${kind}`
          cells.set(key, (cells.get(key) ?? 0) + 1)
        }
      })
    }
    return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]): Row => [...key.split('|'), count])
  },
)

const countStreets = [
  'Detmolder Straße',
  'Paderborner Straße',
  'Nordring',
  'Bahnhofstraße',
  'Lange Straße',
  'Eisenbahnstraße',
  'Industriestraße',
  'Hohenroder Straße',
  'Eschenbacher Straße',
  'Dornsieker Straße',
  'Holtenser Straße',
  'Uferstraße',
  'Brückenstraße',
  'Lindenstraße',
  'Schulstraße',
  'Sennestraße',
  'Berliner Straße',
  'Mühlenstraße',
]
const traffic = table(
  [
    column('zaehlstelle', 'integer', 'Nummer der Zählstelle.'),
    column('strasse', 'string', 'Straße, an der gezählt wurde.'),
    column('datum', 'date', 'Zähltag, immer ein Dienstag oder Donnerstag außerhalb der Ferien.'),
    column('richtung', 'string', 'Richtung des Verkehrs: stadteinwärts oder stadtauswärts.'),
    column('pkw', 'integer', 'Personenwagen und Lieferwagen bis 3,5 t in 24 Stunden.', { unit: 'Kfz' }),
    column('lkw', 'integer', 'Lastwagen über 3,5 t und Busse in 24 Stunden.', { unit: 'Kfz' }),
    column('rad', 'integer', 'Fahrräder in 24 Stunden.', { unit: 'Räder' }),
    column('kfz_gesamt', 'integer', 'Summe aus pkw und lkw.', { unit: 'Kfz' }),
    ...pointColumns,
  ],
  () =>
    countStreets.flatMap((street, at) => {
      const chance = chanceOf(`count ${street}`)
      const level = at < 3 ? 6400 : at < 8 ? 3600 : 1500
      const { point } = placeAt('lindenrode', street, chance)
      return ['2025-05-13', '2025-05-15', '2025-09-23', '2025-09-25'].flatMap((day) =>
        ['stadteinwärts', 'stadtauswärts'].map((direction): Row => {
          const cars = Math.round(level * (0.88 + chance.next() * 0.24))
          const lorries = Math.round(cars * (street === 'Industriestraße' ? 0.14 : 0.045) * (0.9 + chance.next() * 0.2))
          return [
            at + 1,
            street,
            day,
            direction,
            cars,
            lorries,
            Math.round(level * (0.06 + chance.next() * 0.09)),
            cars + lorries,
            ...point,
          ]
        }),
      )
    }),
)

const issues = [
  'Schlagloch',
  'Wilder Müll',
  'Straßenlaterne defekt',
  'Ampel gestört',
  'Spielgerät beschädigt',
  'Graffiti',
  'Überfüllter Papierkorb',
  'Verkehrszeichen verdeckt',
  'Baum oder Ast',
]
const reports = table(
  [
    column('nummer', 'string', 'Öffentliche Nummer der Meldung.'),
    column('eingang', 'date', 'Tag des Eingangs.'),
    column('kategorie', 'string', 'Art des Mangels.'),
    column('ortsteil', 'string', 'Ortsteil; die genaue Stelle steht nur im Vorgang.'),
    column('stand', 'string', 'erledigt, in Arbeit oder nicht zuständig.'),
    column('erledigt_am', 'date', 'Tag der Erledigung.'),
    column('tage', 'integer', 'Tage vom Eingang bis zur Erledigung.', { unit: 'Tage' }),
  ],
  () => {
    const chance = chanceOf('reports')
    const days = Array.from({ length: 331 }, () => chance.int(0, 89)).sort((a, b) => a - b)
    return days.map((offset, at): Row => {
      const day = addDays('2026-01-01', offset)
      const took = Math.max(0, Math.round(Math.abs(chance.around(4, 9))))
      const done = offset + took <= 89 && chance.next() < 0.93
      const state = done ? 'erledigt' : chance.next() < 0.7 ? 'in Arbeit' : 'nicht zuständig'
      return [
        `M-2026-${String(at + 1).padStart(4, '0')}`,
        day,
        chance.pick(issues),
        chance.pick(quartersOf('lindenrode')).name,
        state,
        done ? addDays(day, took) : undefined,
        done ? took : undefined,
      ]
    })
  },
)

export const serviceData: DraftDataset[] = [
  {
    slug: 'abfallkalender',
    title: 'Abfallkalender 2026 und 2027',
    titleEn: 'Waste collection calendar 2026 and 2027',
    description:
      'Alle Abholtermine für Restabfall, Bioabfall, Gelbe Tonne und Altpapier in den acht Abfuhrbezirken der Stadt. Für 2027 gibt es je Bezirk einen Kalender zum Abonnieren; eine eigene Tabelle ordnet jede Straße ihrem Bezirk zu. Die Spalte verschoben zeigt, ob ein Feiertag den Termin verlegt hat. Sperrmüll holt der Baubetriebshof auf Anmeldung, er steht hier nicht.',
    keywords: ['Abfallkalender', 'Müllabfuhr', 'Restabfall', 'Bioabfall', 'Altpapier', 'Gelbe Tonne', 'Termine'],
    themes: ['ENVI'],
    by: 'abfall',
    licence: 'zero',
    issued: '2024-11-25',
    modified: '2026-11-16',
    frequency: 'ANNUAL',
    from: '2026-01-01',
    until: '2027-12-31',
    model: 'abfallentsorgung/abfallkalender',
    legalBasis: ['§ 5 Landeskreislaufwirtschaftsgesetz (LKrWG NRW)', 'Satzung über die Abfallentsorgung in der Stadt Lindenrode'],
    conformsTo: [['https://www.rfc-editor.org/rfc/rfc5545', 'iCalendar (RFC 5545)']],
    files: [
      csvFile('abfallkalender-2027.csv', 'Alle Termine 2027 als CSV', wasteTable('lindenrode', 2027)),
      csvFile('abfallkalender-2026.csv', 'Alle Termine 2026 als CSV', wasteTable('lindenrode', 2026)),
      csvFile('abfuhrbezirke.csv', 'Straßen und ihre Abfuhrbezirke als CSV', roundTable('lindenrode')),
      ...roundsOf('lindenrode').map((round) =>
        icalFile(`abfall-2027-${slugOf(round)}.ics`, `Kalender 2027 für ${round}`, '2026-11-16', () =>
          wasteAppointments('lindenrode', 2027, round),
        ),
      ),
    ],
  },
  {
    slug: 'feuerwehreinsaetze-2025',
    title: 'Einsätze der Feuerwehr 2025',
    titleEn: 'Fire brigade call-outs 2025',
    description:
      'Die 695 Einsätze der Feuerwehr Lindenrode im Jahr 2025 nach Monat, Ortsteil und Art. Eine genauere Zeit oder Anschrift nennt der Datensatz nicht, damit Betroffene nicht erkennbar sind. Einsätze des Rettungsdienstes leitet der Kreis; sie sind nur enthalten, wenn die Feuerwehr geholfen hat.',
    keywords: ['Feuerwehr', 'Einsatz', 'Brand', 'technische Hilfe', 'Sicherheit'],
    themes: ['JUST', 'GOVE'],
    by: 'feuerwehr',
    licence: 'by',
    issued: '2026-02-23',
    modified: '2026-02-23',
    frequency: 'ANNUAL',
    from: '2025-01-01',
    until: '2025-12-31',
    model: 'sicherheit/feuerwehr/feuerwehreinsatz',
    legalBasis: ['Gesetz über den Brandschutz, die Hilfeleistung und den Katastrophenschutz (BHKG NRW)'],
    files: [
      csvFile('feuerwehreinsaetze-2025.csv', 'Einsätze als CSV (windows-1252)', fireCalls, 'office'),
      jsonFile('feuerwehreinsaetze-2025.json', 'Einsätze als JSON', fireCalls),
    ],
  },
  {
    slug: 'verkehrszaehlung-2025-hauptstrassen',
    title: 'Verkehrszählung 2025: Hauptstraßen',
    titleEn: 'Traffic count 2025: main roads',
    description:
      'Ergebnisse der Verkehrszählung vom Mai und September 2025 an 18 Zählstellen, jeweils über 24 Stunden und nach Richtung. Gezählt haben Seitenradargeräte, die Personenwagen, Lastwagen und Fahrräder unterscheiden. Zähltage waren Dienstage und Donnerstage außerhalb der Ferien. Baustellen gab es an keiner Zählstelle.',
    keywords: ['Verkehrszählung', 'Verkehrsmenge', 'Zählstelle', 'Kfz', 'Radverkehr', 'Straße'],
    themes: ['TRAN'],
    by: 'verkehr',
    licence: 'by',
    issued: '2025-11-17',
    modified: '2026-01-14',
    frequency: 'BIENNIAL',
    from: '2025-05-13',
    until: '2025-09-25',
    model: 'klimaschutzUndUmweltschutz/berichtUndAnalyse/verkehrsmessung',
    files: [
      csvFile('verkehrszaehlung-2025.csv', 'Zählergebnisse als CSV (windows-1252)', traffic, 'office'),
      excelFile('verkehrszaehlung-2025.xlsx', 'Zählergebnisse als Excel-Tabelle', { 'Zählung 2025': traffic }),
    ],
  },
  // Imperfect on purpose: monthly by promise, last renewed in April, so that the portal calls it overdue.
  {
    slug: 'maengelmeldungen-2026',
    title: 'Mängelmeldungen 2026',
    titleEn: 'Reported defects 2026',
    description:
      'Meldungen von Schlaglöchern, defekten Laternen und anderen Mängeln mit Tag des Eingangs, Art, Ortsteil und Tag der Erledigung. Die Spalte tage sagt, wie lange es gedauert hat. Texte, Fotos und Angaben zu den Meldenden sind nicht enthalten.',
    keywords: ['Mängelmelder', 'Meldung', 'Schlagloch', 'Straßenbeleuchtung', 'Anliegen'],
    themes: ['GOVE', 'REGI'],
    by: 'verkehr',
    licence: 'by',
    issued: '2026-02-02',
    modified: '2026-04-01',
    frequency: 'MONTHLY',
    from: '2026-01-01',
    until: '2026-03-31',
    model: 'buergerservice/anliegenmanagement',
    files: [csvFile('maengelmeldungen-2026.csv', 'Meldungen als CSV', reports)],
  },
]
