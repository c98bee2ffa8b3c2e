// Whoever reads the whole database, the operator included, must not be able to say who voted for what.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { mixRegister, mixRegisters, newKey } from '#participation'
import { type PlantedBudget, plantBudget } from '#support/budget.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { type TestServer, testServer } from '#support/server.ts'

const { stadt } = places

suite('a vote stays secret', () => {
  let town: TestServer
  let budget: PlantedBudget
  const post = formPoster(() => town, '10.34')
  const vote = async (i: number) => {
    const fields = { v: 'ABC'[i % 3] ?? 'A', schritt: 'abgeben', schluessel: newKey(), code: budget.codes[i] ?? '' }
    assert.equal((await post(budget.ballot, fields)).statusCode, 200)
  }
  before(async () => {
    town = await testServer()
    budget = await plantBudget(town, stadt, { codes: 13 })
    for (let i = 0; i < 12; i++) await vote(i)
  })
  after(() => town?.close())

  /** Every value of every column of the rows of a table as text, with what PostgreSQL keeps of a row besides. */
  const valuesOf = async (table: string) => {
    const { rows } = await sql<{
      one: Record<string, string>
    }>`select to_jsonb(t) || jsonb_build_object('written', t.xmin::text) as one
      from ${sql.table(table)} t order by t.ctid`.execute(town.house.database.system)
    return rows.map((row) => row.one)
  }
  const told = new Set([
    'tenant',
    'box',
    'register',
    'procedure',
    'position',
    'day',
    'channel',
    'batch',
    'points',
    'projects',
    'replaces',
  ])
  const telling = (rows: readonly Record<string, unknown>[]) =>
    new Set(
      rows.flatMap((row) =>
        Object.entries(row).flatMap(([name, value]) => (told.has(name) || value === null ? [] : [String(value)])),
      ),
    )
  const shared = async (one: string, other: string) => {
    const [a, b] = [telling(await valuesOf(one)), telling(await valuesOf(other))]
    return [...a].filter((value) => b.has(value))
  }

  test('what the database keeps of a row when it is written would tell, until the register is written anew', async () => {
    assert.notDeepEqual(await shared('participation_voter', 'participation_vote'), [], 'the test would notice')
    const db = town.house.database.within({ tenant: town.site(stadt).id, readable: [] })
    assert.equal(await mixRegister(db, budget.box.id, 0), true)
  })

  test('no value leads from a voter or a code to a ballot', async () => {
    assert.equal((await valuesOf('participation_voter')).length, 12)
    assert.equal((await valuesOf('participation_vote')).length, 12)
    assert.deepEqual(await shared('participation_voter', 'participation_vote'), [])
    assert.deepEqual(await shared('participation_code', 'participation_vote'), [])
  })

  test('the register lies in the order of its marks, not in that of the votes', async () => {
    const marks = (await valuesOf('participation_voter')).map((row) => row.mark ?? '')
    assert.deepEqual(marks, [...marks].sort())
  })

  test('a register that votes came to since is written anew by the clock, also when the process that took them is gone', async () => {
    await vote(12)
    assert.notDeepEqual(await shared('participation_voter', 'participation_vote'), [], 'the test would notice')
    await mixRegisters(town.house)
    assert.deepEqual(await shared('participation_voter', 'participation_vote'), [])
  })
})
