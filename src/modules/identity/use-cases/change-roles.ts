import { type Role, roles } from '#kernel/actor.ts'
import { dayOf } from '#kernel/clock.ts'
import { fail, ok, type Result } from '#kernel/result.ts'
import { allRoles, type GrantFault, grantFault, isDay, rolesAmong } from '../model/granting.ts'
import {
  endRoleForDays,
  endSessions,
  giveRoleForDays,
  giveRoles,
  lastingRoles,
  lockPeople,
  otherAdministrators,
  personOf,
  takeRoles,
} from '../store/people-store.ts'
import type { Act, AdminHouse, FieldFault, Trx } from './admin-house.ts'
import { noteAct } from './note-act.ts'

/** Role ids as the log keeps them: words that the page translates. */
export const roleWords = (given: readonly string[]): string[] => given.map((role) => `text:identity.role.${role}`)

const refuse = (fault: GrantFault, field = 'roles') => fail([{ field, fault }])

/** Throws a refusal out of a transaction, so that it is rolled back. */
class Refused extends Error {
  readonly faults: FieldFault[]
  constructor(faults: FieldFault[]) {
    super('refused')
    this.faults = faults
  }
}

/** Runs a change to who works for a tenant, one after the other for each tenant; a refusal changes nothing. */
export async function changingPeople<T>(
  house: AdminHouse,
  tenant: string,
  change: (trx: Trx, refuse: (fault: FieldFault) => never) => Promise<T>,
): Promise<Result<T, FieldFault[]>> {
  try {
    const value = await house.database.system.transaction().execute(async (trx) => {
      await lockPeople(trx, tenant)
      return change(trx, (fault) => {
        throw new Refused([fault])
      })
    })
    return ok(value)
  } catch (error) {
    if (error instanceof Refused) return fail(error.faults)
    throw error
  }
}

/** Sets the roles that a person has for good. Everybody who gains or loses one signs in anew. */
export async function changeRoles(
  house: AdminHouse,
  act: Act,
  person: string,
  sent: readonly string[],
): Promise<Result<{ before: Role[]; after: Role[] }, FieldFault[]>> {
  if (!allRoles(sent)) return refuse('unknown')
  const after = rolesAmong(sent)
  return changingPeople(house, act.site.id, async (trx, refused) => {
    const found = await personOf(trx, act.site.id, person)
    if (!found || found.state === 'left') return refused({ field: 'roles', fault: 'unknown' })
    const before = await lastingRoles(trx, act.site.id, person)
    const others = await otherAdministrators(trx, act.site.id, person)
    const fault = grantFault({ actor: act.actor.id, person, before, after, otherAdministrators: others })
    if (fault) return refused({ field: 'roles', fault })
    if (after.length === 0 && before.length === found.roles.length) return refused({ field: 'roles', fault: 'none-left' })
    const taken = before.filter((role) => !after.includes(role))
    const given = after.filter((role) => !before.includes(role))
    if (taken.length + given.length === 0) return { before, after }
    await takeRoles(trx, act.site.id, person, taken)
    await giveRoles(trx, { tenant: act.site.id, person, roles: given, by: act.actor.id })
    await endSessions(trx, person)
    await noteAct(
      trx,
      act,
      'change-roles',
      { kind: 'identity/person', id: person, name: found.name },
      {
        before: roleWords(before),
        after: roleWords(after),
      },
    )
    return { before, after }
  })
}

/** Lets a person stand in with a role from one day to another; it ends by itself. */
export async function addSubstitute(
  house: AdminHouse,
  act: Act,
  person: string,
  given: { role: string; from: string; until: string },
): Promise<Result<true, FieldFault[]>> {
  const faults: FieldFault[] = []
  const role = roles.find((one) => one === given.role)
  const today = dayOf(house.now())
  if (!role) faults.push({ field: 'role', fault: 'unknown' })
  if (!isDay(given.from)) faults.push({ field: 'from', fault: 'day' })
  if (!isDay(given.until)) faults.push({ field: 'until', fault: 'day' })
  else if (given.until < today) faults.push({ field: 'until', fault: 'past' })
  else if (given.until < given.from) faults.push({ field: 'until', fault: 'before-start' })
  else if (given.until > `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`) faults.push({ field: 'until', fault: 'too-long' })
  if (!role || faults.length > 0) return fail(faults)
  return changingPeople(house, act.site.id, async (trx, refused) => {
    const found = await personOf(trx, act.site.id, person)
    if (!found || found.state === 'left') return refused({ field: 'role', fault: 'unknown' })
    if (person === act.actor.id) return refused({ field: 'role', fault: 'own-rights' })
    const { from, until } = given
    const done = await giveRoleForDays(trx, { tenant: act.site.id, person, role, from, until, by: act.actor.id })
    if (!done) return refused({ field: 'role', fault: 'has-it' })
    await endSessions(trx, person)
    await noteAct(
      trx,
      act,
      'add-substitute',
      { kind: 'identity/person', id: person, name: found.name },
      {
        role: roleWords([role]),
        from,
        until,
      },
    )
    return true as const
  })
}

/** Ends a substitution before its day. */
export async function endSubstitute(
  house: AdminHouse,
  act: Act,
  person: string,
  sent: string,
): Promise<Result<true, FieldFault[]>> {
  const [role] = rolesAmong([sent])
  if (!role) return refuse('unknown', 'role')
  return changingPeople(house, act.site.id, async (trx, refused) => {
    const found = await personOf(trx, act.site.id, person)
    if (!found || !(await endRoleForDays(trx, act.site.id, person, role))) return refused({ field: 'role', fault: 'unknown' })
    await endSessions(trx, person)
    await noteAct(
      trx,
      act,
      'end-substitute',
      { kind: 'identity/person', id: person, name: found.name },
      { role: roleWords([role]) },
    )
    return true as const
  })
}
