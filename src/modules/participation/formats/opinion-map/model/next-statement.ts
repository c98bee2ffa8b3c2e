/** A statement that waits for somebody's answer. */
export interface Waiting {
  readonly id: string
  /** How many have answered it, as far as it was counted. */
  readonly votes: number
}

/** A number above 0 and below 1 that looks like chance and is the same for the same text (FNV-1a, then mixed as in MurmurHash3). */
function chance(text: string): number {
  let hash = 2_166_136_261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909)
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32
}

/**
 * The statement that somebody sees next: drawn by lot in which one with half the answers has twice the chance, so that none is left
 * behind and none is everybody's first. The lot hangs on `seed`, so that a page called again shows the same. Source: weighted sampling
 * by exponential keys (Efraimidis and Spirakis 2006).
 */
export function nextStatement<One extends Waiting>(waiting: readonly One[], seed: string): One | undefined {
  let best: One | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of waiting) {
    const key = -Math.log(chance(`${seed} ${one.id}`)) * (1 + one.votes)
    if (key < least) {
      least = key
      best = one
    }
  }
  return best
}
