import { type Kysely, sql } from 'kysely'
import type { CatalogueTables } from './tables.ts'

type Db = Kysely<CatalogueTables>

export const subscriptionKinds = ['request', 'dataset', 'search', 'publisher'] as const
export type SubscriptionKind = (typeof subscriptionKinds)[number]
export const rhythms = ['immediate', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

export interface Subscription {
  readonly id: string
  readonly tenant: string
  readonly kind: SubscriptionKind
  readonly subject: string
  readonly label: string
  readonly rhythm: Rhythm
  readonly lang: string
  readonly author: boolean
  readonly confirmedAt: Date | null
}

/** A subscription that nobody confirmed yet. */
export interface NewSubscription extends Omit<Subscription, 'confirmedAt'> {
  readonly email: string
  readonly secretHash: Buffer
  readonly addressMark: Buffer
}

const columns = sql`id, tenant, kind, subject, label, rhythm, lang, author, confirmed_at as "confirmedAt"`

/** Keeps a request to be told until its address is confirmed. Inside `withSecret` with its own secret. */
export async function insertSubscription(trx: Db, one: NewSubscription): Promise<void> {
  await sql`insert into catalogue_subscription (id, tenant, kind, subject, label, rhythm, lang, author, secret_hash, address_mark)
    values (${one.id}, ${one.tenant}, ${one.kind}, ${one.subject}, ${one.label}, ${one.rhythm}, ${one.lang}, ${one.author}, ${one.secretHash}, ${one.addressMark})`.execute(
    trx,
  )
  await sql`insert into catalogue_subscription_address (subscription, email) values (${one.id}, ${one.email})`.execute(trx)
}

/** The subscription of a secret link; inside `withSecret`. */
export async function subscriptionOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<Subscription | undefined> {
  const { rows } =
    await sql<Subscription>`select ${columns} from catalogue_subscription where tenant = ${tenant} and secret_hash = ${hash}`.execute(
      trx,
    )
  return rows[0]
}

/**
 * Confirms the subscription of a secret link and gives it; confirming again changes nothing. Where the same address has the same
 * subscription already, the newer one takes its place. Runs as the owner: the older one has another secret.
 */
export function confirmOfSecret(db: Db, tenant: string, hash: Buffer, at: Date): Promise<Subscription | undefined> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql<Subscription>`
      select ${columns} from catalogue_subscription where tenant = ${tenant} and secret_hash = ${hash} for update`.execute(trx)
    const [found] = rows
    if (!found || found.confirmedAt) return found
    await sql`delete from catalogue_subscription old using catalogue_subscription fresh
      where fresh.id = ${found.id} and old.id <> fresh.id and old.tenant = fresh.tenant and old.kind = fresh.kind and old.subject = fresh.subject
        and old.address_mark = fresh.address_mark and old.confirmed_at is not null`.execute(trx)
    await sql`update catalogue_subscription set confirmed_at = ${at} where id = ${found.id}`.execute(trx)
    return { ...found, confirmedAt: at }
  })
}

/** Another rhythm. */
export async function setRhythm(trx: Db, id: string, rhythm: Rhythm): Promise<void> {
  await sql`update catalogue_subscription set rhythm = ${rhythm} where id = ${id}`.execute(trx)
}

/** Ends a subscription: row, address and what was still to be told go at once. */
export async function deleteSubscription(trx: Db, id: string): Promise<void> {
  await sql`delete from catalogue_subscription where id = ${id}`.execute(trx)
}

/** How many people follow a request; confirmed ones. */
export async function followersOf(db: Db, request: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from catalogue_subscription where kind = 'request' and subject = ${request} and confirmed_at is not null`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}
