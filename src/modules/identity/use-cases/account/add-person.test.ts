import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { goodPassword } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { personCommand } from '../../person-command.ts'

let portal: TestServer

/** Runs `person` as the command line does; gives exit code and lines. */
async function person(values: Readonly<Record<string, string | boolean>>) {
  const out: string[] = []
  const err: string[] = []
  const io = { out: (text: string) => out.push(text), err: (text: string) => err.push(text), progress: () => {} }
  const code = await personCommand.run({ values, positionals: ['add'], raw: [] }, io, async () => portal.house)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
const first = { email: 'nesrin@ahornstadt.example', name: 'Nesrin Aydın', role: 'administrator', tenant: places.stadt }

suite('the first administrator', () => {
  before(async () => {
    portal = await testServer()
  })
  after(() => portal?.close())

  test('is let in by the operator, and sets a password by the printed link', async () => {
    const { code, out } = await person({ ...first, json: true })
    assert.equal(code, 0)
    const { link } = JSON.parse(out) as { link: string }
    assert.ok(link.startsWith('https://portal.example/ahornstadt/anmelden/passwort/'), link)
    const browser = httpClient(portal)
    const path = new URL(link).pathname
    assert.match((await browser.get(path)).body, /Ihr Konto einrichten/)
    const short = await browser.post(path, { password: 'kurz' })
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /mindestens 12 Zeichen/)
    assert.equal((await browser.post(path, { password: goodPassword })).headers.location, '/ahornstadt/anmelden?meldung=passwort')
    assert.equal((await browser.post(path, { password: 'ein anderes Passwort' })).statusCode, 410)
    const entered = await browser.post('/ahornstadt/anmelden', { email: first.email, password: goodPassword })
    assert.equal(entered.headers.location, '/ahornstadt/anmelden/zweiter-faktor')
  })

  test('a second role needs no new password, and every fault is named', async () => {
    const again = await person({ ...first, tenant: places.dorf })
    assert.deepEqual([again.code, /passwort/.test(again.out)], [0, false])
    const wrong = await person({ email: 'x', name: ' ', role: 'king', tenant: 'nowhere' })
    assert.equal(wrong.code, 1)
    for (const field of ['email', 'name', 'role', 'tenant']) assert.match(wrong.err, new RegExp(`^${field} `, 'm'))
  })
})
