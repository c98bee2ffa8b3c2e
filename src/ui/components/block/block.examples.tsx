import type { Examples } from '../../examples.ts'
import { Block } from './block.tsx'

export const examples: Examples = () => ({
  title: 'Abschnitt im internen Bereich',
  note: 'Der Inhalt nimmt die ganze Breite, denn links steht schon die Navigation.',
  states: [
    {
      name: 'mit Weg zur ganzen Liste',
      wide: true,
      show: (
        <Block title="Meine Aufgaben" link={{ href: '#block', text: 'Alle 11 Aufgaben' }}>
          <p>Drei Aufgaben sind heute fällig.</p>
        </Block>
      ),
    },
  ],
})
