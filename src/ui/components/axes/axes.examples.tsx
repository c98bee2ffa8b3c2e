import type { Examples } from '../../examples.ts'
import { Axes } from './axes.tsx'

export const examples: Examples = (t) => ({
  title: 'Zwei Fragen, drei Antworten',
  states: [
    {
      name: 'teilen ja, veröffentlichen nein',
      wide: true,
      show: (
        <Axes
          axes={[
            { title: 'In der Verwaltung teilen', value: 'yes' },
            { title: 'Nach einer Änderung veröffentlichen', value: 'conditional' },
            { title: 'Für alle veröffentlichen', value: 'no' },
          ]}
          t={t}
        />
      ),
    },
  ],
})
