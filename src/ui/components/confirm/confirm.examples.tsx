import type { Examples } from '../../examples.ts'
import { TextArea } from '../form-field/form-field.tsx'
import { Confirm } from './confirm.tsx'

export const examples: Examples = (t) => ({
  title: 'Rückfrage vor dem, was bleibt',
  note: 'Eine eigene Seite, kein Fenster. Sie sagt, was geschieht.',
  states: [
    {
      name: 'löschen',
      wide: true,
      show: (
        <Confirm
          title="Datensatz „Spielplätze“ endgültig löschen?"
          happens={[
            'Die Seite des Datensatzes und seine 3 Dateien verschwinden aus dem Portal.',
            'Unter der alten Adresse steht, dass es ihn gab und wann er gelöscht wurde.',
            'Das lässt sich nicht rückgängig machen.',
          ]}
          action="#confirm"
          deed="Endgültig löschen"
          cancel="#confirm"
          t={t}
        >
          <TextArea id="loeschgrund" name="grund" label="Warum löschen Sie ihn?" rows={2} t={t} />
        </Confirm>
      ),
    },
  ],
})
