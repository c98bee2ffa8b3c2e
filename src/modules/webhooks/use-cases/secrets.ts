import { sealerOf } from '#platform/secret-link'
import type { WebhooksHouse } from '../house.ts'
import type { Receiver } from '../model/receiver.ts'

const purpose = (receiver: string) => `secret/${receiver}`

/** What is kept of a receiver's secret. */
export const sealSecret = ({ config }: Pick<WebhooksHouse, 'config'>, receiver: string, secret: string): string =>
  sealerOf(config.ALLMENDE_SECRET, 'webhooks').seal(secret, purpose(receiver))

/** The secrets that sign for a receiver right now; none where the instance's own secret is another one than when they were made. */
export function secretsOf({ config, now }: Pick<WebhooksHouse, 'config' | 'now'>, receiver: Receiver): string[] {
  const sealer = sealerOf(config.ALLMENDE_SECRET, 'webhooks')
  const former = receiver.formerUntil && receiver.formerUntil > now() ? receiver.formerSecret : null
  return [receiver.secret, former].flatMap((sealed) => (sealed && sealer.open(sealed, purpose(receiver.id))) || [])
}
