import type { Examples } from '../../examples.ts'
import { Share } from './share.tsx'

export const examples: Examples = (t) => ({
  title: 'Teilen',
  note: 'Ohne Dritte.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: <Share title="Baumkataster Lindenrode" url="https://daten.sennewald.example/baumkataster-lindenrode" t={t} />,
    },
  ],
})
