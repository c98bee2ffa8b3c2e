import type { Kysely } from 'kysely'
import type { Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Outbound } from '#platform/outbound-fetch'
import type { Storage } from '#platform/storage'
import type { HarvestTables } from './store/tables.ts'

/** What the harvest needs of the house it lives in. */
export interface HarvestHouse {
  readonly config: Config
  readonly log: Log
  readonly database: Database<HarvestTables>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly mail: Mail
  readonly outbound: Outbound
  readonly storage: Storage
  sites(): Sites
  now(): Date
}

export type HarvestDb = Kysely<HarvestTables>

/** The connection that speaks for those who work for a tenant: all pages of this room are theirs. */
export const staffDb = (house: Pick<HarvestHouse, 'database'>, tenant: string): HarvestDb =>
  house.database.within({ tenant, readable: [tenant], staff: true })
