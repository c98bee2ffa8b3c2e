import { createHmac, randomInt } from 'node:crypto'

// Without I, L, O, U, 0 and 1: what one confuses on paper.
const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const size = 12

/** A new code as it is printed: `K7QF-2MXA-9DTR`. */
export function newCode(): string {
  const all = Array.from({ length: size }, () => letters[randomInt(letters.length)]).join('')
  return all.replace(/(.{4})(?=.)/g, '$1-')
}

/** What is kept of a code: a fingerprint made with the instance's secret; undefined for what cannot be a code. Spaces, dashes and small letters do not matter. */
export function codeHash(secret: string, procedure: string, typed: string): Buffer | undefined {
  const code = typed.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '')
  return code.length === size && [...code].every((one) => letters.includes(one))
    ? createHmac('sha256', secret).update(`participation/survey-code:${procedure}:${code}`).digest()
    : undefined
}
