import type { Examples } from '../../examples.ts'
import { ScaleField } from './scale-field.tsx'

export const examples: Examples = (t) => ({
  title: 'Stufen einer Frage',
  note: 'Jede Stufe steht in Worten da.',
  states: [
    {
      name: 'gewählt',
      wide: true,
      show: (
        <ScaleField
          id="erkennbar"
          name="erkennbar"
          label="Wie leicht lassen sich einzelne Menschen noch erkennen?"
          help="Denken Sie an kleine Straßen und das Vorwissen der Nachbarschaft."
          big
          value="2"
          options={[
            'sofort, mit Namen oder Anschrift',
            'mit einer frei zugänglichen Quelle',
            'mit Vorwissen über eine Straße',
            'nur in Einzelfällen, unter 5 je Gruppe',
          ]}
          t={t}
        />
      ),
    },
  ],
})
