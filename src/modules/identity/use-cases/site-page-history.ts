import { fail, type Result } from '#kernel/result.ts'
import { type PageChange, pageChanges } from '../model/site-page-change.ts'
import { sitePage } from '../store/site-contents-store.ts'
import { type SitePageVersion, versionOf, versionsOf } from '../store/site-page-version-store.ts'
import type { Act, AdminHouse } from './admin-house.ts'
import { type PageConflict, saveSitePage } from './save-site-page.ts'

/** A version with what it changed against the one before it; the first has nothing before it. */
export interface PageStep extends SitePageVersion {
  readonly changes: readonly PageChange[]
}

/** Some versions of a page, newest first, each with what was new in it. `older` is the number before which more are found. */
export async function pageHistory(
  house: Pick<AdminHouse, 'database'>,
  tenant: string,
  page: string,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<{ steps: PageStep[]; older?: number }> {
  const found = await versionsOf(house.database.system, tenant, page, { before, limit: limit + 1 })
  const steps = found.slice(0, limit).map((one, i) => {
    const previous = found[i + 1]
    return { ...one, changes: previous ? pageChanges(previous, one) : [] }
  })
  const last = steps.at(-1)
  return { steps, ...(found.length > limit && last ? { older: last.number } : {}) }
}

/**
 * Makes a page say again what it said in a version; a new version, nothing is lost. Whether it is published stays as it is now.
 * Nothing is overwritten that somebody saved since `version`. Undefined when there is no such page or version.
 */
export async function restoreSitePage(
  house: AdminHouse,
  act: Act,
  given: { id: string; number: number; version: string },
): Promise<{ old: SitePageVersion; done: Result<{ id: string }, PageConflict> } | undefined> {
  const { id, number, version } = given
  const [now, old] = await Promise.all([
    sitePage(house.database.system, act.site.id, id),
    versionOf(house.database.system, act.site.id, id, number),
  ])
  if (!now || !old) return undefined
  const draft = { ...old, published: now.published }
  if (now.version !== version) return { old: draft, done: fail({ faults: [{ field: 'version', fault: 'conflict' }], now }) }
  return { old: draft, done: await saveSitePage(house, act, { ...draft, id, version, restores: number }) }
}
