import type { Row } from './vote-matrix.ts'

/** Where the people differ most: the mean of each statement, and directions of length 1 in the space of the statements. */
export interface Components {
  readonly means: Float64Array
  readonly directions: readonly Float64Array[]
}

const mostRounds = 2_000
const still = 1e-14

/** The mean vote of each statement among those who answered it; 0 where nobody did. */
function columnMeans(rows: readonly Row[], width: number): Float64Array {
  const sums = new Float64Array(width)
  const seen = new Float64Array(width)
  for (const { columns, values } of rows)
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      sums[column] = (sums[column] as number) + (values[i] as number)
      seen[column] = (seen[column] as number) + 1
    }
  return sums.map((sum, column) => sum / Math.max(1, seen[column] as number))
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)

/** Takes away what lies along the directions found before. */
function deflate(vector: Float64Array, found: readonly Float64Array[]): void {
  for (const other of found) {
    const along = dot(vector, other)
    for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) - along * (other[i] as number)
  }
}

/** Makes the length 1; false where there is no length. */
function normalise(vector: Float64Array): boolean {
  const length = Math.sqrt(dot(vector, vector))
  if (length < 1e-9) return false
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length
  return true
}

/** The vector times the covariance, without dividing: what nobody said equals the mean, is 0 and costs nothing. */
function timesCovariance(rows: readonly Row[], means: Float64Array, vector: Float64Array): Float64Array {
  const out = new Float64Array(vector.length)
  for (const { columns, values } of rows) {
    let along = 0
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      along += ((values[i] as number) - (means[column] as number)) * (vector[column] as number)
    }
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as number
      out[column] = (out[column] as number) + along * ((values[i] as number) - (means[column] as number))
    }
  }
  return out
}

/** The sign of a direction means nothing; its largest part is made positive, so that the map does not flip from day to day. */
function turn(vector: Float64Array): void {
  let largest = 0
  for (const x of vector) if (Math.abs(x) > Math.abs(largest) + 1e-9) largest = x
  if (largest < 0) for (let i = 0; i < vector.length; i++) vector[i] = -(vector[i] as number)
}

/**
 * Principal components of votes whose empty cells are the mean of their column, by power iteration from a fixed start with deflation.
 * Gives fewer than `count` directions where the people do not differ in so many. Source: Polis; Golub and Van Loan, Matrix Computations, 8.2.
 */
export function principalComponents(rows: readonly Row[], width: number, count = 2): Components {
  const means = columnMeans(rows, width)
  const directions: Float64Array[] = []
  while (directions.length < count) {
    let vector: Float64Array = Float64Array.from({ length: width }, (_, i) => 1 + ((i * 7) % 11) / 11)
    deflate(vector, directions)
    if (!normalise(vector)) break
    let alive = true
    for (let round = 0; alive && round < mostRounds; round++) {
      const next = timesCovariance(rows, means, vector)
      deflate(next, directions)
      alive = normalise(next)
      const moved = 1 - Math.abs(dot(next, vector))
      vector = next
      if (moved < still) break
    }
    if (!alive) break
    turn(vector)
    directions.push(vector)
  }
  return { means, directions }
}
