// Attacks on accounts that others have suffered: each with the answer it gets here.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { goodPassword, mailTo, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const cookie = '__Host-allmende'
const editor = { [places.stadt]: ['editor'] } as const

async function enter() {
  const person = await member(portal, editor)
  const browser = httpClient(portal)
  await browser.post('/anmelden', { email: person.email, password: goodPassword })
  return { person, browser }
}
const isIn = async (token: string | undefined) =>
  (await httpClient(portal, { cookie: `${cookie}=${token}` }).get('/konto')).statusCode === 200

suite('attacks on accounts', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  suite('session fixation', () => {
    test('a token that somebody planted never becomes one that is signed in', async () => {
      const jana = await member(portal, editor)
      const planted = 'x'.repeat(43)
      const victim = httpClient(portal, { cookie: `${cookie}=${planted}` })
      await victim.post('/anmelden', { email: jana.email, password: goodPassword })
      assert.notEqual(victim.cookies.get(cookie), planted)
      assert.equal(await isIn(planted), false)
      assert.ok(await isIn(victim.cookies.get(cookie)))
    })

    test('a session that an attacker opened for himself and planted ends when the victim signs in', async () => {
      const [attacker, jana] = [await enter(), await member(portal, editor)]
      const planted = attacker.browser.cookies.get(cookie)
      const victim = httpClient(portal, { cookie: `${cookie}=${planted}` })
      await victim.post('/anmelden', { email: jana.email, password: goodPassword })
      assert.equal(await isIn(planted), false)
    })

    test('signing in again, and a change of roles, kill the token of before', async () => {
      const { person, browser } = await enter()
      const first = browser.cookies.get(cookie)
      await browser.post('/anmelden', { email: person.email, password: goodPassword })
      const second = browser.cookies.get(cookie)
      assert.notEqual(first, second)
      assert.equal(await isIn(first), false)
      await sql`insert into identity_role (person, tenant, role) values (${person.id}, ${portal.site(places.dorf).id}, 'reader')`.execute(
        portal.house.database.system,
      )
      assert.equal(await isIn(second), false)
    })
  })

  suite('forms from elsewhere', () => {
    test('an anonymous request before gives no leave: what comes from elsewhere is refused, signed in or not', async () => {
      const { person, browser } = await enter()
      const form = { name: 'Gekapert', lang: 'de', email: person.email }
      const elsewhere: Record<string, string>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'cross-site', origin: 'https://portal.example' },
        { 'sec-fetch-site': '', origin: 'https://foreign.example' },
        { 'sec-fetch-site': '', origin: 'null' },
        { 'sec-fetch-site': '', referer: 'https://portal.example/konto' },
      ]
      for (const headers of elsewhere) {
        // Without cookies first, with the very same headers.
        await httpClient(portal).post('/anmelden', { email: 'x@y.example', password: 'x' }, headers)
        await httpClient(portal).get('/konto/profil', headers)
        const answer = await browser.post('/konto/profil', form, headers)
        assert.equal(answer.statusCode, 403, JSON.stringify(headers))
      }
      for (const type of ['text/plain', 'application/json', 'multipart/form-data; boundary=x']) {
        const answer = await browser.post('/konto/profil', form, { 'sec-fetch-site': 'cross-site', 'content-type': type })
        assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${type}: ${answer.statusCode}`)
      }
      const signIn = await httpClient(portal).post(
        '/anmelden',
        { email: person.email, password: goodPassword },
        { 'sec-fetch-site': 'cross-site' },
      )
      assert.equal(signIn.statusCode, 403, 'nobody is signed in to an account of somebody else’s choice')
      assert.ok(!(await browser.get('/konto')).body.includes('Gekapert'))
    })

    test('a link never changes anything', async () => {
      const { browser } = await enter()
      for (const path of ['/abmelden', '/konto/sitzungen', '/konto/codes', '/konto/app/entfernen', '/konto/passkeys/entfernen'])
        assert.equal((await browser.get(path)).statusCode, 404, path)
      assert.equal((await browser.get('/konto')).statusCode, 200)
    })
  })

  suite('finding out who has an account', () => {
    /** Processor time of some sign-ins in a row, in ms: waiting for others does not count. */
    async function work(emailOf: (i: number) => string): Promise<number> {
      const before = process.cpuUsage()
      for (let i = 0; i < 6; i++)
        await httpClient(portal, { address: `192.0.${i}.2` }).post('/anmelden', {
          email: emailOf(i),
          password: 'falsch falsch falsch',
        })
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000
    }

    test('a wrong password and an unknown address cost the same work', async () => {
      const jana = await member(portal, editor)
      const bare = await member(portal, editor)
      await sql`update identity_person set password_hash = null where id = ${bare.id}`.execute(portal.house.database.system)
      await work(() => 'warm@werden.example')
      const known = await work(() => jana.email)
      const unknown = await work((i) => `niemand${i}@verwaltung.example`)
      const passwordless = await work(() => bare.email)
      // One hash takes some 30 ms and is most of the work: without it the share would be near zero.
      for (const [name, one] of Object.entries({ unknown, passwordless })) {
        assert.ok(one > known * 0.5 && one < known * 2, `${name}: ${Math.round(one)} ms against ${Math.round(known)} ms`)
      }
    })

    test('asking for a link takes as long for everybody', async () => {
      const jana = await member(portal, editor)
      const time = async (email: string) => {
        const since = performance.now()
        const answer = await httpClient(portal).post('/anmelden/link', { email })
        return { took: performance.now() - since, answer }
      }
      const [known, unknown] = [await time(jana.email), await time('niemand@verwaltung.example')]
      for (const { took } of [known, unknown]) assert.ok(took >= 245, `${took} ms`)
      assert.deepEqual(
        [known.answer.statusCode, known.answer.headers.location],
        [unknown.answer.statusCode, unknown.answer.headers.location],
      )
    })

    test('line breaks and control characters in an address get no further than the form', async () => {
      for (const email of [
        'a@b.de\r\nBcc: c@d.de',
        'a@b.de\n{"level":"fatal"}',
        'a\u001b[31m@b.de',
        'a@b.de\u0000',
        '<script>@b.de',
      ])
        for (const path of ['/anmelden/link', '/anmelden/passwort']) {
          const answer = await httpClient(portal).post(path, { email })
          assert.equal(answer.statusCode, 422, JSON.stringify(email))
          assert.ok(!answer.body.includes('<script>@'))
        }
      assert.equal((await httpClient(portal).post('/anmelden', { email: 'a@b.de\r\nx: y', password: 'x' })).statusCode, 422)
    })
  })

  suite('headers that pretend', () => {
    const forged = {
      'x-forwarded-host': 'foreign.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-for': '203.0.113.9',
      forwarded: 'for=203.0.113.9;host=foreign.example;proto=http',
      'x-original-url': '/konto',
      'x-rewrite-url': '/konto',
    }

    test('links in mails and addresses on pages come from the settings', async () => {
      const jana = await member(portal, editor)
      for (const host of ['portal.example', 'foreign.example', 'foreign.example:443']) {
        const asked = await httpClient(portal, { host }).post('/anmelden/passwort', { email: jana.email }, forged)
        assert.equal(asked.headers.location, '/anmelden/post?art=forgot')
        assert.match((await mailTo(portal, jana.email))?.text ?? '', /https:\/\/portal\.example\/anmelden\/passwort\//)
        const page = await httpClient(portal, { host }).get('/anmelden', forged)
        assert.ok(!page.body.includes('foreign.example'))
      }
    })

    test('a cookie stays bound to https, and nobody gets past the limit of a network', async () => {
      const jana = await member(portal, editor)
      const done = await httpClient(portal).post('/anmelden', { email: jana.email, password: goodPassword }, forged)
      assert.match(String(done.headers['set-cookie']), /; Secure/)
      const from = (i: number) =>
        httpClient(portal, { address: '198.51.100.7' }).post(
          '/anmelden',
          { email: `niemand${i}@y.example`, password: 'x' },
          { 'x-forwarded-for': `203.0.${i}.1` },
        )
      await sql`delete from identity_attempt`.execute(portal.house.database.system)
      assert.equal((await from(1)).statusCode, 422)
      await sql`update identity_attempt set count = 100`.execute(portal.house.database.system)
      assert.equal((await from(2)).statusCode, 429)
      await sql`delete from identity_attempt`.execute(portal.house.database.system)
    })

    test('behind a proxy, what it added counts, and not what a visitor wrote in front', async () => {
      const behind = await testServer({ env: { TRUST_PROXY: 'true' } })
      try {
        const from = (forwarded: string, email: string) =>
          httpClient(behind, { address: '10.0.0.1' }).post(
            '/anmelden',
            { email, password: 'x' },
            { 'x-forwarded-for': forwarded },
          )
        assert.equal((await from('192.0.2.1', 'a@y.example')).statusCode, 422)
        await sql`update identity_attempt set count = 100`.execute(behind.house.database.system)
        assert.equal((await from('203.0.113.5, 192.0.2.1', 'b@y.example')).statusCode, 429)
        assert.equal((await from('192.0.2.1, 203.0.113.5', 'c@y.example')).statusCode, 422)
      } finally {
        await behind.close()
      }
    })
  })

  suite('caches on the way', () => {
    test('what somebody sees signed in is kept nowhere, and the same for everybody without a session', async () => {
      const { person, browser } = await enter()
      for (const path of [
        '/konto',
        '/konto/',
        '/konto/profil',
        '/konto/meine-daten.json',
        '/',
        '/daten',
        '/anmelden',
        '/anmelden/link',
        '/api/nichts',
      ]) {
        const answer = await browser.get(path)
        assert.match(String(answer.headers['cache-control']), /no-store/, path)
      }
      for (const path of ['/', '/daten', '/anmelden']) {
        const anonymous = await httpClient(portal).get(path)
        assert.ok(!anonymous.body.includes(person.name), path)
        assert.equal(anonymous.cookies.length, 0, path)
        assert.match(String(anonymous.headers.vary), /cookie/i, path)
      }
    })

    test('a path that looks like a file to a cache is no page', async () => {
      const { person, browser } = await enter()
      const paths = [
        '/konto.css',
        '/konto/x.css',
        '/konto/profil/x.js',
        '/konto;.css',
        '/konto;x=.css',
        '/konto/..;/assets/x.css',
        '/assets/..;/konto',
        '/assets/..%2fkonto',
        '/konto%2fx.css',
        '/konto%00.css',
        '/konto%3f.css',
        '/konto%23.css',
        '/konto/meine-daten.json/x.css',
        '/KONTO',
      ]
      for (const path of paths) {
        const answer = await browser.get(path)
        assert.ok(
          answer.statusCode === 404 || answer.statusCode === 400 || answer.statusCode === 403,
          `${path}: ${answer.statusCode}`,
        )
        assert.ok(!answer.body.includes(person.email), path)
      }
    })
  })
})
