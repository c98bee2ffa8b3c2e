/** What people are for a tenant. Which permissions a role has, each module says on its plaque. */
export const roles = [
  'administrator',
  'open-data-coordinator',
  'data-owner',
  'editor',
  'participation-officer',
  'data-protection-officer',
  'support',
  'reader',
] as const
export type Role = (typeof roles)[number]

/** One permission of a room, and the roles that have it. */
export interface PermissionDefinition {
  /** `room/verb`. */
  readonly id: string
  readonly roles: readonly Role[]
  /** Whoever has it signs in with a second factor: it reaches the public or other people's rights. */
  readonly secondFactor?: boolean
  /** A person may pass it on to a program by a key; its label has the text key `room.permission.verb`. */
  readonly programs?: boolean
}

/** Somebody with an account. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** Who asks. Nobody who is known has no person and may do what everybody may. */
export interface Actor {
  readonly person?: Person
  /** The session's id, and whether a second factor was shown in it. */
  readonly session?: { readonly id: string; readonly strong: boolean }
  /** True when a role of this person asks for a second factor that this session has not shown: nothing is permitted until then. */
  readonly awaitsSecondFactor: boolean
  /** Permissions by tenant id, from roles and mandates. */
  readonly permissions: ReadonlyMap<string, ReadonlySet<string>>
}

/** A visitor without an account. */
export const nobody: Actor = { awaitsSecondFactor: false, permissions: new Map() }

/** Whether somebody may do a thing for a tenant: the one question behind every page, interface, feed, search and export. */
export function may(actor: Actor, permission: string, tenant: string): boolean {
  if (permission === 'public') return true
  if (permission === 'signed-in') return actor.person !== undefined && !actor.awaitsSecondFactor
  if (permission === 'staff') return worksFor(actor, tenant)
  return !actor.awaitsSecondFactor && (actor.permissions.get(tenant)?.has(permission) ?? false)
}

/** Whether somebody may do anything at all inside a tenant. */
export const worksFor = (actor: Actor, tenant: string): boolean =>
  !actor.awaitsSecondFactor && (actor.permissions.get(tenant)?.size ?? 0) > 0
