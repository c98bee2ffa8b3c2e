import type { PermissionDefinition } from '#kernel/actor.ts'

/** Who may do what with data. Releasing and withdrawing reach the public, so they want a second factor. */
export const permissions: readonly PermissionDefinition[] = [
  {
    id: 'catalogue/read-drafts',
    roles: ['administrator', 'open-data-coordinator', 'data-owner', 'editor', 'data-protection-officer', 'support', 'reader'],
  },
  { id: 'catalogue/edit', roles: ['administrator', 'open-data-coordinator', 'data-owner', 'editor'], programs: true },
  {
    id: 'catalogue/comment',
    roles: ['administrator', 'open-data-coordinator', 'data-owner', 'editor', 'data-protection-officer'],
  },
  { id: 'catalogue/review', roles: ['administrator', 'open-data-coordinator', 'data-owner'] },
  { id: 'catalogue/release', roles: ['administrator', 'open-data-coordinator'], secondFactor: true, programs: true },
  { id: 'catalogue/withdraw', roles: ['administrator', 'open-data-coordinator'], secondFactor: true, programs: true },
  { id: 'catalogue/answer-wishes', roles: ['administrator', 'open-data-coordinator', 'data-owner'] },
  { id: 'catalogue/settings', roles: ['administrator', 'open-data-coordinator'], secondFactor: true },
  { id: 'catalogue/import', roles: ['administrator', 'open-data-coordinator'], secondFactor: true },
]
