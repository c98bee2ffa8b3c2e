import type { Examples } from '../../examples.ts'
import { Section } from './section.tsx'

export const examples: Examples = () => ({
  title: 'Feld',
  note: 'Haarlinie und Grenzstein, Name in der Schiene.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Section title="Beispiel für ein Feld" id="feld" note="Jede Zahl führt zu ihrer Liste.">
          <p>Der Inhalt steht daneben.</p>
        </Section>
      ),
    },
  ],
})
