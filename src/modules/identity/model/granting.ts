import { type Role, roles } from '#kernel/actor.ts'

/** The roles among what a form sent; what is no role is left out. */
export const rolesAmong = (sent: readonly string[]): Role[] => roles.filter((role) => sent.includes(role))

/** Whether everything that a form sent is a role. */
export const allRoles = (sent: readonly string[]): boolean => sent.every((one) => (roles as readonly string[]).includes(one))

export type GrantFault = 'last-administrator' | 'own-rights' | 'unknown'

/** What is known when somebody changes what somebody is for a tenant. */
export interface Granting {
  readonly actor: string
  readonly person: string
  readonly before: readonly Role[]
  readonly after: readonly Role[]
  /** How many administrators without an end date the tenant has beside this person. */
  readonly otherAdministrators: number
}

/**
 * Whether roles may change so. A tenant that has an administrator keeps one. Nobody adds to his own rights while somebody else
 * could do it for him; who is alone may, otherwise small towns could not begin.
 */
export function grantFault({ actor, person, before, after, otherAdministrators }: Granting): GrantFault | undefined {
  const added = after.filter((role) => !before.includes(role))
  if (before.includes('administrator') && !after.includes('administrator') && otherAdministrators === 0)
    return 'last-administrator'
  const alone = before.includes('administrator') && otherAdministrators === 0
  if (actor === person && added.length > 0 && !alone) return 'own-rights'
  return undefined
}

/** Days that a link in an invitation works. */
export const invitationDays = 14

export type PersonState = 'active' | 'substitute' | 'planned' | 'invited' | 'expired' | 'left'
export const personStates: readonly PersonState[] = ['active', 'substitute', 'planned', 'invited', 'expired', 'left']

/** Whether something is a day of the calendar: `2026-12-04`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
