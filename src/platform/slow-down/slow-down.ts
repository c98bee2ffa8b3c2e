import { createHmac } from 'node:crypto'
import type { Challenge } from 'altcha-lib'
import type { Config } from '#platform/config'
import type { Database } from '#platform/db'
import { countUp, takePuzzle } from './counts.ts'
import { lineOf } from './line.ts'
import { newPuzzle, type Purpose, readSolved } from './puzzle.ts'

/** How often an hour one line, and the whole instance, may do something before a puzzle is asked. */
export interface Limit {
  readonly line: number
  readonly all: number
}

/** A puzzle, and until when the limit holds. */
export interface SlowDown {
  readonly challenge: Challenge
  readonly until: Date
}

export interface SlowDownHouse<Tables> {
  readonly database: Pick<Database<Tables>, 'within'>
  readonly config: Pick<Config, 'ALLMENDE_SECRET'>
  now(): Date
}

const hour = 3_600_000
const slotOf = (now: Date) => new Date(Math.floor(now.getTime() / hour) * hour)
const nobody = { tenant: '', readable: [] }

/** Keys that nobody can turn back into addresses: their secret is another one every day and is kept nowhere. */
function keysOf(secret: string, room: string, now: Date): (what: string) => Buffer {
  const today = createHmac('sha256', secret)
    .update(`${room}/limit:${now.toISOString().slice(0, 10)}`)
    .digest()
  return (what) => createHmac('sha256', today).update(what).digest()
}

/**
 * Counts an attempt from an address. Undefined: go on. Otherwise the limit of this hour is passed for the line or for the whole
 * instance, and no solved puzzle (`given`, the hidden field of the form) came with it. Rooms do not count each other's attempts.
 */
export async function slowDown<Tables>(
  house: SlowDownHouse<Tables>,
  purpose: Purpose,
  limit: Limit,
  { address, given }: { readonly address: string; readonly given: string },
): Promise<SlowDown | undefined> {
  const now = house.now()
  const slot = slotOf(now)
  const db = house.database.within(nobody)
  const { ALLMENDE_SECRET: secret } = house.config
  const keyOf = keysOf(secret, purpose.room, now)
  const keys = [keyOf(`${purpose.what}|${lineOf(address)}`), keyOf(`${purpose.what}|*`)]
  const [line = 0, all = 0] = await countUp(db, keys, slot)
  if (line <= limit.line && all <= limit.all) return undefined
  const solved = given ? await readSolved(secret, purpose, given, now) : undefined
  if (solved && (await takePuzzle(db, solved.mark, solved.expires))) return undefined
  return { challenge: await newPuzzle(secret, purpose, now), until: new Date(slot.getTime() + hour) }
}

/** Whether one more mail may go to an address that nobody confirmed, `most` a day and room: nobody's letter box is filled through us. `mark` is the room's `addressMark`. */
export async function mayWriteTo<Tables>(
  house: SlowDownHouse<Tables>,
  room: string,
  mark: Buffer,
  most: number,
): Promise<boolean> {
  const now = house.now()
  const day = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  const keyOf = keysOf(house.config.ALLMENDE_SECRET, room, now)
  const [count = 0] = await countUp(house.database.within(nobody), [keyOf(`mail|${mark.toString('hex')}`)], day)
  return count <= most
}
