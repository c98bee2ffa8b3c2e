import type { Examples } from '../../examples.ts'
import { OneTimeCode } from './one-time-code.tsx'

export const examples: Examples = (t) => ({
  title: 'Einmalcode',
  states: [
    { name: 'normal', wide: true, show: <OneTimeCode id="code-leer" t={t} /> },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <OneTimeCode
          id="code-fehler"
          label="Code zur Bestätigung"
          error="Der Code passt nicht oder ist abgelaufen. Nehmen Sie den nächsten, den die App zeigt."
          t={t}
        />
      ),
    },
  ],
})
