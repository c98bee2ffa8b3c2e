import type { Components } from './components.ts'
import type { Row } from './vote-matrix.ts'

/** The sum of a person's votes, less the means, along a direction; 0 where there is no such direction. */
function along(row: Row, means: Float64Array, direction: Float64Array | undefined): number {
  if (!direction) return 0
  let sum = 0
  for (let i = 0; i < row.columns.length; i++) {
    const column = row.columns[i] as number
    sum += ((row.values[i] as number) - (means[column] as number)) * (direction[column] as number)
  }
  return sum
}

/**
 * Where a person stands on two axes: along both directions, times the root of statements by votes; else those who answered little would
 * crowd in the middle. A statement moderated out counts on both sides, as a column of zeros that everybody has answered.
 * Source: Polis, sparsity-aware projection.
 */
export function project(row: Row, { means, directions }: Components, hidden = 0): [number, number] {
  const scale = Math.sqrt((means.length + hidden) / Math.max(1, row.columns.length + hidden))
  return [scale * along(row, means, directions[0]), scale * along(row, means, directions[1])]
}
