import { dayOf } from '#kernel/clock.ts'
import type { Result } from '#kernel/result.ts'
import { rolesAmong } from '../model/granting.ts'
import {
  endSessions,
  giveRoleForDays,
  giveRoles,
  lastingRoles,
  leaveTenant,
  otherAdministrators,
  personOf,
  returnToTenant,
} from '../store/people-store.ts'
import type { Act, AdminHouse, FieldFault } from './admin-house.ts'
import { changingPeople, roleWords } from './change-roles.ts'
import { noteAct } from './note-act.ts'

/** A person works here no more: no roles, no session. What it did stays; where it works elsewhere, it goes on working. */
export function deactivatePerson(house: AdminHouse, act: Act, person: string): Promise<Result<string, FieldFault[]>> {
  return changingPeople(house, act.site.id, async (trx, refused) => {
    const found = await personOf(trx, act.site.id, person)
    if (!found || found.state === 'left') return refused({ field: 'person', fault: 'unknown' })
    // Somebody else does it, so that nobody locks himself out by a slip.
    if (person === act.actor.id) return refused({ field: 'person', fault: 'oneself' })
    const before = await lastingRoles(trx, act.site.id, person)
    if (before.includes('administrator') && (await otherAdministrators(trx, act.site.id, person)) === 0)
      return refused({ field: 'person', fault: 'last-administrator' })
    await leaveTenant(trx, act.site.id, person, act.actor.id)
    await endSessions(trx, person)
    await noteAct(
      trx,
      act,
      'deactivate',
      { kind: 'identity/person', id: person, name: found.name },
      { before: roleWords(before) },
    )
    return found.name
  })
}

/** A person who left works here again, with the roles of then; a substitution that is over stays over. */
export function reactivatePerson(house: AdminHouse, act: Act, person: string): Promise<Result<string, FieldFault[]>> {
  return changingPeople(house, act.site.id, async (trx, refused) => {
    const found = await personOf(trx, act.site.id, person)
    if (found?.state !== 'left') return refused({ field: 'person', fault: 'unknown' })
    if (person === act.actor.id) return refused({ field: 'person', fault: 'oneself' })
    const held = await returnToTenant(trx, act.site.id, person)
    const lasting = rolesAmong((held ?? []).filter((one) => one.until === null).map((one) => one.role))
    await giveRoles(trx, { tenant: act.site.id, person, roles: lasting, by: act.actor.id })
    const today = dayOf(house.now())
    for (const { role, until } of held ?? [])
      if (until && until >= today)
        await giveRoleForDays(trx, { tenant: act.site.id, person, role, from: today, until, by: act.actor.id })
    await noteAct(
      trx,
      act,
      'reactivate',
      { kind: 'identity/person', id: person, name: found.name },
      { after: roleWords(lasting) },
    )
    return found.name
  })
}
