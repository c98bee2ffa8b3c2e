import { randomUUID } from 'node:crypto'
import { newSigningSecret } from '#standards/standard-webhooks'
import type { WebhooksHouse } from '../house.ts'
import { changeKinds } from '../model/receiver.ts'
import { dateReceiver, type PlantedDelivery, plantDeliveries } from '../store/demonstration-store.ts'
import { insertReceiver, receiversOf, switchTo } from '../store/receiver-store.ts'
import { messageBody, standNow, toldAt } from './next-message.ts'
import { sealSecret } from './secrets.ts'

/** A receiver of the town with what it got before. It is paused, for nobody has its name. */
export async function loadWebhooks(house: WebhooksHouse): Promise<void> {
  const site = house.sites().bySlug('lindenrode')
  const db = house.database.system
  if (!site || (await receiversOf(db, site.id)).length > 0) return
  const id = randomUUID()
  const values = {
    name: 'Landesportal, Spiegel',
    address: 'https://spiegel.landesportal.example/eingang',
    below: false,
    kinds: changeKinds,
  }
  await insertReceiver(db, site.id, id, values, sealSecret(house, id, newSigningSecret()), await standNow(house))
  await switchTo(db, site.id, id, 'off')
  const sent = async (given: Omit<PlantedDelivery, 'id' | 'body' | 'tookMs'>): Promise<PlantedDelivery> => {
    const timestamp = new Date(house.now().getTime() - given.hours * 3600_000).toISOString()
    const isTest = given.kind === 'test'
    const data = isTest ? {} : { changes: await toldAt(house, site, given.changes, timestamp.replace('Z', '000Z')) }
    return {
      ...given,
      id: randomUUID(),
      tookMs: 80 + given.changes * 7,
      body: messageBody(house, site, isTest ? 'catalogue.test' : 'catalogue.changed', timestamp, data),
    }
  }
  const deliveries = await Promise.all([
    sent({ kind: 'test', state: 'failed', changes: 0, attempts: 1, status: 401, fault: 'status', hours: 171 }),
    sent({ kind: 'test', state: 'done', changes: 0, attempts: 1, status: 204, fault: null, hours: 170 }),
    sent({ kind: 'changes', state: 'done', changes: 12, attempts: 1, status: 204, fault: null, hours: 96 }),
    sent({ kind: 'changes', state: 'done', changes: 1, attempts: 3, status: 204, fault: null, hours: 53 }),
    sent({ kind: 'changes', state: 'done', changes: 4, attempts: 1, status: 204, fault: null, hours: 26 }),
  ])
  await plantDeliveries(db, site.id, id, deliveries)
  await dateReceiver(db, id, 26)
}
