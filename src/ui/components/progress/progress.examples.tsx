import type { Examples } from '../../examples.ts'
import { Progress } from './progress.tsx'

export const examples: Examples = (t) => ({
  title: 'Lange Arbeit',
  states: [
    {
      name: 'läuft',
      wide: true,
      show: (
        <Progress
          title="Wir lesen Ihre Datei: 41.200 von 98.000 Zeilen"
          done={41200}
          total={98000}
          note="Noch etwa 20 Sekunden. Sie können die Seite verlassen; wir schreiben Ihnen, wenn es fertig ist."
          cancelHref="#progress"
          t={t}
        />
      ),
    },
  ],
})
