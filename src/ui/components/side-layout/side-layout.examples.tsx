import type { Examples } from '../../examples.ts'
import { CheckPanel } from '../check-panel/check-panel.tsx'
import { TextField } from '../form-field/form-field.tsx'
import { SideLayout } from './side-layout.tsx'

export const examples: Examples = (t) => ({
  title: 'Inhalt mit Spalte rechts',
  note: 'Unter 1024 px steht die Spalte am Ende; oben sagt eine Zeile ihr Ergebnis.',
  states: [
    {
      name: 'Formular mit Prüfung',
      wide: true,
      show: (
        <SideLayout
          panelId="pruefung-spalte"
          summary="Eine Pflichtangabe fehlt."
          kind="bad"
          t={t}
          panel={
            <CheckPanel
              id="pruefung-spalte"
              title="Prüfung beim Ausfüllen"
              kind="bad"
              verdict="Eine Pflichtangabe fehlt"
              groups={[{ kind: 'bad', checks: [{ title: 'Titel eintragen', href: '#spalte-titel', code: 'dcterms:title' }] }]}
              t={t}
            />
          }
        >
          <TextField id="spalte-titel" name="titel" label="Titel" help="Ohne Jahreszahl und ohne Ämternamen." t={t} />
        </SideLayout>
      ),
    },
  ],
})
