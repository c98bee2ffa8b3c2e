import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { sql } from 'kysely'
import { type Database, openDatabase } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { forgetLimits } from './counts.ts'
import type { Purpose } from './puzzle.ts'
import { mayWriteTo, type SlowDownHouse, slowDown } from './slow-down.ts'

let place: TestDatabase
let database: Database
const start = new Date()
let now = start
const house = (): SlowDownHouse<unknown> => ({
  database,
  config: { ALLMENDE_SECRET: 'a secret of the tests, of no instance' },
  now: () => now,
})
const send = (purpose: Purpose, address: string, given = '', limit = { line: 2, all: 1000 }) =>
  slowDown(house(), purpose, limit, { address, given })
/** The payload of the hidden field after the puzzle that came last was solved. */
async function solved(purpose: Purpose, address: string): Promise<string> {
  const challenge = (await send(purpose, address))?.challenge
  assert.ok(challenge)
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) })
}

suite('limits for what people send without an account', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
  })
  after(async () => {
    await database?.close()
    await place?.close()
  })

  test('above the limit of an hour a line is slowed down, another line and another room are not', async () => {
    const purpose = { room: 'one', what: 'send' }
    for (let i = 0; i < 2; i++) assert.equal(await send(purpose, '192.0.2.1'), undefined)
    const slow = await send(purpose, '192.0.2.1')
    assert.ok(slow && slow.until > now && slow.until.getTime() - now.getTime() <= 3_600_000)
    assert.equal(await send(purpose, '192.0.2.2'), undefined)
    assert.equal(await send({ room: 'two', what: 'send' }, '192.0.2.1'), undefined)
    assert.equal(await send({ room: 'one', what: 'join' }, '192.0.2.1'), undefined)
    now = slow.until
    assert.equal(await send(purpose, '192.0.2.1'), undefined, 'a new hour')
    now = start
  })

  test('the whole instance has a limit of its own', async () => {
    const limit = { line: 100, all: 2 }
    const purpose = { room: 'whole', what: 'send' }
    for (const line of ['192.0.2.1', '192.0.2.2']) assert.equal(await send(purpose, line, '', limit), undefined)
    assert.ok(await send(purpose, '192.0.2.3', '', limit))
  })

  test('a solved puzzle opens one door of one room, once, and not after its time', async () => {
    const one = { room: 'one', what: 'door' }
    const others = [
      { room: 'two', what: 'door' },
      { room: 'one', what: 'window' },
    ]
    for (const purpose of [one, ...others]) for (let i = 0; i < 2; i++) await send(purpose, '198.51.100.4')
    const payload = await solved(one, '198.51.100.4')
    for (const other of others) assert.ok(await send(other, '198.51.100.4', payload), `${other.room} ${other.what}`)
    for (const broken of ['{', '[]', 'null', '{"challenge":{}}', 'x'.repeat(5000)])
      assert.ok(await send(one, '198.51.100.4', broken), broken.slice(0, 20))
    assert.equal(await send(one, '198.51.100.4', payload), undefined)
    assert.ok(await send(one, '198.51.100.4', payload), 'used twice')
    const late = await solved(one, '198.51.100.4')
    now = new Date(start.getTime() + 21 * 60_000)
    // The hour may have ended meanwhile; then the line is counted anew.
    await send(one, '198.51.100.4')
    await send(one, '198.51.100.4')
    assert.ok(await send(one, '198.51.100.4', late), 'too late')
    now = start
  })

  test("nobody's letter box is filled: so many mails a day, by room", async () => {
    const mark = Buffer.alloc(32, 1)
    const answers = []
    for (let i = 0; i < 4; i++) answers.push(await mayWriteTo(house(), 'one', mark, 3))
    assert.deepEqual(answers, [true, true, true, false])
    assert.equal(await mayWriteTo(house(), 'two', mark, 3), true)
  })

  test('only check numbers are kept, for a day', async () => {
    const keys = async () => (await sql<{ key: Buffer }>`select key from platform_limit`.execute(database.system)).rows
    const kept = await keys()
    assert.ok(kept.length > 0 && kept.every((row) => row.key.length === 32))
    const puzzles = async () => (await sql`select 1 from platform_solved_puzzle`.execute(database.system)).rows.length
    assert.ok((await puzzles()) > 0)
    await forgetLimits(database.system)
    assert.equal((await keys()).length, kept.length, 'what is young stays')
    await sql`update platform_limit set slot = slot - interval '49 hours'`.execute(database.system)
    await sql`update platform_solved_puzzle set expires_at = now() - interval '1 second'`.execute(database.system)
    await forgetLimits(database.system)
    assert.equal((await keys()).length + (await puzzles()), 0)
  })
})
