import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may see how good the catalogue is, and who decides what counts. */
export const permissions: readonly PermissionDefinition[] = [
  {
    id: 'quality/read',
    roles: ['administrator', 'open-data-coordinator', 'data-owner', 'editor', 'data-protection-officer', 'support', 'reader'],
  },
  { id: 'quality/edit', roles: ['administrator', 'open-data-coordinator', 'data-owner'] },
]
