import type { Messages } from '#kernel/locale.ts'
/** German texts of staff. */
export const deStaff: Messages = {}
