import type { Examples } from '../../examples.ts'
import { Bars } from './bars.tsx'

export const examples: Examples = (t) => ({
  title: 'Balken',
  note: 'Zahl am Balken, keine Gitterlinien, Null links.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <Bars
          title="Häufigste Arten, Anzahl der Bäume"
          lang={t.lang}
          caption={
            <>
              Jeder vierte Stadtbaum ist eine Linde. <a href="#bars">Als CSV</a>
            </>
          }
          bars={[
            { label: 'Linde', value: 3122, href: '#bars' },
            { label: 'Spitzahorn', value: 1934 },
            { label: 'Land', value: 1507, kind: 'other' },
            { label: 'andere', value: 4377, kind: 'rest' },
          ]}
        />
      ),
    },
  ],
})
