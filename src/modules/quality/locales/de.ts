import { deCheck } from './check-de.ts'

/** German texts of the room. */
export const de = { ...deCheck } as const
