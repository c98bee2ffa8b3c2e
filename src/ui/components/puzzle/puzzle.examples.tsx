import type { Examples } from '../../examples.ts'
import { Puzzle } from './puzzle.tsx'

const until = new Date('2026-11-24T14:00:00Z')

export const examples: Examples = (t) => ({
  title: 'Rechenaufgabe',
  note: 'Steht in einem Formular, wenn die Grenze einer Stunde überschritten ist. Mit Skript löst der Browser sie selbst und sagt es hier; so steht sie ohne Skript da.',
  states: [
    { name: 'mit Postfach', wide: true, show: <Puzzle challenge={{}} until={until} email="daten@lindenrode.example" t={t} /> },
    { name: 'ohne Postfach', wide: true, show: <Puzzle challenge={{}} until={until} t={t} /> },
  ],
})
