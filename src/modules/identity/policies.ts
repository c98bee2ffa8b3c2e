import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may do what with people and tenants. All of it but reading wants a second factor. */
export const permissions: readonly PermissionDefinition[] = [
  { id: 'identity/read-people', roles: ['administrator', 'open-data-coordinator', 'data-protection-officer', 'support'] },
  { id: 'identity/manage-people', roles: ['administrator'], secondFactor: true },
  { id: 'identity/manage-site', roles: ['administrator'], secondFactor: true },
  { id: 'identity/manage-tenants', roles: ['administrator'], secondFactor: true },
  { id: 'identity/read-audit', roles: ['administrator', 'data-protection-officer'] },
]
