import type { Examples } from '../../examples.ts'
import { Copy } from './copy.tsx'

export const examples: Examples = (t) => ({
  title: 'Zum Kopieren',
  note: 'Die Schaltfläche kommt mit dem Skript.',
  states: [
    {
      name: 'Zitat',
      wide: true,
      show: (
        <Copy
          label="Quellenangabe"
          text="Stadt Lindenrode: Baumkataster, Stand 01.11.2026, Datenlizenz Deutschland Namensnennung 2.0"
          t={t}
        />
      ),
    },
  ],
})
