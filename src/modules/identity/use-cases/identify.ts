import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Actor, nobody, type PermissionDefinition, type Role } from '#kernel/actor.ts'
import { findSession, type StoredSession, touchSession } from '../store/session-store.ts'

/** Hours that a session lives after it was last used. */
export const sessionHours = 12

/** What is kept of a session's token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Turns roles into permissions, and says whether one of them waits for a second factor. */
export function actorOf(session: StoredSession, definitions: readonly PermissionDefinition[]): Actor {
  const byRole = new Map<Role, PermissionDefinition[]>()
  for (const definition of definitions)
    for (const role of definition.roles) byRole.set(role, [...(byRole.get(role) ?? []), definition])
  const permissions = new Map<string, Set<string>>()
  let guarded = false
  for (const { tenant, role } of session.roles) {
    const granted = permissions.get(tenant) ?? new Set()
    for (const { id, secondFactor } of byRole.get(role) ?? []) {
      granted.add(id)
      guarded ||= secondFactor === true
    }
    permissions.set(tenant, granted)
  }
  return {
    person: { id: session.person, name: session.name, email: session.email },
    session: { id: session.id, strong: session.strong },
    awaitsSecondFactor: (guarded || session.hasFactor) && !session.strong,
    permissions,
  }
}

/** Makes the function that finds out who asks by the token of the session cookie; nobody where there is none or it has ended. */
export const identifier =
  (db: Kysely<never>, definitions: readonly PermissionDefinition[]) =>
  async (token: string | undefined): Promise<Actor> => {
    // A token is 32 bytes in base64url; anything else asks the database nothing.
    if (!token || !/^[\w-]{43}$/.test(token)) return nobody
    const session = await findSession(db, tokenHash(token))
    if (!session) return nobody
    if (session.restedMinutes > 5) await touchSession(db, session.id, sessionHours)
    return actorOf(session, definitions)
  }
