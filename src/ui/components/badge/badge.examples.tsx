import type { Examples } from '../../examples.ts'
import { Badge } from './badge.tsx'

export const examples: Examples = () => ({
  title: 'Abzeichen',
  note: 'Nur, wenn ein Zustand die ganze Seite betrifft.',
  states: [
    { name: 'Entwurf', show: <Badge text="Entwurf" kind="warning" /> },
    { name: 'Hinweis', show: <Badge text="Beispielseite" /> },
    { name: 'zurückgezogen', show: <Badge text="Zurückgezogen" kind="danger" /> },
    { name: 'geprüft', show: <Badge text="Geprüft" kind="success" /> },
  ],
})
