import type { Examples } from '../../examples.ts'
import { Legend, StackedBar } from './stacked-bar.tsx'

export const examples: Examples = () => ({
  title: 'Gestapelter Balken',
  note: 'Höchstens vier Klassen, eine davon schraffiert.',
  states: [
    {
      name: 'mit Legende',
      wide: true,
      show: (
        <div class="alm-stack">
          <Legend
            id="leg-beispiel"
            entries={[
              { step: 'full', label: 'veröffentlicht, aktuell (15)' },
              { step: 'hatched', label: 'veröffentlicht, veraltet (2)' },
              { step: 'pale', label: 'im Inventar (3)' },
              { step: 'empty', label: 'nicht bekannt (2)' },
            ]}
          />
          <StackedBar
            id="bar-beispiel"
            segments={[
              { step: 'full', value: 15 },
              { step: 'hatched', value: 2 },
              { step: 'pale', value: 3 },
              { step: 'empty', value: 2 },
            ]}
          />
        </div>
      ),
    },
  ],
})
