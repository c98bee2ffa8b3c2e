import type { Channel, Outcome, Reason } from '../model/submission.ts'

/** An idea of the demonstration: invented, as the town is. `day` counts from the beginning of the collection. */
export interface DemoIdea {
  readonly day: number
  readonly title: string
  readonly body: string
  readonly category: string
  readonly place?: string
  /** Longitude and latitude in metres east and north of the market's middle. */
  readonly at?: readonly [east: number, north: number]
  readonly author?: string
  readonly channel?: Channel
  readonly agree: number
  readonly answer?: { readonly outcome: Outcome; readonly reason?: Reason; readonly body: string }
}

export const categories = [
  'Sitzen und Schatten',
  'Parken und Verkehr',
  'Wasser und Grün',
  'Spiel und Kultur',
  'Licht und Sicherheit',
] as const
const [sit, park, water, play, light] = categories

/** What Lindenrode asks about its market square. Days count from the beginning of the collection. */
export const marketProcedure = {
  slug: 'marktplatz-lindenrode',
  prefix: 'MP',
  title: 'Marktplatz Lindenrode: wie soll er werden?',
  lead: 'Der Marktplatz wird ab 2028 umgebaut. Sagen Sie uns, was ihm fehlt und was bleiben soll.',
  about: '',
  fixed: [
    'Die Stadt gibt bis zu 2,4 Millionen Euro aus.',
    'Der Wochenmarkt bleibt, dienstags und freitags.',
    'Alle sieben Linden bleiben stehen.',
    'Der Platz wird ohne Stufen gebaut.',
  ],
  open: [
    'Wie viele der 46 Parkplätze bleiben?',
    'Wo sitzt man, und was kostet das Sitzen?',
    'Braucht der Platz Wasser, eine Bühne, ein Spielgerät?',
    'Wie hell soll er abends sein?',
  ],
  office: 'Stadtplanungsamt Lindenrode',
  contact: { name: 'Miriam Tönnies', phone: '05200 41-317', email: 'planung@lindenrode.example' },
  place: 'Marktplatz, Kernstadt',
  phases: [
    { title: 'Ideen sammeln', note: '', from: 0, days: 42, actions: ['read', 'submit', 'comment', 'rate'] },
    { title: 'Auswertung', note: 'Jede Idee bekommt eine Antwort', from: 42, days: 49, actions: ['read'] },
    { title: 'Drei Entwürfe', note: 'Sie bewerten die Entwürfe', from: 120, days: 30, actions: ['read'] },
    { title: 'Beschluss', note: 'Der Rat entscheidet', from: 225, days: 1, actions: ['read'] },
    { title: 'Umbau', note: 'Bautagebuch auf dieser Seite', label: 'ab Frühjahr 2028', actions: ['read'] },
  ],
} as const

export const marketIdeas: readonly DemoIdea[] = [
  {
    day: 0,
    title: 'Trinkbrunnen im Schatten der Linden',
    body: 'Auf dem ganzen Platz gibt es kein Wasser. Die Linden geben schon Schatten, dort würde man gern sitzen.\n\nEin Becher- und ein Flaschenhahn reichen, und unten ein Napf für Hunde.',
    category: water,
    place: 'unter den Linden, Nordseite',
    at: [46, 38],
    agree: 84,
    answer: {
      outcome: 'adopted',
      body: 'Der Brunnen kommt in alle drei Entwürfe. Die Leitung liegt ohnehin unter der Nordseite, der Anschluss kostet rund 9.000 Euro.',
    },
  },
  {
    day: 3,
    title: 'Parkplätze nur noch auf der Südseite',
    body: 'Zwölf Plätze für Menschen mit Behinderung und für kurze Besuche, der Rest ins Parkhaus Kirchgasse. Das ist nie voll, ich wohne gegenüber.',
    category: park,
    place: 'Parkplatz',
    at: [-60, -52],
    author: 'Gerda Hollmann',
    agree: 71,
  },
  {
    day: 4,
    title: 'Kleine Bühne mit Strom',
    body: 'Für Chöre, Schulen und den Weihnachtsmarkt. Ohne Dach, damit der Platz frei bleibt. Eine Steckdose im Boden spart jedes Mal den Generator.',
    category: play,
    place: 'vor der Kirche',
    at: [62, -44],
    agree: 58,
  },
  {
    day: 5,
    title: 'Tische, an denen man nichts kaufen muss',
    body: 'Mit Platz für Rollstühle. Wer sein Brot mitbringt, soll nicht auf der Kirchentreppe sitzen.',
    category: sit,
    place: 'vor dem Rathaus',
    at: [10, 12],
    agree: 52,
    answer: {
      outcome: 'partly',
      reason: 'space',
      body: 'Vier Tische sind vorgesehen, zwei davon unterfahrbar. Mehr passen nicht, solange der Wochenmarkt auf ganzer Breite steht.',
    },
  },
  {
    day: 7,
    title: 'Licht bis 23 Uhr, danach gedimmt',
    body: 'Im Winter ist der Weg zum Bus dunkel. Ganz hell muss es nachts nicht sein, die Fledermäuse im Kirchturm brauchen es auch nicht.',
    category: light,
    at: [88, 62],
    agree: 33,
  },
  {
    day: 8,
    title: 'Der Brunnen von 1911 gehört zurück auf den Platz',
    body: 'Er steht seit dem Umbau 1974 im Bauhof. Mein Großvater hat ihn noch sprudeln sehen.',
    category: water,
    author: 'Heinz Brüggemann',
    channel: 'letter',
    agree: 29,
  },
  {
    day: 9,
    title: 'Fahrradständer, an die man anschließen kann',
    body: 'Bügel statt Felgenklemmen, und zwei breite Plätze für Lastenräder.',
    category: park,
    at: [-22, 40],
    agree: 41,
  },
  {
    day: 10,
    title: 'Ein Spielgerät aus Holz, kein buntes Plastik',
    body: 'Etwas zum Balancieren zwischen den Linden reicht. Die Kleinen warten sonst am Bus.',
    category: play,
    at: [30, 30],
    agree: 38,
  },
  {
    day: 11,
    title: 'Bänke mit Lehne und Armstütze',
    body: 'Meine Mutter ist 84 und kommt von den niedrigen Blöcken nicht mehr hoch.',
    category: sit,
    at: [4, 44],
    agree: 47,
    answer: {
      outcome: 'adopted',
      body: 'Alle neuen Bänke bekommen Lehnen, jede zweite Armstützen. So steht es auch in der Norm für Barrierefreiheit.',
    },
  },
  {
    day: 12,
    title: 'Keine Autos mehr auf dem Platz',
    body: 'Auch nicht zum Abstellen. Wer liefert, kann bis zehn Uhr kommen.',
    category: park,
    agree: 26,
    answer: {
      outcome: 'not-adopted',
      reason: 'decided',
      body: 'Der Rat hat am 18. Juni beschlossen, dass Plätze für Menschen mit Behinderung und für kurze Besuche bleiben. Offen ist, wie viele und wo.',
    },
  },
  {
    day: 13,
    title: 'Bäume auch an der Langen Straße',
    body: 'Im August hat es vor der Apotheke 38 Grad. Drei Felsenbirnen würden helfen.',
    category: water,
    at: [-92, 10],
    agree: 35,
  },
  {
    day: 14,
    title: 'Ein öffentliches WC, das auch sonntags offen ist',
    body: 'Das im Rathaus schließt um eins. Wer vom Radweg kommt, findet nichts.',
    category: sit,
    agree: 44,
  },
  {
    day: 15,
    title: 'Steine, die nicht rollen',
    body: 'Das Pflaster vor der Kirche schüttelt jeden Kinderwagen durch. Glatte Bahnen quer über den Platz wären gut.',
    category: light,
    at: [66, -20],
    channel: 'telephone',
    agree: 31,
  },
  {
    day: 16,
    title: 'Sommerkino auf der Rathauswand',
    body: 'Zweimal im Jahr genügt. Der Kulturverein würde es machen.',
    category: play,
    author: 'Kulturverein Lindenrode',
    agree: 22,
  },
]
