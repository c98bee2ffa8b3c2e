export type Point = readonly [number, number]

/** A point that stands for so many people. */
export interface Weighted {
  readonly at: Point
  readonly weight: number
}

/** Where the centres came to rest, the number of the nearest one for each point, and the sum of squared distances. */
export interface Settled {
  readonly centres: readonly Point[]
  readonly labels: readonly number[]
  readonly spread: number
}

const squared = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2

function nearest(point: Point, centres: readonly Point[]): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < centres.length; i++) {
    const distance = squared(point, centres[i] as Point)
    if (distance < least) {
      least = distance
      best = i
    }
  }
  return best
}

/** A centre that nobody is near stays where it is. */
function moved(points: readonly Weighted[], labels: readonly number[], centres: readonly Point[]): Point[] {
  const sums = centres.map(() => ({ x: 0, y: 0, weight: 0 }))
  points.forEach(({ at, weight }, i) => {
    const sum = sums[labels[i] as number] as { x: number; y: number; weight: number }
    sum.x += at[0] * weight
    sum.y += at[1] * weight
    sum.weight += weight
  })
  return sums.map(({ x, y, weight }, i) => (weight > 0 ? [x / weight, y / weight] : (centres[i] as Point)))
}

const mostRounds = 200

/** Lloyd's algorithm from given centres. Source: Lloyd, Least squares quantization in PCM, 1982. */
export function settle(points: readonly Weighted[], start: readonly Point[]): Settled {
  let centres = start
  let labels: number[] = []
  for (let round = 0; round < mostRounds; round++) {
    const next = points.map(({ at }) => nearest(at, centres))
    const same = next.every((label, i) => label === labels[i])
    labels = next
    if (same) break
    centres = moved(points, labels, centres)
  }
  const spread = points.reduce((sum, { at, weight }, i) => sum + weight * squared(at, centres[labels[i] as number] as Point), 0)
  return { centres, labels, spread }
}

/** The point farthest from the middle, then always the one farthest from all chosen; fewer than `count` where no more differ. Of equal ones the first. */
export function farthestStart(points: readonly Weighted[], count: number): Point[] {
  const chosen: Point[] = []
  const farthest = (gaps: readonly number[]) => gaps.indexOf(gaps.reduce((most, gap) => Math.max(most, gap), 0))
  let next = farthest(points.map(({ at }) => squared(at, [0, 0])))
  const gaps = points.map(() => Number.POSITIVE_INFINITY)
  while (chosen.length < count && next >= 0 && gaps[next] !== 0) {
    const centre = (points[next] as Weighted).at
    chosen.push(centre)
    points.forEach(({ at }, i) => {
      gaps[i] = Math.min(gaps[i] as number, squared(at, centre))
    })
    next = farthest(gaps)
  }
  return chosen
}

/** Centres in equal steps of weight through the points, ordered along a direction. */
function stepsAlong(points: readonly Weighted[], count: number, angle: number): Point[] {
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  const place = ({ at }: Weighted) => at[0] * x + at[1] * y
  const sorted = points.toSorted((a, b) => place(a) - place(b))
  const step = points.reduce((sum, { weight }) => sum + weight, 0) / count
  const centres: Point[] = []
  let passed = 0
  for (const { at, weight } of sorted) {
    passed += weight
    while (centres.length < count && passed >= (centres.length + 0.5) * step) centres.push(at)
  }
  return centres
}

/** Directions from which is tried; enough to find the tightest groups in a plane. */
const directions = Array.from({ length: 8 }, (_, i) => (i * Math.PI) / 8)

/**
 * k-means without chance: fixed starts in equal steps along eight directions and one from the farthest points; the tightest result counts.
 * Undefined where the points are too few or too alike for so many groups.
 */
export function kMeans(points: readonly Weighted[], count: number): Settled | undefined {
  const starts = [...directions.map((angle) => stepsAlong(points, count, angle)), farthestStart(points, count)]
  const whole = starts.map((start) => settle(points, start)).filter(({ labels }) => new Set(labels).size === count)
  return whole.reduce<Settled | undefined>(
    (best, one) => (best && one.spread >= best.spread * (1 - 1e-9) ? best : one),
    undefined,
  )
}
