import type { Examples } from '../../examples.ts'
import { PointField } from './point-field.tsx'

export const examples: Examples = (t, asset) => ({
  title: 'Punkt wählen',
  note: 'Zwei Zahlen. Mit Skript kommen eine Karte und der eigene Standort dazu.',
  states: [
    {
      name: 'leer',
      wide: true,
      show: (
        <PointField
          id="punkt"
          name="punkt"
          label="Punkt auf der Karte"
          help="Länge und Breite, zum Beispiel 7.4652, 51.5136"
          bounds={[8.1, 51.9, 8.3, 52]}
          asset={asset}
          optional
          t={t}
        />
      ),
    },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <PointField
          id="punkt-fehler"
          name="punkt"
          label="Wo ist es?"
          value="drüben"
          error="Der Punkt ist nicht zu lesen. Beispiel: 7.4652, 51.5136"
          asset={asset}
          t={t}
        />
      ),
    },
  ],
})
