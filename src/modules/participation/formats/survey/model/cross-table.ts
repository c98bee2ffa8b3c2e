/** Fewer persons than this in a cell could be recognised. */
export const smallest = 5

/** A cell as it may be shown: the number, or hidden. */
export type Cell = number | 'hidden'

/**
 * Hides what could reveal persons: cells under five. Where only one cell of a row or column is hidden it could be worked out from the
 * sums, which the results print elsewhere: the next smallest is hidden, too, until none stands alone.
 */
export function hideSmall(counts: readonly (readonly number[])[]): Cell[][] {
  const cells: Cell[][] = counts.map((row) => row.map((n) => (n < smallest ? 'hidden' : n)))
  const width = counts[0]?.length ?? 0
  const rows = cells.map((row, r) => row.map((_, c) => [r, c] as const))
  const columns = Array.from({ length: width }, (_, c) => cells.map((_, r) => [r, c] as const))
  for (let changed = true; changed; ) {
    changed = false
    for (const line of [...rows, ...columns]) {
      const open = line.filter(([r, c]) => cells[r]?.[c] !== 'hidden')
      if (line.length - open.length !== 1 || open.length === 0) continue
      const [r, c] = open.reduce((least, one) => (at(counts, one) < at(counts, least) ? one : least))
      const row = cells[r]
      if (row) row[c] = 'hidden'
      changed = true
    }
  }
  return cells
}

const at = (counts: readonly (readonly number[])[], [r, c]: readonly [number, number]): number => counts[r]?.[c] ?? 0
