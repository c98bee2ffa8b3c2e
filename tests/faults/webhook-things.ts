import type { Params } from '#kernel/route.ts'
import type { Town } from '#support/house.ts'
import { plantReceiver } from '#support/webhook-rows.ts'

/** A receiver of a tenant. */
export const freshReceiver = (town: Town, slug: string): Promise<Params> =>
  plantReceiver(town.house.database.system, town.site(slug).id).then(({ id }) => ({ id }))

/** A message to a receiver. */
export const freshDelivery = (town: Town, slug: string): Promise<Params> =>
  plantReceiver(town.house.database.system, town.site(slug).id).then(({ id, delivery }) => ({ id, delivery }))
