import type { Messages } from '#kernel/locale.ts'
/** English texts of staff. */
export const enStaff: Messages = {}
