import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, afterEach, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { type Database, openDatabase } from '#platform/db'
import { openLog } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { until } from '#support/house.ts'
import { type JobsHouse, openJobs } from './jobs.ts'
import type { JobRun, Jobs } from './port.ts'
import { prepareJobs } from './prepare.ts'

let place: TestDatabase
let database: Database
const log = openLog('silent')
const tenant = '00000000-0000-4000-8000-000000000001'
const asApp = () => database.within({ tenant, readable: [] })

const opened: Jobs[] = []
/** What one process opens; closed after the test, whatever came of it. */
const open = (options: Partial<JobsHouse> = {}): Jobs => {
  const jobs = openJobs(place.url, { log, poll: 0.5, ...options })
  opened.push(jobs)
  return jobs
}

suite('jobs', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((jobs) => jobs.stop(1000)))
  })
  after(async () => {
    await database?.close()
    await place?.close()
  })

  test('handed in with a change: it runs when the change is kept, never when it is taken back', async () => {
    const ran: unknown[] = []
    const jobs = open()
    jobs.define('probe/kept', async ({ data }) => void ran.push(data))
    await jobs.start()
    await assert.rejects(
      asApp()
        .transaction()
        .execute(async (trx) => {
          await jobs.enqueue(trx, 'probe/kept', { n: 'taken back' })
          throw new Error('no')
        }),
    )
    await asApp()
      .transaction()
      .execute((trx) => jobs.enqueue(trx, 'probe/kept', { n: 'kept' }))
    await until(() => ran.length > 0)
    assert.deepEqual(ran, [{ n: 'kept' }])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pgboss.job where name = 'probe/kept'`.execute(
      database.system,
    )
    assert.equal(rows[0]?.n, 1)
  })

  test('of two processes one runs each job, and a row of them runs without pauses', async () => {
    const ran: number[] = []
    const pair = [open(), open()] as const
    for (const [who, jobs] of pair.entries()) {
      jobs.define<{ n: number }>('probe/once', async ({ data }) => {
        ran.push(data.n)
        await new Promise((resolve) => setTimeout(resolve, who))
      })
      await jobs.start()
    }
    const began = performance.now()
    await asApp()
      .transaction()
      .execute(async (trx) => {
        for (let n = 0; n < 40; n++) await pair[0].enqueue(trx, 'probe/once', { n })
      })
    await until(() => ran.length >= 40)
    assert.ok(performance.now() - began < 5000)
    assert.deepEqual(
      ran.sort((a, b) => a - b),
      Array.from({ length: 40 }, (_, n) => n),
    )
  })

  test('of those with one key only one waits', async () => {
    const jobs = open()
    // Somebody looked before the job was known.
    await jobs.failedJobs()
    jobs.define('probe/keyed', async () => {})
    const send = (key: string) => jobs.enqueue(asApp(), 'probe/keyed', {}, { key, after: new Date(Date.now() + 60_000) })
    assert.ok(await send('a'))
    assert.equal(await send('a'), undefined)
    assert.ok(await send('b'))
  })

  test('what fails is tried again, then parked where people see it, and can be handed in anew', async () => {
    const attempts: number[] = []
    let healed = false
    const metrics = openMetrics()
    const jobs = open({ metrics })
    jobs.define<{ n: number }>(
      'probe/fails',
      async ({ attempt }) => {
        attempts.push(attempt)
        if (!healed) throw Object.assign(new Error('the plug is pulled'), { detail: 'Key (email)=(jana@example.org)' })
      },
      { retryLimit: 1, retryDelay: 1, retryDelayMax: 1 },
    )
    await jobs.start()
    await jobs.enqueue(asApp(), 'probe/fails', { n: 7 })
    await until(async () => (await jobs.failedJobs()).length > 0, 20)
    assert.deepEqual(attempts, [1, 2])
    const [failed] = await jobs.failedJobs()
    assert.deepEqual([failed?.name, failed?.data, failed?.attempts], ['probe/fails', { n: 7 }, 2])
    assert.match(failed?.error ?? '', /the plug is pulled/)
    const { rows } = await sql<{ all: string }>`select coalesce(string_agg(output::text, ''), '') as all from pgboss.job`.execute(
      database.system,
    )
    assert.doesNotMatch(rows[0]?.all ?? '', /jana@/)
    assert.match(await metrics.registry.metrics(), /^platform_jobs_parked 1$/m)
    healed = true
    assert.equal(await jobs.retryFailed(failed?.id ?? ''), true)
    assert.equal(await jobs.retryFailed(failed?.id ?? ''), false)
    await until(() => attempts.length === 3)
    assert.deepEqual(await jobs.failedJobs(), [])
  })

  test('a job whose process was killed is run again by another', async () => {
    const program = `
      const { openJobs } = await import('#platform/jobs'); const { openLog } = await import('#platform/log')
      const jobs = openJobs(${JSON.stringify(place.url)}, { log: openLog('silent') })
      jobs.define('probe/killed', async () => { console.log('running'); await new Promise((r) => setTimeout(r, 1e6)) }, { retryDelay: 1 })
      await jobs.start()`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const running = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()))
    const hand = open()
    hand.define('probe/killed', async () => {}, { retryDelay: 1 })
    await hand.enqueue(asApp(), 'probe/killed', {})
    await running
    child.kill('SIGKILL')
    await hand.stop()
    const ran: JobRun<object>[] = []
    const heir = open({ look: 1 })
    heir.define('probe/killed', async (run) => void ran.push(run), { retryDelay: 1 })
    await heir.start()
    // Its lease would end by itself after half a minute.
    await sql`update pgboss.job set heartbeat_on = now() - interval '5 minutes' where name = 'probe/killed'`.execute(
      database.system,
    )
    await until(() => ran.length > 0, 30, 'that another process takes it over')
    assert.equal(ran[0]?.attempt, 2)
  })

  test('a stop waits for what runs', async () => {
    const jobs = open()
    const done: string[] = []
    jobs.define('probe/slow', async () => {
      done.push('begun')
      await new Promise((resolve) => setTimeout(resolve, 300))
      done.push('ended')
    })
    await jobs.start()
    await jobs.enqueue(asApp(), 'probe/slow', {})
    await until(() => done.length > 0)
    await jobs.stop()
    assert.deepEqual(done, ['begun', 'ended'])
  })

  test('by the clock: what is no longer in the program is taken off', async () => {
    for (const name of ['probe/old', 'probe/new']) {
      const jobs = open()
      jobs.define(name, async () => {})
      jobs.schedule(name, '5 3 * * *')
      await jobs.start()
      await jobs.stop()
    }
    const { rows } = await sql<{ name: string; timezone: string }>`select name, timezone from pgboss.schedule`.execute(
      database.system,
    )
    assert.deepEqual(rows, [{ name: 'probe/new', timezone: 'Europe/Berlin' }])
  })

  test('pages may hand in, and nothing else; preparing twice at once does no harm', async () => {
    await Promise.all([prepareJobs(place.url), prepareJobs(place.url)])
    await assert.rejects(sql`select data from pgboss.job_common`.execute(asApp()), /permission denied/)
    await assert.rejects(sql`select data from pgboss.job`.execute(asApp()), /permission denied/)
    await assert.rejects(sql`delete from pgboss.job_common`.execute(asApp()), /permission denied/)
    await assert.rejects(sql`update pgboss.queue set retry_limit = 0`.execute(asApp()), /permission denied/)
  })
})
