import { csvFile, geoFile } from '../files/demo-file.ts'
import type { DeskDraft } from './desk-draft.ts'
import { dogRuns, fountains, gritBins, marketStalls, pupilForecast, streetLights, survey } from './tables.ts'

const nothing = {}

/** Somebody has just begun: no file yet, nothing said about the law. */
const begun: DeskDraft = {
  title: 'Trinkwasserbrunnen',
  description: 'Öffentliche Trinkwasserbrunnen im Stadtgebiet.',
  keywords: ['Trinkwasser'],
  themes: [],
  office: 'gebaeude',
  files: [],
  by: 'redaktion',
  begun: { days: 1, hour: 13 },
  written: { days: 1, hour: 13 },
  story: [],
}

/** Waits for somebody who reviews. */
const handedIn: DeskDraft = {
  title: 'Hundefreilaufflächen',
  description:
    'Fünf Wiesen, auf denen Hunde ohne Leine laufen dürfen, mit Lage, Größe und Zaun. Auf allen gilt die Leinenfreiheit ganzjährig. Der Fachdienst Grünflächen mäht sie zweimal im Jahr und füllt die Beutelspender wöchentlich. Die Grenzen sind im Sommer 2026 neu aufgemessen worden.',
  keywords: ['Hund', 'Freilauf', 'Wiese', 'Leinenpflicht'],
  themes: ['ENVI', 'SOCI'],
  office: 'gruen',
  frequency: 'ANNUAL',
  from: '2026-07-01',
  until: '2026-09-30',
  legalBasis: ['Landeshundegesetz (LHundG NRW)', 'Grünflächensatzung der Stadt Lindenrode'],
  files: [
    csvFile('hundefreilauf.csv', 'Freilaufflächen als CSV', dogRuns),
    geoFile('hundefreilauf.geojson', 'Freilaufflächen als GeoJSON', dogRuns),
  ],
  by: 'redaktion',
  begun: { days: 6, hour: 8 },
  written: { days: 2, hour: 9 },
  law: nothing,
  story: [{ deed: 'submit', days: 2, hour: 9, by: 'redaktion', note: 'Erste Fassung nach der Neuvermessung' }],
}

/** Went to and fro: what is published could be traced to few people. */
const sentBack: DeskDraft = {
  title: 'Bürgerbefragung Innenstadt 2026',
  description:
    'Antworten aus der Befragung zur Innenstadt im Mai 2026. Gezählt sind 1.284 Fragebögen nach Frage, Ortsteil und Altersgruppe. Die Befragung war freiwillig und anonym; der Fragebogen lag allen Haushalten bei. Die Ergebnisse gehen in das Leitbild Innenstadt ein.',
  keywords: ['Befragung', 'Innenstadt', 'Beteiligung', 'Zufriedenheit'],
  themes: ['GOVE', 'SOCI'],
  office: 'statistik',
  frequency: 'NEVER',
  from: '2026-05-04',
  until: '2026-05-31',
  files: [csvFile('buergerbefragung-innenstadt-2026.csv', 'Antworten als CSV', survey)],
  by: 'redaktion',
  begun: { days: 16, hour: 9 },
  written: { days: 9, hour: 14 },
  law: { personal: { answer: 'allowed', reason: 'Die Befragung war anonym, Namen und Anschriften wurden nicht erhoben.' } },
  story: [
    { deed: 'submit', days: 9, hour: 14, by: 'redaktion' },
    {
      deed: 'comment',
      days: 8,
      hour: 8,
      by: 'verantwortung',
      text: 'In Hohenrode gibt es bei den über 80-Jährigen nur zwei Antworten. Wer die Leute kennt, weiß, wer das war. Frau Dr. Felber, wie sehen Sie das?',
    },
    {
      deed: 'comment',
      days: 7,
      hour: 10,
      by: 'datenschutz',
      text: 'Das sehe ich auch so: Ohne Namen heißt noch nicht anonym. Bitte alle Zellen mit weniger als fünf Antworten zusammenfassen, am einfachsten über die Altersgruppen 65 und älter.',
    },
    {
      deed: 'send-back',
      days: 7,
      hour: 11,
      by: 'verantwortung',
      reason:
        'Einzelne Zeilen haben weniger als fünf Antworten und lassen Rückschlüsse auf Personen zu. Bitte die Altersgruppen ab 65 zusammenfassen und die Antwort zu den Personenbezügen anpassen.',
    },
    {
      deed: 'comment',
      days: 3,
      hour: 12,
      by: 'redaktion',
      text: 'Die Statistikstelle rechnet die Tabelle neu und schickt sie bis Ende der Woche.',
    },
  ],
}

/** Seen by a second person; whoever coordinates may release it. */
const approved: DeskDraft = {
  title: 'Straßenbeleuchtung nach Ortsteilen',
  description:
    'Zahl und Anschlussleistung der Leuchten an öffentlichen Straßen nach Ortsteil und Lampenart. Eine Spalte sagt, ob die Leuchten nachts gedimmt werden. Die Zahlen stammen aus dem Leuchtenkataster des Fachdienstes Straßen und Verkehr, Stand 30. September 2026. Leuchten auf privaten Wegen fehlen.',
  keywords: ['Straßenbeleuchtung', 'LED', 'Energie', 'Leuchten'],
  themes: ['ENER', 'TRAN'],
  office: 'verkehr',
  frequency: 'ANNUAL',
  from: '2026-09-30',
  until: '2026-09-30',
  files: [csvFile('strassenbeleuchtung.csv', 'Leuchten nach Ortsteilen als CSV (windows-1252)', streetLights, 'office')],
  by: 'redaktion',
  begun: { days: 12, hour: 8 },
  written: { days: 5, hour: 11 },
  law: nothing,
  story: [
    { deed: 'submit', days: 5, hour: 11, by: 'redaktion', note: 'Erste Veröffentlichung' },
    {
      deed: 'comment',
      days: 4,
      hour: 9,
      by: 'verantwortung',
      text: 'Mit dem Fachdienst abgestimmt. Die Spalte zur Nachtabsenkung ist neu und stimmt jetzt auch für Hohenrode.',
    },
    { deed: 'approve', days: 4, hour: 9, by: 'verantwortung' },
  ],
}

/** Fixed for the day of a council meeting; nothing of it is public before. */
const embargoed: DeskDraft = {
  title: 'Schülerzahlen: Vorausberechnung bis 2030',
  description:
    'Erwartete Schülerinnen und Schüler der städtischen Schulen nach Schuljahr und Schulform. Die Vorausberechnung beruht auf den Geburten bis Juli 2026, auf Zuzügen im Mittel der letzten drei Jahre und auf den Übergängen in die weiterführenden Schulen. Sie ist Anlage zum Schulentwicklungsplan, den der Rat beschließt.',
  keywords: ['Schule', 'Prognose', 'Schulentwicklungsplan', 'Schülerzahl'],
  themes: ['EDUC'],
  office: 'schule',
  frequency: 'ANNUAL',
  from: '2027-08-01',
  until: '2030-07-31',
  legalBasis: ['§ 80 Schulgesetz Nordrhein-Westfalen (SchulG NRW)'],
  files: [csvFile('schuelerzahlen-2027-2030.csv', 'Vorausberechnung als CSV', pupilForecast)],
  by: 'redaktion',
  begun: { days: 10, hour: 7 },
  written: { days: 4, hour: 13 },
  law: nothing,
  story: [
    { deed: 'submit', days: 4, hour: 13, by: 'redaktion' },
    { deed: 'approve', days: 3, hour: 8, by: 'verantwortung' },
    {
      deed: 'comment',
      days: 3,
      hour: 9,
      by: 'koordination',
      text: 'Der Rat berät den Plan zuerst. Die Daten gehen nach der Sitzung online, vorher bitte keine Auskunft daraus.',
    },
    { deed: 'schedule', days: 3, hour: 9, by: 'koordination', inDays: 9, note: 'Anlage zum Schulentwicklungsplan' },
  ],
}

/** Complete, but one answer is open. */
const unclear: DeskDraft = {
  title: 'Standplätze auf dem Wochenmarkt',
  description:
    'Alle Standplätze des Wochenmarktes auf dem Marktplatz mit Markttag, Angebot und Länge des Standes. Welcher Betrieb den Platz hat, nennt die Tabelle nicht. Das Ordnungsamt vergibt die Plätze jeweils für ein Jahr.',
  keywords: ['Wochenmarkt', 'Markt', 'Standplatz', 'Einkaufen'],
  themes: ['ECON'],
  office: 'rat',
  frequency: 'ANNUAL',
  from: '2026-01-01',
  until: '2026-12-31',
  files: [csvFile('wochenmarkt.csv', 'Standplätze als CSV', marketStalls)],
  by: 'verantwortung',
  begun: { days: 4, hour: 12 },
  written: { days: 3, hour: 15 },
  law: {
    personal: { answer: 'unclear', reason: 'Manche Angebote gibt es nur einmal: Lässt sich daraus auf den Betrieb schließen?' },
  },
  story: [
    {
      deed: 'comment',
      days: 3,
      hour: 15,
      by: 'verantwortung',
      text: 'Ich warte auf den Datenschutz: Bei der Imkerei gibt es in der Stadt nur einen Betrieb.',
    },
  ],
}

/** Given up: others look after it. */
const givenUp: DeskDraft = {
  title: 'Streugutkisten',
  description: 'Standorte der Streugutkisten für den Winterdienst.',
  keywords: ['Winterdienst'],
  themes: ['TRAN'],
  office: 'abfall',
  files: [csvFile('streugut.csv', 'Streugutkisten als CSV', gritBins)],
  by: 'redaktion',
  begun: { days: 25, hour: 10 },
  written: { days: 25, hour: 11 },
  story: [
    {
      deed: 'comment',
      days: 22,
      hour: 8,
      by: 'koordination',
      text: 'Der Kreis stellt die Kisten auf und führt das Verzeichnis für alle Gemeinden. Wir verlinken seinen Datensatz, statt einen zweiten zu pflegen.',
    },
    { deed: 'discard', days: 22, hour: 9, by: 'redaktion' },
  ],
}

/** New data on the desks of Lindenrode, one in each state. */
export const deskDrafts: readonly DeskDraft[] = [begun, handedIn, sentBack, approved, embargoed, unclear, givenUp]

/** What the district's coordinator writes for Steinbrück, which has asked the district to. */
export const neighbourDraft: DeskDraft & { readonly tenant: string } = {
  tenant: 'steinbrueck',
  title: 'Trinkbrunnen in Steinbrück',
  description: 'Die beiden öffentlichen Trinkbrunnen der Stadt mit Standort und Baujahr. Die Bauverwaltung pflegt die Liste.',
  keywords: ['Trinkwasser', 'Brunnen'],
  themes: ['HEAL'],
  office: 'steinbrueckBauen',
  files: [csvFile('trinkbrunnen.csv', 'Trinkbrunnen als CSV', fountains)],
  by: 'koordination',
  begun: { days: 6, hour: 9 },
  written: { days: 5, hour: 8 },
  story: [],
}
