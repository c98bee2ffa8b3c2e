import type { Examples } from '../../examples.ts'
import { Figures } from './figures.tsx'

export const examples: Examples = () => ({
  title: 'In Zahlen',
  note: 'Jede Zahl führt zu ihrer Liste.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Figures>
          Der Kreis und seine Orte haben <a href="#figures">312 Datensätze</a> veröffentlicht, <a href="#figures">287 davon</a>{' '}
          sind aktuell.
        </Figures>
      ),
    },
  ],
})
