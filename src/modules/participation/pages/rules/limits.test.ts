import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { slowDown } from '#platform/slow-down'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { runningProcedure, type TestProcedure } from '#support/moderated.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { limits } from '../../model/limits.ts'

let town: TestServer
let procedure: TestProcedure
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.12')
const hall = '203.0.113.7'
const send = (n: number, address: string) =>
  post(
    `${base}/mitmachen/${procedure.slug}/beitrag`,
    { title: `Vorschlag ${n} aus dem Saal`, body: 'Mehr Licht.', schritt: 'senden' },
    {},
    address,
  )

suite('limits against floods', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    procedure = await runningProcedure(town, places.stadt)
  })
  after(() => town?.close())

  test('500 phones behind one address hand in and rate without a puzzle; a flood from there meets it', async () => {
    const answers: number[] = []
    for (let i = 0; i < 500; i += 25)
      answers.push(...(await Promise.all(Array.from({ length: 25 }, (_, n) => send(i + n, hall)))).map((one) => one.statusCode))
    assert.deepEqual([...new Set(answers)], [303], 'nobody of the hall is asked')
    const rate = { room: 'participation', what: 'rate' }
    // Each phone rates ten of them.
    for (let i = 0; i < 200; i++)
      assert.equal(await slowDown(town.house, rate, limits.rate, { address: hall, given: '' }), undefined)
    // The flood: as many as the line may send in an hour, counted as they would have come.
    await sql`update platform_limit set count = ${limits.submit.line} where count >= 500 and count < 5000`.execute(
      town.house.database.system,
    )
    const flooded = await send(501, hall)
    assert.equal(flooded.statusCode, 429)
    assert.match(flooded.body, /Vorschlag 501 aus dem Saal/, 'what was typed is not lost')
    assert.equal((await send(502, '198.51.100.9')).statusCode, 303, 'others go on')
  })

  test('the rules page names the figures that are applied', async () => {
    const page = (await town.get(`${base}/mitmachen/regeln`)).body
    assert.match(page, /1\.000 Beiträge/)
    assert.match(page, /20\.000 Bewertungen/)
    assert.match(page, /500 Telefonen/)
  })
})
