import type { Examples } from '../../examples.ts'
import { ResultList, ResultRow, Rows, RunRow } from './result-row.tsx'

export const examples: Examples = () => ({
  title: 'Zeilen',
  note: 'Treffer und Laufendes. Keine Kacheln.',
  states: [
    {
      name: 'Treffer',
      wide: true,
      show: (
        <ResultList>
          <ResultRow
            href="#result-row"
            publisher="Kreis Sennewald"
            title="Verkehrszählung an Knotenpunkten"
            excerpt={['Stündliche Werte der ', { mark: 'Verkehrszählung' }, ' an 42 Knotenpunkten, seit 2014.']}
            meta={['CSV, GeoJSON, API', 'Stand 3. November 2026']}
            status={{ kind: 'ok', text: '5 von 6 Prüfungen' }}
          />
          <ResultRow
            href="#result-row"
            publisher="Auenfeld"
            title="Zählungen an Schulwegen 2024"
            meta={['XLSX']}
            status={{ kind: 'warn', text: 'Spalten nicht erklärt' }}
          />
        </ResultList>
      ),
    },
    {
      name: 'mit Frist',
      wide: true,
      show: (
        <Rows>
          <RunRow
            left="6 Tage"
            until="bis 30.11."
            href="#result-row"
            title="Welche Radwege fehlen Ihnen?"
            meta={['Umfrage', '612 Antworten']}
            go="Umfrage ausfüllen"
          />
        </Rows>
      ),
    },
  ],
})
