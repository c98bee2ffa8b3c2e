import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

/** CBOR as far as passkeys need it: numbers, bytes, texts, maps (RFC 8949). */
function cbor(value: number | Buffer | string | Map<number | string, unknown>): Buffer {
  const head = (major: number, n: number) =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255])
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one as string)])])
}

/** A device with one passkey, made of code: it answers questions as a browser would (WebAuthn Level 3). */
export interface SoftPasskey {
  register(options: { challenge: string; rp: { id?: string } }, more?: Forgery): string
  show(options: { challenge: string; rpId?: string }, more?: Forgery): string
}

/** What a dishonest browser or device says instead. */
export interface Forgery {
  readonly origin?: string
  readonly verified?: boolean
  readonly challenge?: string
}

/** Makes a device for a portal at `origin`. */
export function softPasskey(origin: string): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const jwk = publicKey.export({ format: 'jwk' })
  const id = randomBytes(32)
  let counter = 0
  const authData = (rpId: string, verified: boolean, credential = Buffer.alloc(0)) => {
    const flags = 1 | (verified ? 4 : 0) | (credential.length > 0 ? 64 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, credential])
  }
  const clientData = (type: string, challenge: string, more: Forgery) =>
    Buffer.from(
      JSON.stringify({ type, challenge: more.challenge ?? challenge, origin: more.origin ?? origin, crossOrigin: false }),
    )
  const wrapped = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      clientExtensionResults: {},
      response,
    })
  return {
    register({ challenge, rp }, more = {}) {
      const key = new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x ?? '', 'base64url')],
        [-3, Buffer.from(jwk.y ?? '', 'base64url')],
      ])
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData(rp.id ?? '', more.verified ?? true, credential)],
      ])
      return wrapped({
        clientDataJSON: clientData('webauthn.create', challenge, more).toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      })
    },
    show({ challenge, rpId }, more = {}) {
      const data = authData(rpId ?? '', more.verified ?? true)
      const client = clientData('webauthn.get', challenge, more)
      return wrapped({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
      })
    },
  }
}
