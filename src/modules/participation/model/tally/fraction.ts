import type { Share } from './outcome.ts'

/** Greatest common divisor of two numbers, not both 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const bits = (n: bigint): number => n.toString(16).length * 4

/** The nearest that a number of floating point comes to a fraction, up to some last bits; the denominator is above 0. */
export function toNumber(numerator: bigint, denominator: bigint): number {
  const excess = Math.max(bits(numerator), bits(denominator)) - 1000
  if (excess <= 0) return Number(numerator) / Number(denominator)
  // Beyond 2^1023 numbers of floating point end; what is shifted out lies hundreds of bits below the result.
  return Number(numerator >> BigInt(excess)) / Number(denominator >> BigInt(excess))
}

/** A fraction in lowest terms, as the account of a count shows it. */
export function shareOf(numerator: bigint, denominator: bigint): Share {
  const common = numerator === 0n ? denominator : gcd(numerator, denominator)
  const [top, bottom] = [numerator / common, denominator / common]
  return { numerator: String(top), denominator: String(bottom), value: toNumber(top, bottom) }
}
