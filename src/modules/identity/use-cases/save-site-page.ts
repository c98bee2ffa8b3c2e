import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { pageChanges } from '../model/site-page-change.ts'
import {
  deleteSitePage,
  insertSitePage,
  type SitePageDraft,
  type StoredSitePage,
  sitePage,
  sitePageTaken,
  updateSitePage,
} from '../store/site-contents-store.ts'
import { keepFirst, keepVersion } from '../store/site-page-version-store.ts'
import { lockTenant, tellTenantChanged } from '../store/tenant-store.ts'
import type { Act, AdminHouse, FieldFault, Trx } from './admin-house.ts'
import { noteAct } from './note-act.ts'

const places = ['none', 'footer', 'main']

/** What is wrong with a page that somebody wrote. */
export function checkSitePage(draft: SitePageDraft, languages: readonly string[]): FieldFault[] {
  const faults: FieldFault[] = []
  if (!draft.title) faults.push({ field: 'title', fault: 'missing' })
  else if (draft.title.length > 120 || /\p{Cc}/u.test(draft.title)) faults.push({ field: 'title', fault: 'long', value: '120' })
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(draft.slug) || draft.slug.length > 80) faults.push({ field: 'slug', fault: 'invalid' })
  if (!languages.includes(draft.lang)) faults.push({ field: 'lang', fault: 'unknown' })
  if (!places.includes(draft.place)) faults.push({ field: 'place', fault: 'unknown' })
  if (draft.content.length > 60_000) faults.push({ field: 'content', fault: 'long', value: '60000' })
  if (draft.published && !draft.content) faults.push({ field: 'content', fault: 'missing' })
  return faults
}

/** Somebody else saved meanwhile: what stands there now. */
export interface PageConflict {
  readonly faults: FieldFault[]
  readonly now?: StoredSitePage
}

/** What is saved of a page: without `id` it is a new one; `restores` is the number of the version that comes back. */
export interface PageToSave extends SitePageDraft {
  readonly id?: string
  readonly version: string
  readonly restores?: number
}

/** Writes a page and keeps what it said as a version; nothing is overwritten that somebody else saved since `version`. */
export async function saveSitePage(
  house: AdminHouse,
  act: Act,
  draft: PageToSave,
): Promise<Result<{ id: string }, PageConflict>> {
  const faults = checkSitePage(draft, act.site.languages)
  if (faults.length > 0) return fail({ faults })
  const id = draft.id ?? randomUUID()
  const fault = await house.database.system
    .transaction()
    .execute((trx) => write(trx, act, { ...draft, id }, draft.id === undefined))
  if (fault) return fail(fault)
  await house.keeper.refresh()
  return ok({ id })
}

async function write(trx: Trx, act: Act, page: PageToSave & { id: string }, fresh: boolean): Promise<PageConflict | undefined> {
  const tenant = act.site.id
  await lockTenant(trx, tenant)
  if (await sitePageTaken(trx, tenant, page)) return { faults: [{ field: 'slug', fault: 'taken' }] }
  const before = fresh ? undefined : await sitePage(trx, tenant, page.id)
  if (!fresh && !before) return { faults: [{ field: 'title', fault: 'unknown' }] }
  const at = fresh ? await insertSitePage(trx, tenant, page) : await updateSitePage(trx, tenant, page)
  if (!at) return { faults: [{ field: 'version', fault: 'conflict' }], ...(before ? { now: before } : {}) }
  if (before) await keepFirst(trx, tenant, before)
  // Saved without a change, a page has no new version: the history tells changes.
  if (!before || pageChanges(before, page).length > 0) await keepVersion(trx, tenant, page, { by: act.actor.id, at })
  await tellTenantChanged(trx, tenant)
  await noteAct(
    trx,
    act,
    fresh ? 'add-page' : page.restores ? 'restore-page' : 'change-page',
    { kind: 'identity/site-page', id: page.id, name: page.title },
    {
      address: `/seite/${page.slug}`,
      state: `text:identity.page.${page.published ? 'published' : 'draft'}`,
      ...(page.restores ? { number: page.restores } : {}),
      ...(before && before.title !== page.title ? { before: before.title } : {}),
    },
  )
  return undefined
}

/** Removes a page of the tenant's own; false when there is none of that id. */
export async function removeSitePage(house: AdminHouse, act: Act, id: string): Promise<boolean> {
  const removed = await house.database.system.transaction().execute(async (trx) => {
    const gone = await deleteSitePage(trx, act.site.id, id)
    if (!gone) return false
    await tellTenantChanged(trx, act.site.id)
    await noteAct(
      trx,
      act,
      'remove-page',
      { kind: 'identity/site-page', id, name: gone.title },
      { address: `/seite/${gone.slug}` },
    )
    return true
  })
  if (removed) await house.keeper.refresh()
  return removed
}
