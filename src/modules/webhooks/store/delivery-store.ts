import { type Kysely, sql } from 'kysely'
import type { Attempted, Delivery, Receiver } from '../model/receiver.ts'
import type { Told } from './receiver-store.ts'

type Db<T> = Kysely<T>

const columns = sql`id, receiver, kind, state, body, changes, attempts, status, fault, took_ms as "tookMs", created_at as "createdAt", tried_at as "triedAt"`

/** What was sent to a receiver, newest first, after one of them. */
export async function deliveriesOf<T>(
  db: Db<T>,
  tenant: string,
  receiver: string,
  limit: number,
  before?: string,
): Promise<Delivery[]> {
  const beyond = before
    ? sql`and (created_at, id) < (select created_at, id from webhooks_delivery where tenant = ${tenant} and id = ${before})`
    : sql``
  const { rows } = await sql<Delivery>`select ${columns} from webhooks_delivery
    where tenant = ${tenant} and receiver = ${receiver} ${beyond} order by created_at desc, id desc limit ${limit}`.execute(db)
  return rows
}

export async function deliveryById<T>(db: Db<T>, tenant: string, id: string): Promise<Delivery | undefined> {
  const { rows } = await sql<Delivery>`select ${columns} from webhooks_delivery where tenant = ${tenant} and id = ${id}`.execute(
    db,
  )
  return rows[0]
}

/** The message of a receiver that is under way. */
export async function openDelivery<T>(db: Db<T>, receiver: Pick<Receiver, 'id'>): Promise<Delivery | undefined> {
  const { rows } =
    await sql<Delivery>`select ${columns} from webhooks_delivery where receiver = ${receiver.id} and state = 'open' and kind = 'changes'`.execute(
      db,
    )
  return rows[0]
}

export async function insertDelivery<T>(
  db: Db<T>,
  receiver: Pick<Receiver, 'id' | 'tenant'>,
  given: Pick<Delivery, 'id' | 'kind' | 'body' | 'changes'> & { readonly told?: Told },
): Promise<void> {
  const { told } = given
  await sql`insert into webhooks_delivery (id, tenant, receiver, kind, body, changes, place_number, place_id, caught_number)
    values (${given.id}, ${receiver.tenant}, ${receiver.id}, ${given.kind}, ${given.body}, ${given.changes},
      ${told?.placeNumber ?? null}, ${told?.placeId ?? null}, ${told?.caughtNumber ?? null})`.execute(db)
}

/** Notes an attempt whose outcome moves nothing on: a trial, or something that is sent once more. What was taken once stays taken. */
export async function noteAttempt<T>(db: Db<T>, id: string, { taken, status, fault, tookMs }: Attempted): Promise<void> {
  await sql`update webhooks_delivery set attempts = attempts + 1, status = ${status}, fault = ${fault}, took_ms = ${tookMs}, tried_at = now(),
    state = case when ${taken} then 'done' when kind = 'test' then 'failed' else state end where id = ${id}`.execute(db)
}

/** The message was taken: its receiver stands where it ends, in the same transaction. False where somebody else took the receiver over. */
export const noteTaken = <T>(db: Db<T>, delivery: string, holder: string, attempted: Attempted): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const { numAffectedRows } = await sql`
      update webhooks_receiver r set place_number = d.place_number, place_id = d.place_id, caught_number = d.caught_number,
        attempts = 0, next_at = now(), good_at = now(), broken_since = null
      from webhooks_delivery d where d.id = ${delivery} and r.id = d.receiver and r.lease = ${holder}`.execute(trx)
    if (Number(numAffectedRows ?? 0) === 0) return false
    await noteAttempt(trx, delivery, attempted)
    return true
  })

/** The message was not taken: it is tried again after so many minutes, give or take a tenth; without them its receiver is paused. */
export async function noteRefused<T>(
  trx: Db<T>,
  delivery: string,
  holder: string,
  attempted: Attempted,
  pause: number | undefined,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update webhooks_receiver r set attempts = r.attempts + 1, broken_since = coalesce(r.broken_since, now()),
      state = case when ${pause === undefined} and r.state = 'on' then 'broken' else r.state end,
      next_at = now() + make_interval(secs => ${pause ?? 0}::float8 * 60 * (0.9 + random() * 0.2))
    from webhooks_delivery d where d.id = ${delivery} and r.id = d.receiver and r.lease = ${holder}`.execute(trx)
  if (Number(numAffectedRows ?? 0) === 0) return false
  await noteAttempt(trx, delivery, attempted)
  return true
}

/** Days for which messages are kept that were taken. */
export const keptDays = 30

/** Deletes what is kept no longer; a trial that nobody came back from has failed. */
export async function forgetDeliveries<T>(db: Db<T>): Promise<void> {
  await sql`update webhooks_delivery set state = 'failed', fault = coalesce(fault, 'stopped') where state = 'open' and kind = 'test' and created_at < now() - interval '1 hour'`.execute(
    db,
  )
  await sql`delete from webhooks_delivery where state <> 'open' and created_at < now() - make_interval(days => ${keptDays})`.execute(
    db,
  )
}
