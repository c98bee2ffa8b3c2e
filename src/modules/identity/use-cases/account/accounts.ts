import type { Kysely } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { type Keys, keysOf } from './keys.ts'

/** What the house gives to accounts. */
export interface AccountHouse {
  readonly config: Config
  readonly database: Database<IdentityTables>
  /** Finds out who asks by the token of the session cookie. */
  identify(token: string | undefined): Promise<Actor>
  now(): Date
}

/** What everything about accounts works with. Accounts belong to no tenant, so it speaks as the owner of the database. */
export interface Accounts extends AccountHouse {
  readonly db: Kysely<IdentityTables>
  readonly keys: Keys
  /** Whether accounts of the demonstration may be used here. */
  readonly demonstration: boolean
}

/** Makes the keys of an instance ready. */
export const accountsOf = (house: AccountHouse): Accounts => ({
  config: house.config,
  database: house.database,
  identify: house.identify,
  now: house.now,
  db: house.database.system,
  keys: keysOf(house.config.ALLMENDE_SECRET),
  demonstration: house.config.ALLMENDE_MODE === 'demonstration',
})
