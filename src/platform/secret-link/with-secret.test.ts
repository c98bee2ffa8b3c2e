import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { type Database, openDatabase } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { withSecret } from './with-secret.ts'

let place: TestDatabase
let database: Database
const hash = Buffer.alloc(32, 7)
const told = async (db: Kysely<unknown>) =>
  (await sql<{ told: Buffer | null }>`select platform_secret() as told`.execute(db)).rows[0]?.told

suite('a connection that is told a secret', () => {
  before(async () => {
    place = await testDatabase()
    database = openDatabase(place.url)
  })
  after(async () => {
    await database?.close()
    await place?.close()
  })

  test('knows it until the transaction ends, however it ends', async () => {
    const db = database.within({ tenant: '', readable: [] })
    assert.equal(await told(db), null)
    assert.deepEqual(await withSecret(db, hash, told), hash)
    assert.equal(await told(db), null)
    await assert.rejects(withSecret(db, hash, () => Promise.reject(new Error('no'))))
    assert.equal(await told(db), null, 'the next visitor gets the same connection')
  })
})
