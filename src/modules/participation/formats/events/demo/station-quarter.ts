import type { Access } from '../model/access.ts'
import type { ProgrammeItem } from '../model/event.ts'
import type { Says } from '../model/poll.ts'
import type { RegistrationDraft } from '../model/registration.ts'

/** What Lindenrode invites to around its station. Days count from the beginning of the phases. */
export const stationProcedure = {
  slug: 'bahnhofsviertel-termine',
  prefix: 'BT',
  title: 'Bahnhofsviertel: kommen Sie ins Gespräch',
  lead: 'Vor dem Bahnhof entsteht ein Platz. Sehen Sie die Pläne, gehen Sie mit, fragen Sie nach.',
  about: '',
  fixed: ['Der Busbahnhof zieht an die Gartenstraße.', 'Gebaut wird ab dem nächsten Herbst.'],
  open: ['Wie viel Schatten braucht der Platz?', 'Wo stehen Fahrräder sicher?', 'Was wird aus dem alten Güterschuppen?'],
  office: 'Stadtplanungsamt Lindenrode',
  contact: { name: 'Miriam Tönnies', phone: '05200 41-317', email: 'planung@lindenrode.example' },
  place: 'Bahnhofsviertel',
  settings: { keepDays: 30 },
  answerBy: null,
  retentionMonths: 12,
  phases: [
    { title: 'Gespräche', note: 'Abend, Rundgang, Sprechstunde', from: 0, days: 45, actions: ['read', 'submit'] },
    { title: 'Auswertung', note: 'Die Protokolle stehen hier', from: 45, days: 30, actions: ['read'] },
    { title: 'Beschluss', label: 'Frühjahr', actions: ['read'] },
  ],
} as const

export const eveningAbout = `Das Stadtplanungsamt zeigt drei Entwürfe für den Platz. Nach einer halben Stunde geht es an Tische: Schatten, Verkehr, Güterschuppen.

Was an den Tischen gesagt wird, schreiben wir mit. Das Protokoll steht eine Woche später hier.`

export const eveningProgramme: readonly ProgrammeItem[] = [
  { time: '18:30', title: 'Begrüßung', who: 'Bürgermeisterin Ayşe Demir' },
  { time: '18:40', title: 'Drei Entwürfe in zwanzig Minuten', who: 'Miriam Tönnies, Stadtplanungsamt' },
  { time: '19:00', title: 'Gespräch an drei Tischen', who: '' },
  { time: '20:10', title: 'Was wir mitnehmen', who: 'Moderation: Jens Okafor' },
]

export const tourAbout =
  'Wir gehen von der Gartenstraße zum Güterschuppen und zurück. An vier Stellen halten wir an und hören zu.'

export const hallAccess: Access = {
  stepFree: 'yes',
  lift: 'not-needed',
  toilet: 'yes',
  hearingLoop: 'yes',
  signLanguage: 'request',
  childcare: 'yes',
  parking: 'yes',
  language: 'Deutsch, auf Anfrage Türkisch und Ukrainisch',
  transport: 'Buslinien 2 und 7, Haltestelle Bürgerhaus',
}

export const townHallAccess: Access = {
  stepFree: 'yes',
  lift: 'yes',
  toilet: 'yes',
  hearingLoop: 'no',
  signLanguage: 'request',
  transport: 'Alle Buslinien, Haltestelle Marktplatz',
}

type Somebody = Omit<RegistrationDraft, 'needs'> & Partial<Pick<RegistrationDraft, 'needs'>>

/** Fifty-nine of sixty: one seat is left. */
export const participants: readonly Somebody[] = [
  ...[4, 2, 1, 2, 3, 1, 4, 2, 2, 1, 3, 4, 1, 2, 2, 4, 1, 3, 2, 4, 1, 2, 1].map((people) => ({ people })),
  { people: 2, needs: ['sign-language'] },
  { people: 1, needs: ['step-free'], note: 'Bitte nahe am Ausgang.' },
  { people: 4, needs: ['childcare'], note: 'Zwei Kinder, 4 und 7.' },
]

/** Fifteen of fifteen, and three groups that wait. */
export const walkers: readonly Somebody[] = [3, 2, 3, 1, 2, 3, 1, 2, 1, 3].map((people) => ({ people }))

export const pollAnswers: readonly { readonly name: string; readonly says: readonly Says[] }[] = [
  { name: 'Güterschuppen 3', says: ['yes', 'maybe', 'no'] },
  { name: 'Anna aus der Gartenstraße', says: ['no', 'yes', 'yes'] },
  { name: 'Radlerin', says: ['yes', 'yes', 'no'] },
  { name: 'Familie Nr. 12', says: ['no', 'maybe', 'yes'] },
  { name: 'Kiosk am Bahnhof', says: ['maybe', 'yes', 'no'] },
]
