import type { Examples } from '../../examples.ts'
import { Dots } from './dots.tsx'

export const examples: Examples = () => ({
  title: 'Einige von wenigen',
  states: [{ name: '14 von 20', show: <Dots n={14} of={20} label="14 von 20 Städten" /> }],
})
