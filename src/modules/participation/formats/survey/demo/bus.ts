import type { Question } from '../model/questionnaire.ts'
import { completeQuestion } from '../survey-settings.ts'

const options = (...texts: readonly string[]) => texts.map((text, i) => ({ id: `o${i + 1}`, text }))

/** What Lindenrode asks about its buses: nine questions, invented as the town is. */
export const busQuestions: readonly Question[] = [
  completeQuestion({
    id: 'f1',
    kind: 'single',
    title: 'Wie oft fahren Sie mit dem Bus?',
    required: true,
    options: options('fast jeden Tag', 'jede Woche', 'seltener', 'nie'),
  }),
  completeQuestion({
    id: 'f2',
    kind: 'rating',
    title: 'Wie zufrieden sind Sie mit dem Busverkehr?',
    required: true,
    low: 'gar nicht',
    high: 'sehr',
  }),
  completeQuestion({
    id: 'f3',
    kind: 'multiple',
    title: 'Wohin fahren Sie mit dem Bus?',
    page: true,
    condition: { question: 'f1', options: ['o1', 'o2', 'o3'] },
    options: options('zur Arbeit', 'zur Schule', 'zum Einkaufen', 'zum Arzt', 'zu Freunden'),
    other: true,
  }),
  completeQuestion({
    id: 'f4',
    kind: 'matrix',
    title: 'Wie finden Sie unsere Linien?',
    condition: { question: 'f1', options: ['o1', 'o2', 'o3'] },
    options: options('gut', 'geht so', 'schlecht', 'kenne ich nicht'),
    rows: [
      { id: 'r1', text: 'Linie 1, Bahnhof – Markt – Klinik' },
      { id: 'r2', text: 'Linie 2, Markt – Oberdorf' },
      { id: 'r3', text: 'Nachtbus' },
    ],
  }),
  completeQuestion({
    id: 'f5',
    kind: 'short',
    title: 'Was hält Sie vom Busfahren ab?',
    condition: { question: 'f1', options: ['o4'] },
  }),
  completeQuestion({
    id: 'f6',
    kind: 'ranking',
    title: 'Was soll zuerst besser werden?',
    page: true,
    options: options('öfter fahren', 'später am Abend fahren', 'billiger werden', 'bessere Haltestellen'),
  }),
  completeQuestion({
    id: 'f7',
    kind: 'budget',
    title: 'Wie würden Sie das Geld aufteilen?',
    help: 'Die Stadt gibt im nächsten Jahr 200.000 Euro zusätzlich aus.',
    options: options('mehr Fahrten', 'Wartehäuschen', 'Fahrplan-Anzeigen'),
  }),
  completeQuestion({ id: 'f8', kind: 'long', title: 'Was möchten Sie uns noch sagen?' }),
  completeQuestion({
    id: 'f9',
    kind: 'file',
    title: 'Möchten Sie uns etwas zeigen?',
    help: 'Zum Beispiel ein Foto Ihrer Haltestelle oder ein Schreiben.',
    most: 3,
    types: ['image', 'pdf'],
  }),
]

/** What people wrote, in turn. */
export const busTexts = [
  'Nach acht Uhr abends fährt aus der Klinik kein Bus mehr. Ich arbeite im Spätdienst.',
  'Die Haltestelle Oberdorf hat kein Dach. Bei Regen steht man im Nassen.',
  'Der Anschluss am Bahnhof klappt fast nie, der Bus fährt zwei Minuten vor dem Zug.',
  'Ein Bus in der Stunde ist zu wenig, am Samstag erst recht.',
  'Mit dem Rollator komme ich hinten nicht hinein.',
  'Die Fahrerinnen sind freundlich, das muss man sagen.',
  'Der Nachtbus am Wochenende ist gut. Bitte behalten.',
  'Die Anzeige am Markt ist seit Wochen dunkel.',
] as const

/** Why some do not take it. */
export const busReasons = ['zu teuer', 'kein Bus, wenn ich ihn brauche', 'Fahrrad ist schneller', 'dauert zu lange'] as const

/** What two of them attached: a letter each. */
export const busLetters = [
  {
    name: 'Brief der Schulpflegschaft.pdf',
    title: 'Linie 2 und der Schulbeginn',
    text: [
      'Schulpflegschaft der Grundschule am Oberdorf',
      'Die Linie 2 kommt um 7.58 Uhr an, der Unterricht beginnt um 8.00 Uhr. Die Kinder rennen deshalb über die Straße.',
      'Wir bitten darum, die Abfahrt um sieben Minuten vorzuziehen.',
    ],
  },
  {
    name: 'Zählung Haltestelle Klinik.pdf',
    title: 'Wer nach 20 Uhr an der Klinik wartet',
    text: [
      'Gezählt an fünf Werktagen im Oktober, zwischen 20 und 22 Uhr.',
      'Im Schnitt warteten 14 Menschen auf eine Mitfahrgelegenheit oder ein Taxi. Ein Bus fuhr nicht.',
    ],
  },
] as const
