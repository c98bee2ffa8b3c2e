import type { Outcome } from '../model/request.ts'

/** An answer of the demonstration. */
export interface DemoAnswer {
  readonly outcome: Outcome
  readonly text: string
  readonly office: string
  /** Days after the request. */
  readonly after: number
  readonly law?: string
  readonly href?: string
  /** Slug of a dataset of the same tenant. */
  readonly dataset?: string
  /** Days from today. */
  readonly plannedIn?: number
}

/** A wish or remark of the demonstration; all of them are invented. */
export interface DemoRequest {
  readonly tenant: string
  readonly daysAgo: number
  readonly title: string
  readonly body: string
  readonly joined?: number
  /** A remark: slug of the dataset, and where in it. */
  readonly about?: string
  readonly place?: string
  readonly assigned?: string
  readonly answer?: DemoAnswer
}

const lindenrode = 'lindenrode'
const kreis = 'kreis-sennewald'

/** What people in the invented district wished for, oldest first. */
export const demoWishes: readonly DemoRequest[] = [
  {
    tenant: lindenrode,
    daysAgo: 171,
    title: 'Plätze an Fahrradbügeln in der Innenstadt',
    body: 'Wir planen mit der Fahrradgruppe Routen zu Geschäften. Dafür müssen wir wissen, wo man wie viele Räder anschließen kann.',
    joined: 14,
    answer: {
      outcome: 'published',
      text: 'Die Bügel waren nur im Straßenplan eingezeichnet. Wir haben sie gezählt und als Tabelle mit Koordinaten veröffentlicht.',
      office: 'Stadt Lindenrode, Fachdienst Straßen und Verkehr',
      after: 22,
      dataset: 'fahrradabstellanlagen',
    },
  },
  {
    tenant: kreis,
    daysAgo: 148,
    title: 'Grundwasserstände als Zeitreihe seit 1990',
    body: 'In unserem Garten wird der Brunnen jedes Jahr flacher. Ich möchte sehen, ob das an allen Messstellen so ist.',
    joined: 9,
    answer: {
      outcome: 'partly',
      text: 'Seit 2005 messen wir digital, diese Werte sind veröffentlicht. Ältere Bögen liegen auf Papier im Archiv. Wir prüfen, was ein Abschreiben kostet.',
      office: 'Kreis Sennewald, Umweltamt',
      after: 28,
      dataset: 'grundwasserstaende',
    },
  },
  {
    tenant: lindenrode,
    daysAgo: 126,
    title: 'Adressen aller Hundehalter im Stadtteil',
    body: 'Wir wollen zu einem Hundetreffen einladen und suchen die Anschriften.',
    answer: {
      outcome: 'not-allowed',
      text: 'Wer einen Hund angemeldet hat, ist eine Angabe über eine Person und unterliegt dem Steuergeheimnis. Zahlen je Ortsteil wären möglich: Schreiben Sie uns, wenn sie Ihnen helfen.',
      office: 'Stadt Lindenrode, Kämmerei',
      after: 6,
      law: '§ 30 AO, § 3 Absatz 3 ODV NRW',
    },
  },
  {
    tenant: 'auenfeld',
    daysAgo: 97,
    title: 'Sitzbänke mit Rückenlehne auf Spazierwegen',
    body: 'Meine Mutter geht gern, muss aber alle paar hundert Meter ausruhen. Eine Karte der Bänke würde uns helfen.',
    joined: 21,
    answer: {
      outcome: 'published',
      text: 'Der Bauhof hat alle Bänke erfasst, mit Lehne, Armlehne und Untergrund.',
      office: 'Gemeinde Auenfeld, Bauhof',
      after: 41,
      dataset: 'sitzbaenke',
    },
  },
  {
    tenant: 'stadtwerke-sennewald',
    daysAgo: 83,
    title: 'Freie Ladesäulen in Echtzeit',
    body: 'Für eine App, die zeigt, wo gerade ein Platz frei ist.',
    joined: 33,
    answer: {
      outcome: 'planned',
      text: 'Die Säulen melden ihren Stand schon an unser Leitsystem. Es fehlt die Schnittstelle nach außen. Sie ist beauftragt.',
      office: 'Stadtwerke Sennewald, Netzbetrieb',
      after: 17,
      plannedIn: 124,
    },
  },
  {
    tenant: 'steinbrueck',
    daysAgo: 62,
    title: 'Wartezeiten im Bürgerbüro nach Wochentag',
    body: 'Ich arbeite im Schichtdienst und möchte wissen, wann ich ohne Termin wenig warte.',
    joined: 6,
    answer: {
      outcome: 'not-held',
      text: 'Wir haben keine Aufrufanlage und zählen die Wartenden nicht. Erfahrungsgemäß ist es am Mittwochnachmittag ruhig.',
      office: 'Stadt Steinbrück, Bürgerbüro',
      after: 9,
    },
  },
  {
    tenant: lindenrode,
    daysAgo: 47,
    title: 'Protokolle der Lärmmessungen an der Bahnstrecke',
    body: 'Wir wohnen an der Strecke. Gemessen wurde im Frühjahr, gehört haben wir davon nichts mehr.',
    joined: 18,
    assigned: 'Fachdienst Umwelt',
  },
  {
    tenant: kreis,
    daysAgo: 33,
    title: 'Wartezeit auf den Rettungsdienst je Gemeinde',
    body: 'Für eine Facharbeit an der Gesamtschule: Wie lange dauert es im Mittel bis zur Ankunft?',
    joined: 12,
    answer: {
      outcome: 'published',
      text: 'Das statistische Amt des Kreises hat die Werte je Gemeinde und Quartal zusammengestellt. Einzelne Einsätze sind nicht erkennbar.',
      office: 'Kreis Sennewald, Amt für Bevölkerungsschutz',
      after: 19,
      href: 'https://www.kreis-sennewald.example/rettungsdienst/hilfsfristen',
    },
  },
  {
    tenant: lindenrode,
    daysAgo: 24,
    title: 'Standorte der öffentlichen Trinkbrunnen',
    body: 'Für den Wandertag der Grundschule: Wo können Kinder ihre Flaschen füllen, und von wann bis wann läuft das Wasser?',
    joined: 27,
    assigned: 'Fachdienst Grünflächen',
  },
  {
    tenant: 'auenfeld',
    daysAgo: 15,
    title: 'Belegung der Sporthallen nach Stunden',
    body: 'Unser Verein sucht seit zwei Jahren eine freie Stunde. Mit dem Plan könnten wir uns mit anderen absprechen.',
    joined: 8,
  },
  {
    tenant: kreis,
    daysAgo: 8,
    title: 'Schulwegunfälle mit Ort und Uhrzeit',
    body: 'Die Elternpflegschaft möchte wissen, welche Kreuzungen gefährlich sind.',
    joined: 16,
    assigned: 'Straßenverkehrsamt',
  },
  {
    tenant: lindenrode,
    daysAgo: 2,
    title: 'Fahrpläne der Rathausbusse als offene Daten',
    body: 'Damit die Busse auch in freien Kartendiensten erscheinen.',
    joined: 3,
  },
]

/** What people remarked on data of the invented district. */
export const demoRemarks: readonly DemoRequest[] = [
  {
    tenant: lindenrode,
    about: 'baumkataster',
    daysAgo: 110,
    title: '',
    body: 'Am Spielplatz Lindenallee steht eine Linde, in der Liste steht dort eine Platane.',
    place: 'Spalte Art',
    answer: {
      outcome: 'fixed',
      text: 'Danke, das war beim Übertragen verrutscht. Der Eintrag ist berichtigt und drei weitere in derselben Straße auch.',
      office: 'Stadt Lindenrode, Fachdienst Grünflächen',
      after: 5,
    },
  },
  {
    tenant: lindenrode,
    about: 'abfallkalender',
    daysAgo: 58,
    title: '',
    body: 'Im Bezirk 3 fehlt die Woche nach Weihnachten.',
    place: 'Bezirk 3, Dezember',
    answer: {
      outcome: 'explained',
      text: 'In dieser Woche wird wegen der Feiertage nicht abgeholt. Die Termine davor und danach sind richtig.',
      office: 'Stadt Lindenrode, Abfallwirtschaft',
      after: 3,
    },
  },
  {
    tenant: kreis,
    about: 'haltestellen',
    daysAgo: 40,
    title: '',
    body: 'Die Haltestelle am Bahnhof hat zwei Einträge mit derselben Nummer.',
    answer: {
      outcome: 'not-ours',
      text: 'Die Nummern vergibt der Verkehrsverbund. Wir haben die Doppelung dort gemeldet.',
      office: 'Kreis Sennewald, Straßenverkehrsamt',
      after: 12,
    },
  },
  {
    tenant: lindenrode,
    about: 'baumkataster',
    daysAgo: 12,
    title: '',
    body: 'Bei mehreren Bäumen im Stadtpark steht als Pflanzjahr 1900. Ist das geschätzt?',
    place: 'Spalte Pflanzjahr',
  },
  {
    tenant: lindenrode,
    about: 'baumkataster',
    daysAgo: 4,
    title: '',
    body: 'Zwei Bäume an der Einfahrt sind gefällt. Rückfragen gern unter 0221 4710 999.',
  },
]
