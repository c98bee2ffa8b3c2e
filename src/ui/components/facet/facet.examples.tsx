import type { Examples } from '../../examples.ts'
import { Facet, FacetForm } from './facet.tsx'

const places = [
  'Lindenrode',
  'Auenfeld',
  'Steinbrück',
  'Ahlen',
  'Bocholt',
  'Coesfeld',
  'Dorsten',
  'Emsdetten',
  'Gronau',
  'Haltern',
  'Ibbenbüren',
  'Lengerich',
]

export const examples: Examples = (t) => ({
  title: 'Facette',
  note: 'Null Treffer bleiben sichtbar, aber gesperrt. Lange Listen bekommen ein Suchfeld.',
  states: [
    {
      name: 'mit Auswahl, mit gesperrtem Wert, geschlossen',
      wide: true,
      show: (
        <FacetForm action="#facet" chosen={1} t={t}>
          <Facet
            name="format"
            title="Format"
            t={t}
            options={[
              { value: 'csv', label: 'CSV', count: 1312, checked: true },
              { value: 'geojson', label: 'GeoJSON', count: 604 },
              { value: 'shp', label: 'Shapefile', count: 0 },
            ]}
          />
          <Facet
            name="gebiet"
            title="Gebiet"
            single
            open
            t={t}
            options={[
              { value: '05', label: 'Nordrhein-Westfalen', count: 1943, checked: true },
              { value: '05999', label: 'Kreis Sennewald', count: 14 },
            ]}
            link={{ href: '#facet', text: 'Ort oder Postleitzahl wählen' }}
          />
          <Facet
            name="herausgeber"
            title="Herausgeber"
            open
            t={t}
            options={places.map((label, i) => ({ value: label, label, count: 40 - i }))}
          />
          <Facet name="lizenz" title="Lizenz" t={t} options={[{ value: 'by', label: 'Namensnennung', count: 9 }]} />
        </FacetForm>
      ),
    },
  ],
})
