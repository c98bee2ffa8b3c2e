import type { Examples } from '../../examples.ts'
import { Switch, Tabs } from './tabs.tsx'

export const examples: Examples = () => ({
  title: 'Reiter und Umschalter',
  note: 'Links auf eigene Adressen.',
  states: [
    {
      name: 'Reiter',
      wide: true,
      show: (
        <Tabs
          label="Ansicht des Beispiels"
          links={[
            { href: '#tabs', text: 'Tabelle', current: true },
            { href: '#karte', text: 'Karte' },
            { href: '#diagramm', text: 'Diagramm' },
          ]}
        />
      ),
    },
    {
      name: 'Umschalter',
      wide: true,
      show: (
        <Switch
          label="Liste oder Karte"
          links={[
            { href: '#tabs', text: 'Liste', current: true },
            { href: '#karte', text: 'Karte' },
          ]}
        />
      ),
    },
  ],
})
