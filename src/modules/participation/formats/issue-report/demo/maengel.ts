import type { IssueStatus } from '../issue.ts'

/** A town's issue reporting: what it is called and who has it. */
export const reporting = {
  slug: 'maengelmelder-lindenrode',
  prefix: 'ML',
  title: 'Mängelmelder Lindenrode',
  lead: 'Schlagloch, dunkle Laterne, voller Mülleimer: Melden Sie es uns mit Foto und Ort. Jede Meldung bekommt eine Antwort.',
  about:
    'Der Mängelmelder ist immer offen. Ihre Meldung geht an das Amt, das zuständig ist; gehört die Straße dem Kreis oder dem Land, geben wir sie weiter.',
  office: 'Bürgerservice Lindenrode',
  place: 'Stadtgebiet Lindenrode',
} as const

export const categories = [
  {
    code: 'strasse',
    name: 'Straße und Gehweg',
    office: 'Tiefbauamt',
    days: 14,
    group: 'Verkehr',
    keywords: 'Schlagloch, Pflaster, Bordstein',
    help: 'Schlaglöcher, lose Platten, abgesackte Gullys',
  },
  {
    code: 'radweg',
    name: 'Radweg',
    office: 'Tiefbauamt',
    days: 14,
    group: 'Verkehr',
    keywords: 'Fahrrad, Wurzel, Poller',
    help: 'Wurzelschäden, Scherben, zugestellte Wege',
  },
  {
    code: 'beleuchtung',
    name: 'Beleuchtung',
    office: 'Stadtwerke Lindenrode',
    days: 7,
    group: 'Verkehr',
    keywords: 'Laterne, Lampe, dunkel',
    help: 'Laternen, die nicht oder immer leuchten',
    question: { label: 'Welche Nummer steht am Mast?', required: false, options: [] },
  },
  {
    code: 'muell',
    name: 'Müll und wilde Ablagerungen',
    office: 'Bauhof',
    days: 5,
    group: 'Sauberkeit',
    keywords: 'Abfall, Sperrmüll, Scherben',
    help: 'Volle Körbe, Sperrmüll, Schrott',
  },
  {
    code: 'gruen',
    name: 'Grünfläche und Bäume',
    office: 'Bauhof',
    days: 14,
    group: 'Grün',
    keywords: 'Ast, Hecke, Park',
    help: 'Lose Äste, zugewachsene Wege, beschädigte Bänke',
  },
  {
    code: 'spielplatz',
    name: 'Spielplatz',
    office: 'Bauhof',
    days: 3,
    group: 'Grün',
    keywords: 'Schaukel, Rutsche, Sand',
    help: 'Defekte Geräte, Scherben im Sand',
  },
  {
    code: 'schilder',
    name: 'Schilder und Ampeln',
    office: 'Ordnungsamt',
    days: 7,
    group: 'Verkehr',
    keywords: 'Verkehrszeichen, Ampel',
    help: 'Verdrehte Schilder, gestörte Ampeln',
  },
] as const

export const furtherOffices = ['Kreis, Straßenmeisterei', 'Straßen.NRW']

/** What became of a report: days after it came, the new status or office, the sentence of the office. */
export interface DemoStep {
  readonly after: number
  readonly status?: IssueStatus
  readonly to?: string
  readonly note: string
}

/** A report of the demonstration: days ago, metres east and north of the market place. */
export interface DemoIssue {
  readonly ago: number
  readonly at: readonly [east: number, north: number]
  readonly code: (typeof categories)[number]['code']
  readonly place: string
  readonly body: string
  readonly answer?: string
  readonly agree?: number
  readonly channel?: 'telephone' | 'counter'
  readonly steps?: readonly DemoStep[]
}

export const issues: readonly DemoIssue[] = [
  {
    ago: 74,
    at: [420, -310],
    code: 'beleuchtung',
    place: 'Gartenstraße 18',
    body: 'Die Laterne vor Haus 18 ist seit einer Woche aus. Der Gehweg liegt im Dunkeln.',
    answer: '2214',
    agree: 6,
    steps: [
      { after: 1, status: 'in-progress', note: 'Die Lampe ist bestellt. Wir tauschen sie bis Ende der Woche.' },
      { after: 5, status: 'done', note: 'Die Lampe ist getauscht und leuchtet wieder.' },
    ],
  },
  {
    ago: 66,
    at: [-680, 240],
    code: 'muell',
    place: 'Parkplatz am Stadtwald',
    body: 'Hinter den Glascontainern liegen zwei Sofas und mehrere Säcke mit Hausmüll.',
    agree: 11,
    steps: [{ after: 2, status: 'done', note: 'Der Bauhof hat alles abgeholt. Wir sehen dort jetzt jede Woche nach.' }],
  },
  {
    ago: 59,
    at: [150, 510],
    code: 'strasse',
    place: 'Mühlenweg, Ecke Am Bach',
    body: 'Tiefes Schlagloch auf der rechten Spur, etwa 40 Zentimeter breit. Autos weichen auf den Radweg aus.',
    agree: 14,
    steps: [
      { after: 3, status: 'in-progress', note: 'Wir haben das Loch gesichert. Der Asphalt kommt mit der nächsten Kolonne.' },
      { after: 16, status: 'done', note: 'Das Loch ist zu, die Fahrbahn auf zwölf Metern neu.' },
    ],
  },
  {
    ago: 51,
    at: [-220, -640],
    code: 'spielplatz',
    place: 'Spielplatz Wiesengrund',
    body: 'An der Nestschaukel ist ein Seil aufgescheuert. Bitte sperren, bevor es reißt.',
    agree: 9,
    channel: 'telephone',
    steps: [
      { after: 0.3, status: 'in-progress', note: 'Die Schaukel ist gesperrt. Ein neues Seil ist bestellt.' },
      { after: 6, status: 'done', note: 'Das neue Seil hängt, der TÜV hat die Schaukel freigegeben.' },
    ],
  },
  {
    ago: 45,
    at: [910, 120],
    code: 'radweg',
    place: 'Radweg an der Kreisstraße, Höhe Gärtnerei',
    body: 'Wurzeln haben den Radweg auf zwanzig Metern angehoben. Mit Anhänger kommt man nicht durch.',
    agree: 17,
    steps: [
      {
        after: 2,
        to: 'Kreis, Straßenmeisterei',
        note: 'Der Radweg gehört dem Kreis. Wir haben Ihre Meldung an die Straßenmeisterei gegeben.',
      },
      {
        after: 20,
        status: 'in-progress',
        note: 'Die Straßenmeisterei fräst die Wurzeln im Dezember ab, wenn kein Vogel brütet.',
      },
    ],
  },
  {
    ago: 40,
    at: [-90, 60],
    code: 'schilder',
    place: 'Marktplatz, Einfahrt Kirchgasse',
    body: 'Das Schild „Fußgängerzone“ ist verdreht und von der Straße nicht zu sehen.',
    steps: [{ after: 1, status: 'done', note: 'Das Schild steht wieder richtig und hat eine neue Schelle.' }],
  },
  {
    ago: 33,
    at: [560, -720],
    code: 'gruen',
    place: 'Park an der Lippe',
    body: 'Ein großer Ast der Kastanie am Teich hängt lose über der Bank.',
    agree: 5,
    steps: [{ after: 1, status: 'done', note: 'Der Ast ist entfernt. Die Kastanie ist sonst gesund.' }],
  },
  {
    ago: 28,
    at: [-1150, -380],
    code: 'strasse',
    place: 'B 239, Abfahrt Gewerbegebiet',
    body: 'Auf der Abfahrt ist die Markierung kaum noch zu erkennen, bei Regen sieht man nichts.',
    steps: [
      {
        after: 4,
        status: 'not-responsible',
        note: 'Die Bundesstraße gehört Straßen.NRW. Wir haben es dort gemeldet; die Meldung hat die Nummer 26-4471.',
      },
    ],
  },
  {
    ago: 24,
    at: [260, 190],
    code: 'muell',
    place: 'Bushaltestelle Rathaus',
    body: 'Der Mülleimer quillt seit Tagen über, Krähen verteilen alles auf dem Gehweg.',
    agree: 8,
    steps: [{ after: 1, status: 'done', note: 'Geleert. Ab sofort kommt der Bauhof hier dreimal in der Woche.' }],
  },
  {
    ago: 19,
    at: [-430, -150],
    code: 'gruen',
    place: 'Schulweg am Bolzplatz',
    body: 'Die Hecke ist so weit in den Gehweg gewachsen, dass man mit dem Kinderwagen auf die Straße muss.',
    agree: 12,
    steps: [{ after: 6, status: 'in-progress', note: 'Die Hecke wird in der kommenden Woche zurückgeschnitten.' }],
  },
  {
    ago: 16,
    at: [330, 690],
    code: 'schilder',
    place: 'Hallenbad, Parkplatz',
    body: 'Auf dem Parkplatz am Hallenbad kostet das Parken jetzt zwei Euro. Bitte wieder abschaffen.',
    steps: [
      {
        after: 2,
        status: 'rejected',
        note: 'Das ist kein Mangel, den ein Amt beheben kann. Über Parkgebühren entscheidet der Rat; seine Sitzungen sind öffentlich.',
      },
    ],
  },
  {
    ago: 13,
    at: [700, 300],
    code: 'beleuchtung',
    place: 'Unterführung am Bahnhof',
    body: 'In der Unterführung flackern drei Röhren, abends ist es unheimlich.',
    answer: '0317',
    agree: 21,
    steps: [
      {
        after: 2,
        status: 'in-progress',
        note: 'Die Stadtwerke tauschen alle Röhren gegen LED, die Leuchten kommen Anfang Dezember.',
      },
    ],
  },
  {
    ago: 9,
    at: [-300, 380],
    code: 'radweg',
    place: 'Radweg hinter der Grundschule',
    body: 'Scherben auf dem Radweg, auf der ganzen Breite. Mein Reifen ist schon platt.',
    agree: 4,
    steps: [{ after: 1, status: 'done', note: 'Der Weg ist gekehrt.' }],
  },
  {
    ago: 6,
    at: [120, -420],
    code: 'strasse',
    place: 'Lindenstraße 41',
    body: 'Vor Haus 41 sind drei Gehwegplatten lose. Meine Nachbarin ist gestern gestolpert.',
    agree: 3,
    channel: 'counter',
  },
  {
    ago: 4,
    at: [480, 80],
    code: 'beleuchtung',
    place: 'Kreuzung Bahnhofstraße und Ostring',
    body: 'Die Laterne an der Querungshilfe brennt auch am Tag.',
    answer: '1108',
  },
  {
    ago: 2,
    at: [-510, -560],
    code: 'spielplatz',
    place: 'Spielplatz Am Ziegelteich',
    body: 'Die Rutsche hat unten eine scharfe Kante, ein Kind hat sich die Hose aufgerissen.',
    agree: 2,
  },
  {
    ago: 1,
    at: [-150, 820],
    code: 'muell',
    place: 'Feldweg zum Reiterhof',
    body: 'Jemand hat Bauschutt und Farbeimer in den Graben gekippt.',
    agree: 1,
  },
]
