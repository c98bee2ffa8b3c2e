import { type Kysely, sql } from 'kysely'
import type { Receiver } from '../model/receiver.ts'

type Db<T> = Kysely<T>

const columns = sql`id, tenant, name, address, below, kinds, state, secret, former_secret as "formerSecret", former_until as "formerUntil",
  place_number as "placeNumber", place_id as "placeId", caught_number as "caughtNumber", attempts, next_at as "nextAt", good_at as "goodAt",
  broken_since as "brokenSince", created_at as "createdAt"`

/** The receivers of a tenant by name. */
export async function receiversOf<T>(db: Db<T>, tenant: string): Promise<Receiver[]> {
  const { rows } =
    await sql<Receiver>`select ${columns} from webhooks_receiver where tenant = ${tenant} order by lower(name), id limit 200`.execute(
      db,
    )
  return rows
}

export async function receiverById<T>(db: Db<T>, tenant: string, id: string): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`select ${columns} from webhooks_receiver where tenant = ${tenant} and id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** How many receivers were paused because they took nothing. */
export async function countBroken<T>(db: Db<T>, tenant: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from webhooks_receiver where tenant = ${tenant} and state = 'broken'`.execute(db)
  return rows[0]?.n ?? 0
}

/** What staff says of a receiver. */
export type ReceiverValues = Pick<Receiver, 'name' | 'address' | 'below' | 'kinds'>

/** How far a receiver knows the catalogue's changes. */
export interface Told {
  readonly placeNumber: number
  readonly placeId: string
  readonly caughtNumber: number
}

export async function insertReceiver<T>(
  db: Db<T>,
  tenant: string,
  id: string,
  given: ReceiverValues,
  secret: string,
  told: Told,
): Promise<void> {
  await sql`insert into webhooks_receiver (id, tenant, name, address, below, kinds, secret, place_number, place_id, caught_number)
    values (${id}, ${tenant}, ${given.name}, ${given.address}, ${given.below}, ${[...given.kinds]}::text[], ${secret},
      ${told.placeNumber}, ${told.placeId}, ${told.caughtNumber})`.execute(db)
}

/** A new address is tried at once. */
export async function updateReceiver<T>(db: Db<T>, tenant: string, id: string, given: ReceiverValues): Promise<void> {
  await sql`update webhooks_receiver set name = ${given.name}, address = ${given.address}, below = ${given.below}, kinds = ${[...given.kinds]}::text[],
    attempts = case when address = ${given.address} then attempts else 0 end, next_at = case when address = ${given.address} then next_at else now() end,
    changed_at = now() where tenant = ${tenant} and id = ${id}`.execute(db)
}

/** Switches on, where it goes on at once with all its attempts, or off. */
export async function switchTo<T>(db: Db<T>, tenant: string, id: string, state: 'on' | 'off'): Promise<void> {
  await sql`update webhooks_receiver set state = ${state}, attempts = 0, next_at = now(), broken_since = case when ${state} = 'on' then null else broken_since end,
    changed_at = now() where tenant = ${tenant} and id = ${id}`.execute(db)
}

/** A new secret; the former one signs besides for a day. */
export async function renewSecret<T>(db: Db<T>, tenant: string, id: string, secret: string): Promise<void> {
  await sql`update webhooks_receiver set former_secret = secret, former_until = now() + interval '1 day', secret = ${secret}, changed_at = now()
    where tenant = ${tenant} and id = ${id}`.execute(db)
}

export async function deleteReceiver<T>(db: Db<T>, tenant: string, id: string): Promise<void> {
  await sql`delete from webhooks_receiver where tenant = ${tenant} and id = ${id}`.execute(db)
}

/** Receivers whose time has come and whom nobody sends to right now; `open`: a message waits to be tried again. */
export async function dueReceivers<T>(
  db: Db<T>,
): Promise<(Pick<Receiver, 'id' | 'tenant' | 'below' | 'placeNumber'> & { readonly open: boolean })[]> {
  const { rows } = await sql<Pick<Receiver, 'id' | 'tenant' | 'below' | 'placeNumber'> & { open: boolean }>`
    select id, tenant, below, place_number as "placeNumber",
      exists (select 1 from webhooks_delivery d where d.receiver = r.id and d.state = 'open' and d.kind = 'changes') as open
    from webhooks_receiver r where state = 'on' and next_at <= now() and (lease_until is null or lease_until < now())`.execute(db)
  return rows
}

const leaseSeconds = 60

/** Takes the lease of a receiver, or keeps it; undefined while somebody else has it, or nothing is to be sent to it now. */
export async function takeLease<T>(db: Db<T>, id: string, holder: string): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`
    update webhooks_receiver set lease = ${holder}, lease_until = now() + make_interval(secs => ${leaseSeconds})
    where id = ${id} and state = 'on' and next_at <= now() and (lease = ${holder} or lease_until is null or lease_until < now())
    returning ${columns}`.execute(db)
  return rows[0]
}

export async function releaseLease<T>(db: Db<T>, id: string, holder: string): Promise<void> {
  await sql`update webhooks_receiver set lease = null, lease_until = null where id = ${id} and lease = ${holder}`.execute(db)
}

/** Notes how far a receiver was told without anything being sent: there was nothing that it wants. */
export async function moveOn<T>(db: Db<T>, id: string, holder: string, told: Told): Promise<void> {
  await sql`update webhooks_receiver set place_number = ${told.placeNumber}, place_id = ${told.placeId}, caught_number = ${told.caughtNumber}
    where id = ${id} and lease = ${holder}`.execute(db)
}

/** Forgets former secrets whose day is over. */
export async function forgetSecrets<T>(db: Db<T>): Promise<void> {
  await sql`update webhooks_receiver set former_secret = null, former_until = null where former_until < now()`.execute(db)
}
