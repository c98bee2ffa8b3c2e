import type { Examples } from '../../examples.ts'
import { ComboField } from './combo-field.tsx'

const places = ['', 'Auenfeld', 'Birkenhain', 'Kreis Sennewald', 'Lindenrode', 'Mühlbach', 'Sennefeld', 'Übersee am Wald']

export const examples: Examples = (t) => ({
  title: 'Auswahl aus vielen',
  note: 'Mit Skript filtert das Feld beim Tippen. Ohne Skript ist es eine gewöhnliche Auswahl.',
  states: [
    {
      name: 'nur aus der Liste',
      wide: true,
      show: (
        <ComboField
          id="ort"
          name="ort"
          label="Ort"
          value="Lindenrode"
          options={places.map((place) => ({ value: place, label: place === '' ? 'kein Ort' : place }))}
          t={t}
        />
      ),
    },
    {
      name: 'auch eigene Wörter, mit Fehler',
      wide: true,
      show: (
        <ComboField
          id="stelle"
          name="stelle"
          label="Zuständige Stelle"
          help="Wie im Organigramm."
          value="Grün"
          error="Diese Stelle gibt es zweimal. Schreiben Sie den ganzen Namen."
          free
          options={[
            { value: 'Grünflächenamt', label: 'Grünflächenamt' },
            { value: 'Grünordnungsamt', label: 'Grünordnungsamt' },
          ]}
          t={t}
        />
      ),
    },
  ],
})
