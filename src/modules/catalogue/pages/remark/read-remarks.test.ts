import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

suite('remarks that cannot be read', () => {
  let town: TestServer
  before(async () => {
    town = await testServer()
    await town.publish(places.stadt, [dataset('Baumkataster')])
    await town.follow()
  })
  after(() => town?.close())

  // The runner fails a test in which a promise is rejected while nobody waits for it.
  test('are a fault of that page, and of nothing else', async () => {
    const { system } = town.house.database
    await sql`alter function catalogue_remarks_waiting(uuid, uuid) rename to catalogue_remarks_away`.execute(system)
    // What is asked beside the remarks takes longer than their fault.
    const held = system.transaction().execute(async (trx) => {
      await sql`lock table catalogue_file in access exclusive mode`.execute(trx)
      const answer = town.get(`/${places.stadt}/daten/baumkataster`)
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { answer }
    })
    const { answer } = await held
    assert.equal((await answer).statusCode, 500)
    await sql`alter function catalogue_remarks_away(uuid, uuid) rename to catalogue_remarks_waiting`.execute(system)
    assert.equal((await town.get(`/${places.stadt}/daten/baumkataster`)).statusCode, 200)
  })
})
