import { total } from './points.ts'

/** How data.europa.eu calls a score. */
export type Band = 'excellent' | 'good' | 'enough' | 'bad'

/** The name of a score: more than 350 of 405 is excellent, from 221 good, from 120 enough. Where not everything could be asked, the share counts. */
export function bandOf(score: number, best: number = total): Band {
  const whole = best > 0 ? (score / best) * total : 0
  if (whole > 350) return 'excellent'
  if (whole >= 221) return 'good'
  return whole >= 120 ? 'enough' : 'bad'
}
