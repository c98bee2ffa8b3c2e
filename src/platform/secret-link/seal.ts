import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** Keeps texts that a room has to know again: shared secrets of apps, of receivers. */
export interface Sealer {
  /** Encrypts a text for one purpose (AES-256-GCM). What is sealed for one purpose opens for no other. */
  seal(text: string, purpose: string): string
  /** The text again; undefined when it was changed, sealed for something else or under another secret. */
  open(sealed: string, purpose: string): string | undefined
}

/** A key of a room for one use, 32 bytes, derived from ALLMENDE_SECRET (HKDF, RFC 5869): none says anything about another. */
export const derivedKey = (secret: string, room: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'allmende', `${room}/${use}`, 32))

/** What a room seals with. Another room's does not open it. */
export function sealerOf(secret: string, room: string): Sealer {
  const key = derivedKey(secret, room, 'seal')
  return {
    seal(text, purpose) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(purpose))
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), content]).toString('base64url')
    },
    open(sealed, purpose) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return undefined
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
