import { farthestStart, kMeans, type Point, settle, type Weighted } from './k-means.ts'
import { meanSilhouette } from './silhouette.ts'

/** To which group each point belongs, counted from 0, and how well the groups stand apart (-1 to 1; 0 where there is one only). */
export interface Grouping {
  readonly labels: readonly number[]
  readonly count: number
  readonly silhouette: number
}

/** People who stand close together are first taken as one knot, so that the work hardly grows with the people. Source: Polis, base clusters. */
const mostKnots = 100

/** The most groups that are tried: min(5, 2 + people / 12). Source: Polis. */
export const mostGroups = (people: number): number => Math.min(5, 2 + Math.floor(people / 12))

/** Knots that have people, and the number of the knot of each point. */
function knotsOf(points: readonly Point[]): { knots: Weighted[]; knotOf: number[] } {
  const people = points.map((at) => ({ at, weight: 1 }))
  const { centres, labels } = settle(people, farthestStart(people, mostKnots))
  const used = [...new Set(labels)].sort((a, b) => a - b)
  const rank = new Map(used.map((label, at) => [label, at]))
  const knotOf = labels.map((label) => rank.get(label) ?? 0)
  const weights = used.map(() => 0)
  for (const knot of knotOf) weights[knot] = (weights[knot] ?? 0) + 1
  return { knots: used.map((label, at) => ({ at: centres[label] as Point, weight: weights[at] ?? 0 })), knotOf }
}

/** Numbers groups by size, the largest 0; of equal ones the one whose first member comes first. */
function bySize(labels: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  // The map keeps the order in which the groups first appear, and sorting keeps the order of equals.
  const rank = new Map([...sizes].sort((a, b) => b[1] - a[1]).map(([label], at) => [label, at]))
  return labels.map((label) => rank.get(label) ?? 0)
}

/**
 * Groups of people who stand near each other: for k = 2 to `mostGroups` the one with the best silhouette over the knots, of equal ones the
 * fewest. One group where nobody differs. Polis keeps its last number of groups until four results in a row speak against it; here
 * each map stands by itself.
 */
export function findGroups(points: readonly Point[]): Grouping {
  const { knots, knotOf } = knotsOf(points)
  const at = knots.map((knot) => knot.at)
  let best: { labels: readonly number[]; silhouette: number } | undefined
  for (let count = 2; count <= Math.min(mostGroups(points.length), knots.length); count++) {
    const found = kMeans(knots, count)
    if (!found) continue
    const silhouette = meanSilhouette(at, found.labels)
    if (!best || silhouette > best.silhouette + 1e-9) best = { labels: found.labels, silhouette }
  }
  if (!best) return { labels: points.map(() => 0), count: Math.min(1, points.length), silhouette: 0 }
  const { labels, silhouette } = best
  return { labels: bySize(knotOf.map((knot) => labels[knot] ?? 0)), count: new Set(labels).size, silhouette }
}
