import { Secret, TOTP } from 'otpauth'

const period = 30
const settings = { algorithm: 'SHA1', digits: 6, period } as const

/** A new shared secret, as authenticator apps read it (base32, 160 bit). */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says (otpauth address). */
export const totpAddress = (secret: string, issuer: string, label: string): string =>
  new TOTP({ ...settings, issuer, label, secret: Secret.fromBase32(secret) }).toString()

/** The time step whose code this is: now, just before or just after (RFC 6238 5.2); undefined when it is none of them. Blanks do not count. */
export function totpStepOf(secret: string, code: string, now: Date): number | undefined {
  const plain = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(plain)) return undefined
  const timestamp = now.getTime()
  const delta = TOTP.validate({ ...settings, token: plain, secret: Secret.fromBase32(secret), timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1000 / period) + delta
}

/** The code of a moment. Only for accounts of the demonstration and for tests. */
export const totpCode = (secret: string, now: Date): string =>
  TOTP.generate({ ...settings, secret: Secret.fromBase32(secret), timestamp: now.getTime() })
