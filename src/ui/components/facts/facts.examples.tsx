import type { Examples } from '../../examples.ts'
import { Facts } from './facts.tsx'

export const examples: Examples = () => ({
  title: 'Angaben',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Facts
          facts={[
            { name: 'Herausgeber', value: 'Stadt Lindenrode, Fachdienst Grünflächen' },
            { name: 'Zeitraum', value: 'laufend seit 2009' },
            { name: 'Gebiet', value: <a href="#facts">Stadtgebiet Lindenrode</a> },
          ]}
        />
      ),
    },
  ],
})
