import type { Examples } from '../../examples.ts'
import { Receipt } from './receipt.tsx'

export const examples: Examples = () => ({
  title: 'Quittung',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Receipt label="Ihre Vorgangsnummer" number="MP-0215">
          Antwort mit Begründung bis zum 31. Januar 2027.
        </Receipt>
      ),
    },
  ],
})
