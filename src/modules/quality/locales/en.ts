import { enCheck } from './check-en.ts'
import { enStaff } from './staff-en.ts'

/** English texts of the room. */
export const en = { ...enCheck, ...enStaff } as const
