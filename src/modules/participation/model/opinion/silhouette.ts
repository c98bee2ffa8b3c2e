import type { Point } from './k-means.ts'

/**
 * Mean silhouette of groups, -1 to 1: for each point (b - a) / max(a, b), where a is its mean distance to its own group and b that to the
 * nearest other; 0 for a group of one. `labels` count from 0. Takes the square of the points in time. Source: Rousseeuw 1987.
 */
export function meanSilhouette(points: readonly Point[], labels: readonly number[]): number {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  const total = points.reduce((sum, point, i) => sum + silhouetteOf(distances(point, points, labels), labels[i] ?? 0, sizes), 0)
  return total / Math.max(1, points.length)
}

/** The sum of the distances from a point to the points of each group. */
function distances(from: Point, points: readonly Point[], labels: readonly number[]): Map<number, number> {
  const sums = new Map<number, number>()
  points.forEach((to, i) => {
    const label = labels[i] ?? 0
    sums.set(label, (sums.get(label) ?? 0) + Math.hypot(from[0] - to[0], from[1] - to[1]))
  })
  return sums
}

function silhouetteOf(sums: ReadonlyMap<number, number>, own: number, sizes: ReadonlyMap<number, number>): number {
  const size = sizes.get(own) ?? 0
  if (size <= 1 || sizes.size < 2) return 0
  const a = (sums.get(own) ?? 0) / (size - 1)
  const others = [...sizes].filter(([label]) => label !== own).map(([label, count]) => (sums.get(label) ?? 0) / count)
  const b = Math.min(...others)
  return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b)
}
