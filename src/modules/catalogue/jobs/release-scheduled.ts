import type { CatalogueHouse } from '../house.ts'
import { dueDrafts } from '../store/draft-store.ts'
import { releaseDue } from '../use-cases/edit/release-draft.ts'

type ClockHouse = Pick<CatalogueHouse, 'config' | 'database' | 'storage' | 'now' | 'mail' | 'sites' | 'log'>

/** Releases every scheduled draft whose time has come; gives how many became public. Safe to run in several processes at once. */
export async function releaseScheduled(house: ClockHouse): Promise<number> {
  let released = 0
  const tried = new Set<string>()
  for (;;) {
    const due = (await dueDrafts(house.database.system, house.now(), 50 + tried.size)).filter(({ id }) => !tried.has(id))
    if (due.length === 0) return released
    for (const { id, tenant } of due) {
      // Once a run: what cannot be released now does not keep the others waiting.
      tried.add(id)
      const site = house.sites().byId(tenant)
      const done = site && (await releaseDue(house, site, id))
      if (done?.ok) released++
      else house.log.warn({ draft: id, reason: done?.error.kind ?? 'no tenant' }, 'a scheduled draft could not be released')
    }
  }
}
