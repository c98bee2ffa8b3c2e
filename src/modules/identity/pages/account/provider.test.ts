import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { type HttpClient, httpClient } from '#support/http-client.ts'
import { forgingService, type SignInService, serviceClient, signInService } from '#support/oidc.ts'
import { goodPassword, member } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

const answerPath = '/anmelden/anbieter/antwort'
const settings = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: serviceClient.id,
  OIDC_CLIENT_SECRET: serviceClient.secret,
  OIDC_NAME: 'Dienstkonto Birkenau',
})
const pathOf = (address: string) => new URL(address).pathname + new URL(address).search

/** Goes to the service and gives the address it leads back to. */
async function through(service: SignInService, browser: HttpClient, from = '/anmelden/anbieter'): Promise<string> {
  const there = await browser.get(from)
  assert.equal(there.statusCode, 302)
  return pathOf(await service.visit(String(there.headers.location)))
}
async function reasons(portal: TestServer): Promise<string[]> {
  const { rows } = await sql<{ reason: string }>`select details->>'reason' as reason from platform_audit_entry
    where action = 'identity/sign-in-failed' order by id`.execute(portal.house.database.system)
  return rows.map((row) => row.reason)
}

suite('signing in with the municipality’s own service', () => {
  let portal: TestServer
  let service: SignInService
  before(async () => {
    service = await signInService(`https://portal.example${answerPath}`)
    portal = await testServer({ env: settings(service.issuer) })
  })
  after(async () => {
    await portal?.close()
    await service?.close()
  })

  test('an invited person comes in, is bound, and gets where she wanted to go', async () => {
    const jana = await member(portal, { [places.stadt]: ['editor'] })
    service.as({ sub: 'jana', email: jana.email.toUpperCase(), email_verified: true })
    const browser = httpClient(portal)
    assert.match((await browser.get('/ahornstadt/en/anmelden')).body, /Sign in with Dienstkonto Birkenau/)
    const back = await through(service, browser, '/ahornstadt/en/anmelden/anbieter?weiter=/daten')
    const entered = await browser.get(back)
    assert.equal(entered.headers.location, '/ahornstadt/en/anmelden/weiter?weiter=%2Fdaten')
    assert.equal((await browser.get('/ahornstadt/en/anmelden/weiter?weiter=%2Fdaten')).headers.location, '/ahornstadt/en/daten')
    assert.equal((await browser.get('/konto')).statusCode, 200)
    // Bound: the address there no longer matters.
    service.as({ sub: 'jana', email: 'anders@verwaltung.example', email_verified: true })
    const next = httpClient(portal)
    await next.get(await through(service, next))
    assert.ok((await next.get('/konto')).body.includes(jana.email))
  })

  test('two factors there count; one is not enough for who publishes', async () => {
    const amal = await member(portal, { [places.stadt]: ['open-data-coordinator'] })
    const about = { sub: 'amal', email: amal.email, email_verified: true }
    service.as(about)
    const weak = httpClient(portal)
    await weak.get(await through(service, weak))
    assert.equal((await weak.get('/anmelden/weiter')).headers.location, '/anmelden/zweiter-faktor')
    service.as({ ...about, amr: ['pwd', 'mfa'] })
    const strong = httpClient(portal)
    await strong.get(await through(service, strong))
    assert.equal((await strong.get('/konto')).statusCode, 200)
  })

  test('who was not invited, whose address is not verified, and who took over a mailbox stays outside', async () => {
    const before = (await reasons(portal)).length
    const tom = await member(portal, { [places.stadt]: ['editor'] })
    const enter = async (account: Parameters<SignInService['as']>[0]) => {
      service.as(account)
      const browser = httpClient(portal)
      const answer = await browser.get(await through(service, browser))
      assert.equal(browser.cookies.has('__Host-allmende'), false)
      return answer.statusCode
    }
    assert.equal(await enter({ sub: 'fremd', email: 'fremd@verwaltung.example', email_verified: true }), 403)
    assert.equal(await enter({ sub: 'tom', email: tom.email, email_verified: false }), 403)
    assert.equal(await enter({ sub: 'tom', email: tom.email }), 403)
    service.as({ sub: 'tom', email: tom.email, email_verified: true })
    const browser = httpClient(portal)
    await browser.get(await through(service, browser))
    assert.equal(await enter({ sub: 'nachfolger', email: tom.email, email_verified: true }), 403)
    assert.deepEqual((await reasons(portal)).slice(before), ['unknown', 'unverified', 'unverified', 'other'])
  })

  test('an answer counts once, in the browser that asked, with its own state', async () => {
    const before = (await reasons(portal)).length
    const eva = await member(portal, { [places.stadt]: ['editor'] })
    service.as({ sub: 'eva', email: eva.email, email_verified: true })
    const refused = async (browser: HttpClient, path: string) => {
      const answer = await browser.get(path)
      assert.equal(answer.statusCode, 403, path)
      assert.equal(browser.cookies.has('__Host-allmende'), false)
    }
    const [hers, thief] = [httpClient(portal), httpClient(portal)]
    const back = await through(service, hers)
    await refused(httpClient(portal), back)
    // Mix-up: the thief begins himself and slips in her answer, or his own code under her state.
    const his = await through(service, thief)
    await refused(thief, back)
    const mixed = new URL(his, 'https://portal.example')
    mixed.searchParams.set('state', new URL(back, 'https://portal.example').searchParams.get('state') ?? '')
    const kept = new Map(hers.cookies)
    await refused(hers, pathOf(mixed.href))
    // The right answer with a foreign sender, then as it is, then again with everything the browser had.
    const again = httpClient(portal)
    for (const [name, value] of kept) again.cookies.set(name, value)
    const own = new URL(back, 'https://portal.example')
    own.searchParams.set('state', 'another')
    await refused(again, pathOf(own.href))
    for (const [name, value] of kept) again.cookies.set(name, value)
    const foreign = new URL(back, 'https://portal.example')
    foreign.searchParams.set('iss', 'https://foreign.example')
    await refused(again, pathOf(foreign.href))
    for (const [name, value] of kept) again.cookies.set(name, value)
    assert.equal((await again.get(back)).statusCode, 303)
    const replay = httpClient(portal)
    for (const [name, value] of kept) replay.cookies.set(name, value)
    await refused(replay, back)
    await refused(httpClient(portal), `${answerPath}?error=access_denied`)
    assert.equal((await reasons(portal)).slice(before).length, 7)
    const { rows } = await sql<{ text: string }>`select string_agg(details::text, ' ') as text from platform_audit_entry`.execute(
      portal.house.database.system,
    )
    assert.doesNotMatch(rows[0]?.text ?? '', /@|code=|127\.0/)
  })

  test('an account of the service may sign out and in again with its password here', async () => {
    const ida = await member(portal, { [places.stadt]: ['editor'] })
    service.as({ sub: 'ida', email: ida.email, email_verified: true })
    const browser = httpClient(portal)
    await browser.get(await through(service, browser))
    await browser.post('/abmelden')
    assert.equal((await browser.post('/anmelden', { email: ida.email, password: goodPassword })).statusCode, 303)
  })
})

suite('a service that lies', () => {
  test('a token for others, from others, of another question, of another key or of yesterday is refused and noted', async () => {
    const service = await forgingService()
    const portal = await testServer({ env: settings(service.issuer) })
    try {
      const jana = await member(portal, { [places.stadt]: ['editor'] })
      const enter = async (forgery: Parameters<typeof service.forge>[0]) => {
        service.forge(forgery)
        service.as({ sub: 'jana', email: jana.email, email_verified: true })
        const browser = httpClient(portal)
        return (await browser.get(await through(service, browser))).statusCode
      }
      assert.equal(await enter({}), 303, 'an honest answer')
      assert.equal(await enter({ aud: 'somebody-else' }), 403)
      assert.equal(await enter({ iss: 'https://foreign.example' }), 403)
      assert.equal(await enter({ nonce: 'another' }), 403)
      assert.equal(await enter({ nonce: undefined }), 403)
      assert.equal(await enter({ foreignKey: true }), 403)
      assert.equal(await enter({ iat: 1, exp: 2 }), 403)
      assert.equal(await enter({ sub: '' }), 403)
      assert.equal((await reasons(portal)).length, 7)
      await service.close()
      assert.equal((await httpClient(portal).get('/anmelden/anbieter')).statusCode, 302, 'known already')
    } finally {
      await portal.close()
      await service.close()
    }
  })

  test('a service that does not answer is named, and the other ways stay', async () => {
    const portal = await testServer({ env: settings('http://127.0.0.1:9') })
    try {
      const answer = await httpClient(portal).get('/anmelden/anbieter')
      assert.equal(answer.statusCode, 503)
      assert.match(answer.body, /Dienstkonto Birkenau antwortet gerade nicht/)
    } finally {
      await portal.close()
    }
  })
})
