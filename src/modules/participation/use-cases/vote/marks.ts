import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { addressMark } from '#platform/secret-link'
import { codeFrom } from '../../model/vote/receipt-code.ts'

// What is made here stands in letters, in the register and in the log of votes: another text makes them worthless.
const keyed = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()

/** By what somebody votes. */
export type Pass =
  | { readonly kind: 'code'; readonly code: string }
  /** `mark`: what is kept of the address, in hex. */
  | { readonly kind: 'email'; readonly mark: string }
  | { readonly kind: 'account'; readonly person: string }
  /** `mark`: what is kept of the pseudonym within the procedure, in hex. */
  | { readonly kind: 'bundid'; readonly mark: string }
  | { readonly kind: 'browser'; readonly number: string }

const passText = (pass: Pass): string =>
  pass.kind === 'code'
    ? pass.code
    : pass.kind === 'email' || pass.kind === 'bundid'
      ? pass.mark
      : pass.kind === 'account'
        ? pass.person
        : pass.number

/** What the register keeps of somebody. Without the instance's secret it leads neither to a code nor to an address. */
export const voterMark = (secret: string, register: string, pass: Pass): Buffer =>
  keyed(secret, `participation/voter:${register}:${pass.kind}:${passText(pass)}`)

/** What is kept of a code by letter. */
export const codeHash = (secret: string, procedure: string, code: string): Buffer =>
  keyed(secret, `participation/code:${procedure}:${code}`)

/** A new code. */
export const newCode = (random: () => Buffer = () => randomBytes(8)): string => codeFrom(random())

/** A key that makes sending twice harmless: it stands in the form of the check page and nowhere else. */
export const newKey = (): string => randomBytes(16).toString('base64url')
export const isKey = (text: string): boolean => /^[\w-]{22}$/.test(text)

/**
 * The receipt code of a vote. The same key of the same voter gives the same one, so that a repeated request gets the same receipt
 * and nothing is kept for it. Whoever has only the database and the secret lacks the key.
 */
export const receiptCode = (secret: string, box: string, voter: Buffer, key: string): string =>
  codeFrom(keyed(secret, `participation/receipt:${box}:${voter.toString('hex')}:${key}`))

/** What the log keeps of a receipt code: SHA-256 of "<id of the box>:<code>". Anybody can work it out. */
export const receiptHash = (box: string, code: string): Buffer => createHash('sha256').update(`${box}:${code}`).digest()

/** What the log keeps of the number of a ballot on paper. */
export const paperHash = (box: string, number: number): Buffer => createHash('sha256').update(`${box}:paper:${number}`).digest()

const signature = (secret: string, procedure: string, mark: string) =>
  keyed(secret, `participation/vote-pass:${procedure}:${mark}`).subarray(0, 16).toString('base64url')

/** What stands in the link of the confirming mail: the mark of the address, signed. Nothing is kept. */
export function mailPass(secret: string, procedure: string, email: string): string {
  const mark = addressMark(secret, `participation/vote/${procedure}`, email).toString('hex')
  return `${mark}.${signature(secret, procedure, mark)}`
}

/** Reads it; undefined for what we did not sign. */
export function readMailPass(secret: string, procedure: string, text: string): Pass | undefined {
  const [, mark, signed] = /^([0-9a-f]{64})\.([\w-]{22})$/.exec(text) ?? []
  if (!mark || !signed) return undefined
  const wanted = Buffer.from(signature(secret, procedure, mark))
  return timingSafeEqual(wanted, Buffer.from(signed)) ? { kind: 'email', mark } : undefined
}
