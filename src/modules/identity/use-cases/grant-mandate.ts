import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site, Sites } from '#kernel/site.ts'
import { appendAudit } from '#platform/audit'
import { allRoles, isDay, rolesAmong } from '../model/granting.ts'
import { endMandate as endStored, putMandate } from '../store/mandate-store.ts'
import type { Act, AdminHouse, FieldFault } from './admin-house.ts'
import { roleWords } from './change-roles.ts'
import { actEntry } from './note-act.ts'

const tenantWord = (site: Site) => ({ kind: 'identity/tenant', id: site.id, name: site.name })

/** Who may act for a tenant: those above it, and the bodies that work for many. Never itself and nobody below it. */
export const possibleHolders = (sites: Sites, site: Site): Site[] =>
  sites.all.filter(
    (one) =>
      !site.within.includes(one.id) &&
      (site.ancestors.includes(one.id) || ['zweckverband', 'it-dienstleister', 'beratungsstelle'].includes(one.kind)),
  )

/** Lets another body act for the tenant with named roles until a day; noted in the log of both. A second one for the same body replaces the first. */
export async function grantMandate(
  house: AdminHouse,
  act: Act,
  given: { holder: string; roles: readonly string[]; until: string },
): Promise<Result<Site, FieldFault[]>> {
  const faults: FieldFault[] = []
  const today = dayOf(house.now())
  const holder = possibleHolders(house.sites(), act.site).find((one) => one.slug === given.holder)
  if (!holder) faults.push({ field: 'holder', fault: 'unknown' })
  if (given.roles.length === 0) faults.push({ field: 'roles', fault: 'missing' })
  else if (!allRoles(given.roles)) faults.push({ field: 'roles', fault: 'unknown' })
  if (!isDay(given.until)) faults.push({ field: 'until', fault: 'day' })
  else if (given.until < today) faults.push({ field: 'until', fault: 'past' })
  else if (given.until > `${Number(today.slice(0, 4)) + 5}${today.slice(4)}`) faults.push({ field: 'until', fault: 'too-long' })
  if (!holder || faults.length > 0) return fail(faults)
  const roles = rolesAmong(given.roles)
  await house.database.system.transaction().execute(async (trx) => {
    await putMandate(trx, { tenant: act.site.id, holder: holder.id, roles, until: given.until, by: act.actor.id })
    const details = { roles: roleWords(roles), until: given.until }
    await appendAudit(
      trx,
      actEntry(act, 'grant-mandate', tenantWord(holder), details),
      actEntry({ ...act, site: holder }, 'receive-mandate', tenantWord(act.site), details),
    )
  })
  return ok(holder)
}

/** Ends a mandate at once; noted in the log of both. */
export async function endMandate(house: AdminHouse, act: Act, slug: string): Promise<Result<Site, FieldFault[]>> {
  const holder = house.sites().bySlug(slug)
  const ended =
    holder &&
    (await house.database.system.transaction().execute(async (trx) => {
      if (!(await endStored(trx, act.site.id, holder.id))) return false
      await appendAudit(
        trx,
        actEntry(act, 'end-mandate', tenantWord(holder)),
        actEntry({ ...act, site: holder }, 'lose-mandate', tenantWord(act.site)),
      )
      return true
    }))
  return holder && ended ? ok(holder) : fail([{ field: 'holder', fault: 'unknown' }])
}
