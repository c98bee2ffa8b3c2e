import type { Examples } from '../../examples.ts'
import { Checks, Status } from './status.tsx'

export const examples: Examples = (t) => ({
  title: 'Zustand',
  note: 'Form und Wort, nie Farbe allein.',
  states: [
    { name: 'erfüllt', show: <Status kind="ok">aktuell</Status> },
    { name: 'läuft', show: <Status kind="run">in Arbeit</Status> },
    { name: 'bald', show: <Status kind="warn">bald fällig</Status> },
    { name: 'zu spät', show: <Status kind="bad">überfällig</Status> },
    { name: 'offen', show: <Status kind="idle">nicht begonnen</Status> },
    {
      name: 'Prüfungen mit Gründen',
      wide: true,
      show: (
        <Checks
          t={t}
          checks={[
            { kind: 'ok', title: 'Aktuell', reason: 'Erwartet vierteljährlich, letzter Stand vor 23 Tagen.' },
            { kind: 'warn', title: 'Pflanzjahr nicht vollständig', reason: 'Bei 204 von 12.846 Bäumen fehlt das Pflanzjahr.' },
            { kind: 'bad', title: 'Nicht erreichbar', reason: 'Seit drei Tagen antwortet der Server nicht.' },
          ]}
        />
      ),
    },
  ],
})
