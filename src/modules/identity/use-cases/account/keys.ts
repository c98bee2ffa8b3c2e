import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What is kept under the instance's secret. Each use has a key of its own, so that none says anything about another. */
export interface Keys {
  /** Encrypts a text for one purpose (AES-256-GCM). What is sealed for one purpose opens for no other. */
  seal(text: string, purpose: string): string
  /** The text again; undefined when it was changed, sealed for something else or under another secret. */
  open(sealed: string, purpose: string): string | undefined
  /** A fingerprint that cannot be guessed back without the secret: for addresses and short codes. */
  fingerprint(kind: string, value: string): Buffer
}

const derived = (secret: string, use: string) => Buffer.from(hkdfSync('sha256', secret, 'allmende', `identity/${use}`, 32))

/** Derives the keys of accounts from ALLMENDE_SECRET (HKDF, RFC 5869). */
export function keysOf(secret: string): Keys {
  const sealing = derived(secret, 'seal')
  const marking = derived(secret, 'fingerprint')
  return {
    seal(text, purpose) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv).setAAD(Buffer.from(purpose))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
    fingerprint: (kind, value) => createHmac('sha256', marking).update(`${kind}\0${value}`).digest(),
  }
}
