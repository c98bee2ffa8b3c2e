import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may do what with procedures. What reaches the public wants a second factor. */
export const permissions: readonly PermissionDefinition[] = [
  {
    id: 'participation/read',
    roles: ['administrator', 'participation-officer', 'data-protection-officer', 'support', 'reader'],
  },
  { id: 'participation/edit', roles: ['administrator', 'participation-officer'] },
  { id: 'participation/publish', roles: ['administrator', 'participation-officer'], secondFactor: true },
  { id: 'participation/moderate', roles: ['administrator', 'participation-officer'], secondFactor: true },
  { id: 'participation/answer', roles: ['administrator', 'participation-officer'], secondFactor: true },
]
