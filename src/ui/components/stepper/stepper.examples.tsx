import type { Examples } from '../../examples.ts'
import { Stepper } from './stepper.tsx'

export const examples: Examples = (t) => ({
  title: 'Schritte eines Formulars',
  note: 'Jeder Schritt hat eine Adresse. Auf dem Telefon steht der aktuelle, die anderen dahinter.',
  states: [
    {
      name: 'mitten im Formular, im ersten Schritt fehlt etwas',
      wide: true,
      show: (
        <Stepper
          t={t}
          steps={[
            { href: '#datei', title: 'Datei', state: 'done' },
            { href: '#beschreibung', title: 'Beschreibung', state: 'done', missing: 2 },
            { href: '#pflege', title: 'Pflege und Zuständigkeit', state: 'current' },
            { href: '#rechte', title: 'Rechte', state: 'open' },
            { href: '#pruefen', title: 'Prüfen', state: 'open' },
          ]}
        />
      ),
    },
  ],
})
