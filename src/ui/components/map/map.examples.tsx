import type { Examples } from '../../examples.ts'
import { MapView } from './map.tsx'

export const examples: Examples = (t, asset) => ({
  title: 'Karte zum Bewegen',
  note: 'Jede Karte hat eine Liste. Lädt sie nicht, sagt der Rahmen es.',
  states: [
    {
      name: 'ohne Daten, ohne Hintergrund',
      wide: true,
      show: (
        <MapView
          id="karte-beispiel"
          title="Standorte"
          data="#"
          asset={asset}
          list={{ href: '#table', text: t('ui.map.list') }}
          t={t}
        />
      ),
    },
  ],
})
