import type { Examples } from '../../examples.ts'
import { Choice } from './choice.tsx'

export const examples: Examples = () => ({
  title: 'Auswahl',
  note: 'Für Sortierung und Ansicht; braucht kein Skript.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Choice
          label="Sortiert nach"
          links={[
            { href: '#choice', text: 'beste Treffer', current: true },
            { href: '#name', text: 'Name' },
          ]}
        />
      ),
    },
  ],
})
