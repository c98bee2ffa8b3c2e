import type { Examples } from '../../examples.ts'
import { Table } from './table.tsx'

const rows = [
  { place: 'Lindenrode', sets: '143', fresh: '131' },
  { place: 'Kreis Sennewald', sets: '124', fresh: '116' },
  { place: 'Auenfeld', sets: '38', fresh: '35' },
]

export const examples: Examples = (t) => ({
  title: 'Tabelle',
  note: 'Unter 768 px wird jede Zeile ein Absatz.',
  states: [
    {
      name: 'sortierbar, mit Summe',
      wide: true,
      show: (
        <Table
          caption="Datensätze nach Ort"
          showCaption
          t={t}
          rows={rows}
          rowKey={(row) => row.place}
          foot={{ place: 'Zusammen', sets: '305', fresh: '282' }}
          columns={[
            {
              title: 'Ort',
              cell: (row) => (row.place === 'Zusammen' ? row.place : <a href="#table">{row.place}</a>),
              sort: { href: '#nach-ort' },
            },
            { title: 'Datensätze', cell: (row) => row.sets, right: true, sort: { href: '#nach-anzahl', now: 'descending' } },
            { title: 'aktuell', cell: (row) => row.fresh, right: true },
          ]}
        />
      ),
    },
  ],
})
