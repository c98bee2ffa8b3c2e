import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const keyed = (secret: string, what: string) => createHmac('sha256', secret).update(`catalogue/${what}`).digest()

/**
 * The secret part of a link, 43 characters. It is made of the instance's secret and the id of what it opens, so that every mail can
 * carry it and it is kept nowhere; the database holds its fingerprint.
 */
export const linkSecret = (secret: string, kind: 'request' | 'subscription', id: string): string =>
  keyed(secret, `${kind}:${id}`).toString('base64url')

/** Fingerprint of a link's secret; undefined for what cannot be one. */
export const secretHash = (token: string): Buffer | undefined =>
  /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : undefined

/** What one address is compared by without being known: capital letters do not matter. */
export const addressMark = (secret: string, email: string): Buffer => keyed(secret, `address:${email.trim().toLowerCase()}`)

/** A new number for a browser that joins a wish, signed: `number.signature`. */
export function newBrowserMark(secret: string, random: () => Buffer = () => randomBytes(16)): string {
  const number = random().toString('base64url')
  return `${number}.${keyed(secret, `browser:${number}`).subarray(0, 16).toString('base64url')}`
}

/** The number of a browser if we gave it; undefined for what somebody made up. */
export function readBrowserMark(secret: string, cookie: string | undefined): string | undefined {
  const [number = '', signature = ''] = (cookie ?? '').split('.')
  if (!/^[\w-]{22}$/.test(number)) return undefined
  const wanted = keyed(secret, `browser:${number}`).subarray(0, 16)
  const given = Buffer.from(signature, 'base64url')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? number : undefined
}

/** What is kept of a browser that joined a wish: tells nothing about other wishes. */
export const joinMark = (secret: string, browser: string, request: string): Buffer => keyed(secret, `join:${browser}:${request}`)
