import type { Participation, Stage } from '../model/project.ts'

/** A project of the demonstration; days count back from today. */
export interface DemoProject {
  readonly slug: string
  readonly stage: Stage
  readonly stagedDaysAgo: number
  readonly title: string
  readonly lead: string
  readonly about: string
  readonly themes: readonly string[]
  readonly district: string
  readonly place: string
  readonly at?: readonly [lon: number, lat: number]
  readonly cost: readonly [from: number | null, to: number | null, note?: string]
  readonly office: string
  readonly contact: { readonly name?: string; readonly phone: string; readonly email: string }
  readonly papers: readonly (readonly [label: string, href: string])[]
  readonly timetable: string
  readonly participation: Participation
  readonly note?: string
  readonly procedures: readonly string[]
}

const planning = {
  office: 'Amt für Stadtplanung und Bauordnung',
  contact: { phone: '05200 41-310', email: 'stadtplanung@lindenrode.example' },
}
const green = { office: 'Amt für Grün und Spielflächen', contact: { phone: '05200 41-270', email: 'gruen@lindenrode.example' } }
const roads = { office: 'Amt für Straßen und Verkehr', contact: { phone: '05200 41-240', email: 'verkehr@lindenrode.example' } }
const schools = {
  office: 'Amt für Schule und Sport',
  contact: { phone: '05200 41-450', email: 'schule-sport@lindenrode.example' },
}
const ris = (number: string) => `https://ris.lindenrode.example/oparl/paper/${number}`

/** What Lindenrode plans: invented, as the town is. */
export const demoProjects: readonly DemoProject[] = [
  {
    slug: 'marktplatz-lindenrode',
    stage: 'planned',
    stagedDaysAgo: 160,
    title: 'Marktplatz umgestalten',
    lead: 'Der Markt bekommt Schatten, Bänke und einen ebenen Boden, damit man sich auch an heißen Tagen gern dort aufhält.',
    about:
      'Das Pflaster von 1978 ist uneben, und im Sommer wird es auf dem Platz sehr heiß. Der Platz soll barrierefrei werden und weiter für Wochenmarkt und Stadtfest taugen.\n\nDer Entwurf entsteht aus dem, was die Beteiligung ergibt.',
    themes: ['REGI', 'TRAN'],
    district: 'Kernstadt',
    place: 'Marktplatz',
    at: [8.7205, 51.886],
    cost: [1_800_000, 2_400_000, 'davon bis zu 60 Prozent aus der Städtebauförderung'],
    ...planning,
    papers: [
      ['Grundsatzbeschluss, Vorlage 2026/041', ris('2026-041')],
      ['Antrag auf Städtebauförderung, Vorlage 2026/087', ris('2026-087')],
    ],
    timetable:
      'Ideen sammeln bis Jahresende, Entwurf im Frühjahr, Beschluss vor den Sommerferien, Bau in drei Abschnitten über zwei Jahre.',
    participation: 'voluntary',
    note: 'Zuerst sammeln wir Ideen. Über den Entwurf sprechen wir dann noch einmal öffentlich.',
    procedures: ['marktplatz-lindenrode'],
  },
  {
    slug: 'spielplatz-wiesengrund',
    stage: 'running',
    stagedDaysAgo: 45,
    title: 'Spielplatz Wiesengrund erneuern',
    lead: 'Neue Spielgeräte für kleine und große Kinder, ein Trinkbrunnen und Wege ohne Stufen.',
    about:
      'Die Geräte sind über zwanzig Jahre alt. Was Kinder und Eltern sich gewünscht haben, steht im Rechenschaftsbericht der Beteiligung.',
    themes: ['SOCI', 'EDUC'],
    district: 'Wiesengrund',
    place: 'Am Wiesengrund',
    at: [8.733, 51.893],
    cost: [210_000, 210_000],
    ...green,
    papers: [['Baubeschluss, Vorlage 2026/063', ris('2026-063')]],
    timetable: 'Gebaut wird seit Oktober. Die Eröffnung ist im Mai geplant.',
    participation: 'voluntary',
    procedures: ['spielplatz-wiesengrund'],
  },
  {
    slug: 'freibad-lindenrode',
    stage: 'planned',
    stagedDaysAgo: 90,
    title: 'Freibad Lindenrode sanieren',
    lead: 'Becken und Technik sind am Ende. Das Bad wird saniert und bekommt Wärme aus der Sonne.',
    about:
      'Geprüft werden zwei Wege: alle Becken sanieren, oder das große Becken verkleinern und dafür ein Warmbecken bauen. Beide Wege hat ein Büro durchgerechnet.',
    themes: ['EDUC', 'ENER'],
    district: 'Kernstadt',
    place: 'Badstraße 4',
    at: [8.7131, 51.8822],
    cost: [6_500_000, 9_000_000, 'Schätzung, ohne Förderung'],
    ...schools,
    papers: [
      ['Variantenvergleich, Vorlage 2026/102', ris('2026-102')],
      ['Energiekonzept, Vorlage 2026/103', ris('2026-103')],
    ],
    timetable: 'Entscheidung über den Weg im Frühjahr, Planung bis zum nächsten Winter, danach eine Badesaison lang Baustelle.',
    participation: 'open',
    procedures: [],
  },
  {
    slug: 'schulhof-grundschule-nord',
    stage: 'idea',
    stagedDaysAgo: 60,
    title: 'Schulhof der Grundschule Nord entsiegeln',
    lead: 'Asphalt weg, Bäume und ein Klettergarten hin: Der Hof soll am Nachmittag auch dem Viertel offenstehen.',
    about: 'Bisher ist das eine Idee der Schule. Ob und wann sie umgesetzt wird, hängt vom Förderprogramm des Landes ab.',
    themes: ['EDUC', 'ENVI'],
    district: 'Nordviertel',
    place: 'Gartenstraße 17',
    at: [8.7242, 51.8958],
    cost: [null, 480_000, 'wenn das Land fördert'],
    ...schools,
    papers: [],
    timetable: 'Förderantrag im Februar. Vor dem Sommer weiß die Stadt, ob es Geld gibt.',
    participation: 'none',
    procedures: [],
  },
  {
    slug: 'busnetz-2028',
    stage: 'planned',
    stagedDaysAgo: 120,
    title: 'Neues Busnetz ab 2028',
    lead: 'Der Vertrag mit dem Busunternehmen endet. Das ist die Gelegenheit, Linien und Takte neu zu ordnen.',
    about: 'Grundlage ist die Umfrage zum Busverkehr. Danach entsteht ein Entwurf mit Linien, Takten und Haltestellen.',
    themes: ['TRAN'],
    district: '',
    place: 'Stadtgebiet Lindenrode',
    cost: [3_100_000, 3_600_000, 'im Jahr'],
    ...roads,
    papers: [['Nahverkehrsplan, Vorlage 2026/055', ris('2026-055')]],
    timetable: 'Umfrage bis Jahresende, Entwurf im Sommer, Ausschreibung im Herbst, neues Netz ab Januar 2028.',
    participation: 'voluntary',
    note: 'Nach der Umfrage wird der Entwurf des Netzes öffentlich besprochen.',
    procedures: ['busverkehr-lindenrode'],
  },
  {
    slug: 'leitlinien-buergerbeteiligung',
    stage: 'planned',
    stagedDaysAgo: 75,
    title: 'Leitlinien für Bürgerbeteiligung',
    lead: 'Verbindliche Regeln, wann und wie die Stadt die Menschen fragt. Diese Vorhabenliste ist ein Teil davon.',
    about: '',
    themes: ['GOVE'],
    district: '',
    place: 'Stadtgebiet Lindenrode',
    cost: [15_000, 25_000],
    office: 'Stabsstelle Beteiligung Lindenrode',
    contact: { name: 'Henrike Obermann', phone: '05200 41-112', email: 'beteiligung@lindenrode.example' },
    papers: [['Auftrag des Rates, Vorlage 2026/012', ris('2026-012')]],
    timetable: 'Entwurf liegt vor, Beschluss im Juni.',
    participation: 'voluntary',
    procedures: ['leitlinien-lindenrode'],
  },
  {
    slug: 'baugebiet-am-muehlbach',
    stage: 'planned',
    stagedDaysAgo: 30,
    title: 'Baugebiet Am Mühlbach',
    lead: 'Rund 90 Wohnungen, ein Drittel davon mit Mietpreisbindung, dazu eine Kita mit vier Gruppen.',
    about:
      'Das Gebiet ist im Flächennutzungsplan seit 2011 als Wohngebiet vorgesehen. Offen sind die Höhe der Häuser, die Zufahrt und der Abstand zum Bach.',
    themes: ['REGI', 'SOCI', 'ENVI'],
    district: 'Mühlbach',
    place: 'zwischen Mühlbach und Auenfelder Straße',
    at: [8.7402, 51.8793],
    cost: [4_200_000, 5_000_000, 'Erschließung; die Häuser bauen andere'],
    ...planning,
    papers: [['Aufstellungsbeschluss, Vorlage 2026/118', ris('2026-118')]],
    timetable: 'Vorentwurf im Winter, frühzeitige Beteiligung im Frühjahr, Satzungsbeschluss frühestens Ende nächsten Jahres.',
    participation: 'law',
    note: 'Das Baugesetzbuch sieht zwei Runden vor: frühzeitig zum Vorentwurf, und zum fertigen Entwurf.',
    procedures: [],
  },
  {
    slug: 'radstrasse-bahnhofstrasse',
    stage: 'done',
    stagedDaysAgo: 200,
    title: 'Fahrradstraße Bahnhofstraße',
    lead: 'Zwischen Bahnhof und Markt haben Fahrräder jetzt Vorrang. Autos dürfen weiter zu den Häusern.',
    about: '',
    themes: ['TRAN'],
    district: 'Kernstadt',
    place: 'Bahnhofstraße',
    at: [8.7168, 51.8885],
    cost: [86_400, 86_400, 'abgerechnet'],
    ...roads,
    papers: [['Schlussbericht, Vorlage 2026/033', ris('2026-033')]],
    timetable: 'Fertig seit Mai.',
    participation: 'none',
    procedures: [],
  },
]

/** Suggestions of the demonstration: what somebody wrote, how many support it, what the town answered. */
export const demoSuggestions = [
  {
    project: 'schulhof-grundschule-nord',
    body: 'Der Hof liegt mitten im Viertel, und nachmittags soll er allen offenstehen. Dann sollten auch alle mitreden: Kinder, Eltern, Nachbarn. Vor allem darüber, wann er offen ist und wer sich kümmert.',
    author: 'Elternrat der Grundschule Nord',
    daysAgo: 40,
    supporters: 34,
  },
  {
    project: 'freibad-lindenrode',
    body: 'Ob das große Becken kleiner wird, geht alle an, die hier schwimmen. Bitte fragen Sie vor der Entscheidung, nicht danach.',
    author: null,
    daysAgo: 70,
    supporters: 118,
  },
] as const
