import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { totpCode } from '#identity'
import { places } from '#support/house.ts'
import { type HttpClient, hidden, httpClient } from '#support/http-client.ts'
import { goodPassword, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const cookie = '__Host-allmende'
const signIn = (browser: HttpClient, email: string, password = goodPassword, more = {}) =>
  browser.post('/anmelden', { email, password, ...more })
const secretOn = (page: { body: string }) => (/class="alm-code">([^<]+)</.exec(page.body)?.[1] ?? '').replace(/\s/g, '')

/** Signs in somebody who publishes and sets up the app; gives what the app knows. */
async function withApp(browser: HttpClient, email: string) {
  await signIn(browser, email)
  const page = await browser.get('/anmelden/zweiter-faktor')
  const secret = secretOn(page)
  const offer = hidden(page, 'offer')
  const used = totpCode(secret, new Date())
  const done = await browser.post('/anmelden/zweiter-faktor/app', { offer, code: used })
  const codes = [...done.body.matchAll(/<li>([a-z2-9]{5}-[a-z2-9]{5})<\/li>/g)].map((match) => match[1] ?? '')
  return { secret, used, done, codes }
}

suite('signing in', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('with address and password one gets where one wanted to go, and out again', async () => {
    const jana = await member(portal, { [places.stadt]: ['editor'] })
    const browser = httpClient(portal)
    const page = await browser.get('/ahornstadt/anmelden?weiter=/daten')
    assert.equal(page.statusCode, 200)
    const done = await browser.post('/ahornstadt/anmelden', {
      email: ` ${jana.email.toUpperCase()} `,
      password: goodPassword,
      weiter: '/daten',
    })
    assert.equal(done.statusCode, 303)
    assert.equal(done.headers.location, '/ahornstadt/daten')
    assert.match(String(done.headers['set-cookie']), /^__Host-allmende=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
    const account = await browser.get('/konto')
    assert.equal(account.statusCode, 200)
    assert.equal(account.headers['cache-control'], 'private, no-store')
    const token = browser.cookies.get(cookie)
    const out = await browser.post('/abmelden')
    assert.equal(out.headers.location, '/anmelden?meldung=abgemeldet')
    assert.equal(browser.cookies.has(cookie), false)
    assert.equal((await httpClient(portal, { cookie: `${cookie}=${token}` }).get('/konto')).statusCode, 303)
  })

  test('a wrong password, an unknown address and an empty form are answered, and nobody is signed in', async () => {
    const jana = await member(portal, { [places.stadt]: ['editor'] })
    const browser = httpClient(portal)
    const wrong = await signIn(browser, jana.email, 'falsch falsch falsch')
    const unknown = await signIn(browser, 'niemand@verwaltung.example')
    assert.equal(wrong.statusCode, 422)
    const same = (page: { body: string }, email: string) => page.body.replaceAll(email, 'X').replace(/req-\w+/g, '')
    assert.equal(same(wrong, jana.email), same(unknown, 'niemand@verwaltung.example'))
    const empty = await browser.post('/anmelden', {})
    assert.match(empty.body, /Geben Sie Ihre E-Mail ein/)
    assert.match(empty.body, /Geben Sie Ihr Passwort ein/)
    assert.equal(browser.cookies.size, 0)
  })

  test('who publishes is led through the second factor at the first sign-in, and asked for it at the next', async () => {
    const amal = await member(portal, { [places.stadt]: ['open-data-coordinator'] })
    const browser = httpClient(portal)
    const first = await signIn(browser, amal.email)
    assert.equal(first.headers.location, '/anmelden/zweiter-faktor')
    assert.equal((await browser.get('/konto')).headers.location, '/anmelden/zweiter-faktor?weiter=%2Fkonto')
    const weak = browser.cookies.get(cookie)
    const { secret, used, done, codes } = await withApp(browser, amal.email)
    assert.equal(done.statusCode, 200)
    assert.equal(new Set(codes).size, 10)
    assert.notEqual(browser.cookies.get(cookie), weak)
    assert.equal((await browser.get('/konto')).statusCode, 200)

    const next = httpClient(portal)
    await signIn(next, amal.email)
    assert.doesNotMatch((await next.get('/anmelden/zweiter-faktor')).body, /name="offer"/)
    assert.equal((await next.post('/anmelden/zweiter-faktor', { code: used })).statusCode, 422, 'a code works once')
    assert.equal((await next.get('/konto')).statusCode, 303)
    const later = totpCode(secret, new Date(Date.now() + 30_000))
    assert.equal(
      (await next.post('/anmelden/zweiter-faktor', { code: `${later.slice(0, 3)} ${later.slice(3)}`, weiter: '/daten' })).headers
        .location,
      '/daten',
    )
    assert.equal((await next.get('/konto')).statusCode, 200)

    const [code = ''] = codes
    const lost = httpClient(portal)
    await signIn(lost, amal.email)
    assert.equal((await lost.post('/anmelden/zweiter-faktor', { code: code.toUpperCase() })).statusCode, 303)
    const again = httpClient(portal)
    await signIn(again, amal.email)
    assert.equal((await again.post('/anmelden/zweiter-faktor', { code })).statusCode, 422, 'a recovery code works once')
  })

  test('a password alone never replaces the second factor', async () => {
    const amal = await member(portal, { [places.stadt]: ['open-data-coordinator'] })
    // The thief has the password, and opened the page for setting up before its owner did.
    const early = httpClient(portal)
    await signIn(early, amal.email)
    const open = await early.get('/anmelden/zweiter-faktor')
    const { secret } = await withApp(httpClient(portal), amal.email)
    const late = { offer: hidden(open, 'offer'), code: totpCode(secretOn(open), new Date()) }
    assert.equal((await early.post('/anmelden/zweiter-faktor/app', late)).statusCode, 422)
    assert.equal((await early.get('/konto')).statusCode, 303)
    // The thief has the password, and an offer of his own from an account of his own.
    const thief = httpClient(portal)
    await signIn(thief, amal.email)
    const other = await member(portal, { [places.dorf]: ['open-data-coordinator'] })
    const own = httpClient(portal)
    await signIn(own, other.email)
    const page = await own.get('/anmelden/zweiter-faktor')
    const [offer, code] = [hidden(page, 'offer'), totpCode(secretOn(page), new Date())]
    assert.equal((await thief.post('/anmelden/zweiter-faktor/app', { offer, code })).statusCode, 422)
    assert.equal((await thief.get('/konto')).statusCode, 303)
    const { rows } = await sql<{ totp_secret: string }>`select totp_secret from identity_person where id = ${amal.id}`.execute(
      portal.house.database.system,
    )
    assert.ok(rows[0] && !rows[0].totp_secret.includes(secret), 'the secret is not kept as it is')
  })

  test('after ten wrong passwords the account waits, whoever tries; another account of the network does not', async () => {
    const jana = await member(portal, { [places.stadt]: ['editor'] })
    const tom = await member(portal, { [places.stadt]: ['editor'] })
    const from = (address: string) => httpClient(portal, { address })
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, i) => signIn(from(`198.51.${i}.1`), jana.email, 'falsch falsch falsch')),
    )
    assert.equal(tries.filter((one) => one.statusCode === 422).length, 10)
    const waiting = await signIn(from('203.0.113.1'), jana.email)
    assert.equal(waiting.statusCode, 429)
    assert.match(waiting.body, /Versuchen Sie es in 1[45] Minuten wieder/)
    assert.ok(Number(waiting.headers['retry-after']) > 800)
    assert.equal((await signIn(from('203.0.113.1'), tom.email)).statusCode, 303)
    const { rows } = await sql<{ bytes: number }>`select octet_length(key) as bytes from identity_attempt`.execute(
      portal.house.database.system,
    )
    // Fingerprints only.
    assert.ok(rows.length > 12 && rows.every(({ bytes }) => bytes === 32))
  })

  test('a change of roles ends the sessions of the person, and of nobody else', async () => {
    const [jana, tom] = [
      await member(portal, { [places.stadt]: ['editor'] }),
      await member(portal, { [places.stadt]: ['editor'] }),
    ]
    const [hers, his] = [httpClient(portal), httpClient(portal)]
    await signIn(hers, jana.email)
    await signIn(his, tom.email)
    await sql`delete from identity_role where person = ${jana.id}`.execute(portal.house.database.system)
    assert.equal((await hers.get('/konto')).statusCode, 303)
    assert.equal((await his.get('/konto')).statusCode, 200)
  })
})
