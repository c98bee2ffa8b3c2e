import type { Examples } from '../../examples.ts'
import { VersionStep } from './version-step.tsx'

export const examples: Examples = (t) => ({
  title: 'Fassung in einem Verlauf',
  note: 'Die aktuelle steht offen. Ein Knopf holt eine frühere zurück.',
  states: [
    {
      name: 'die aktuelle',
      wide: true,
      show: (
        <VersionStep
          number={3}
          current
          made="26.11.2026, 14:10, Mila Sander"
          changes={[{ name: 'titel', label: 'Titel', before: 'Über uns', after: 'Wer wir sind' }]}
          t={t}
        />
      ),
    },
    {
      name: 'eine frühere mit dem Weg zurück',
      wide: true,
      show: (
        <VersionStep
          number={2}
          current={false}
          made="24.11.2026, 09:02, Jonas Wiedemann"
          note="Zwei Spielplätze ergänzt"
          changes={[{ name: 'ort', label: 'Ort', before: '', after: 'Fußbereich' }]}
          restore={{ action: '#fassung-2', text: 'Fassung 2 wiederherstellen' }}
          t={t}
        />
      ),
    },
  ],
})
