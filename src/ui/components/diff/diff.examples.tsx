import type { Examples } from '../../examples.ts'
import { Diff } from './diff.tsx'
import { InlineDiff } from './inline-diff.tsx'

const fields = [
  { name: 'titel', label: 'Titel', before: 'Spielplätze 2025', after: 'Spielplätze' },
  {
    name: 'beschreibung',
    label: 'Kurzbeschreibung',
    before: 'Die 36 öffentlichen Spielplätze der Stadt mit Adresse und Geräten.',
    after: 'Die 38 öffentlichen Spielplätze der Stadt mit Adresse, Geräten und Datum der letzten Kontrolle.',
  },
  { name: 'schlagwoerter', label: 'Schlagwörter', before: '', after: 'Spielplatz, Kinder' },
]

export const examples: Examples = (t) => ({
  title: 'Zwei Fassungen',
  note: 'Was sich ändert, ist durchgestrichen oder unterstrichen und wird vorgelesen.',
  states: [
    { name: 'Verlauf', wide: true, show: <Diff fields={fields} t={t} /> },
    {
      name: 'ein Absatz, in dem jemand etwas ändern will',
      show: (
        <InlineDiff
          before="Der Beirat tagt zweimal im Jahr. Er berät den Rat."
          after="Der Beirat tagt viermal im Jahr, öffentlich. Er berät den Rat."
          t={t}
        />
      ),
    },
    {
      name: 'zwei haben gleichzeitig geändert: eine Fassung je Feld wählen',
      wide: true,
      show: (
        <Diff
          fields={fields.slice(0, 2)}
          before="Ihre Fassung"
          after="Mehmet Yıldız, heute um 10:14 Uhr"
          choose={{ prefix: 'wahl-' }}
          t={t}
        />
      ),
    },
  ],
})
