import type { Examples } from '../../examples.ts'
import { FileField } from './file-field.tsx'

export const examples: Examples = (t) => ({
  title: 'Datei hochladen',
  note: 'Erlaubte Formate und Größe stehen vor dem Feld.',
  states: [
    {
      name: 'normal',
      wide: true,
      show: (
        <FileField
          id="datei"
          name="datei"
          label="Tabelle"
          help="Eine Zeile je Ding, Spaltennamen in der ersten Zeile."
          accept={['.csv', '.xlsx', '.ods']}
          types="CSV, XLSX oder ODS"
          maxSize={50_000_000}
          t={t}
        />
      ),
    },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <FileField
          id="datei-fehler"
          name="datei"
          label="Neue Fassung der Tabelle"
          accept={['.csv']}
          types="CSV"
          maxSize={50_000_000}
          error="Die Datei ist 61 MB groß. Teilen Sie sie nach Jahren, oder packen Sie sie als ZIP."
          t={t}
        />
      ),
    },
  ],
})
