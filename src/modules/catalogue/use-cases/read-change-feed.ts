import type { Site } from '#kernel/site.ts'
import { type CatalogueHouse, shownIn, storeOf } from '../house.ts'
import {
  changesAfter,
  type FeedChange,
  type FeedPlace,
  feedHorizon,
  placeAt,
  placeOfHorizon,
} from '../store/queries/change-feed.ts'

type FeedHouse = Pick<CatalogueHouse, 'database' | 'config' | 'sites'>

/** Where somebody goes on: at a place that was given out, or at a moment. */
export type FeedStart = { readonly epoch: string; readonly place: FeedPlace } | { readonly moment: Date } | undefined

export interface FeedPage {
  readonly changes: readonly FeedChange[]
  readonly more: boolean
  readonly epoch: string
  /** Where to go on. */
  readonly place: FeedPlace
}

/**
 * A page of what a site's view shows and what was withdrawn from it, in the order in which it became visible, so that nobody who follows misses
 * anything. Undefined for a place of another epoch: whoever has one begins anew.
 */
export async function readChangeFeed(
  house: FeedHouse,
  site: Site,
  start: FeedStart,
  limit: number,
): Promise<FeedPage | undefined> {
  const { scope } = storeOf(house, site)
  const db = house.database.within(scope)
  const tenants = shownIn(site, house.sites())
  const order = await feedHorizon(db)
  if (start && 'epoch' in start && (start.epoch !== order.epoch || start.place.number >= order.horizon)) return undefined
  const end = placeOfHorizon(order)
  const from = !start
    ? { number: -1, id: end.id }
    : 'place' in start
      ? start.place
      : ((await placeAt(db, tenants, start.moment)) ?? end)
  const rows = await changesAfter(db, tenants, from, order, limit + 1, house.config.publicUrl)
  const changes = rows.slice(0, limit)
  const last = changes.at(-1)
  return {
    changes,
    more: rows.length > limit,
    epoch: order.epoch,
    place: last ? { number: last.number, id: last.id } : from,
  }
}
