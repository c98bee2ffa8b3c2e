import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { type Database, openDatabase, type Scope } from './index.ts'

let place: TestDatabase
let database: Database
const scope = (): Scope => ({ tenant: randomUUID(), readable: [randomUUID()] })
const backend = async (db: Kysely<unknown>) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid
const tenantTold = async (db: Kysely<unknown>) =>
  (await sql<{ tenant: string }>`select platform_tenant()::text as tenant`.execute(db)).rows[0]?.tenant

suite('connections to the database', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url, { connections: 3 })
  })
  after(async () => {
    await database?.close()
    await place?.close()
  })

  test('a statement is planned once for a connection, whatever its values', async () => {
    const db = database.within(scope())
    for (const n of [1, 2, 3]) await sql`select ${n}::int as planned_once`.execute(db)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from pg_prepared_statements where statement like '%planned_once%' and statement not like '%count%'`.execute(
      db,
    )
    assert.equal(rows[0]?.n, 1)
  })

  test('a column that is added under a plan is no fault', async () => {
    const db = database.system
    await sql`create table probe_plan (a int)`.execute(db)
    const read = () => sql`select * from probe_plan`.execute(db)
    await read()
    await sql`alter table probe_plan add column b int`.execute(db)
    assert.deepEqual((await read()).rows, [])
  })

  test('who comes back with the same scope gets the connection that knows it', async () => {
    const [one, two] = [database.within(scope()), database.within(scope())]
    const [first, second] = [await backend(one), await backend(two)]
    assert.notEqual(first, second)
    assert.deepEqual([await backend(two), await backend(one), await backend(two)], [second, first, second])
  })

  test('more scopes than connections, all at once: each speaks for itself only', async () => {
    const scopes = Array.from({ length: 40 }, scope)
    const told = await Promise.all([...scopes, ...scopes].map((one) => tenantTold(database.within(one))))
    assert.deepEqual(
      told,
      [...scopes, ...scopes].map((one) => one.tenant),
    )
  })

  test('where a connection could not be told whom it speaks for, no answer gets out', async () => {
    const lone = openDatabase(place.url, { connections: 1 })
    try {
      const before = scope()
      assert.equal(await tenantTold(lone.within(before)), before.tenant)
      // PostgreSQL refuses the character; the statement that went out with it was answered in the name of the one before.
      await assert.rejects(tenantTold(lone.within({ tenant: 'a\0', readable: [] })), /invalid byte sequence/)
      const next = scope()
      assert.equal(await tenantTold(lone.within(next)), next.tenant)
    } finally {
      await lone.close()
    }
  })

  test('connections that break while they rest or work harm one statement at most', async () => {
    const own = scope()
    const db = database.within(own)
    await Promise.all([tenantTold(db), tenantTold(database.within(scope())), tenantTold(database.within(scope()))])
    const busy = sql`select pg_sleep(20)`.execute(db)
    const ended = assert.rejects(busy)
    await new Promise((resolve) => setTimeout(resolve, 100))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(
      database.system,
    )
    await ended
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const one of [own, scope(), scope(), scope()]) assert.equal(await tenantTold(database.within(one)), one.tenant)
  })
})
