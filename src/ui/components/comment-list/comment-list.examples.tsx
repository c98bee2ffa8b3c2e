import type { Examples } from '../../examples.ts'
import { CommentList } from './comment-list.tsx'

export const examples: Examples = (t) => ({
  title: 'Kommentare',
  note: 'Nur im internen Bereich zu sehen.',
  states: [
    {
      name: 'Verlauf mit Feld',
      wide: true,
      show: (
        <CommentList
          comments={[
            {
              id: '1',
              who: 'Jana Albers',
              when: '24. November 2026, 10:14 Uhr',
              iso: '2026-11-24T10:14:00+01:00',
              about: 'zum Feld Lizenz',
              text: 'Dürfen wir die Prüftermine veröffentlichen?\nDie Firma steht im Vertrag.',
            },
            {
              id: '2',
              who: 'Mehmet Yıldız',
              when: '24. November 2026, 11:02 Uhr',
              iso: '2026-11-24T11:02:00+01:00',
              text: 'Ja. Den Firmennamen lassen wir weg.',
            },
          ]}
          form={{ action: '#comment-list', id: 'kommentar-neu', help: 'Sehen alle, die den Datensatz bearbeiten.' }}
          t={t}
        />
      ),
    },
    { name: 'leer', wide: true, show: <CommentList comments={[]} t={t} /> },
  ],
})
