import { type Kysely, sql } from 'kysely'
import type { Delivery } from '../model/receiver.ts'

/** A message of the demonstration: so many hours ago, tried so often. */
export interface PlantedDelivery
  extends Pick<Delivery, 'id' | 'kind' | 'state' | 'body' | 'changes' | 'attempts' | 'status' | 'fault' | 'tookMs'> {
  readonly hours: number
}

/** Writes messages that a receiver got before. */
export async function plantDeliveries<T>(
  db: Kysely<T>,
  tenant: string,
  receiver: string,
  given: readonly PlantedDelivery[],
): Promise<void> {
  await sql`insert into webhooks_delivery (id, tenant, receiver, kind, state, body, changes, attempts, status, fault, took_ms, created_at, tried_at)
    select d.id, ${tenant}, ${receiver}, d.kind, d.state, d.body, d.changes, d.attempts, d.status, d.fault, d."tookMs",
      now() - make_interval(mins => (d.hours * 60)::int), now() - make_interval(mins => (d.hours * 60)::int)
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as d(id uuid, kind text, state text, body text, changes integer, attempts smallint,
      status smallint, fault text, "tookMs" integer, hours float8)`.execute(db)
}

/** Says when a receiver last took something. */
export async function dateReceiver<T>(db: Kysely<T>, id: string, hours: number): Promise<void> {
  await sql`update webhooks_receiver set good_at = now() - make_interval(hours => ${hours}) where id = ${id}`.execute(db)
}
