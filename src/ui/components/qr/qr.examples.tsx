import type { Examples } from '../../examples.ts'
import { Qr } from './qr.tsx'

export const examples: Examples = () => ({
  title: 'QR-Code',
  note: 'Sein Inhalt steht immer auch als Text daneben.',
  states: [
    { name: 'Adresse', show: <Qr text="https://portal.example/lindenrode" label="QR-Code mit der Adresse des Portals" /> },
  ],
})
