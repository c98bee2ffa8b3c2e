import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may do what with sources. A run reaches the public, so it wants a second factor. */
export const permissions: readonly PermissionDefinition[] = [
  {
    id: 'harvest/read',
    roles: ['administrator', 'open-data-coordinator', 'data-owner', 'data-protection-officer', 'support', 'reader'],
  },
  { id: 'harvest/edit', roles: ['administrator', 'open-data-coordinator'], secondFactor: true },
]
