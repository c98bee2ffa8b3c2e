import * as platform from '#platform/slow-down'
import type { CatalogueHouse } from '../../house.ts'

/** What is limited. How often an hour one line, and the whole instance, may do it before a puzzle is asked; the rules page prints these figures. */
export const limits = {
  'hand-in': { line: 5, all: 300 },
  // A whole school joins from one line: a class of 30 in one lesson is no flood.
  join: { line: 120, all: 3000 },
  subscribe: { line: 10, all: 600 },
} as const
export type Limited = keyof typeof limits

/** Mails to one address that nobody confirmed, within a day. */
export const mailsToOneAddress = 3

export type { SlowDown } from '#platform/slow-down'

type Parts = Pick<CatalogueHouse, 'database' | 'config' | 'now'>

/** Counts an attempt against the limits of this room. Undefined: go on. `given` is the hidden field with the solved puzzle. */
export const slowDown = (house: Parts, what: Limited, address: string, given: string): Promise<platform.SlowDown | undefined> =>
  platform.slowDown(house, { room: 'catalogue', what }, limits[what], { address, given })

/** Whether one more mail may go to an address that nobody confirmed. */
export const mayWriteTo = (house: Parts, mark: Buffer): Promise<boolean> =>
  platform.mayWriteTo(house, 'catalogue', mark, mailsToOneAddress)
