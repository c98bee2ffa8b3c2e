import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { goodPassword, mailsTo, mailTo, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const editor = { [places.stadt]: ['editor'] } as const

async function enter(more: { name?: string } = {}) {
  const person = await member(portal, editor, more)
  const browser = httpClient(portal)
  await browser.post('/anmelden', { email: person.email, password: goodPassword })
  return { person, browser }
}
const personRow = async (id: string) => {
  const { rows } = await sql<Record<string, unknown>>`select * from identity_person where id = ${id}`.execute(
    portal.house.database.system,
  )
  return rows[0] ?? {}
}
/** As if somebody had signed in an hour ago. */
const age = (id: string) =>
  sql`update identity_session set created_at = created_at - interval '1 hour', strong_at = strong_at - interval '1 hour' where person = ${id}`.execute(
    portal.house.database.system,
  )

suite('my account', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('everything about oneself stands on one page', async () => {
    const { person, browser } = await enter()
    const { body } = await browser.get('/konto')
    for (const word of [person.name, person.email, 'Redaktion', 'Stadt Ahornstadt', 'Firefox, Linux', 'diese Sitzung'])
      assert.ok(body.includes(word), word)
    const english = (await browser.get('/en/konto')).body
    assert.match(english, />\d{1,2} \p{L}+ \d{4}, \d\d:\d\d</u, 'dates as in all other English pages, day before month')
  })

  test('name, language and messages are changed; what else a form sends along counts for nothing', async () => {
    const { person, browser } = await enter()
    const before = await personRow(person.id)
    const saved = await browser.post('/konto/profil', {
      name: 'Jana Albers-Roth',
      lang: 'en',
      email: person.email,
      id: '00000000-0000-0000-0000-000000000000',
      role: 'administrator',
      tenant: portal.site(places.land).id,
      email_confirmed_at: '2020-01-01',
      verified: 'true',
      created_at: '2020-01-01',
      totp_confirmed_at: '2020-01-01',
      demonstration: 'true',
      '__proto__[role]': 'administrator',
      'constructor.prototype.role': 'administrator',
      __proto__: 'x',
    })
    assert.equal(saved.headers.location, '/konto?meldung=profil')
    const { name, lang, ...rest } = await personRow(person.id)
    assert.deepEqual([name, lang], ['Jana Albers-Roth', 'en'])
    const { name: _, lang: __, ...same } = before
    assert.deepEqual(rest, same)
    assert.equal(({} as Record<string, unknown>).role, undefined)
    const { rows } = await sql<{ role: string }>`select role from identity_role where person = ${person.id}`.execute(
      portal.house.database.system,
    )
    assert.deepEqual(rows, [{ role: 'editor' }])
    await browser.post('/konto/nachrichten', { digest: 'daily', extra: 'x' })
    assert.deepEqual((await personRow(person.id)).notices, { tasks: false, digest: 'daily' })
    const wrong = await browser.post('/konto/profil', { name: ' ', lang: 'xx', email: 'nichts' })
    assert.equal(wrong.statusCode, 422)
  })

  test('a new address wants the password and the link in its mailbox; the old one is told', async () => {
    const { person, browser } = await enter()
    const email = `neu-${person.email}`
    const form = { name: person.name, lang: 'de', email }
    assert.equal((await browser.post('/konto/profil', form)).statusCode, 422)
    assert.equal((await browser.post('/konto/profil', { ...form, current: 'falsch falsch' })).statusCode, 422)
    const done = await browser.post('/konto/profil', { ...form, current: goodPassword })
    assert.equal(done.headers.location, '/konto?meldung=link')
    assert.equal((await personRow(person.id)).email, person.email)
    const link = (await mailTo(portal, email))?.link ?? ''
    await browser.get(link)
    assert.equal((await personRow(person.id)).email, person.email)
    assert.equal((await browser.post(link)).headers.location, '/konto?meldung=email')
    assert.equal((await personRow(person.id)).email, email)
    assert.equal((await mailTo(portal, person.email))?.subject, 'Ihre Adresse wurde geändert')
    assert.equal((await browser.post(link)).statusCode, 410)
  })

  test('whether an address belongs to somebody else, nobody learns', async () => {
    const { browser, person } = await enter()
    const other = await member(portal, editor)
    const done = await browser.post('/konto/profil', { name: person.name, lang: 'de', email: other.email, current: goodPassword })
    assert.equal(done.headers.location, '/konto?meldung=link')
    assert.equal(await mailsTo(portal, other.email), 0)
  })

  test('a new password wants the old one, and ends the other sessions', async () => {
    const { person, browser } = await enter()
    const other = httpClient(portal)
    await other.post('/anmelden', { email: person.email, password: goodPassword })
    const wrong = await browser.post('/konto/passwort', { current: 'falsch', password: 'vier neue worte hier' })
    assert.match(wrong.body, /Das jetzige Passwort stimmt nicht/)
    const weak = await browser.post('/konto/passwort', { current: goodPassword, password: 'Passwort2026!' })
    assert.match(weak.body, /oft benutzt/)
    const done = await browser.post('/konto/passwort', { current: goodPassword, password: 'vier neue worte hier' })
    assert.equal(done.headers.location, '/konto?meldung=passwort')
    assert.equal((await browser.get('/konto')).statusCode, 200)
    assert.equal((await other.get('/konto')).statusCode, 303)
  })

  test('one ends one’s own sessions, one or all others, and nobody else’s', async () => {
    const { person, browser } = await enter()
    const [second, third] = [httpClient(portal), httpClient(portal)]
    for (const one of [second, third]) await one.post('/anmelden', { email: person.email, password: goodPassword })
    const foreign = await enter()
    const idOf = async (id: string) => {
      const { rows } = await sql<{
        id: string
      }>`select id from identity_session where person = ${id} order by created_at`.execute(portal.house.database.system)
      return rows.map((row) => row.id)
    }
    const [, hers = ''] = await idOf(person.id)
    const [his = ''] = await idOf(foreign.person.id)
    await browser.post('/konto/sitzungen', { session: hers })
    assert.equal((await second.get('/konto')).statusCode, 303)
    await browser.post('/konto/sitzungen', { session: his })
    await browser.post('/konto/sitzungen', { session: "x' or true" })
    assert.equal((await foreign.browser.get('/konto')).statusCode, 200)
    assert.equal((await third.get('/konto')).statusCode, 200)
    await browser.post('/konto/sitzungen')
    assert.equal((await third.get('/konto')).statusCode, 303)
    assert.equal((await browser.get('/konto')).statusCode, 200)
  })

  test('a second factor is changed just after signing in only', async () => {
    const { person, browser } = await enter()
    assert.match((await browser.get('/konto/app')).body, /Zweiten Schritt einrichten/)
    await age(person.id)
    assert.match((await browser.get('/konto/app')).body, /Melden Sie sich für diese Änderung neu an/)
    for (const way of ['/konto/app', '/konto/app/entfernen', '/konto/codes'])
      assert.equal((await browser.post(way)).statusCode, 403)
  })
})
