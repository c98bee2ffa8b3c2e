import type { Question } from './model/questionnaire.ts'
import { completeQuestion } from './survey-settings.ts'

const options = (...texts: readonly string[]) => texts.map((text, i) => ({ id: `o${i + 1}`, text }))

/** One question of each kind that there is, on two pages; the last depends on the first. */
export const everyKind: readonly Question[] = [
  completeQuestion({
    id: 'f1',
    kind: 'single',
    title: 'Fahren Sie Bus?',
    required: true,
    options: options('ja', 'nein'),
    other: true,
  }),
  completeQuestion({ id: 'f2', kind: 'rating', title: 'Wie zufrieden sind Sie?', low: 'gar nicht', high: 'sehr' }),
  completeQuestion({ id: 'f3', kind: 'long', title: 'Was fehlt Ihnen?' }),
  completeQuestion({
    id: 'f4',
    kind: 'multiple',
    title: 'Wann fahren Sie?',
    page: true,
    options: options('früh', 'mittags', 'spät'),
    most: 2,
  }),
  completeQuestion({ id: 'f5', kind: 'ranking', title: 'Was ist wichtig?', options: options('Takt', 'Preis', 'Sitze') }),
  completeQuestion({
    id: 'f6',
    kind: 'matrix',
    title: 'Wie finden Sie',
    options: options('gut', 'schlecht'),
    rows: [
      { id: 'r1', text: 'Linie 1' },
      { id: 'r2', text: 'Linie 2' },
    ],
  }),
  completeQuestion({ id: 'f7', kind: 'number', title: 'Fahrten in der Woche', min: 0, max: 50 }),
  completeQuestion({ id: 'f8', kind: 'date', title: 'Zuletzt gefahren am' }),
  completeQuestion({ id: 'f9', kind: 'place', title: 'Ihre Haltestelle' }),
  completeQuestion({ id: 'f10', kind: 'budget', title: 'Wohin das Geld?', options: options('Busse', 'Wege') }),
  completeQuestion({ id: 'f12', kind: 'file', title: 'Haben Sie ein Foto?', most: 2, types: ['image', 'pdf'] }),
  completeQuestion({ id: 'f11', kind: 'short', title: 'Warum nicht?', condition: { question: 'f1', options: ['o2'] } }),
]
