import { setTimeout as sleep } from 'node:timers/promises'
import { writeLinkStates } from '#catalogue'
import type { QualityHouse } from '../house.ts'
import { after, differs, manners } from '../model/link.ts'
import {
  type DueLink,
  dueWithin,
  freeHost,
  putOff,
  statesOf,
  takeDue,
  usesOf,
  writeDiffers,
  writeTried,
} from '../store/link-store.ts'
import { type TryOptions, tryFile, tryService } from './try-link.ts'

type LinkHouse = Pick<QualityHouse, 'database' | 'outbound' | 'log'>

/** Tells the catalogue how the addresses of records stand. */
export async function tellCatalogue(
  db: QualityHouse['database']['system'],
  tenant: string,
  resources: readonly string[],
): Promise<void> {
  await writeLinkStates(db, await statesOf(db, tenant, resources))
}

/** Tries one link, writes what came of it, and tells the catalogue. Its host is free again after a pause. */
async function checkOne({ database, outbound }: LinkHouse, link: DueLink, pause: number, how: TryOptions): Promise<void> {
  const db = database.system
  let rest = pause
  try {
    const tried = await (link.service
      ? tryService(outbound, link.address, link.service, how)
      : tryFile(outbound, link.address, how))
    if (tried.fault === 'stopped') return
    if (tried.later !== undefined) {
      rest = Math.max(pause, tried.later)
      await putOff(db, link, tried.later)
      return
    }
    await writeTried(db, link, tried, after(link, tried))
    const uses = await usesOf(db, link.tenant, link.hash)
    await writeDiffers(
      db,
      link.tenant,
      link.hash,
      uses.map((use) => ({ ...use, differs: tried.ok && !link.service && use.role !== 'service' ? differs(use, tried) : null })),
    )
    await tellCatalogue(db, link.tenant, [...new Set(uses.map((use) => use.resource))])
  } finally {
    await freeHost(db, link.host, rest)
  }
}

export interface CheckLinks {
  readonly signal?: AbortSignal
  /** Seconds after which no further link is begun; 240 without it. */
  readonly seconds?: number
  /** Seconds between two requests to one host. */
  readonly pause?: number
  /** Seconds for one request. */
  readonly requestSeconds?: number
}

/** Tries links whose turn it is until none is left or the time is over; several hosts at once, one request at a time for each. Gives how many. */
export async function checkLinks(house: LinkHouse, options: CheckLinks = {}): Promise<number> {
  const { signal, seconds = 240, pause = manners.pause, requestSeconds } = options
  const end = performance.now() + seconds * 1000
  const running = new Set<Promise<void>>()
  let count = 0
  while (performance.now() < end && !signal?.aborted) {
    const due = running.size < manners.hosts ? await takeDue(house.database.system, manners.hosts - running.size) : []
    for (const link of due) {
      count++
      const one: Promise<void> = checkOne(house, link, pause, { signal, seconds: requestSeconds })
        .catch((error) => house.log.error({ err: error, host: link.host }, 'a link could not be checked; it will be tried again'))
        .finally(() => running.delete(one))
      running.add(one)
    }
    if (due.length > 0) continue
    if (running.size > 0) await Promise.race(running)
    // Hosts that are left in peace may have more.
    else if (!(await waitForHost(house, Math.min(pause + 0.2, (end - performance.now()) / 1000)))) break
  }
  await Promise.all(running)
  return count
}

/** Waits for as long as a host rests between two links; false where nothing would be due then. */
async function waitForHost(house: LinkHouse, seconds: number): Promise<boolean> {
  if (seconds <= 0 || !(await dueWithin(house.database.system, seconds))) return false
  await sleep(seconds * 1000)
  return true
}
