import type { Visit } from '#platform/http'
import { type CatalogueHouse, shownIn } from '../../house.ts'
import { countRequests, listRequests, type WishStatistics, wishStatistics } from '../../store/request-list.ts'
import type { RequestRow } from '../../store/request-rows.ts'
import { publicDb } from '../../use-cases/requests/subscribe.ts'
import type { WishList } from './wish-filter.ts'

export const pageSize = 20

export interface WishPage {
  readonly list: WishList
  readonly wishes: readonly RequestRow[]
  readonly total: number
  readonly statistics: WishStatistics
  /** Id to go on after; undefined at the end. */
  readonly next?: string
}

/** What the list shows: three questions to the database, side by side. */
export async function readWishes(house: CatalogueHouse, visit: Visit, list: WishList): Promise<WishPage> {
  const db = publicDb(house, visit.site)
  const [rows, total, statistics] = await Promise.all([
    listRequests(db, list.filter, list.sort, list.after, pageSize + 1),
    countRequests(db, list.filter),
    wishStatistics(db, shownIn(visit.site, visit.sites)),
  ])
  const wishes = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? wishes.at(-1) : undefined
  return { list, wishes, total, statistics, ...(last ? { next: last.id } : {}) }
}
