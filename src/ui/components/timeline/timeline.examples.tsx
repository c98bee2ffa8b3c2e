import type { Examples } from '../../examples.ts'
import { Timeline } from './timeline.tsx'

export const examples: Examples = (t) => ({
  title: 'Ablauf',
  states: [
    {
      name: 'zweiter von vier Schritten',
      wide: true,
      show: (
        <Timeline
          wide
          t={t}
          steps={[
            { title: 'Ideen sammeln', date: 'bis 13. Dezember', state: 'done' },
            { title: 'Auswertung', date: 'bis 31. Januar', state: 'current' },
            { title: 'Entwürfe', date: 'März 2027', state: 'open' },
            { title: 'Beschluss', date: '17. Juni 2027', state: 'open' },
          ]}
        />
      ),
    },
  ],
})
