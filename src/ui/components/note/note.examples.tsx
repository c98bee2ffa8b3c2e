import type { Examples } from '../../examples.ts'
import { Note } from './note.tsx'

export const examples: Examples = () => ({
  title: 'Randnotiz',
  states: (['accent', 'quiet', 'warn', 'bad'] as const).map((kind) => ({
    name: kind,
    wide: true,
    show: (
      <Note kind={kind}>
        <p>
          <strong>38 Städte führen ihre Zählungen nach demselben Muster.</strong> Sie können alle als eine Tabelle laden.
        </p>
      </Note>
    ),
  })),
})
