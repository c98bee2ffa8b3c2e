import type { Site } from '#kernel/site.ts'
import { type CatalogueHouse, storeOf } from '../house.ts'
import type { StoredResource } from '../store/catalogue-store.ts'
import {
  type ChangeFilter,
  type ChangePlace,
  countChanges,
  type RecordChange,
  recordChanges,
} from '../store/queries/change-list.ts'

type ListHouse = Pick<CatalogueHouse, 'database' | 'config' | 'sites'>

/** A change with the record as it is now; a withdrawn one has none. */
export interface ListedChange {
  readonly change: RecordChange
  readonly record?: StoredResource
}

/** A page of changes, in the order in which they happened. `next` is the place to go on from, where there is more. */
export async function listChanges(
  house: ListHouse,
  site: Site,
  filter: ChangeFilter,
  page: { readonly after?: ChangePlace; readonly limit: number; readonly records: boolean },
): Promise<{ changes: ListedChange[]; next?: ChangePlace }> {
  const store = storeOf(house, site)
  const db = house.database.within(store.scope)
  const rows = await recordChanges(db, store.scope, filter, page.after, page.limit + 1)
  const changes = rows.slice(0, page.limit)
  const published = changes.filter((one) => one.state === 'published').map((one) => one.id)
  const records = page.records ? await store.byIds(published) : []
  const byId = new Map(records.map((one) => [one.id, one]))
  const last = changes.at(-1)
  return {
    changes: changes.map((change) => {
      const record = byId.get(change.id)
      return record ? { change, record } : { change }
    }),
    ...(rows.length > page.limit && last ? { next: { moment: last.moment, id: last.id } } : {}),
  }
}

/** How many changes a filter means, and when the first of them was. */
export const changeCount = (house: ListHouse, site: Site, filter: ChangeFilter) => {
  const { scope } = storeOf(house, site)
  return countChanges(house.database.within(scope), scope, filter)
}
