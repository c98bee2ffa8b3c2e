import type { Examples } from '../../examples.ts'
import { Download } from './download.tsx'

export const examples: Examples = (t) => ({
  title: 'Herunterladen',
  note: 'Format und Größe stehen auf der Schaltfläche.',
  states: [
    {
      name: 'mit Größe',
      wide: true,
      show: <Download href="#download" text="CSV herunterladen" bytes={2_100_000} lang={t.lang} />,
    },
    {
      name: 'Größe unbekannt',
      wide: true,
      show: <Download href="#download" text="XLSX herunterladen" kind="secondary" lang={t.lang} />,
    },
  ],
})
