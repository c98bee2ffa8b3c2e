import { enFaults } from './faults-en.ts'
import { enPages } from './pages-en.ts'

/** English texts of the room. */
export const en = { ...enPages, ...enFaults } as const
