import type { Examples } from '../../examples.ts'
import { ActiveFilters } from './active-filters.tsx'

export const examples: Examples = (t) => ({
  title: 'Gewählte Filter',
  states: [
    {
      name: 'abnehmbar und fest',
      wide: true,
      show: (
        <ActiveFilters
          clearHref="#a"
          t={t}
          filters={[{ text: 'Kreis Sennewald' }, { text: 'CSV', href: '#a' }, { text: 'Thema: Verkehr', href: '#a' }]}
        />
      ),
    },
    {
      name: 'Zeiger',
      show: (
        <a class="alm-chip is-hover" href="#a">
          CSV
        </a>
      ),
    },
    {
      name: 'Fokus',
      show: (
        <a class="alm-chip is-focus" href="#a">
          CSV
        </a>
      ),
    },
  ],
})
