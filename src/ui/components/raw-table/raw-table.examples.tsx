import type { Examples } from '../../examples.ts'
import { RawTable } from './raw-table.tsx'

export const examples: Examples = (t) => ({
  title: 'Rohdaten',
  note: 'Verschiebbar, mit Tastatur erreichbar.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <RawTable
          caption="Die ersten Bäume"
          t={t}
          columns={[
            { name: 'Nr.', kind: 'Text' },
            { name: 'Art', kind: 'Text' },
            { name: 'Art, botanisch', kind: 'Text' },
            { name: 'Pflanzjahr', kind: 'Jahr', right: true },
            { name: 'Straße', kind: 'Text' },
          ]}
          rows={[
            ['L-00017', 'Winterlinde', 'Tilia cordata', '1962', 'Marktplatz'],
            ['L-00382', 'Spitzahorn', 'Acer platanoides', '1994', 'Lange Straße'],
          ]}
        />
      ),
    },
  ],
})
