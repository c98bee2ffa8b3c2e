import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { goodPassword, mailsTo, mailTo, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const editor = { [places.stadt]: ['editor'] } as const
const later = (minutes: number) =>
  sql`update identity_link set expires_at = expires_at - make_interval(mins => ${minutes})`.execute(portal.house.database.system)

suite('links by mail', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('a link signs in once, by its button; opening it does nothing, however often', async () => {
    const jana = await member(portal, editor)
    const browser = httpClient(portal)
    const asked = await browser.post('/ahornstadt/anmelden/link', { email: jana.email, weiter: '/daten' })
    assert.equal(asked.headers.location, '/ahornstadt/anmelden/post?art=link')
    assert.match((await browser.get('/ahornstadt/anmelden/post?art=link')).body, /Er gilt 15 Minuten/)
    const mail = await mailTo(portal, jana.email)
    assert.equal(mail?.subject, 'Ihr Link zum Anmelden')
    const link = mail?.link ?? ''
    // A program that looks at mails opens every link, with GET and HEAD, and several times.
    const scanner = httpClient(portal)
    for (let i = 0; i < 3; i++) assert.equal((await scanner.get(link)).statusCode, 200)
    assert.equal((await portal.ask({ method: 'HEAD', url: link, headers: { host: 'portal.example' } })).statusCode, 200)
    assert.equal(scanner.cookies.size, 0)
    const page = await browser.get(link)
    assert.match(page.body, /Als Jana Albers anmelden\?/)
    assert.match(page.body, /name="weiter" value="\/daten"/)
    const [one, two] = await Promise.all([browser.post(link, { weiter: '/daten' }), httpClient(portal).post(link)])
    assert.deepEqual([one.statusCode, two.statusCode].sort(), [303, 410])
    assert.equal((await browser.post(link)).statusCode, 410)
    assert.equal((await browser.get(link)).statusCode, 410)
  })

  test('after its time, after a newer one, and made up, a link opens nothing', async () => {
    const jana = await member(portal, editor)
    const browser = httpClient(portal)
    const fresh = async () => {
      await browser.post('/anmelden/link', { email: jana.email })
      return (await mailTo(portal, jana.email))?.link ?? ''
    }
    const first = await fresh()
    const second = await fresh()
    assert.notEqual(first, second)
    assert.equal((await browser.post(first)).statusCode, 410)
    await later(16)
    assert.equal((await browser.post(second)).statusCode, 410)
    assert.equal((await browser.post(`/anmelden/link/${'a'.repeat(43)}`)).statusCode, 410)
    assert.equal((await browser.post('/anmelden/link/x')).statusCode, 410)
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from identity_link where octet_length(token_hash) <> 32`.execute(portal.house.database.system)
    assert.equal(rows[0]?.n, 0)
  })

  test('a new password ends all sessions and every other link, and is told by mail', async () => {
    const jana = await member(portal, editor)
    const old = httpClient(portal)
    await old.post('/anmelden', { email: jana.email, password: goodPassword })
    const browser = httpClient(portal)
    await browser.post('/anmelden/link', { email: jana.email })
    const signIn = (await mailTo(portal, jana.email))?.link ?? ''
    await browser.post('/anmelden/passwort', { email: jana.email })
    const link = (await mailTo(portal, jana.email))?.link ?? ''
    assert.match(link, /^\/anmelden\/passwort\//)
    const own = await browser.post(link, { password: 'Jana Albers 2026' })
    assert.equal(own.statusCode, 422)
    assert.match(own.body, /Ihrem Namen/)
    const done = await browser.post(link, { password: 'vier neue worte hier' })
    assert.equal(done.headers.location, '/anmelden?meldung=passwort')
    assert.equal((await old.get('/konto')).statusCode, 303)
    assert.equal((await browser.post(signIn)).statusCode, 410)
    assert.equal((await mailTo(portal, jana.email))?.subject, 'Ihr Passwort wurde geändert')
    assert.equal((await browser.post('/anmelden', { email: jana.email, password: goodPassword })).statusCode, 422)
    assert.equal((await browser.post('/anmelden', { email: jana.email, password: 'vier neue worte hier' })).statusCode, 303)
  })

  test('who has no account gets the same answer and no mail', async () => {
    const jana = await member(portal, editor)
    for (const way of ['/anmelden/link', '/anmelden/passwort']) {
      const [known, unknown] = [
        await httpClient(portal).post(way, { email: jana.email }),
        await httpClient(portal).post(way, { email: 'x@y.example' }),
      ]
      assert.deepEqual(
        [known.statusCode, known.headers.location, known.body],
        [unknown.statusCode, unknown.headers.location, unknown.body],
      )
    }
    assert.equal(await mailsTo(portal, 'x@y.example'), 0)
    const bad = await httpClient(portal).post('/anmelden/link', { email: 'x@y.example\r\nBcc: z@y.example' })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /Adresse ist unvollständig/)
  })

  test('nobody’s mailbox is flooded', async () => {
    const jana = await member(portal, editor)
    const answers = []
    for (let i = 0; i < 7; i++) answers.push((await httpClient(portal).post('/anmelden/link', { email: jana.email })).statusCode)
    assert.deepEqual(answers, [303, 303, 303, 303, 303, 429, 429])
    assert.equal(await mailsTo(portal, jana.email), 5)
  })
})
