import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Proof, Shown } from '../../model/proof.ts'

// What is made here stands in browsers and in marks of reactions: another text makes them worthless.
const keyed = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

/** The fingerprint of a confirmed address within a procedure, from that of the room. */
export const mailMark = (secret: string, procedure: string, address: Buffer): Buffer =>
  keyed(secret, `participation/proof-mail:${procedure}:${address.toString('hex')}`)

/** The fingerprint of somebody with an account within a procedure. */
export const accountMark = (secret: string, procedure: string, person: string): Buffer =>
  keyed(secret, `participation/proof-account:${procedure}:${person}`)

/** The fingerprint of a pseudonym of BundID within a procedure: two procedures cannot compare theirs. */
export const bundIdMark = (secret: string, procedure: string, pseudonym: string): Buffer =>
  keyed(secret, `participation/proof-bundid:${procedure}:${pseudonym}`)

/** By what has been shown, what counts for the acts of a procedure. */
export function proofOf(secret: string, procedure: string, { level, mark }: Shown): Proof {
  const number = keyed(secret, `participation/proof-number:${procedure}:${level}:${mark.toString('hex')}`).subarray(0, 16)
  return { level, number: number.toString('base64url'), ...(level === 'code' ? { code: mark } : {}) }
}

const levels = ['email', 'code', 'bundid'] as const

/** How long a browser may go on with what was shown once, in seconds. */
export const lasts = { email: 30 * 86_400, code: 12 * 3600, bundid: 2 * 3600 } as const

const signature = (secret: string, text: string) =>
  keyed(secret, `participation/proof-pass:${text}`).subarray(0, 16).toString('base64url')

/** What the browser keeps of it: signed, for one procedure, until a moment. */
export function writePass(
  secret: string,
  procedure: string,
  { level, mark }: Shown,
  now: Date,
  seconds: number = level === 'account' ? 0 : lasts[level],
): string {
  const text = `${procedure}.${level}.${mark.toString('hex')}.${Math.floor(now.getTime() / 1000) + seconds}`
  return `${text}.${signature(secret, text)}`
}

/** Reads it; undefined for what we did not sign, what is for another procedure, and what is over. */
export function readPass(secret: string, procedure: string, pass: string, now: Date): Shown | undefined {
  const [, text = '', id, level, mark = '', until, signed = ''] =
    /^(([0-9a-f-]{36})\.(\w+)\.([0-9a-f]{64})\.(\d{1,12}))\.([\w-]{22})$/.exec(pass) ?? []
  if (id !== procedure || !timingSafeEqual(Buffer.from(signature(secret, text)), Buffer.from(signed))) return undefined
  const known = levels.find((one) => one === level)
  return known && Number(until) * 1000 > now.getTime() ? { level: known, mark: Buffer.from(mark, 'hex') } : undefined
}
