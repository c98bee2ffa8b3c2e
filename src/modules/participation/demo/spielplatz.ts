import type { DecisionState } from '../model/report/figures.ts'
import type { Channel, Outcome, Reason } from '../model/submission.ts'

/** An idea for the playground, invented as the town is. `day` counts from the beginning. */
export interface PlaygroundIdea {
  readonly day: number
  readonly title: string
  readonly body: string
  readonly category: string
  readonly author?: string
  readonly channel?: Channel
  readonly agree: number
  /** Place of its decision in `playgroundDecisions`. */
  readonly decision?: number
  readonly answer?: { readonly after: number; readonly outcome: Outcome; readonly reason?: Reason; readonly body: string }
}

export const playgroundCategories = ['Spielen', 'Sitzen und Schatten', 'Wege und Zugang', 'Natur'] as const
const [play, sit, way, nature] = playgroundCategories

/** A procedure of last year that is over: what came in is answered, decided and for the most part built. */
export const playground = {
  slug: 'spielplatz-wiesengrund',
  prefix: 'SW',
  title: 'Spielplatz Wiesengrund: was soll bleiben, was fehlt?',
  lead: 'Die Geräte waren 22 Jahre alt. Kinder, Eltern und Nachbarn haben gesagt, was sie brauchen.',
  about: '',
  fixed: ['Die Stadt gibt 180.000 Euro aus.', 'Die alte Hainbuche bleibt.'],
  open: ['Welche Geräte?', 'Wo sitzt man im Schatten?', 'Wie kommt man mit Rollstuhl und Kinderwagen hin?'],
  office: 'Amt für Grünflächen Lindenrode',
  place: 'Wiesengrund, neben der Kita',
  phases: [
    { title: 'Ideen sammeln', from: 0, days: 35, actions: ['read', 'submit', 'rate'] },
    { title: 'Auswertung', from: 35, days: 28, actions: ['read'] },
    { title: 'Beschluss', from: 95, days: 1, actions: ['read'] },
    { title: 'Bau', from: 150, days: 120, actions: ['read'] },
  ],
} as const

/** What the committee decided; days count from the beginning. */
export const playgroundDecisions: readonly {
  readonly title: string
  readonly body: string
  readonly day: number
  readonly href: string
  readonly due?: number
  readonly steps: readonly { readonly day: number; readonly state: DecisionState; readonly note: string }[]
}[] = [
  {
    title: 'Neue Geräte, auch für Kinder mit Behinderung',
    body: 'Ausschuss für Umwelt und Klimaschutz',
    day: 95,
    href: 'https://rat.lindenrode.example/vorlagen/2025-118',
    steps: [
      { day: 150, state: 'running', note: 'Die alten Geräte sind abgebaut, der Boden ist erneuert.' },
      { day: 268, state: 'done', note: 'Nestschaukel, Kletternetz und Wasserpumpe sind freigegeben.' },
    ],
  },
  {
    title: 'Sechs Bänke und ein Sonnensegel',
    body: 'Ausschuss für Umwelt und Klimaschutz',
    day: 95,
    href: 'https://rat.lindenrode.example/vorlagen/2025-119',
    due: 560,
    steps: [
      { day: 240, state: 'running', note: 'Die Bänke stehen.' },
      { day: 390, state: 'delayed', note: 'Das Sonnensegel braucht ein stärkeres Fundament. Wir haben es neu ausgeschrieben.' },
    ],
  },
  {
    title: 'Beleuchteter Weg zur Bushaltestelle',
    body: 'Rat',
    day: 130,
    href: 'https://rat.lindenrode.example/vorlagen/2025-140',
    steps: [
      {
        day: 300,
        state: 'dropped',
        note: 'Im Geäst der Hainbuche schlafen Fledermäuse; die Naturschutzbehörde stimmt keiner Lampe zu.',
      },
    ],
  },
]

const space = 'space' as const

export const playgroundIdeas: readonly PlaygroundIdea[] = [
  {
    day: 0,
    title: 'Eine Schaukel, in der auch mein Bruder sitzen kann',
    body: 'Er hat einen Rollstuhl. In der Nestschaukel in Steinbrück können wir zusammen schaukeln.',
    category: play,
    agree: 63,
    decision: 0,
    answer: { after: 12, outcome: 'adopted', body: 'Ja. Eine Nestschaukel kommt, mit festem Boden bis an den Rand.' },
  },
  {
    day: 1,
    title: 'Wasserpumpe zum Matschen',
    body: 'Im Sommer ist der Sand nur heiß. Mit Wasser spielen alle Alter.',
    category: play,
    agree: 58,
    decision: 0,
    answer: { after: 16, outcome: 'adopted', body: 'Ja. Die Leitung liegt schon an der Kita, die Pumpe kostet rund 6.000 Euro.' },
  },
  {
    day: 2,
    title: 'Klettern, aber hoch',
    body: 'Für die Größeren ab zehn. Sonst hängen wir nur am Bus herum.',
    category: play,
    channel: 'counter',
    agree: 41,
    decision: 0,
    answer: {
      after: 20,
      outcome: 'partly',
      reason: 'safety',
      body: 'Ein Kletternetz bis 2,80 Meter. Höher verlangt die Norm einen Fallschutz, für den der Platz nicht reicht.',
    },
  },
  {
    day: 4,
    title: 'Schatten über dem Sandkasten',
    body: 'Ab elf Uhr brennt die Sonne darauf, bis die Hainbuche am Nachmittag hilft.',
    category: sit,
    agree: 49,
    decision: 1,
    answer: { after: 18, outcome: 'adopted', body: 'Ja. Ein Sonnensegel ist geplant, im Winter wird es abgenommen.' },
  },
  {
    day: 5,
    title: 'Bänke mit Blick auf die Kleinen',
    body: 'Die beiden alten stehen mit dem Rücken zum Sandkasten.',
    category: sit,
    author: 'Hannelore Pieper',
    channel: 'letter',
    agree: 37,
    decision: 1,
    answer: { after: 18, outcome: 'adopted', body: 'Ja. Sechs Bänke mit Lehne, vier davon am Sandkasten.' },
  },
  {
    day: 6,
    title: 'Bänke am Sandkasten, mit Blick auf die Kleinen',
    body: 'Die alten stehen mit dem Rücken zum Sandkasten, das ist unpraktisch.',
    category: sit,
    agree: 12,
    decision: 1,
    answer: { after: 17, outcome: 'adopted', body: 'Ja. Sechs Bänke mit Lehne, vier davon am Sandkasten.' },
  },
  {
    day: 9,
    title: 'Licht auf dem Weg zum Bus',
    body: 'Im Winter ist es um fünf stockdunkel, die Kinder laufen dann über die Straße.',
    category: way,
    channel: 'telephone',
    agree: 33,
    decision: 2,
    answer: { after: 21, outcome: 'adopted', body: 'Ja. Der Rat entscheidet über drei Lampen mit Bewegungsmelder.' },
  },
  {
    day: 11,
    title: 'Ein Zaun zur Straße',
    body: 'Der Ball rollt sonst immer auf den Wiesengrund.',
    category: way,
    agree: 29,
    answer: {
      after: 15,
      outcome: 'not-adopted',
      reason: space,
      body: 'Ein Zaun passt nicht zwischen Gehweg und Wurzeln. Stattdessen pflanzen wir eine Hecke, die zwei Jahre braucht.',
    },
  },
  {
    day: 14,
    title: 'Eine Seilbahn',
    body: 'Die in Auenfeld ist 40 Meter lang, da fahren wir extra hin.',
    category: play,
    agree: 44,
    answer: {
      after: 22,
      outcome: 'not-adopted',
      reason: 'cost',
      body: 'Eine Seilbahn kostet mit Boden rund 48.000 Euro, mehr als ein Viertel des Geldes. Wir merken sie für den Platz am Lindenwehr vor.',
    },
  },
  {
    day: 15,
    title: 'Wildblumen statt Rasen am Rand',
    body: 'Dort spielt niemand, und gemäht wird es trotzdem.',
    category: nature,
    agree: 22,
    answer: { after: 30, outcome: 'adopted', body: 'Ja. Der Streifen ist im Herbst eingesät, gemäht wird zweimal im Jahr.' },
  },
  {
    day: 18,
    title: 'Toilette in der Nähe',
    body: 'Die der Kita ist nachmittags zu.',
    category: way,
    agree: 31,
    answer: {
      after: 34,
      outcome: 'referred',
      body: 'Das entscheidet der Träger der Kita. Wir haben ihn gefragt, ob die Toilette bis 18 Uhr offen bleiben kann.',
    },
  },
  {
    day: 22,
    title: 'Hunde draußen lassen',
    body: 'Ein Schild reicht nicht, es braucht Kontrollen.',
    category: way,
    agree: 18,
    answer: { after: 29, outcome: 'noted', body: 'Das Ordnungsamt kontrolliert seit dem Sommer zweimal im Monat.' },
  },
  {
    day: 33,
    title: 'Der alte Kletterbär soll bleiben',
    body: 'Auf dem Betonbären saßen schon wir als Kinder.',
    category: play,
    author: 'Nachbarschaft Wiesengrund',
    agree: 27,
  },
]

/** Beginnings for answers of the town. */
export const demoBlocks = [
  {
    title: 'Steht schon im Plan',
    outcome: 'adopted',
    reason: null,
    body: 'Ja. Das ist im Entwurf enthalten. Sie sehen ihn auf der Seite des Verfahrens, sobald er fertig ist.',
  },
  {
    title: 'Andere Stelle zuständig',
    outcome: 'referred',
    reason: null,
    body: 'Das entscheidet eine andere Stelle. Wir haben Ihren Beitrag dorthin weitergegeben und sagen hier, was sie antwortet.',
  },
  {
    title: 'Kein Geld in diesem Jahr',
    outcome: 'not-adopted',
    reason: 'cost',
    body: 'Nein. Dafür steht in diesem Jahr kein Geld im Haushalt. Wir merken den Vorschlag für den nächsten vor.',
  },
] as const

/** What the town writes around the figures. */
export const playgroundTexts = {
  intro:
    'Danke für jede Zeile. Am meisten haben Kinder geschrieben, viele davon mit der **Klasse 3b** der Grundschule an einem Vormittag vor Ort.',
  missed:
    'Der Kletterbär ist noch nicht beantwortet: Ein Gutachten klärt, ob sein Beton hält. Das Sonnensegel kommt ein Jahr später als versprochen.',
  speed: 'Drei Wochen lang fehlte eine Vertretung.',
} as const
