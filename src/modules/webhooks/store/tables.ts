import type { Generated } from 'kysely'

/** The tables of this room, as far as statements in text form need them: names only. */
export interface WebhooksTables {
  webhooks_receiver: { id: Generated<string>; tenant: string }
  webhooks_delivery: { id: Generated<string>; tenant: string }
}
