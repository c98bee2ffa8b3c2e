import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may do what with receivers. An address of somebody else is told of everything from then on, so that wants a second factor. */
export const permissions: readonly PermissionDefinition[] = [
  { id: 'webhooks/read', roles: ['administrator', 'open-data-coordinator', 'data-protection-officer', 'support'] },
  { id: 'webhooks/edit', roles: ['administrator'], secondFactor: true },
]
