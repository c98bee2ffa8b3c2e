import type { Examples } from '../../examples.ts'
import { Pipe } from './pipe.tsx'

export const examples: Examples = (t) => ({
  title: 'Zahlen eines Ablaufs',
  note: 'Jede Zahl führt zu ihrer Liste.',
  states: [
    {
      name: 'fünf Stufen',
      wide: true,
      show: (
        <Pipe
          label="Wo unsere Daten stehen"
          t={t}
          steps={[
            { count: 1212, label: 'erfasst', href: '#erfasst', note: 'noch nicht bewertet' },
            { count: 34, label: 'in Bewertung', href: '#bewertung', note: '6 seit über 30 Tagen' },
            { count: 27, label: 'freigabefähig', href: '#freigabefaehig', note: '+4 in diesem Monat' },
            { count: 9, label: 'in Freigabe', href: '#freigabe', note: '2 warten auf Sie' },
            { count: 143, label: 'veröffentlicht', href: '#veroeffentlicht' },
          ]}
        />
      ),
    },
  ],
})
