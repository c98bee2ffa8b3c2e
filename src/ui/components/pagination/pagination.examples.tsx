import type { Examples } from '../../examples.ts'
import { Pagination } from './pagination.tsx'

export const examples: Examples = (t) => ({
  title: 'Seiten',
  states: [1, 7, 98].map((page) => ({
    name: `Seite ${page} von 98`,
    wide: true,
    show: (
      <Pagination
        page={page}
        pages={98}
        href={(n) => `#seite-${n}`}
        next="Nächste 20"
        label={`Beispiel ab Seite ${page}`}
        t={t}
      />
    ),
  })),
})
