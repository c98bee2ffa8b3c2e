import type { Examples } from '../../examples.ts'
import { Chain } from './chain.tsx'

export const examples: Examples = () => ({
  title: 'Vom Beitrag zur Umsetzung',
  states: [
    {
      name: 'drei Schritte',
      wide: true,
      show: (
        <Chain
          links={[
            { value: 916, text: '916', label: 'eingegangen', href: '#', note: 'aus 6 Verfahren' },
            { value: 884, text: '884', label: 'beantwortet', href: '#', note: '32 noch offen, der älteste seit 47 Tagen' },
            { value: 0, text: '0', label: 'umgesetzt', href: '#' },
          ]}
        />
      ),
    },
  ],
})
