import type { Examples } from '../../examples.ts'
import { Empty } from '../empty/empty.tsx'
import { SelectField, TextField } from '../form-field/form-field.tsx'
import { Status } from '../status/status.tsx'
import type { Column } from '../table/table.tsx'
import { DataTable } from './data-table.tsx'

interface Stock {
  readonly key: string
  readonly name: string
  readonly office: string
  readonly state: 'idle' | 'run' | 'ok'
  readonly word: string
  readonly day: string
}

const rows: readonly Stock[] = [
  { key: '1', name: 'Hundebestand nach Straßen', office: 'Steueramt', state: 'run', word: 'in Bewertung', day: '19.11.2026' },
  {
    key: '2',
    name: 'Verkehrsunfallstatistik der Kreisstraßen',
    office: 'Ordnungsamt',
    state: 'idle',
    word: 'erfasst',
    day: '03.11.2026',
  },
  { key: '3', name: 'Spielplätze', office: 'Grünflächenamt', state: 'ok', word: 'freigabefähig', day: '24.11.2026' },
]

const columns: readonly Column<Stock>[] = [
  { title: 'Datenbestand', cell: (row) => <a href="#data-table">{row.name}</a>, sort: { href: '#nach-name', now: 'ascending' } },
  { title: 'Zuständig', cell: (row) => row.office, named: true, sort: { href: '#nach-amt' } },
  { title: 'Stand', cell: (row) => <Status kind={row.state}>{row.word}</Status>, whole: true },
  { title: 'Geändert', cell: (row) => row.day, right: true },
]

export const examples: Examples = (t) => ({
  title: 'Arbeitsliste',
  note: 'Filtern, sortieren, auswählen, mitnehmen. Unter 768 px wird jede Zeile ein Absatz.',
  states: [
    {
      name: 'mit allem',
      wide: true,
      show: (
        <DataTable
          id="bestand"
          caption="Datenbestände"
          count="34 von 486 Datenbeständen"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.key}
          filter={{
            action: '#data-table',
            clear: '#data-table',
            fields: (
              <>
                <TextField id="bestand-name" name="name" label="Name" value="Straße" optional t={t} />
                <SelectField
                  id="bestand-amt"
                  name="amt"
                  label="Amt"
                  options={[
                    { value: '', label: 'alle' },
                    { value: 'steuer', label: 'Steueramt' },
                  ]}
                  optional
                  t={t}
                />
              </>
            ),
          }}
          bulk={{
            action: '#data-table',
            deeds: [
              { value: 'zuweisen', label: 'Zuweisen' },
              { value: 'archivieren', label: 'Archivieren' },
            ],
            checked: (row) => row.key === '1',
            label: (row) => row.name,
            allHref: '?auswahl=seite',
          }}
          choose={{
            action: '#data-table',
            options: [
              { value: 'amt', label: 'Zuständig', checked: true },
              { value: 'stand', label: 'Stand', checked: true },
              { value: 'format', label: 'Format', checked: false },
            ],
          }}
          pages={{ previous: '#vorige', next: '#naechste' }}
          csv={{ href: '#csv', text: 'Als CSV, 34 Zeilen' }}
          empty={null}
          t={t}
        />
      ),
    },
    {
      name: 'leer',
      wide: true,
      show: (
        <DataTable
          id="bestand-leer"
          caption="Meine Freigaben"
          columns={columns}
          rows={[]}
          rowKey={(row) => row.key}
          empty={
            <Empty title="Nichts wartet auf Ihre Freigabe" reason="Sobald jemand einen Datensatz einreicht, steht er hier." />
          }
          t={t}
        />
      ),
    },
  ],
})
