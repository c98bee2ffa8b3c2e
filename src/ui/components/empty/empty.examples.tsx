import type { Examples } from '../../examples.ts'
import { Actions, Button } from '../button/button.tsx'
import { Empty } from './empty.tsx'

export const examples: Examples = () => ({
  title: 'Leer',
  note: 'Sagt warum, und was als Nächstes geht.',
  states: [
    {
      name: 'kein Treffer',
      wide: true,
      show: (
        <Empty
          title="Kein Datensatz passt zu „Laubsaugerverordnung“"
          reason="Prüfen Sie die Schreibweise oder suchen Sie in ganz Nordrhein-Westfalen: dort gibt es 3 Treffer."
        >
          <Actions>
            <Button kind="secondary" text="In ganz NRW suchen" href="#empty" />
            <a class="alm-link" href="#empty">
              Daten wünschen
            </a>
          </Actions>
        </Empty>
      ),
    },
  ],
})
