import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before, beforeEach, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { type Database, openDatabase } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { until } from '#support/house.ts'
import { forgetEvents, lastEvent, listenForEvents, oldestEvent, readEvents } from './outbox.ts'

let place: TestDatabase
let database: Database
const writers: pg.Client[] = []

async function writer(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  writers.push(client)
  return client
}

const happen = (topic: string) => `insert into platform_event (topic) values ('${topic}')`
const topics = ['probe/first', 'probe/second', 'probe/third']

/** Follows the outbox as a consumer does: remembers how far it came. */
function follower(db: Kysely<unknown>) {
  let cursor = 0
  const seen: string[] = []
  return {
    seen,
    async look(limit = 2000) {
      const { events, cursor: next } = await readEvents(db, topics, cursor, limit)
      seen.push(...events.map((event) => event.topic))
      cursor = next
      return events.length
    },
    /** Looks until so many were seen: what other tests have not committed on the same server holds everybody back for a moment. */
    async lookFor(count: number, limit = 2000) {
      await until(async () => (await this.look(limit)) >= 0 && seen.length >= count)
    },
  }
}

suite('events are followed', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
  })
  after(async () => {
    for (const client of writers) await client.end()
    await database?.close()
    await place?.close()
  })
  beforeEach(async () => {
    await sql`truncate platform_event`.execute(database.system)
  })

  test('each is given once, in order, and only of the topics that were asked for', async () => {
    const one = await writer()
    await one.query(`${happen('probe/first')}; ${happen('elsewhere/thing')}; ${happen('probe/second')}`)
    const reader = follower(database.system)
    await reader.lookFor(2)
    await reader.look()
    assert.deepEqual(reader.seen, ['probe/first', 'probe/second'])
  })

  test('what is not committed yet is not given, and comes later', async () => {
    const [slow, quick] = [await writer(), await writer()]
    await slow.query(`begin; ${happen('probe/first')}`)
    await quick.query(happen('probe/second'))
    const reader = follower(database.system)
    await reader.look()
    assert.deepEqual(reader.seen, [], 'the quick one waits for the slow one, or the slow one would be overtaken for good')
    await slow.query('commit')
    await reader.lookFor(2)
    assert.deepEqual(reader.seen.sort(), ['probe/first', 'probe/second'])
  })

  test('a transaction that began later but drew its number earlier is not lost', async () => {
    const [early, late] = [await writer(), await writer()]
    // The early one becomes a writer first (it has the smaller transaction number), the late one writes its event first.
    await early.query('begin; select pg_current_xact_id()')
    await late.query(`begin; ${happen('probe/first')}`)
    await early.query(`${happen('probe/second')}; commit`)
    const reader = follower(database.system)
    await reader.look()
    await late.query('commit')
    await reader.lookFor(2)
    assert.deepEqual(reader.seen.sort(), ['probe/first', 'probe/second'])
  })

  test('many events of one transaction are never torn apart by the limit', async () => {
    const one = await writer()
    await one.query(happen('probe/first'))
    await one.query(`insert into platform_event (topic) select 'probe/second' from generate_series(1, 50)`)
    await one.query(happen('probe/third'))
    const reader = follower(database.system)
    await reader.lookFor(52, 10)
    await reader.look(10)
    assert.equal(reader.seen.length, 52)
    assert.equal(new Set(reader.seen).size, 3)
  })

  test('who is up to date is told so, even where nothing ever happened', async () => {
    const now = await lastEvent(database.system)
    const { events, cursor } = await readEvents(database.system, topics, now)
    assert.deepEqual(events, [])
    assert.ok(cursor >= now)
    assert.equal(await oldestEvent(database.system), undefined)
  })

  test('old events are forgotten, and the oldest that is left says how far back one may be', async () => {
    const one = await writer()
    await one.query(`insert into platform_event (topic, at) values ('probe/first', now() - interval '40 days')`)
    const before = await lastEvent(database.system)
    await one.query(happen('probe/second'))
    await forgetEvents(database.system, 30)
    const oldest = await oldestEvent(database.system)
    assert.ok(oldest !== undefined && oldest > before)
  })

  test('a commit wakes who listens, also after the connection was lost', async () => {
    let woken = 0
    const ear = listenForEvents(
      place.url,
      () => {
        woken++
      },
      { everyMs: 60_000 },
    )
    try {
      await until(() => woken > 0, 10, 'the first look')
      const one = await writer()
      const notify = async () => {
        const before = woken
        await until(async () => {
          await one.query(`select pg_notify('platform_event', '')`)
          return woken > before
        })
      }
      await notify()
      await one.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen platform_event'`,
      )
      await notify()
    } finally {
      await ear.stop()
    }
  })

  test('while nobody answers, one connection is tried a second, and not twice as many each time', async () => {
    let tried = 0
    const silent = createServer((socket) => {
      tried++
      socket.destroy()
    })
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const address = silent.address()
    const heard: boolean[] = []
    const ear = listenForEvents(`postgres://nobody:x@127.0.0.1:${typeof address === 'object' && address?.port}/none`, () => {}, {
      listening: (hears) => heard.push(hears),
    })
    try {
      await until(() => tried > 0)
      await new Promise((resolve) => setTimeout(resolve, 3300))
      assert.ok(tried >= 3 && tried <= 5, `${tried} connections`)
      assert.ok(heard.every((hears) => !hears))
    } finally {
      await ear.stop()
      silent.close()
    }
  })
})
