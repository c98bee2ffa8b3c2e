import type { Examples } from '../../examples.ts'
import { Choropleth } from './choropleth.tsx'
import { outline } from './outlines.ts'

const cell = (id: string, x: number, y: number, lean: number) => ({
  id,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [x, y],
        [x + 0.9, y + lean],
        [x + 1, y + 0.6],
        [x + 0.2, y + 0.7],
        [x, y],
      ],
    ],
  },
})

const places = [
  { id: 'lindenrode', name: 'Lindenrode', step: 'full', state: 'veröffentlicht, aktuell' },
  { id: 'auenfeld', name: 'Auenfeld', step: 'hatched', state: 'veröffentlicht, veraltet' },
  { id: 'steinbrueck', name: 'Steinbrück', step: 'pale', state: 'im Inventar' },
  { id: 'ahlen', name: 'Ahlen', step: 'empty', state: 'nicht bekannt' },
] as const

export const examples: Examples = () => ({
  title: 'Flächenkarte',
  note: 'Vier Klassen, eine schraffiert. Die Liste daneben trägt dieselben Angaben.',
  states: [
    {
      name: 'mit gewähltem Ort',
      wide: true,
      show: (
        <Choropleth
          id="flaechen"
          description="Vier Orte, eingefärbt nach ihrer Veröffentlichung. Die Liste darunter enthält dieselben Angaben."
          outlines={outline([
            cell('lindenrode', 7, 51, 0.05),
            cell('auenfeld', 8, 51, -0.05),
            cell('steinbrueck', 9, 51, 0.02),
            cell('ahlen', 10, 51, 0),
          ])}
          areas={places.map((place) => ({ ...place, href: `#${place.id}` }))}
          legend={places.map((place) => ({ step: place.step, label: `${place.state} (1)` }))}
          selected="auenfeld"
          caption="Umrandet: Auenfeld. Grenzen sind erfunden."
        />
      ),
    },
  ],
})
