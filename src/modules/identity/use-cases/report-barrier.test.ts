import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { barrierReports, deleteExpiredReports } from '#identity'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const send = (form: Record<string, string>, headers: Record<string, string> = {}, slug: string = places.dorf) =>
  portal.ask({
    method: 'POST',
    url: `/${slug}/barrierefreiheit`,
    headers: { host: 'portal.example', accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(form).toString(),
  })
const reports = (slug: string) => barrierReports(portal.house.database.system, portal.site(slug).id)

suite('reporting a barrier', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('a report is kept for its tenant, and the sender is thanked', async () => {
    const answer = await send({
      message: 'Die Karte ist ohne Maus nicht zu bedienen.',
      page: '/orte',
      replyTo: 'frau@example.org',
    })
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, `/${places.dorf}/barrierefreiheit?danke=1`)
    assert.match((await portal.get(String(answer.headers.location))).body, /alm-message|kern-alert/)
    assert.deepEqual(
      (await reports(places.dorf)).map((one) => one.reply_to),
      ['frau@example.org'],
    )
    assert.deepEqual(await reports(places.stadt), [])
  })

  test('an empty report, a broken address and too much text are refused with the form as it was', async () => {
    for (const [form, field] of [
      [{ message: '  ' }, 'message'],
      [{ message: 'x', replyTo: 'keine-adresse' }, 'replyTo'],
      [{ message: 'x'.repeat(5001) }, 'message'],
      [{ message: 'x', page: 'y'.repeat(501) }, 'page'],
    ] as const) {
      const answer = await send(form)
      assert.equal(answer.statusCode, 422, field)
      assert.match(answer.body, new RegExp(`href="#${field}"`), field)
    }
    assert.equal((await reports(places.dorf)).length, 1)
  })

  test('a form of a foreign page is refused', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://fremd.example' },
      { origin: 'null' },
    ]) {
      const answer = await send({ message: 'untergeschoben' }, headers)
      assert.equal(answer.statusCode, 403, JSON.stringify(headers))
    }
    assert.equal((await reports(places.dorf)).length, 1)
    assert.equal(
      (await send({ message: 'von hier' }, { origin: 'http://portal.example', 'sec-fetch-site': 'same-origin' }, places.stadt))
        .statusCode,
      303,
    )
  })

  test('who sends very many is asked to wait', async () => {
    const codes = []
    for (let i = 0; i < 12; i++) codes.push((await send({ message: '' })).statusCode)
    assert.ok(codes.includes(429), codes.join())
  })

  test('reports go when their time is over', async () => {
    const { sql } = await import('kysely')
    await sql`update identity_barrier_report set delete_after = current_date - 1`.execute(portal.house.database.system)
    assert.ok((await deleteExpiredReports(portal.house.database.system)) >= 2)
    assert.deepEqual(await reports(places.dorf), [])
  })
})
