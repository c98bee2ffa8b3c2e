import type { Outcome, Reason } from '../model/submission.ts'
import type { DemoComment } from './marktplatz-comments.ts'

/** What the district asked last year about its cycle paths: over, with answers. Days count from the beginning of the collection. */
export const cycleProcedure = {
  slug: 'radwege-im-kreis',
  prefix: 'RW',
  title: 'Radwege im Kreis: wo fehlt ein Stück?',
  lead: 'Der Kreis baut bis 2029 zwölf Kilometer Radweg. Hier stand zur Wahl, wo zuerst.',
  about: '',
  fixed: ['Der Kreis gibt 4,1 Millionen Euro aus.', 'Gebaut wird nur an Kreisstraßen.'],
  open: ['Welche Lücke schließen wir zuerst?', 'Wo reicht ein Streifen, wo braucht es einen eigenen Weg?'],
  office: 'Amt für Straßen und Mobilität',
  contact: { phone: '0221 4710-560', email: 'radwege@kreis-sennewald.example' },
  place: 'Kreis Sennewald',
  began: -400,
  phases: [
    { title: 'Lücken melden', note: '', from: 0, days: 42, actions: ['read', 'submit', 'comment', 'rate'] },
    { title: 'Prüfung', note: 'Jede Meldung bekommt eine Antwort', from: 42, days: 90, actions: ['read'] },
    { title: 'Beschluss', note: 'Der Kreistag entscheidet', from: 160, days: 1, actions: ['read'] },
  ],
} as const

interface OtherIdea {
  readonly day: number
  readonly title: string
  readonly body: string
  readonly at: readonly [lon: number, lat: number]
  readonly votes: readonly [agree: number, neutral: number, disagree: number]
  readonly answer: { readonly outcome: Outcome; readonly reason?: Reason; readonly body: string }
}

export const cycleIdeas: readonly OtherIdea[] = [
  {
    day: 1,
    title: 'Zwischen Auenfeld und Lindenrode fehlen 900 Meter',
    body: 'Der Weg endet hinter der Brücke im Graben. Danach fährt man auf der Straße, auf der 70 erlaubt ist.',
    at: [8.768, 51.886],
    votes: [96, 5, 3],
    answer: {
      outcome: 'adopted',
      body: 'Diese Lücke schließt der Kreis zuerst. Der Bau beginnt im nächsten Frühjahr, die Grundstücke sind gekauft.',
    },
  },
  {
    day: 3,
    title: 'Querung an der Kreisstraße 12 in Steinbrück',
    body: 'Vor der Schule wechselt der Radweg die Seite, ohne Insel und ohne Ampel.',
    at: [8.766, 51.824],
    votes: [71, 8, 6],
    answer: { outcome: 'adopted', body: 'Die Insel ist bestellt. Bis sie steht, gilt vor der Schule Tempo 30.' },
  },
  {
    day: 8,
    title: 'Beleuchtung am Weg durch die Heide',
    body: 'Im Winter ist es ab vier dunkel. Viele nehmen deshalb doch das Auto.',
    at: [8.718, 51.842],
    votes: [38, 12, 27],
    answer: {
      outcome: 'not-adopted',
      reason: 'law',
      body: 'Der Weg liegt im Naturschutzgebiet, Leuchten sind dort nicht erlaubt. Der Belag wird hell, das hilft auch.',
    },
  },
  {
    day: 15,
    title: 'Mehr Platz am Bahnhof Auenfeld zum Abstellen',
    body: 'Mit Dach, und zehn Boxen zum Abschließen.',
    at: [8.806, 51.884],
    votes: [52, 9, 2],
    answer: {
      outcome: 'referred',
      body: 'Der Bahnhof gehört der Stadt Auenfeld. Wir haben die Meldung mit allen Kommentaren weitergegeben.',
    },
  },
]

const heath = 'Beleuchtung am Weg durch die Heide'
export const cycleComments: readonly DemoComment[] = [
  { under: heath, after: 1, stance: 'pro', body: 'Meine Tochter fährt da jeden Morgen zur Schule. Licht würde mich beruhigen.' },
  {
    under: heath,
    after: 2,
    stance: 'contra',
    body: 'In der Heide brüten Ziegenmelker. Die brauchen die Nacht.',
    author: 'Naturschutzverein Sennewald',
    replies: [{ after: 3, body: 'Es gibt Leuchten, die nur angehen, wenn jemand kommt.' }],
  },
  { under: heath, after: 5, stance: 'contra', body: 'Ein gutes Fahrradlicht ist billiger als vierzig Laternen.' },
  { under: heath, after: 9, stance: 'pro', body: 'Wenigstens an der Kurve bei der Schutzhütte, da sieht man nichts kommen.' },
  {
    under: 'Zwischen Auenfeld und Lindenrode fehlen 900 Meter',
    after: 2,
    stance: 'pro',
    body: 'Ich würde morgen aufs Rad umsteigen.',
    author: 'Katrin B.',
  },
]

/** What Auenfeld is going to ask: still to come. */
export const playgroundProcedure = {
  slug: 'spielplatz-am-muehlbach',
  prefix: 'SM',
  title: 'Spielplatz am Mühlbach: was soll er können?',
  lead: 'Der Spielplatz wird im nächsten Jahr erneuert. Kinder und Erwachsene sagen, was bleiben und was dazukommen soll.',
  about: '',
  fixed: ['Die Stadt gibt 180.000 Euro aus.', 'Der große Ahorn bleibt.'],
  open: ['Klettern, schaukeln oder matschen?', 'Wo sitzen die, die aufpassen?'],
  office: 'Fachdienst Grünflächen Auenfeld',
  contact: { phone: '0221 4710-220', email: 'gruen@auenfeld.example' },
  place: 'Am Mühlbach',
  began: 12,
  phases: [
    { title: 'Wünsche sammeln', note: '', from: 0, days: 28, actions: ['read', 'submit', 'comment', 'rate'] },
    { title: 'Werkstatt mit Kindern', note: 'In der Grundschule am Mühlbach', from: 40, days: 1, actions: ['read'] },
    { title: 'Bau', note: '', label: 'im nächsten Sommer', actions: ['read'] },
  ],
} as const
