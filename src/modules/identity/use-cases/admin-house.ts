import type { Transaction } from 'kysely'
import type { Translate } from '#kernel/locale.ts'
import type { Site, Sites } from '#kernel/site.ts'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import type { Visit } from '#platform/http'
import type { Mail } from '#platform/mail'
import type { IdentityTables } from '../store/tenant-store.ts'

/** What administration works with. People and tenants are changed as the owner of the database, with the tenant named in every question. */
export interface AdminHouse {
  readonly database: Database<IdentityTables>
  readonly keeper: { refresh(): Promise<boolean> }
  readonly mail: Pick<Mail, 'queue'>
  /** Modules that a tenant may switch on and off. */
  readonly switchable: readonly string[]
  readonly config: Config
  sites(): Sites
  now(): Date
  translate(lang: string): Translate
  /** The municipality of an official key, where the table of keys is installed; else nothing is known. */
  municipality?(key: string): Promise<{ readonly name: string; readonly population?: number } | 'unknown' | 'no-table'>
  /** Every action that has a sentence in the log: `room/verb`. */
  readonly auditActions?: readonly string[]
  /** How many things of a tenant have one of these people as their owner. */
  ownedBy?(site: Site, people: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** Address of the list of what somebody owns. */
  ownedAt?(visit: Visit, person: string): string
}

/** Who does something, and for which tenant. Both come from the visit, never from a form. */
export interface Act {
  readonly site: Site
  readonly actor: { readonly id: string; readonly name: string }
}

/** One thing that is wrong with what was sent. */
export interface FieldFault {
  readonly field: string
  readonly fault: string
  readonly value?: string
}

/** A transaction of the owner of the database. */
export type Trx = Transaction<IdentityTables>
