import type { Examples } from '../../examples.ts'
import { TokenField } from './token-field.tsx'

export const examples: Examples = (t) => ({
  title: 'Schlagwörter',
  note: 'Text mit Komma. Mit Skript werden daraus Wörter, die man wieder abnehmen kann.',
  states: [
    {
      name: 'mit Vorschlägen',
      wide: true,
      show: (
        <TokenField
          id="schlagwort"
          name="schlagwort"
          label="Schlagwörter"
          values={['Spielplatz', 'Kinder']}
          suggestions={['Freizeit', 'Grünfläche']}
          known={['Freizeit', 'Grünfläche', 'Grünanlage', 'Friedhof', 'Schule', 'Sport']}
          t={t}
        />
      ),
    },
    {
      name: 'Fehler',
      wide: true,
      show: (
        <TokenField
          id="schlagwort-fehler"
          name="schlagwort"
          label="Schlagwörter des Bestands"
          values={[]}
          error="Nennen Sie mindestens ein Schlagwort. Beispiel: Spielplatz"
          t={t}
        />
      ),
    },
  ],
})
