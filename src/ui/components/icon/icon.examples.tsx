import type { Examples } from '../../examples.ts'
import { Icon } from './icon.tsx'

export const examples: Examples = () => ({
  title: 'Zeichen',
  note: 'Wiederholen das Wort daneben.',
  states: (['search', 'info', 'success', 'warning', 'danger'] as const).map((name) => ({ name, show: <Icon name={name} /> })),
})
