import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { must } from '#kernel/result.ts'

// What is signed here stands in mails, in browsers and in the database: another text makes all of them worthless.
const keyed = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest()

/**
 * The secret part of a link, 43 characters. It is made of the instance's secret and the id of what it opens, so that every mail can
 * carry it and it is kept nowhere; the database holds its fingerprint. `kind` begins with the room: `catalogue/request`.
 */
export const linkSecret = (secret: string, kind: string, id: string): string =>
  keyed(secret, `${kind}:${id}`).toString('base64url')

/** Fingerprint of a link's secret; undefined for what cannot be one. */
export const secretHash = (token: string): Buffer | undefined =>
  /^[\w-]{43}$/.test(token) ? createHash('sha256').update(token).digest() : undefined

/** What a room compares an address by without knowing it: capital letters do not matter. Another room's mark says nothing about it. */
export const addressMark = (secret: string, room: string, email: string): Buffer =>
  keyed(secret, `${room}/address:${email.trim().toLowerCase()}`)

/** Both ends of a link that is made: the secret for whoever gets it, and the fingerprint that the database keeps. */
export function secretLink(secret: string, kind: string, id: string): { readonly token: string; readonly hash: Buffer } {
  const token = linkSecret(secret, kind, id)
  return { token, hash: must(secretHash(token), 'the fingerprint of a secret of ours') }
}

const signature = (secret: string, room: string, number: string) => keyed(secret, `${room}/browser:${number}`).subarray(0, 16)

/** A new number that a room gives a browser, signed: `number.signature`. */
export function newBrowserMark(secret: string, room: string, random: () => Buffer = () => randomBytes(16)): string {
  const number = random().toString('base64url')
  return `${number}.${signature(secret, room, number).toString('base64url')}`
}

/** The number of a browser if the room gave it; undefined for what somebody made up. */
export function readBrowserMark(secret: string, room: string, cookie: string | undefined): string | undefined {
  const [number = '', signed = ''] = (cookie ?? '').split('.')
  if (!/^[\w-]{22}$/.test(number)) return undefined
  const wanted = signature(secret, room, number)
  const given = Buffer.from(signed, 'base64url')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? number : undefined
}

/** What is kept of a browser that did something once with one thing (`kind`: `catalogue/join`): tells nothing about other things. */
export const browserThingMark = (secret: string, kind: string, browser: string, thing: string): Buffer =>
  keyed(secret, `${kind}:${browser}:${thing}`)
