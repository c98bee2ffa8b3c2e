import { randomUUID } from 'node:crypto'
import { harvesterOf } from '../harvesters.ts'
import type { HarvestHouse } from '../house.ts'
import { HarvestFault, type SourceFault } from '../model/fault.ts'
import type { Run, Source } from '../model/source.ts'
import {
  begin,
  beginWhole,
  endRun,
  enterWriting,
  keepLease,
  type Lease,
  LeaseLost,
  releaseLease,
  runById,
} from '../store/run-store.ts'
import { sourceById } from '../store/source-store.ts'
import { foresee, keepIssues, looksRenamed } from '../store/staged-store.ts'
import { gather } from './gather.ts'
import { judge } from './judge.ts'
import { filesIn, readLocal } from './local-way.ts'
import { openWay, usualWay, type WayLimits } from './source-way.ts'
import { tellContact } from './tell-contact.ts'
import { writeRun } from './write-run.ts'

/** How often a run is taken up again after its process died. */
const mostAttempts = 5
/** Milliseconds between two signs of life. */
const breath = 10_000

export interface HarvestOrder {
  readonly tenant: string
  readonly source: string
  readonly mode: Run['mode']
  readonly cause: Run['cause']
  readonly by?: string | null
  /** Changes are enough, where the source can tell them. Usual for runs by the clock. */
  readonly changesOnly?: boolean
  readonly signal?: AbortSignal
  readonly limits?: WayLimits
  readonly progress?: (phase: Run['phase'], done: number) => void
}

/** Somebody asked for a stop, or the process must end. */
class Stopped extends Error {
  override name = 'Stopped'
  /** Whether a person wanted it; else another process goes on. */
  readonly wanted: boolean
  constructor(wanted: boolean) {
    super('stopped')
    this.wanted = wanted
  }
}

/** A run in the hands of this process. */
class Working {
  readonly #house: HarvestHouse
  readonly #lease: Lease
  readonly #run: Run
  readonly #end = new AbortController()
  readonly #clock: NodeJS.Timeout
  #why: Stopped | LeaseLost | undefined

  constructor(house: HarvestHouse, lease: Lease, run: Run, signal: AbortSignal | undefined) {
    this.#house = house
    this.#lease = lease
    this.#run = run
    this.#clock = setInterval(() => void this.breathe().catch(() => {}), breath)
    signal?.addEventListener('abort', () => this.#stop(new Stopped(false)), { once: true })
    if (signal?.aborted) this.#stop(new Stopped(false))
  }

  get signal(): AbortSignal {
    return this.#end.signal
  }

  /** Why the work was broken off from outside; undefined when it was not. */
  get why(): Stopped | LeaseLost | undefined {
    return this.#why
  }

  #stop(why: Stopped | LeaseLost): void {
    this.#why ??= why
    this.#end.abort()
  }

  /** Hears whether somebody wants the run to stop; throws where the work must end here. */
  hear(stop: boolean): void {
    if (stop) this.#stop(new Stopped(true))
    if (this.#why) throw this.#why
  }

  /** Keeps the lease; throws where the work must end here. */
  async breathe(): Promise<void> {
    if (this.#why) throw this.#why
    try {
      this.hear(await keepLease(this.#house.database.system, this.#lease, this.#run.id))
    } catch (error) {
      if (error instanceof LeaseLost) this.#stop(error)
      else throw error
    }
    if (this.#why) throw this.#why
  }

  close(): void {
    clearInterval(this.#clock)
  }
}

/** Reads what changed; false where that does not do: the source does not understand the question, or gives known records other ids. */
async function changesDo(house: HarvestHouse, run: Run, read: () => Promise<{ whole: boolean }>): Promise<boolean> {
  try {
    if ((await read()).whole) return true
  } catch (error) {
    if (error instanceof HarvestFault && ['status', 'unreadable', 'not-this-kind', 'refused'].includes(error.code)) return false
    throw error
  }
  return !(await looksRenamed(house.database.system, run))
}

async function work(house: HarvestHouse, working: Working, lease: Lease, run: Run, source: Source, order: HarvestOrder) {
  const db = house.database.system
  const say = order.progress ?? (() => {})
  const end = { schedule: source.schedule }
  let { phase } = run
  const harvester = harvesterOf(source.kind)
  if (!harvester) throw new HarvestFault('no-harvester', { kind: source.kind })
  if (phase === 'gather') {
    const here = {
      read: (address: string, limit: number) => readLocal(house, source, address, limit),
      files: (address: string) => filesIn(house, source, address),
    }
    const way = openWay(house.outbound, working.signal, order.limits ?? usualWay, here)
    const read = (one: Run) =>
      gather(house, { run: one, source, lease, harvester, way }, (count, stop) => {
        say('gather', count)
        working.hear(stop)
      })
    if (!run.partial) await read(run)
    else if (!(await changesDo(house, run, () => read(run)))) {
      await beginWhole(db, lease, run.id)
      await read({ ...run, partial: false, cursor: null, pages: 0, read: 0 })
    }
    phase = 'judge'
  }
  if (phase === 'judge') {
    const found = (await runById(db, run.tenant, run.id)) ?? run
    const { holds, summary } = await judge(house, found, source, () => working.breathe())
    if (!found.confirmed && (run.mode === 'look' || holds.length > 0)) {
      await db.transaction().execute(async (trx) => {
        await foresee(trx, run.id, source.id)
        await keepIssues(trx, run)
      })
      await endRun(db, lease, run.id, { ...end, state: run.mode === 'look' ? 'ready' : 'held', phase: 'judge', holds, summary })
      return
    }
    await enterWriting(db, run.id, summary, holds)
  }
  await writeRun(house, { run, source, lease }, (done, stop) => {
    say('write', done)
    working.hear(stop)
  })
  await endRun(db, lease, run.id, { ...end, state: 'done', phase: 'end' })
}

/**
 * Harvests a source, or goes on with the run that was left behind. Gives the run as it ended; undefined while somebody else works on the
 * source. A fault of the source is an end, not an error.
 */
export async function runHarvest(house: HarvestHouse, order: HarvestOrder): Promise<Run | undefined> {
  const db = house.database.system
  const lease: Lease = { source: order.source, tenant: order.tenant, holder: randomUUID() }
  const run = await begin(db, lease, {
    id: randomUUID(),
    mode: order.mode,
    cause: order.cause,
    by: order.by ?? null,
    changesOnly: order.mode === 'run' && (order.changesOnly ?? order.cause === 'clock'),
  })
  if (!run) return undefined
  const source = await sourceById(db, order.tenant, order.source)
  if (!source) return undefined
  const working = new Working(house, lease, run, order.signal)
  const end = { schedule: source.schedule }
  const failed = async (fault: SourceFault) => {
    await endRun(db, lease, run.id, { ...end, state: 'failed', phase: run.phase, fault })
  }
  try {
    if (run.attempts > mostAttempts) await failed({ code: 'too-many-attempts', params: { attempts: run.attempts - 1 } })
    else await work(house, working, lease, run, source, order)
  } catch (error) {
    const why = error instanceof Stopped || error instanceof LeaseLost ? error : working.why
    if (why instanceof LeaseLost) return undefined
    if (why?.wanted) {
      const now = await runById(db, run.tenant, run.id)
      await endRun(db, lease, run.id, { ...end, state: 'stopped', phase: now?.phase ?? run.phase })
    } else if (why) await releaseLease(db, lease)
    else {
      if (!(error instanceof HarvestFault)) {
        house.log.error({ source: source.slug, err: error }, 'a harvest met a fault of ours')
        if (run.attempts < 2) {
          // Once more by whoever looks next: it may have been a moment without a database.
          await releaseLease(db, lease)
          throw error
        }
      }
      await failed(error instanceof HarvestFault ? { code: error.code, params: error.params } : { code: 'ours', params: {} })
    }
  } finally {
    working.close()
  }
  const over = await runById(db, run.tenant, run.id)
  if (over && order.mode === 'run') await tellContact(house, source, over)
  return over
}
