import type { Examples } from '../../examples.ts'
import { Said } from './said.tsx'

export const examples: Examples = () => ({
  title: 'Worte von jemandem',
  states: [
    {
      name: 'zwei Absätze',
      show: <Said text={'Auf dem ganzen Platz gibt es kein Wasser.\n\nDie Linden geben schon Schatten.'} />,
    },
  ],
})
