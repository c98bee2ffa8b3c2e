import { enCheck } from './check-en.ts'

/** English texts of the room. */
export const en = { ...enCheck } as const
