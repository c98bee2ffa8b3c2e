import type { Kysely } from 'kysely'
import { type Actor, nobody, type PermissionDefinition } from '#kernel/actor.ts'
import { livingToken, touchApiToken } from '../store/account/api-tokens.ts'
import { actorOf, tokenHash } from './identify.ts'

/** What every key begins with, so that tools that look for forgotten secrets know it. */
export const tokenPrefix = 'alm_'

/** A program that acts for a person, and the tenant it may act for. */
export interface Program {
  readonly actor: Actor
  readonly tenant: string
}

/** Makes the function that finds out for whom a program acts by its key: never with more than its person may do now, and the key was given. Undefined for no living key. */
export const programIdentifier =
  (db: Kysely<never>, definitions: readonly PermissionDefinition[]) =>
  async (token: string): Promise<Program | undefined> => {
    if (!token.startsWith(tokenPrefix) || !/^[\w-]{43}$/.test(token.slice(tokenPrefix.length))) return undefined
    const found = await livingToken(db, tokenHash(token))
    if (!found) return undefined
    if (found.restedMinutes === null || found.restedMinutes > 5) await touchApiToken(db, found.id)
    const person = actorOf({ ...found, restedMinutes: 0 }, definitions)
    const granted = [...(person.permissions.get(found.tenant) ?? [])].filter((id) => found.permissions.includes(id))
    const { session: _, ...rest } = person
    // Without the second factor that its roles want, or that its person has since, a key is worth nothing.
    const permissions = person.awaitsSecondFactor ? nobody.permissions : new Map([[found.tenant, new Set(granted)]])
    return { actor: { ...rest, permissions }, tenant: found.tenant }
  }
