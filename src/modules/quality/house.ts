import type { Kysely } from 'kysely'
import type { CatalogueTables } from '#catalogue'
import type { Site, Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Mail } from '#platform/mail'
import type { Outbound } from '#platform/outbound-fetch'
import type { QualityTables } from './store/tables.ts'

/** What this room needs of the house it lives in. */
export interface QualityHouse {
  readonly config: Config
  readonly log: Log
  readonly database: Database<QualityTables & CatalogueTables>
  readonly jobs: Pick<Jobs, 'enqueue'>
  readonly mail: Mail
  readonly outbound: Outbound
  sites(): Sites
  now(): Date
}

export type QualityDb = Kysely<QualityTables & CatalogueTables>

/** The connection of whoever visits a tenant's site. */
export const publicDb = (house: Pick<QualityHouse, 'database'>, site: Site): QualityDb =>
  house.database.within({ tenant: site.id, readable: [] })

/** The connection that speaks for those who work for a tenant. */
export const staffDb = (house: Pick<QualityHouse, 'database'>, tenant: string): QualityDb =>
  house.database.within({ tenant, readable: [tenant], staff: true })
