import type { Candidate } from '../model/vote/box.ts'

const project = (key: string, title: string, thousands: number, summary: string, place: string): Candidate => ({
  key,
  title,
  summary,
  place,
  cost: Math.round(thousands * 100_000),
})

/** What Lindenrode votes on: invented, as the town is. */
export const budgetProjects: readonly Candidate[] = [
  project('A', 'Trinkbrunnen am Bahnhofsvorplatz', 18, 'Ein Brunnen mit Becher- und Flaschenhahn, auch für Hunde.', 'Kernstadt'),
  project('B', 'Überdachte Fahrradständer am Gymnasium', 34, '60 Plätze mit Dach und Licht.', 'Kernstadt'),
  project('C', 'Lesegarten hinter der Stadtbücherei', 42, 'Bänke, Hochbeete und WLAN im Hof der Bücherei.', 'Kernstadt'),
  project('D', 'Neue Bänke am Lindenufer', 22, 'Acht Bänke mit Lehne, zwei davon für Rollstühle unterfahrbar.', 'Kernstadt'),
  project('E', 'Bolzplatz Wiesengrund erneuern', 29, 'Neuer Belag und zwei Tore.', 'Wiesengrund'),
  project('F', 'Querungshilfe an der Schule Wiesengrund', 24, 'Mittelinsel und abgesenkte Bordsteine.', 'Wiesengrund'),
  project('G', 'Dorfplatz Hagen: Schatten und Sitzplätze', 21, 'Drei Bäume, vier Bänke, ein Tisch.', 'Hagen'),
  project('H', 'Lastenrad zum Ausleihen', 9.5, 'Zwei Räder, kostenlos für drei Tage, am Rathaus.', 'ganze Stadt'),
  project('I', 'Wasserspielplatz im Stadtpark', 58, 'Pumpe, Wasserlauf und Sandfläche.', 'Kernstadt'),
]

/** Cents. */
export const budgetAmount = 12_000_000

/** How much people of a part of the town like each project, in hundredths. */
const parts: readonly { readonly people: number; readonly likes: Readonly<Record<string, number>> }[] = [
  { people: 1204, likes: { A: 52, B: 38, C: 55, D: 46, E: 4, F: 6, G: 3, H: 26, I: 62 } },
  { people: 412, likes: { A: 26, B: 14, C: 6, D: 18, E: 82, F: 88, G: 6, H: 22, I: 7 } },
  { people: 230, likes: { A: 24, B: 6, C: 7, D: 16, E: 5, F: 8, G: 94, H: 20, I: 6 } },
]

/** Ballots of so many people out of a thousand of the town, the same every time: everybody takes what they like until the money is spent. */
export function budgetBallots(perThousand: number, seed: number): string[][] {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return parts.flatMap(({ people, likes }) =>
    Array.from({ length: Math.round((people * perThousand) / 1000) }, () => {
      let left = budgetAmount
      const wish = budgetProjects
        .map((one) => ({ ...one, wish: (likes[one.key] ?? 0) / 100 - next() }))
        .filter(({ wish: much }) => much > 0)
        .sort((a, b) => b.wish - a.wish)
      const chosen = wish.filter(({ cost }) => {
        if (cost > left) return false
        left -= cost
        return true
      })
      return (chosen.length > 0 ? chosen : budgetProjects.filter(({ key }) => key === 'H')).map(({ key }) => key).sort()
    }),
  )
}

const rest = {
  about: '',
  office: 'Kämmerei der Stadt Lindenrode',
  contact: { name: 'Amira Yildiz', phone: '05555 20-240', email: 'buergerhaushalt@lindenrode.example' },
  place: 'Ganze Stadt',
}

/** The vote that runs. Days count from the day on which the demonstration is loaded. */
export const budgetNow = {
  ...rest,
  prefix: 'BH',
  slug: 'buergerhaushalt-2027',
  title: 'Bürgerhaushalt 2027',
  lead: 'Wofür soll Lindenrode 120.000 Euro ausgeben? Neun Vorschläge stehen zur Wahl, alle von Menschen aus der Stadt.',
  fixed: [
    '120.000 Euro stehen im Haushalt 2027 bereit.',
    'Die Ämter haben geprüft, was jeder Vorschlag kostet und ob er sich umsetzen lässt.',
    'Gezählt wird nach der Methode der gleichen Anteile.',
  ],
  open: ['Welche Vorschläge umgesetzt werden, entscheiden Sie.'],
  phases: [
    { title: 'Vorschläge sammeln', note: '61 Vorschläge', from: -80, days: 30, actions: ['read', 'submit', 'comment'] },
    { title: 'Prüfung durch die Ämter', note: '', from: -50, days: 35, actions: ['read'] },
    { title: 'Abstimmung', note: '', from: -15, days: 28, actions: ['read', 'vote'] },
    { title: 'Ergebnis mit Nachzählung', note: '', from: 13, days: 2, actions: ['read'] },
    { title: 'Der Rat beschließt', note: '', from: 24, days: 1, actions: ['read'] },
  ],
} as const

/** The vote of the year before, counted. */
export const budgetBefore = {
  ...rest,
  prefix: 'BHV',
  slug: 'buergerhaushalt-2026',
  title: 'Bürgerhaushalt 2026',
  lead: 'Lindenrode hat über 120.000 Euro abgestimmt. Das Ergebnis kann jede Person nachzählen.',
  fixed: ['120.000 Euro standen im Haushalt 2026 bereit.', 'Gezählt wurde nach der Methode der gleichen Anteile.'],
  open: [],
  phases: [
    { title: 'Vorschläge sammeln', note: '48 Vorschläge', from: -440, days: 30, actions: ['read'] },
    { title: 'Prüfung durch die Ämter', note: '', from: -410, days: 35, actions: ['read'] },
    { title: 'Abstimmung', note: '', from: -375, days: 28, actions: ['read', 'vote'] },
    { title: 'Ergebnis mit Nachzählung', note: '', from: -345, days: 1, actions: ['read'] },
  ],
} as const

/** The receipt of one ballot of the year before, so that everybody can try to find a ballot. */
export const knownReceipt = 'LR274K8M9TQX'
