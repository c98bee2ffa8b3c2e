import type { Examples } from '../../examples.ts'
import { LinkList } from './link-list.tsx'

const links = [
  { href: '#link-list', text: 'Alle Datensätze' },
  { href: '#link-list', text: 'Neue Daten abonnieren' },
  { href: '#link-list', text: 'Bericht als PDF, 14 Seiten, 0,9 MB' },
]

export const examples: Examples = () => ({
  title: 'Links',
  note: 'Zu Dateien mit Format und Größe.',
  states: [
    {
      name: 'Zeiger',
      show: (
        <a class="alm-link is-hover" href="#link-list">
          Alle Datensätze
        </a>
      ),
    },
    {
      name: 'Fokus',
      show: (
        <a class="alm-link is-focus" href="#link-list">
          Alle Datensätze
        </a>
      ),
    },
    { name: 'in einer Zeile', show: <LinkList links={links} />, wide: true },
    { name: 'untereinander', show: <LinkList links={links} stacked />, wide: true },
  ],
})
