import { randomUUID } from 'node:crypto'
import { fail, ok, type Result } from '#kernel/result.ts'
import { checkOldPath, checkTarget, leadsInCircle } from '../model/redirect.ts'
import { deleteRedirect, insertRedirect, redirectsOf, type StoredRedirect } from '../store/site-contents-store.ts'
import { lockTenant, tellTenantChanged } from '../store/tenant-store.ts'
import type { Act, AdminHouse, FieldFault } from './admin-house.ts'
import { noteAct } from './note-act.ts'

/** Hosts that a redirect of a site may lead to: its own, and where the instance is reached. */
const ownHosts = (house: AdminHouse, act: Act): string[] => [
  ...act.site.hosts,
  ...[URL.parse(house.config.publicUrl)?.hostname ?? ''].filter(Boolean),
]

/** Adds a redirect. `answered` says whether a page of the house always stands at a path: there a redirect would never be seen. */
export async function addRedirect(
  house: AdminHouse,
  act: Act,
  typed: { from: string; to: string },
  answered: (path: string) => boolean,
): Promise<Result<StoredRedirect, FieldFault[]>> {
  const from = checkOldPath(typed.from, answered)
  const to = checkTarget(typed.to, ownHosts(house, act))
  const faults: FieldFault[] = []
  if ('fault' in from) faults.push({ field: 'from', fault: from.fault })
  if ('fault' in to) faults.push({ field: 'to', fault: to.fault })
  if ('fault' in from || 'fault' in to) return fail(faults)
  const added = { id: randomUUID(), oldPath: from.path, target: to.target }
  const fault = await house.database.system.transaction().execute(async (trx): Promise<FieldFault | undefined> => {
    // One after the other, so that two redirects together make no circle that neither makes alone.
    await lockTenant(trx, act.site.id)
    const known = new Map((await redirectsOf(trx, act.site.id)).map((one) => [one.oldPath, one.target]))
    if (known.has(added.oldPath)) return { field: 'from', fault: 'taken' }
    if (leadsInCircle(known, added.oldPath, added.target)) return { field: 'to', fault: 'loop' }
    await insertRedirect(trx, { ...added, tenant: act.site.id })
    await tellTenantChanged(trx, act.site.id)
    await noteAct(
      trx,
      act,
      'add-redirect',
      { kind: 'identity/redirect', id: added.id, name: added.oldPath },
      { target: added.target },
    )
    return undefined
  })
  if (fault) return fail([fault])
  await house.keeper.refresh()
  return ok(added)
}

/** Takes a redirect away; gives what it was, so that it can be put back. */
export async function removeRedirect(house: AdminHouse, act: Act, id: string): Promise<StoredRedirect | undefined> {
  const removed = await house.database.system.transaction().execute(async (trx) => {
    const gone = await deleteRedirect(trx, act.site.id, id)
    if (!gone) return undefined
    await tellTenantChanged(trx, act.site.id)
    await noteAct(trx, act, 'remove-redirect', { kind: 'identity/redirect', id, name: gone.oldPath }, { target: gone.target })
    return gone
  })
  if (removed) await house.keeper.refresh()
  return removed
}
