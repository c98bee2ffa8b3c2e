import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { translate } from '#app'
import { compose, mailText } from '#platform/mail'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

let demonstration: TestServer
let production: TestServer

suite('mails of the demonstration', () => {
  before(async () => {
    demonstration = await testServer()
    production = await testServer({ env: { ALLMENDE_MODE: 'production', ALLMENDE_SECRET: 'x'.repeat(40) } })
  })
  after(async () => {
    await demonstration?.close()
    await production?.close()
  })

  async function post(server: TestServer): Promise<void> {
    const site = server.site(places.stadt)
    const parts = { site, t: translate('de'), paragraphs: ['<b>Hallo</b> „Welt“'], why: 'Sie proben.' }
    const letter = compose({
      tenant: site.id,
      to: 'jana@example.org',
      subject: 'Ihr <Zugang>',
      ...mailText({ ...parts, action: { label: 'Anmelden', url: 'https://portal.example/a?b=1&c=2' } }),
    })
    assert.ok(letter.ok)
    const { value } = letter
    await server.house.database.system.transaction().execute((trx) => server.house.mail.queue(trx, value))
  }

  test('are read at /_post, their links lead on, and what is in them stays text', async () => {
    assert.match((await demonstration.get('/_post')).body, /Noch keine E-Mail/)
    await post(demonstration)
    const { statusCode, body } = await demonstration.get('/_post')
    assert.equal(statusCode, 200)
    assert.match(body, /Ihr &lt;Zugang>/)
    assert.match(body, /An jana@example\.org/)
    assert.match(body, /&lt;b>Hallo&lt;\/b>/)
    assert.match(body, /<a class="alm-link" href="https:\/\/portal\.example\/a\?b=1&amp;c=2">/)
    const english = (await demonstration.get('/en/_post')).body
    assert.match(english, /E-mails of the demonstration/)
    assert.match(english, />\d{1,2} \p{L}+ \d{4}, \d\d:\d\d</u, 'written as in all other pages, day before month')
  })

  test('there is no such page in production', async () => {
    await post(production)
    const { statusCode, body } = await production.get('/_post')
    assert.equal(statusCode, 404)
    assert.doesNotMatch(body, /jana@|Zugang/)
  })
})
