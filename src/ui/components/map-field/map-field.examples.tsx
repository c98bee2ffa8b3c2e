import type { Examples } from '../../examples.ts'
import { MapField } from './map-field.tsx'

export const examples: Examples = (t, asset) => ({
  title: 'Gebiet wählen',
  note: 'Ein Ort aus der Liste oder vier Zahlen. Mit Skript kommt eine Karte dazu.',
  states: [
    {
      name: 'mit Orten',
      wide: true,
      show: (
        <MapField
          id="gebiet"
          name="gebiet"
          label="Für welches Gebiet gelten die Daten?"
          help="Im System WGS 84, in Grad."
          value={{ west: '8.1', south: '51.9', east: '8.3', north: '52' }}
          places={[
            { value: 'lindenrode', label: 'Stadt Lindenrode', bounds: [8.1, 51.9, 8.3, 52] },
            { value: 'sennewald', label: 'Kreis Sennewald', bounds: [7.9, 51.7, 8.6, 52.2] },
          ]}
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
        <MapField
          id="gebiet-fehler"
          name="gebiet"
          label="Gebiet der Messung"
          value={{ west: '8.4', south: '51.9', east: '8.1', north: '52' }}
          error="West liegt östlich von Ost. Vertauschen Sie die beiden Zahlen."
          asset={asset}
          t={t}
        />
      ),
    },
  ],
})
