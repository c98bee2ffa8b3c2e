import type { Examples } from '../../examples.ts'
import { CheckPanel } from './check-panel.tsx'

export const examples: Examples = (t) => ({
  title: 'Prüfung',
  note: 'Das Ergebnis zuerst. Jede Zeile führt zu ihrem Feld. Steht in der rechten Spalte.',
  states: [
    {
      name: 'es fehlt etwas',
      wide: true,
      show: (
        <CheckPanel
          id="pruefung-fehlt"
          title="Prüfung nach DCAT‑AP.de"
          kind="bad"
          verdict="3 Pflichtangaben fehlen"
          note="Geprüft beim Tippen, zuletzt um 10:14 Uhr."
          t={t}
          groups={[
            {
              kind: 'bad',
              checks: [
                { title: 'Lizenz wählen', href: '#feld-wer', code: 'dcterms:license' },
                { title: 'Mindestens ein Schlagwort', href: '#feld-text', code: 'dcat:keyword' },
                { title: 'E-Mail vervollständigen', href: '#feld-mail', code: 'dcat:contactPoint' },
              ],
            },
            {
              title: '2 Empfehlungen',
              kind: 'warn',
              checks: [
                { title: 'Zeitraum angeben', href: '#feld-tag', reason: 'Die Datei deckt 12.03. bis 02.10.2026 ab.' },
                { title: 'Spalte GER_TYP erklären', href: '#feld-akte', reason: '8 von 9 Spalten sind erklärt.' },
              ],
            },
          ]}
          fine={[
            { title: 'Titel', code: 'dcterms:title' },
            { title: 'Kurzbeschreibung', code: 'dcterms:description' },
          ]}
          source={{
            title: 'Metadaten als RDF',
            text: '<…/spielplaetze> a dcat:Dataset ;\n  dcterms:title "Spielplätze"@de ;\n  dcterms:accrualPeriodicity freq:QUARTERLY .',
          }}
        />
      ),
    },
    {
      name: 'alles in Ordnung',
      wide: true,
      show: (
        <CheckPanel
          id="pruefung-gut"
          title="Prüfung vor der Freigabe"
          kind="ok"
          verdict="Nichts fehlt"
          fine={[{ title: 'Titel' }, { title: 'Lizenz' }]}
          t={t}
        />
      ),
    },
  ],
})
