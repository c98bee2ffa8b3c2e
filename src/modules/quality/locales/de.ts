import { deCheck } from './check-de.ts'
import { deStaff } from './staff-de.ts'

/** German texts of the room. */
export const de = { ...deCheck, ...deStaff } as const
