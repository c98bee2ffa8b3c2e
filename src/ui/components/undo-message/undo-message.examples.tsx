import type { Examples } from '../../examples.ts'
import { UndoMessage } from './undo-message.tsx'

export const examples: Examples = (t) => ({
  title: 'Meldung mit Rückweg',
  states: [
    {
      name: 'archiviert',
      wide: true,
      show: (
        <UndoMessage title="3 Datensätze archiviert" undo={{ action: '#undo-message', hidden: { vorgang: '4711' } }} t={t}>
          Sie stehen 30 Tage lang im Archiv.
        </UndoMessage>
      ),
    },
  ],
})
