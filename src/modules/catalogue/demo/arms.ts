const shield = (colour: string, figure: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 36"><path d="M1 1h30v19c0 8-7 13-15 15C8 33 1 28 1 20z" fill="${colour}"/>${figure}</svg>`
const line = (path: string, width = 2.5): string =>
  `<path d="${path}" fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round"/>`

/** Coats of arms, drawn for the demonstration: heath hills, a lime leaf, ears and water, a bridge. */
export const arms = {
  kreis: shield('#22562A', line('M6 13q10-7 20 0') + line('M6 19q10-7 20 0') + line('M7 25q9-6 18 0')),
  lindenrode: shield('#1F4E79', `<path d="M16 6c8 5 9 13 0 18C7 19 8 11 16 6z" fill="#fff"/>${line('M16 24v6')}`),
  auenfeld: shield('#0B5351', line('M11 20V8m0 4l-4-3m4 3l4-3M21 20V8m0 4l-4-3m4 3l4-3', 2) + line('M6 26q5-4 10 0t10 0')),
  steinbrueck: shield(
    '#7A2E1D',
    line('M5 13h22') + line('M7 24v-4a4 4 0 0 1 8 0v4m2 0v-4a4 4 0 0 1 8 0v4') + line('M8 29q4-3 8 0t8 0', 2),
  ),
} as const
