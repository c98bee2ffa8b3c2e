import type { Kysely } from 'kysely'
import type { Route } from '#kernel/route.ts'
import type { Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Outbound } from '#platform/outbound-fetch'
import type { WebhooksTables } from './store/tables.ts'

/** What webhooks need of the house they live in. */
export interface WebhooksHouse {
  readonly config: Config
  readonly log: Log
  readonly database: Database<WebhooksTables>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly mail: Mail
  readonly outbound: Outbound
  /** Addresses of the interface that messages point to; it lies above this room. */
  readonly api: { readonly dataset: Route; readonly changes: Route }
  sites(): Sites
  now(): Date
}

export type WebhooksDb = Kysely<WebhooksTables>

/** The connection that speaks for those who work for a tenant: all pages of this room are theirs. */
export const staffDb = (house: Pick<WebhooksHouse, 'database'>, tenant: string): WebhooksDb =>
  house.database.within({ tenant, readable: [tenant], staff: true })
