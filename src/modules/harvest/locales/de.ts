import { deFaults } from './faults-de.ts'
import { dePages } from './pages-de.ts'

/** German texts of the room. */
export const de = { ...dePages, ...deFaults } as const
