import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { type HttpClient, httpClient } from '#support/http-client.ts'
import { type Forgery, type SoftPasskey, softPasskey } from '#support/passkey.ts'
import { goodPassword, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let portal: TestServer
const origin = 'https://portal.example'

async function withPasskey(device: SoftPasskey, role: 'editor' | 'open-data-coordinator' = 'editor', forgery: Forgery = {}) {
  const person = await member(portal, { [places.stadt]: [role] })
  const browser = httpClient(portal)
  await browser.post('/anmelden', { email: person.email, password: goodPassword })
  const options = (await browser.post('/konto/passkeys/frage')).json()
  const kept = await browser.post('/konto/passkeys', { response: device.register(options, forgery), name: 'Diensthandy' })
  return { person, browser, kept, options }
}
const question = async (browser: HttpClient) => (await browser.post('/anmelden/passkey/frage')).json()

suite('passkeys', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('a passkey is made in the account, and signs in as two factors at once', async () => {
    const device = softPasskey(origin)
    const { person, browser, kept } = await withPasskey(device)
    assert.match(kept.body, /Ihre Ersatzcodes/)
    assert.match((await browser.get('/konto/passkeys')).body, /Diensthandy/)
    const next = httpClient(portal)
    const asked = await question(next)
    assert.deepEqual(asked.allowCredentials ?? [], [], 'says nothing about who has a passkey')
    const done = await next.post('/anmelden/passkey', { response: device.show(asked), weiter: '/daten' })
    assert.equal(done.headers.location, '/daten')
    assert.equal((await next.get('/konto')).statusCode, 200)
    // A password alone is no longer enough: the passkey is asked for, too.
    const plain = httpClient(portal)
    assert.equal(
      (await plain.post('/anmelden', { email: person.email, password: goodPassword })).headers.location,
      '/anmelden/zweiter-faktor',
    )
    assert.match((await plain.get('/anmelden/zweiter-faktor')).body, /data-passkey="sign-in"/)
  })

  test('an answer works once, for its own question, at this portal, by its owner', async () => {
    const device = softPasskey(origin)
    await withPasskey(device)
    const browser = httpClient(portal)
    const show = async (response: string) => (await browser.post('/anmelden/passkey', { response })).statusCode
    const answer = device.show(await question(browser))
    assert.equal(await show(answer), 303)
    assert.equal(await show(answer), 422, 'again')
    assert.equal(await show(device.show({ challenge: 'bWFkZSB1cA', rpId: 'portal.example' })), 422, 'a question of its own')
    assert.equal(await show(device.show(await question(browser), { origin: 'https://portal.example.foreign.example' })), 422)
    assert.equal(await show(device.show({ ...(await question(browser)), rpId: 'foreign.example' })), 422)
    assert.equal(await show(device.show(await question(browser), { verified: false })), 422, 'owner not verified')
    assert.equal(await show(softPasskey(origin).show(await question(browser))), 422, 'an unknown device')
    for (const junk of [
      '',
      '{',
      'null',
      '[]',
      '{"id":1}',
      '{"id":"x"}',
      '{"id":"x","response":{"clientDataJSON":"!!"}}',
      '{"__proto__":{"id":"x"}}',
    ])
      assert.equal(await show(junk), 422, junk)
    const old = await question(browser)
    await sql`update identity_challenge set expires_at = now()`.execute(portal.house.database.system)
    assert.equal(await show(device.show(old)), 422, 'too late')
  })

  test('a passkey is not made for somebody else’s question, and one device not twice', async () => {
    const device = softPasskey(origin)
    const jana = await withPasskey(device)
    assert.equal(
      (await jana.browser.post('/konto/passkeys', { response: device.register(jana.options), name: 'x' })).statusCode,
      422,
    )
    const tom = await withPasskey(softPasskey(origin))
    const hers = (await jana.browser.post('/konto/passkeys/frage')).json()
    assert.equal(
      (await tom.browser.post('/konto/passkeys', { response: softPasskey(origin).register(hers), name: 'x' })).statusCode,
      422,
    )
    assert.equal((await withPasskey(softPasskey(origin), 'editor', { origin: 'https://foreign.example' })).kept.statusCode, 422)
    assert.equal((await withPasskey(softPasskey(origin), 'editor', { verified: false })).kept.statusCode, 422)
  })

  test('a stranger’s passkey cannot be removed, one’s own can', async () => {
    const device = softPasskey(origin)
    const [jana, tom] = [await withPasskey(device), await withPasskey(softPasskey(origin))]
    const { rows } = await sql<{ id: string }>`select id from identity_passkey where person = ${jana.person.id}`.execute(
      portal.house.database.system,
    )
    const passkey = rows[0]?.id ?? ''
    await tom.browser.post('/konto/passkeys/entfernen', { passkey })
    assert.equal(
      (await httpClient(portal).post('/anmelden/passkey', { response: device.show(await question(tom.browser)) })).statusCode,
      303,
    )
    assert.equal(
      (await jana.browser.post('/konto/passkeys/entfernen', { passkey })).headers.location,
      '/konto?meldung=passkey-weg',
    )
    assert.equal(
      (await httpClient(portal).post('/anmelden/passkey', { response: device.show(await question(tom.browser)) })).statusCode,
      422,
    )
  })
})
