// Standard Webhooks 1.0.0 (https://www.standardwebhooks.com): symmetric signatures, v1.
import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A message as it goes out once: its id stays the same each time, the timestamp is that of the attempt. */
export interface WebhookMessage {
  /** Without a full stop: it divides what is signed. */
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Exactly the text that is sent. */
  readonly body: string
}

/** A new secret as it is shown: `whsec_` and 32 random bytes in base64 (24 to 64 are allowed). */
export const newSigningSecret = (): string => prefix + randomBytes(32).toString('base64')

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(prefix.length), 'base64')

/** The headers of a message, signed with each secret: several while one takes the place of another. */
export function signedHeaders({ id, timestamp, body }: WebhookMessage, secrets: readonly string[]): Record<string, string> {
  const sign = (secret: string) =>
    `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map(sign).join(' '),
  }
}
