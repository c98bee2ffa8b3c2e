import type { Examples } from '../../examples.ts'
import { Ballot } from './ballot.tsx'

const says = {
  left: 'Noch {amount}',
  over: '{amount} zu viel',
  short: 'Passt nicht mehr: es fehlen {amount}.',
  chosen: '{count} gewählt, {amount} vergeben',
}
const lines = [
  {
    key: 'XA',
    title: 'Trinkbrunnen am Bahnhofsvorplatz',
    note: 'Ein Brunnen mit Becher- und Flaschenhahn.',
    cost: '18.000 €',
    amount: 1_800_000,
    value: '1',
  },
  { key: 'XB', title: 'Wasserspielplatz im Stadtpark', note: 'Pumpe und Wasserlauf.', cost: '58.000 €', amount: 5_800_000 },
]

export const examples: Examples = (t) => ({
  title: 'Stimmzettel',
  note: 'Mit Skript sagt die Spalte sofort, was übrig ist; ohne Skript sagt es die nächste Seite.',
  states: [
    {
      name: 'Budget verteilen',
      wide: true,
      show: (
        <form>
          <Ballot
            lines={lines}
            fill="tick"
            limit={6_000_000}
            label="Vorschläge"
            sum={{ title: 'Budget: 60.000 €', note: 'Was Ihre Auswahl kostet, steht auf der nächsten Seite.' }}
            says={says}
            button="Auswahl prüfen"
            t={t}
          />
        </form>
      ),
    },
    {
      name: 'Punkte, mit Fehler',
      wide: true,
      show: (
        <form>
          <Ballot
            lines={lines.map((one) => ({
              ...one,
              key: `Y${one.key}`,
              value: '7',
              error: 'Höchstens 5 Punkte für einen Vorschlag.',
            }))}
            fill="number"
            numberLabel="Punkte"
            highest={5}
            label="Vorschläge mit Punkten"
            sum={{ title: '10 Punkte', note: 'Höchstens 5 für einen Vorschlag.' }}
            says={says}
            button="Auswahl prüfen"
            t={t}
          />
        </form>
      ),
    },
  ],
})
