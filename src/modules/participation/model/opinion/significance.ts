// Source of the formulas: Polis (math of representative and consensus statements); each count is raised by one, so that few votes prove little.

/** Above this a result is taken for more than chance: z of a one-sided 90 % test. */
export const significant = 1.2816

/** The share of `hits` among `votes`, drawn towards one half while votes are few: (a + 1) / (n + 2). Source: rule of succession, Laplace. */
export const share = (hits: number, votes: number): number => (hits + 1) / (votes + 2)

/** Whether a share differs from one half: z = 2 sqrt(n + 1) ((a + 1) / (n + 1) - 1/2). */
export const oneShareZ = (hits: number, votes: number): number => 2 * Math.sqrt(votes + 1) * ((hits + 1) / (votes + 1) - 0.5)

/**
 * Whether a share inside differs from the one outside: with a, n, b, m raised by one, z = (a/n - b/m) / sqrt(p (1 - p) (1/n + 1/m)),
 * p = (a + b) / (n + m). 0 where everybody said the same (p = 1).
 */
export function twoSharesZ(hitsIn: number, votesIn: number, hitsOut: number, votesOut: number): number {
  const [a, n, b, m] = [hitsIn + 1, votesIn + 1, hitsOut + 1, votesOut + 1]
  const pooled = (a + b) / (n + m)
  if (pooled >= 1) return 0
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
}
