import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

/** A receiver of a tenant that takes nothing any more, with a message that is under way. Gives the parameters of its pages. */
export async function plantReceiver<T>(db: Kysely<T>, tenant: string): Promise<{ id: string; delivery: string }> {
  const [id, delivery] = [randomUUID(), randomUUID()]
  await sql`insert into webhooks_receiver (id, tenant, name, address, kinds, state, secret, place_number, place_id, caught_number, attempts, broken_since)
    values (${id}, ${tenant}, 'Landesportal, Abgleich', 'https://empfang.example/webhook', '{created,updated,withdrawn}', 'broken', 'nicht zu lesen', 0, ${id}, 0, 9, now())`.execute(
    db,
  )
  await sql`insert into webhooks_delivery (id, tenant, receiver, kind, body, changes, attempts, status, fault, took_ms, tried_at)
    values (${delivery}, ${tenant}, ${id}, 'changes', '{"type": "catalogue.changed", "data": {"changes": []}}', 3, 9, 503, 'status', 120, now())`.execute(
    db,
  )
  return { id, delivery }
}
