import type { Examples } from '../../examples.ts'
import { Actions, Button } from '../button/button.tsx'
import { Head } from './head.tsx'

export const examples: Examples = (t) => ({
  title: 'Kopf einer Seite',
  note: 'Auf dem Telefon wird die Sprungliste zum Aufklapper.',
  states: [
    {
      name: 'mit Sprungliste (hier steht die Überschrift der Seite)',
      wide: true,
      show: (
        <div class="alm-example-head">
          <Head
            t={t}
            pre="Datensatz der Stadt Lindenrode"
            title="Baumkataster Lindenrode"
            lead="Die 12.846 Bäume auf städtischem Grund mit Art und Standort."
            onPage={[
              { href: '#section', text: 'Vorschau' },
              { href: '#table', text: 'Dateien' },
            ]}
          >
            <Actions>
              <Button text="CSV herunterladen, 2,1 MB" href="#head" />
            </Actions>
          </Head>
        </div>
      ),
    },
  ],
})
