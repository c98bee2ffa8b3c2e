import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { Site } from '#kernel/site.ts'
import { type AuditValue, appendAudit } from '#platform/audit'
import { newSigningSecret } from '#standards/standard-webhooks'
import { staffDb, type WebhooksDb, type WebhooksHouse } from '../house.ts'
import type { Delivery, Receiver } from '../model/receiver.ts'
import { insertDelivery, noteAttempt } from '../store/delivery-store.ts'
import {
  deleteReceiver,
  insertReceiver,
  type ReceiverValues,
  receiverById,
  receiversOf,
  renewSecret,
  switchTo,
  updateReceiver,
} from '../store/receiver-store.ts'
import type { WebhooksTables } from '../store/tables.ts'
import { type DueReceiver, deliverJob } from './deliver.ts'
import { messageBody, standNow } from './next-message.ts'
import { mostReceivers } from './save-receiver.ts'
import { sealSecret } from './secrets.ts'
import { send } from './send.ts'

/** Somebody who works for a tenant, at work. What he may do was asked before. */
export interface Acting {
  readonly site: Site
  readonly person: { readonly id: string; readonly name: string }
}

/** Does something for a tenant in one transaction, with its note in the audit log. */
const together = <T>(house: WebhooksHouse, { site }: Acting, work: (trx: WebhooksDb) => Promise<T>): Promise<T> =>
  staffDb(house, site.id).transaction().execute(work)

const note = (
  trx: WebhooksDb,
  { site, person }: Acting,
  verb: string,
  receiver: Pick<Receiver, 'id' | 'name'>,
  details: Readonly<Record<string, AuditValue>> = {},
) =>
  appendAudit(trx as Transaction<WebhooksTables>, {
    tenant: site.id,
    actor: { id: person.id, name: person.name },
    action: `webhooks/${verb}`,
    subject: { kind: 'webhooks/receiver', id: receiver.id, name: receiver.name },
    details,
  })

/** The log tells the host: the rest of an address may be somebody's key. */
const toldOf = ({ address, kinds }: ReceiverValues) => ({ host: new URL(address).host, kinds: kinds.join(', ') })

/** Adds a receiver; it is told of what happens from now on. Gives its id and its secret, for this once; undefined where there are too many. */
export async function addReceiver(
  house: WebhooksHouse,
  acting: Acting,
  values: ReceiverValues,
): Promise<{ id: string; secret: string } | undefined> {
  const stand = await standNow(house)
  return together(house, acting, async (trx) => {
    if ((await receiversOf(trx, acting.site.id)).length >= mostReceivers) return undefined
    const [id, secret] = [randomUUID(), newSigningSecret()]
    await insertReceiver(trx, acting.site.id, id, values, sealSecret(house, id, secret), stand)
    await note(trx, acting, 'add-receiver', { id, name: values.name }, toldOf(values))
    return { id, secret }
  })
}

export const changeReceiver = (house: WebhooksHouse, acting: Acting, receiver: Receiver, values: ReceiverValues): Promise<void> =>
  together(house, acting, async (trx) => {
    await updateReceiver(trx, acting.site.id, receiver.id, values)
    await note(trx, acting, 'change-receiver', { id: receiver.id, name: values.name }, toldOf(values))
  })

/** Pauses a receiver, or lets it go on where it was, at once. */
export const switchReceiver = (house: WebhooksHouse, acting: Acting, receiver: Receiver, state: 'on' | 'off'): Promise<void> =>
  together(house, acting, async (trx) => {
    await switchTo(trx, acting.site.id, receiver.id, state)
    if (state === 'on')
      await house.jobs.enqueue(trx, deliverJob, { receiver: receiver.id } satisfies DueReceiver, { key: receiver.id })
    await note(trx, acting, `switch-${state}`, receiver)
  })

/** Makes a new secret and gives it, for this once; the former one signs besides for a day. */
export const newSecret = (house: WebhooksHouse, acting: Acting, receiver: Receiver): Promise<string> =>
  together(house, acting, async (trx) => {
    const secret = newSigningSecret()
    await renewSecret(trx, acting.site.id, receiver.id, sealSecret(house, receiver.id, secret))
    await note(trx, acting, 'renew-secret', receiver)
    return secret
  })

/** Removes a receiver with what is known of its messages. */
export const removeReceiver = (house: WebhooksHouse, acting: Acting, receiver: Receiver): Promise<void> =>
  together(house, acting, async (trx) => {
    await deleteReceiver(trx, acting.site.id, receiver.id)
    await note(trx, acting, 'remove-receiver', receiver)
  })

/** Sends a message that says nothing but that it is a trial. Gives its id; how it went stands with it. */
export async function tryReceiver(house: WebhooksHouse, { site }: Acting, receiver: Receiver): Promise<string> {
  const db = staffDb(house, site.id)
  const id = randomUUID()
  const body = messageBody(house, site, 'catalogue.test', house.now().toISOString(), {})
  await insertDelivery(db, receiver, { id, kind: 'test', body, changes: 0 })
  await noteAttempt(db, id, await send(house, receiver, { id, body }))
  return id
}

/** Sends a message once more with its id. What is under way is tried at once; what was taken before moves nothing. */
export async function sendAgain(house: WebhooksHouse, acting: Acting, receiver: Receiver, delivery: Delivery): Promise<void> {
  if (delivery.state === 'open' && delivery.kind === 'changes') return switchReceiver(house, acting, receiver, 'on')
  const db = staffDb(house, acting.site.id)
  await noteAttempt(db, delivery.id, await send(house, receiver, delivery))
}

/** A receiver of a tenant by its id. */
export const receiverOf = (house: WebhooksHouse, site: Site, id: string): Promise<Receiver | undefined> =>
  receiverById(staffDb(house, site.id), site.id, id)
