import { randomUUID } from 'node:crypto'
import { fromKysely, type JobWithMetadata, type KyselyTransactionLike, PgBoss } from 'pg-boss'
import { Bug } from '#kernel/result.ts'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import { measureJobs } from './measure.ts'
import { failedJobsIn } from './parked.ts'
import type { JobOptions, JobRun, Jobs } from './port.ts'
import { parked } from './prepare.ts'

interface Definition {
  readonly name: string
  readonly handler: (run: JobRun<never>) => Promise<void>
  readonly options: JobOptions
}

export interface JobsHouse {
  readonly log: Log
  readonly metrics?: Metrics
  /** Seconds without a sign of life after which a running job counts as lost, at least 10; 30 without it. */
  readonly lease?: number
  /** Seconds between two looks for lost jobs; 20 without it. */
  readonly look?: number
  /** Seconds between two looks for jobs whose time has come; those to be run at once are announced besides. 5 without it. */
  readonly poll?: number
}

const day = 86_400

const queueOptions = ({ retryLimit = 5, retryDelay = 30, retryDelayMax = 3600, timeout = 900 }: JobOptions, lease: number) => ({
  retryLimit,
  retryDelay,
  retryDelayMax,
  retryBackoff: true,
  expireInSeconds: timeout,
  heartbeatSeconds: lease,
  // A job that waits longer than two months helps nobody; one that is done is kept for a day, to be looked at.
  retentionSeconds: 60 * day,
  deleteAfterSeconds: day,
  notify: true,
})

/** What may be told of a fault: a database's details quote the row, and that may hold somebody's data. */
const told = (error: unknown): Error =>
  Object.assign(new Error(error instanceof Error ? error.message : String(error)), {
    stack: error instanceof Error ? (error.stack ?? '') : '',
  })

/** Opens the job queue of a database; its tables must be there (`prepareJobs`). Connects when it is first needed. */
export function openJobs(url: string, house: JobsHouse): Jobs {
  const { log, lease = 30, look = 20, poll = 5 } = house
  const definitions = new Map<string, Definition>()
  const clock = new Map<string, { cron: string; timeZone: string }>()
  let working = false
  let opened: Promise<PgBoss> | undefined
  let closed = false
  /** Jobs whose queue is there for sure. */
  const made = new Set<string>()

  const open = async (worker: boolean): Promise<PgBoss> => {
    const boss = new PgBoss({
      connectionString: url,
      migrate: false,
      max: worker ? 4 : 2,
      supervise: worker,
      schedule: worker,
      registerInstance: worker,
      useListenNotify: worker,
      superviseIntervalSeconds: look,
      monitorIntervalSeconds: look,
    })
    boss.on('error', (error) => log.error({ err: told(error) }, 'the job queue met a fault; it goes on'))
    boss.on('warning', ({ message }) => log.warn({ reason: message }, 'the job queue warns'))
    await boss.start()
    await makeQueues(boss, worker)
    return boss
  }
  const makeQueues = async (boss: PgBoss, worker: boolean) => {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const { name, options } of definitions.values()) {
      if (made.has(name) && !worker) continue
      const wanted = queueOptions(options, lease)
      // `short`: of those with the same key one waits. Jobs without a key get one of their own.
      if (!known.has(name)) await boss.createQueue(name, { ...wanted, policy: 'short', deadLetter: parked })
      else if (worker) await boss.updateQueue(name, wanted)
      made.add(name)
    }
  }
  /** For handing in and looking: whatever is open already, else a small connection. */
  const boss = async () => {
    if (closed) throw new Bug('the job queue is closed')
    opened ??= open(false).catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  }
  const run = async (definition: Definition, job: JobWithMetadata<never>) => {
    const attempt = job.retryCount + 1
    try {
      await definition.handler({ id: job.id, data: job.data, attempt, signal: job.signal })
    } catch (error) {
      const last = job.retryCount >= job.retryLimit
      const says = last ? 'a job failed too often and is parked' : 'a job failed; it will be tried again'
      log[last ? 'error' : 'warn']({ job: job.name, id: job.id, attempt, err: told(error) }, says)
      throw told(error)
    }
  }
  const work = async (on: PgBoss, definition: Definition) => {
    const worker = { id: '' }
    worker.id = await on.work(
      definition.name,
      { includeMetadata: true, pollingIntervalSeconds: Math.min(2, poll), notifyPollingIntervalSeconds: poll },
      async (jobs: JobWithMetadata<never>[]) => {
        try {
          for (const job of jobs) await run(definition, job)
        } finally {
          // Another may wait already: it is fetched at once instead of at the next look.
          on.notifyWorker(worker.id)
        }
      },
    )
  }
  const keepTime = async (on: PgBoss) => {
    for (const { name } of await on.getSchedules()) if (!clock.has(name)) await on.unschedule(name)
    for (const [name, { cron, timeZone }] of clock) await on.schedule(name, cron, {}, { tz: timeZone })
  }
  const known = (name: string): Definition => {
    const found = definitions.get(name)
    if (!found) throw new Bug(`no job is called ${name}`)
    return found
  }

  if (house.metrics) measureJobs(house.metrics, boss)

  return {
    define(name, handler, options = {}) {
      if (definitions.has(name)) throw new Bug(`job defined twice: ${name}`)
      if (working) throw new Bug(`job defined after the work began: ${name}`)
      definitions.set(name, { name, handler: handler as Definition['handler'], options })
    },
    async enqueue(trx, name, data, { key, after } = {}) {
      known(name)
      const on = await boss()
      if (!made.has(name)) await makeQueues(on, false)
      const db = fromKysely(trx as unknown as KyselyTransactionLike)
      const id = await on.send(name, data, { db, singletonKey: key ?? randomUUID(), ...(after ? { startAfter: after } : {}) })
      return id ?? undefined
    },
    schedule(name, cron, timeZone = 'Europe/Berlin') {
      known(name)
      clock.set(name, { cron, timeZone })
    },
    async start() {
      if (working) return
      working = true
      const before = opened
      opened = open(true)
      const on = await opened
      if (before) await (await before).stop({ graceful: false })
      for (const definition of definitions.values())
        for (let i = 0; i < (definition.options.atOnce ?? 1); i++) await work(on, definition)
      await keepTime(on)
    },
    async stop(patience = 30_000) {
      const on = await opened?.catch(() => undefined)
      opened = undefined
      closed = true
      await on?.stop({ graceful: true, timeout: patience })
    },
    failedJobs: async (limit = 100) => failedJobsIn(await boss(), limit),
    retryFailed: async (id) => (await (await boss()).redrive(parked, { ids: [id] })) > 0,
    async dropFailed(id) {
      const on = await boss()
      if ((await on.findJobs(parked, { id })).length === 0) return false
      await on.deleteJob(parked, id)
      return true
    },
  }
}
