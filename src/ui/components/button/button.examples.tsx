import type { Examples } from '../../examples.ts'
import { Actions, Button } from './button.tsx'

export const examples: Examples = () => ({
  title: 'Schaltflächen',
  note: 'Eine Hauptaktion je Seite. Gesperrt nur mit Grund daneben.',
  states: [
    { name: 'normal', show: <Button text="Speichern" type="button" /> },
    { name: 'Zeiger', show: <Button text="Speichern" type="button" state="hover" /> },
    { name: 'Fokus', show: <Button text="Speichern" type="button" state="focus" /> },
    { name: 'gesperrt', show: <Button text="Speichern" locked={{ id: 'grund', reason: 'Wählen Sie zuerst eine Lizenz.' }} /> },
    { name: 'zweite Wahl', show: <Button text="Vorschau" kind="secondary" href="#button" /> },
    { name: 'löschen', show: <Button text="Entwurf löschen" kind="danger" type="button" /> },
    {
      name: 'ein nächster Schritt, zwei weitere Wege',
      wide: true,
      show: (
        <Actions>
          <Button text="CSV herunterladen, 2,1 MB" href="#button" />
          <a class="alm-link" href="#button">
            Andere Formate
          </a>
          <a class="alm-link" href="#button">
            Im Browser auswerten
          </a>
        </Actions>
      ),
    },
  ],
})
