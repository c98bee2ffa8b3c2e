import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import {
  type CatalogueTables,
  catalogueRoutes,
  changesAfter,
  type FeedChange,
  feedHorizon,
  placeOfHorizon,
  shownIn,
} from '#catalogue'
import { href } from '#kernel/route.ts'
import { type Site, siteAddress } from '#kernel/site.ts'
import type { WebhooksHouse } from '../house.ts'
import type { ChangeKind, Delivery, Receiver } from '../model/receiver.ts'
import { insertDelivery, openDelivery } from '../store/delivery-store.ts'
import { moveOn, type Told } from '../store/receiver-store.ts'

/** Changes of one message at most, and characters: messages stay below the 20 kB that the standard advises. */
const mostChanges = 50
const mostCharacters = 18_000

const catalogueDb = (house: Pick<WebhooksHouse, 'database'>) => house.database.system as unknown as Kysely<CatalogueTables>

/** The tenants that a receiver is told of; none while the catalogue is switched off. */
export function tenantsOf(house: Pick<WebhooksHouse, 'sites'>, receiver: Pick<Receiver, 'tenant' | 'below'>): readonly string[] {
  const site = house.sites().byId(receiver.tenant)
  if (!site?.modules.includes('catalogue')) return []
  return receiver.below ? shownIn(site, house.sites()) : [site.id]
}

/** Where a receiver stands that is told of nothing that was before. */
export async function standNow(house: Pick<WebhooksHouse, 'database'>): Promise<Told> {
  const order = await feedHorizon(catalogueDb(house))
  const { number, id } = placeOfHorizon(order)
  return { placeNumber: number, placeId: id, caughtNumber: number }
}

const addressOf = (house: Pick<WebhooksHouse, 'config'>, site: Site) => siteAddress(site, house.config.publicUrl)

/** A message of this type, with what every message says. */
export const messageBody = (
  house: Pick<WebhooksHouse, 'config' | 'api'>,
  site: Site,
  type: string,
  timestamp: string,
  data: object,
): string =>
  JSON.stringify({
    type,
    timestamp,
    data: { portal: addressOf(house, site), feed: addressOf(house, site) + href(house.api.changes), ...data },
  })

// What came to be seen after the receiver last knew everything is new to it, however often it was changed since.
const kindOf = (change: FeedChange, receiver: Receiver): ChangeKind =>
  change.state === 'withdrawn' ? 'withdrawn' : change.shown > receiver.caughtNumber ? 'created' : 'updated'

/** A change as a message tells it: what it is and where, nothing of what it says. */
function told(house: WebhooksHouse, change: FeedChange, kind: ChangeKind) {
  const site = house.sites().byId(change.tenant)
  const portal = site ? addressOf(house, site) : house.config.publicUrl
  return {
    kind,
    id: change.id,
    uri: change.uri,
    tenant: site?.slug ?? '',
    page: portal + href(catalogueRoutes.dataset, { slug: change.slug }),
    ...(kind === 'withdrawn' ? {} : { dataset: portal + href(house.api.dataset, { id: change.id }) }),
    changedAt: change.moment,
  }
}

/** Some records of a tenant as a message of this moment (UTC, six places after the point) would tell of their change: for the demonstration. */
export async function toldAt(house: WebhooksHouse, site: Site, count: number, moment: string): Promise<readonly object[]> {
  const beginning = { number: 0, id: '00000000-0000-0000-0000-000000000000' }
  const db = catalogueDb(house)
  const changes = await changesAfter(db, [site.id], beginning, await feedHorizon(db), count, house.config.publicUrl)
  return changes.map((change) => told(house, { ...change, moment }, 'updated'))
}

/** The next message of a receiver: the one that is under way, or a new one of what comes after its place. Undefined where there is nothing to tell. */
export async function nextMessage(house: WebhooksHouse, receiver: Receiver, holder: string): Promise<Delivery | undefined> {
  const db = house.database.system
  const waiting = await openDelivery(db, receiver)
  if (waiting) return waiting
  const site = house.sites().byId(receiver.tenant)
  const tenants = tenantsOf(house, receiver)
  if (!site || tenants.length === 0) return undefined
  const order = await feedHorizon(catalogueDb(house))
  const end = placeOfHorizon(order)
  const ending: Told = { placeNumber: end.number, placeId: end.id, caughtNumber: end.number }
  let place = { number: receiver.placeNumber, id: receiver.placeId }
  for (;;) {
    const changes = await changesAfter(catalogueDb(house), tenants, place, order, mostChanges, house.config.publicUrl)
    const lines: object[] = []
    let last: FeedChange | undefined
    let characters = 0
    for (const change of changes) {
      const kind = kindOf(change, receiver)
      if (receiver.kinds.includes(kind)) {
        const line = told(house, change, kind)
        const more = JSON.stringify(line).length
        if (lines.length > 0 && characters + more > mostCharacters) break
        characters += more
        lines.push(line)
      }
      last = change
    }
    const whole = changes.length < mostChanges && last === changes.at(-1)
    const stand = whole || !last ? ending : { placeNumber: last.number, placeId: last.id, caughtNumber: receiver.caughtNumber }
    if (last && lines.length > 0) {
      const id = randomUUID()
      const body = messageBody(house, site, 'catalogue.changed', last.moment, { changes: lines })
      await insertDelivery(db, receiver, { id, kind: 'changes', body, changes: lines.length, told: stand })
      return openDelivery(db, receiver)
    }
    await moveOn(db, receiver.id, holder, stand)
    if (whole || !last) return undefined
    place = { number: last.number, id: last.id }
  }
}
