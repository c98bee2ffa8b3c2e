/** The square and the streets around it, in metres east and north of its middle. Invented, as the town is. */
export interface PlanShape {
  readonly kind: 'block' | 'street' | 'house' | 'green' | 'line' | 'label'
  /** A ring, a line, or the one point of a label. */
  readonly points: readonly (readonly [east: number, north: number])[]
  readonly title?: string
}

const box = (kind: PlanShape['kind'], west: number, south: number, width: number, depth: number, lean = 0): PlanShape => ({
  kind,
  points: [
    [west, south],
    [west + width, south + lean],
    [west + width - lean, south + depth + lean],
    [west - lean, south + depth],
  ],
})
const label = (east: number, north: number, title: string): PlanShape => ({ kind: 'label', points: [[east, north]], title })
/** A tree, as eight corners. */
const tree = (east: number, north: number): PlanShape => ({
  kind: 'green',
  points: Array.from({ length: 8 }, (_, i) => {
    const turn = (i / 8) * 2 * Math.PI
    return [east + 7 * Math.cos(turn), north + 7 * Math.sin(turn)] as const
  }),
})
const row = (count: number, at: (n: number) => PlanShape) => Array.from({ length: count }, (_, n) => at(n))

export const marketPlan: readonly PlanShape[] = [
  // What is built around the square, in blocks with streets between them.
  box('block', -224, 96, 152, 60, 3),
  box('block', -58, 102, 150, 54, 2),
  box('block', 112, 98, 118, 58, -2),
  box('block', -224, -26, 96, 96, 2),
  box('block', -224, -154, 102, 108, 0),
  box('block', 132, 0, 98, 78, -2),
  box('block', 134, -154, 96, 134, 2),
  box('block', -104, -154, 150, 46, 3),
  box('block', 64, -154, 56, 44, 0),
  {
    kind: 'street',
    points: [
      [-116, 76],
      [104, 88],
      [122, -92],
      [-104, -100],
    ],
  },
  ...row(5, (n) => box('house', -214 + n * 28, 104, 22, 20, 1)),
  ...row(4, (n) => box('house', -214 + n * 34, 132, 26, 16, 1)),
  ...row(6, (n) => box('house', -52 + n * 24, 108, 19, 18, 1)),
  ...row(3, (n) => box('house', -40 + n * 44, 134, 32, 14, 0)),
  ...row(4, (n) => box('house', 118 + n * 27, 104, 21, 20, -1)),
  ...row(3, (n) => box('house', 122 + n * 36, 132, 28, 16, -1)),
  ...row(4, (n) => box('house', -216, -20 + n * 23, 22, 17, 1)),
  ...row(4, (n) => box('house', -216, -144 + n * 25, 22, 19, 0)),
  ...row(3, (n) => box('house', 204, 6 + n * 24, 20, 18, -1)),
  ...row(4, (n) => box('house', -184, -20 + n * 23, 22, 17, 1)),
  ...row(4, (n) => box('house', -154, -20 + n * 23, 20, 17, 1)),
  ...row(4, (n) => box('house', -184, -144 + n * 25, 24, 19, 0)),
  ...row(3, (n) => box('house', -152, -136 + n * 30, 24, 22, 0)),
  ...row(3, (n) => box('house', 138, 6 + n * 24, 24, 18, -1)),
  ...row(2, (n) => box('house', 170, 8 + n * 36, 24, 26, -1)),
  ...row(5, (n) => box('house', 140, -146 + n * 25, 24, 18, 1)),
  box('house', 172, -132, 22, 94, 1),
  ...row(4, (n) => box('house', 204, -146 + n * 30, 20, 22, 1)),
  ...row(5, (n) => box('house', -98 + n * 29, -146, 23, 20, 1)),
  ...row(2, (n) => box('house', 68 + n * 26, -148, 22, 24, 0)),
  box('house', -70, 12, 56, 42, 2),
  box('house', 78, -76, 30, 54, -2),
  {
    kind: 'line',
    points: [
      [-98, -26],
      [-20, -22],
      [-18, -78],
      [-96, -82],
      [-98, -26],
    ],
  },
  ...row(
    7,
    (n): PlanShape => ({
      kind: 'line',
      points: [
        [-87 + n * 10, -25.5 + n * 0.5],
        [-86 + n * 10, -81.5 + n * 0.5],
      ],
    }),
  ),
  ...row(5, (n) => tree(18 + n * 17, 60 + n * 1.2)),
  tree(100, 44),
  tree(102, 26),
  label(-44, 33, 'Rathaus'),
  label(93, -49, 'Kirche'),
  label(-58, -92, 'Parkplatz, 46 Plätze'),
  label(-152, 84, 'Lange Straße'),
  label(156, 88, 'Mühlenstraße'),
  label(-122, -36, 'Kirchgasse'),
]
