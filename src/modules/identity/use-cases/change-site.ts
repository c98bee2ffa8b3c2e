import { fail, ok, type Result } from '#kernel/result.ts'
import type { Site } from '#kernel/site.ts'
import { differences } from '../model/differences.ts'
import type { Tenant } from '../model/tenant.ts'
import { lockTenant, writeTenant } from '../store/tenant-store.ts'
import type { Act, AdminHouse, FieldFault } from './admin-house.ts'
import { type ChangeTenant, changedTenant } from './change-tenant.ts'
import { noteAct } from './note-act.ts'

/** Somebody else saved meanwhile: what stands there now, and the version to name when it is to be overwritten knowingly. */
export interface Conflict {
  readonly now: Tenant
  readonly version: string
}

/**
 * Changes a tenant's own site when nobody else did since `version`; `of` is the tenant that is changed, the own one or one below.
 * What was before and what is now stands in the log.
 */
export async function changeSite(
  house: AdminHouse,
  act: Act,
  of: Site,
  version: string | undefined,
  change: ChangeTenant,
): Promise<Result<{ before: Tenant; after: Tenant }, { faults: FieldFault[]; conflict?: Conflict }>> {
  const done = await house.database.system.transaction().execute(async (trx): Promise<Awaited<ReturnType<typeof changeSite>>> => {
    const locked = await lockTenant(trx, of.id)
    if (!locked) return fail({ faults: [{ field: 'version', fault: 'unknown' }] })
    const { tenant } = locked
    if (version !== undefined && locked.version !== version)
      return fail({ faults: [{ field: 'version', fault: 'conflict' }], conflict: { now: tenant, version: locked.version } })
    const next = changedTenant(tenant, house.sites(), change)
    if (!next.ok)
      return fail({
        faults: next.error.map((one) => ({
          field: one.field,
          fault: one.fault,
          value: ('pair' in one && one.pair) || one.value,
        })),
      })
    const changes = differences(tenant, next.value)
    if (changes.length > 0) {
      await writeTenant(trx, next.value)
      await noteAct(
        trx,
        { ...act, site: of },
        'change-site',
        { kind: 'identity/tenant', id: of.id, name: of.name },
        {
          changed: changes.map((one) => `text:${one.label}`),
          before: Object.fromEntries(changes.map((one) => [one.label, one.before])),
          after: Object.fromEntries(changes.map((one) => [one.label, one.after])),
        },
      )
    }
    return ok({ before: tenant, after: next.value })
  })
  if (done.ok) await house.keeper.refresh()
  return done
}
