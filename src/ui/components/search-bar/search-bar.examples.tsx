import type { Examples } from '../../examples.ts'
import { SearchBar } from './search-bar.tsx'

export const examples: Examples = (t) => ({
  title: 'Suchfeld',
  note: 'Sichtbare Beschriftung, das Wort „Suchen“. Der Ring läuft um die ganze Leiste.',
  states: [
    { name: 'normal', show: <SearchBar id="x1" action="#search-bar" label="Einträge durchsuchen" t={t} />, wide: true },
    {
      name: 'Fokus',
      show: <SearchBar id="x2" action="#search-bar" label="Im Katalog suchen" value="Radweg" state="focus" t={t} />,
      wide: true,
    },
    {
      name: 'groß, mit Vorschlägen zum Anklicken',
      wide: true,
      show: (
        <SearchBar
          id="x3"
          action="#search-bar"
          size="big"
          label="Alles durchsuchen"
          often={[
            { href: '#haushalt', text: 'Haushaltsplan' },
            { href: '#baeume', text: 'Baumkataster' },
          ]}
          t={t}
        />
      ),
    },
    {
      name: 'in der Kopfzeile',
      show: <SearchBar id="x4" action="#search-bar" size="small" label="Im Kopf suchen" t={t} />,
      wide: true,
    },
  ],
})
