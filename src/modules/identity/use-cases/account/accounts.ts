import type { Kysely, Transaction } from 'kysely'
import type { Actor, PermissionDefinition } from '#kernel/actor.ts'
import type { Route } from '#kernel/route.ts'
import type { Site } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { IdentityTables } from '../../store/tenant-store.ts'
import { type Keys, keysOf } from './keys.ts'
import type { LetterHouse } from './letters.ts'
import type { PersonalRoom } from './personal-data.ts'
import { openProvider, type Provider } from './provider.ts'

/** What the house gives to accounts. */
export interface AccountHouse extends LetterHouse {
  readonly config: Config
  readonly database: Database<IdentityTables>
  /** Finds out who asks by the token of the session cookie. */
  identify(token: string | undefined): Promise<Actor>
  /** Every permission of the house. */
  readonly permissions: readonly PermissionDefinition[]
  /** Rooms that keep something about persons. */
  readonly rooms: readonly PersonalRoom[]
  /** Where those who work for a tenant go when they have signed in. */
  readonly staffHome: Route
}

/** Something about an account that is kept in the audit log of the tenant where it happened. Addresses never are. */
export interface AccountNote {
  readonly site: Site
  /** Left out where nobody is known. */
  readonly person?: { readonly id: string; readonly name: string } | undefined
  readonly action: `identity/${string}`
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** Puts something about an account into the audit log, at the end of the transaction that does it. */
export const note = (trx: Transaction<IdentityTables>, { site, person, action, details }: AccountNote): Promise<void> => {
  const who = { id: person?.id ?? null, name: person?.name ?? '' }
  return appendAudit(trx, {
    tenant: site.id,
    actor: who,
    action,
    subject: { kind: 'identity/person', ...who },
    ...(details ? { details } : {}),
  })
}

/** What everything about accounts works with. Accounts belong to no tenant, so it speaks as the owner of the database. */
export interface Accounts extends AccountHouse {
  readonly db: Kysely<IdentityTables>
  readonly keys: Keys
  /** The municipality's own sign-in service, where the settings name one. */
  readonly provider: Provider | undefined
  /** Whether accounts of the demonstration may be used here. */
  readonly demonstration: boolean
}

/** Makes the keys of an instance ready. */
export const accountsOf = (house: AccountHouse): Accounts => ({
  ...house,
  db: house.database.system,
  keys: keysOf(house.config.ALLMENDE_SECRET),
  provider: openProvider(house.config, house.now),
  demonstration: house.config.ALLMENDE_MODE === 'demonstration',
})
