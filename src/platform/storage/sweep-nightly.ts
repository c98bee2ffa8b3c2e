import type { Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Storage } from './storage.ts'
import type { Swept } from './sweep.ts'

export interface SweepHouse {
  readonly storage: Storage
  readonly jobs: Jobs
  readonly log: Log
  now(): Date
}

/** Gives the fingerprints that rows of a room name. Every room that keeps contents hands one in. */
export type NamedContents = () => Promise<Iterable<string>>

/** Removes contents that no row names any more; undefined where no row names any: then it is more likely the wrong database than an empty one. */
export async function sweepStorage(house: Omit<SweepHouse, 'jobs'>, rooms: readonly NamedContents[]): Promise<Swept | undefined> {
  const named = new Set<string>()
  for (const room of rooms) for (const sha256 of await room()) named.add(sha256)
  if (named.size === 0) return undefined
  const swept = await house.storage.sweep(named, house.now())
  if (swept.removed > 0) house.log.info({ ...swept }, 'contents that no row named are removed')
  return swept
}

/** Does that once a night, in one process. Before the jobs start. */
export function sweepStorageNightly(house: SweepHouse, rooms: readonly NamedContents[]): void {
  house.jobs.define('platform/sweep-storage', async () => void (await sweepStorage(house, rooms)), {
    retryLimit: 1,
    timeout: 3600,
  })
  house.jobs.schedule('platform/sweep-storage', '17 3 * * *')
}
