import type { Examples } from '../../examples.ts'
import { Disclosure } from './disclosure.tsx'

export const examples: Examples = () => ({
  title: 'Aufklapper',
  states: [
    {
      name: 'zu',
      show: (
        <Disclosure title="Warum fragen wir das?">
          <p>Das Alter hilft bei der Auswertung.</p>
        </Disclosure>
      ),
    },
    {
      name: 'offen',
      show: (
        <Disclosure open title="Wie wird geprüft?">
          <p>Jede Nacht um fünf Uhr.</p>
        </Disclosure>
      ),
    },
  ],
})
