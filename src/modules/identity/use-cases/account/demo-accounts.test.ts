import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { insertTenants } from '#identity'
import { closeDemoAccounts, loadDemoAccounts } from '#plaques/identity'
import { tenant } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { demoAccounts, demoPassword } from '../../demo/accounts.ts'

let portal: TestServer
const account = { email: 'koordination@lindenrode.example', password: demoPassword }

suite('accounts of the demonstration', () => {
  before(async () => {
    portal = await testServer()
    const { id } = portal.site('land')
    await insertTenants(portal.house.database.system, [tenant({ slug: 'lindenrode', name: 'Stadt Lindenrode', parent: id })])
    await portal.house.keeper.refresh()
    await loadDemoAccounts(portal.house)
    await loadDemoAccounts(portal.house)
  })
  after(() => portal?.close())

  test('the sign-in page names one for every role, and two clicks lead inside', async () => {
    const browser = httpClient(portal)
    const page = await browser.get('/lindenrode/anmelden')
    const here = demoAccounts.filter((one) => one.tenant === 'lindenrode')
    for (const { email } of here) assert.match(page.body, new RegExp(`value="${email}"`))
    const first = await browser.post('/lindenrode/anmelden', account)
    assert.equal(first.headers.location, '/lindenrode/anmelden/zweiter-faktor')
    const second = await browser.get('/lindenrode/anmelden/zweiter-faktor')
    const code = /Demonstration: Ihr Code ist (\d{6})/.exec(second.body)?.[1] ?? ''
    const done = await browser.post('/lindenrode/anmelden/zweiter-faktor', { code })
    assert.equal(done.headers.location, '/lindenrode/intern')
    // Others try the same account in the same half minute: the code shown works for them too.
    const again = httpClient(portal)
    await again.post('/lindenrode/anmelden', account)
    const shown =
      /Demonstration: Ihr Code ist (\d{6})/.exec((await again.get('/lindenrode/anmelden/zweiter-faktor')).body)?.[1] ?? ''
    const other = await again.post('/lindenrode/anmelden/zweiter-faktor', { code: shown })
    assert.equal(other.headers.location, '/lindenrode/intern')
  })

  test('in production they are closed, and their open sessions with them', async () => {
    const browser = httpClient(portal)
    await browser.post('/lindenrode/anmelden', account)
    const production = { ...portal.house.config, ALLMENDE_MODE: 'production' as const }
    await closeDemoAccounts({ config: production, database: portal.house.database })
    assert.equal((await browser.get('/lindenrode/anmelden/zweiter-faktor')).headers.location, '/lindenrode/anmelden')
    assert.equal((await httpClient(portal).post('/lindenrode/anmelden', account)).statusCode, 422)
    await loadDemoAccounts({ ...portal.house, config: production })
    assert.equal((await httpClient(portal).post('/lindenrode/anmelden', account)).statusCode, 422)
  })
})
