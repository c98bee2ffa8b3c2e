import type { Examples } from '../../examples.ts'
import { TextField } from '../form-field/form-field.tsx'
import { AutosaveLine } from './autosave.tsx'

export const examples: Examples = (t) => ({
  title: 'Entwurf, der sich speichert',
  note: 'Nach 1,5 Sekunden Ruhe und beim Verlassen eines Feldes. Ohne Skript speichert die Schaltfläche.',
  states: [
    {
      name: 'gespeichert',
      wide: true,
      show: (
        <form method="post" action="#autosave" class="alm-stack-3">
          <TextField id="entwurf-titel" name="titel" label="Titel des Entwurfs" value="Spielplätze" t={t} />
          <AutosaveLine savedAt="10:14" compare="#autosave" t={t} />
        </form>
      ),
    },
  ],
})
