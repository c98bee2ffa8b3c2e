import type { Examples } from '../../examples.ts'
import { ErrorSummary } from './error-summary.tsx'

export const examples: Examples = (t) => ({
  title: 'Fehlerübersicht',
  note: 'Steht oben auf der Seite und bekommt den Fokus.',
  states: [
    {
      name: 'zwei Fehler',
      wide: true,
      show: (
        <ErrorSummary
          focus={false}
          t={t}
          faults={[
            { field: 'feld-mail-fehler', text: 'Vervollständigen Sie Ihre E-Mail-Adresse.' },
            { field: 'feld-auswahl', text: 'Wählen Sie eine Lizenz.' },
          ]}
        />
      ),
    },
  ],
})
