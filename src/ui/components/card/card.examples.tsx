import type { Examples } from '../../examples.ts'
import { Card, Door } from './card.tsx'

export const examples: Examples = () => ({
  title: 'Karte und Tür',
  note: 'Eine Karte ist etwas, das man wählt.',
  states: [
    {
      name: 'wählbar',
      show: (
        <Card>
          <b>Bänke am Mühlbach</b>
          <p class="alm-small">4.800 €</p>
        </Card>
      ),
    },
    {
      name: 'gewählt',
      show: (
        <Card picked>
          <b>Bänke am Mühlbach</b>
          <p class="alm-small">4.800 €</p>
        </Card>
      ),
    },
    {
      name: 'Tür zu einem Bereich',
      wide: true,
      show: (
        <Door
          title="Daten"
          href="#card"
          text="312 Datensätze ansehen, laden und weiterverwenden."
          links={[
            { href: '#card', text: 'Alle Datensätze' },
            { href: '#wer', text: 'Wer veröffentlicht was?' },
          ]}
        />
      ),
    },
  ],
})
