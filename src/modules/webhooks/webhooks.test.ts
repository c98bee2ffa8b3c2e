// What a receiver can rely on, seen by somebody else's program: signed, in order, nothing lost, nothing of drafts; and what it may not do to us.
import assert from 'node:assert/strict'
import { after, before, beforeEach, suite, test } from 'node:test'
import { sql } from 'kysely'
import { messageApi } from '#app'
import { deliver, startDue, tidyWebhooks } from '#plaques/webhooks'
import { places, until } from '#support/house.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { openReceiver, type TestReceiver } from '#support/receiver.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let town: TestServer
let other: TestReceiver
let boss: TestPerson
let id = ''
const house = () => ({ ...town.house, api: messageApi })
const tell = () => deliver(house(), id)
const row = async () =>
  (
    await sql<{ state: string; attempts: number; minutes: number }>`
      select state, attempts, extract(epoch from next_at - now()) / 60 as minutes from webhooks_receiver where id = ${id}`.execute(
      town.house.database.system,
    )
  ).rows[0]
const soon = () => sql`update webhooks_receiver set next_at = now() where id = ${id}`.execute(town.house.database.system)

const post = (path: string, form: Record<string, string | string[]> = {}, cookie = boss.cookie) =>
  town.ask({
    method: 'POST',
    url: `/${places.kreis}${path}`,
    headers: {
      host: 'portal.example',
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString(),
  })
const page = (path: string) => town.get(`/${places.kreis}${path}`, { cookie: boss.cookie })
const kinds = ['created', 'updated', 'withdrawn']

/** Adds a receiver as a person does, and gives it the secret that the page shows this once. */
async function add(form: Record<string, string | string[]> = {}): Promise<void> {
  const answer = await post('/intern/empfaenger/neu', {
    name: 'Spiegel',
    address: other.address,
    kinds,
    below: '1',
    ...form,
  })
  assert.equal(answer.statusCode, 200, answer.body)
  other.said.secret = /whsec_[\w+/=]+/.exec(answer.body)?.[0] ?? ''
  id = /empfaenger\/([0-9a-f-]{36})/.exec(answer.body)?.[1] ?? ''
  assert.ok(other.said.secret && id)
}

/** Tells it until so many changes came: what other tests have not committed holds the order back for a moment. */
async function told(count: number): Promise<void> {
  await until(async () => {
    await tell()
    return other.got.flatMap((one) => one.changes).length >= count
  })
  assert.equal(other.got.flatMap((one) => one.changes).length, count)
}

suite('receivers are told', () => {
  before(async () => {
    other = await openReceiver()
    town = await testServer({ env: { OUTBOUND_ALLOWED_HOSTS: other.host } })
    boss = await signedIn(town, { [places.kreis]: ['administrator'] })
  })
  after(async () => {
    await town?.close()
    await other?.close()
  })
  beforeEach(async () => {
    await sql`delete from webhooks_receiver`.execute(town.house.database.system)
    await sql`delete from platform_mail`.execute(town.house.database.system)
    other.got.length = 0
    Object.assign(other.said, { status: 204, headers: {} })
  })

  test('what was published, changed and withdrawn, signed, in order, of those below too, and nothing else', async () => {
    await add()
    await town.publish(places.stadt, [dataset('Bäume')])
    await town.publish(places.land, [dataset('Nicht von hier')])
    await told(1)
    await town.publish(places.dorf, [dataset('Brunnen')])
    const store = town.store(places.stadt)
    const tree = (await store.bySlug('baeume'))?.id ?? ''
    await store.rename(tree, 'alle-baeume')
    await told(3)
    await store.withdraw(tree, 'Fehler')
    await told(4)
    const changes = other.got.flatMap((one) => one.changes)
    assert.deepEqual(
      changes.map((one) => one.kind),
      ['created', 'created', 'updated', 'withdrawn'],
    )
    assert.deepEqual(changes[1], {
      ...changes[1],
      page: 'https://portal.example/buchendorf/daten/brunnen',
      tenant: places.dorf,
    })
    assert.ok(other.got.every((one) => one.genuine && one.type === 'catalogue.changed' && /^msg_\w+$/.test(one.id)))
    assert.deepEqual(Object.keys(changes[1] ?? {}).sort(), ['changedAt', 'dataset', 'id', 'kind', 'page', 'tenant', 'uri'])
    const { statusCode } = await town.get(new URL(changes[1]?.dataset ?? '').pathname)
    assert.equal(statusCode, 200)
  })

  test('many changes come in several messages, each small, each record once', async () => {
    await add({ kinds: ['created'] })
    await town.publish(
      places.stadt,
      Array.from({ length: 120 }, (_, n) => dataset(`Satz ${n}`)),
    )
    await town.store(places.stadt).rename((await town.store(places.stadt).bySlug('satz-3'))?.id ?? '', 'satz-drei')
    await told(120)
    assert.equal(new Set(other.got.flatMap((one) => one.changes.map(({ uri }) => uri))).size, 120)
    assert.ok(other.got.every((one) => Buffer.byteLength(one.text) < 20_000))
  })

  test('what is not taken comes again with the same id and growing pauses, and nothing overtakes it', async () => {
    await add()
    other.said.status = 503
    await town.publish(places.stadt, [dataset('Erster Versuch')])
    await told(1)
    await town.publish(places.stadt, [dataset('Danach')])
    await tell()
    assert.equal(other.got.length, 1, 'not before its time')
    const first = await row()
    await soon()
    await tell()
    const second = await row()
    assert.deepEqual([first?.attempts, second?.attempts], [1, 2])
    assert.ok((second?.minutes ?? 0) > 4 && (first?.minutes ?? 9) < 1.2, 'the pause has grown')
    other.said.status = 200
    await soon()
    await told(4)
    const [one, again, taken, next] = other.got
    assert.equal(one?.id, again?.id)
    assert.equal(one?.id, taken?.id)
    assert.equal(one?.text, taken?.text)
    assert.notEqual(next?.id, one?.id)
    assert.ok(
      other.got.every(({ genuine }) => genuine),
      'signed anew each time',
    )
  })

  test('who takes nothing for a day is paused, the contact hears of it, and switched on again it misses nothing', async () => {
    await add()
    other.said.status = 500
    await town.publish(places.stadt, [dataset('Wartet lange')])
    await told(1)
    for (let n = 0; n < 8; n++) {
      await soon()
      await tell()
    }
    assert.equal((await row())?.state, 'broken')
    const { rows } = await sql<{ to_address: string; text: string }>`select to_address, text from platform_mail`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.to_address, `daten@${places.kreis}.example`)
    assert.match(rows[0]?.text ?? '', /500/)
    assert.match((await page('/intern/empfaenger')).body, /nimmt nichts mehr an/)
    other.said.status = 200
    other.got.length = 0
    await town.publish(places.stadt, [dataset('Inzwischen')])
    await post(`/intern/empfaenger/${id}/schalten`, { stand: 'on' })
    await told(2)
  })

  test('410 pauses at once; Retry-After is heeded; a redirect is not followed', async () => {
    await add()
    await town.publish(places.stadt, [dataset('Zu schnell')])
    Object.assign(other.said, { status: 429, headers: { 'retry-after': '7200' } })
    await told(1)
    assert.ok(((await row())?.minutes ?? 0) > 100)
    Object.assign(other.said, { status: 302, headers: { location: '/anderswo' } })
    await soon()
    await tell()
    assert.equal(other.got.length, 2)
    Object.assign(other.said, { status: 410, headers: {} })
    await soon()
    await tell()
    assert.equal((await row())?.state, 'broken')
  })

  test('a process that dies between sending and noting sends the same message again', async () => {
    await add()
    await town.publish(places.stadt, [dataset('Abgebrochen')])
    other.said.status = 'silent'
    const stop = new AbortController()
    await until(async () => {
      const sending = deliver(house(), id, stop.signal)
      await Promise.race([until(() => other.got.length > 0, 2).catch(() => {}), sending])
      if (other.got.length > 0) stop.abort()
      await sending
      return other.got.length > 0
    })
    assert.equal((await row())?.attempts, 0, 'nobody refused anything')
    other.said.status = 200
    await told(2)
    assert.equal(other.got[0]?.id, other.got[1]?.id)
  })

  test('two processes at once send once', async () => {
    await add()
    await town.publish(places.stadt, [dataset('Nur einmal')])
    await until(async () => {
      await Promise.all([tell(), tell(), tell()])
      return other.got.length > 0
    })
    assert.equal(other.got.length, 1)
  })

  test('a trial says at once how it went; a message can be sent once more; a new secret signs beside the former', async () => {
    await add()
    other.said.status = 404
    const bad = await post(`/intern/empfaenger/${id}/probe`)
    assert.match((await town.get(String(bad.headers.location), { cookie: boss.cookie })).body, /nicht angekommen[\s\S]*404/)
    other.said.status = 200
    const good = await post(`/intern/empfaenger/${id}/probe`)
    assert.match((await town.get(String(good.headers.location), { cookie: boss.cookie })).body, /Die Probe ist angekommen/)
    assert.deepEqual(
      other.got.map(({ type, genuine }) => [type, genuine]),
      [
        ['catalogue.test', true],
        ['catalogue.test', true],
      ],
    )
    const former = other.said.secret
    const renewed = await post(`/intern/empfaenger/${id}/schluessel`)
    const fresh = /whsec_[\w+/=]+/.exec(renewed.body)?.[0] ?? ''
    assert.notEqual(fresh, former)
    const trial = String(good.headers.location).split('probe=')[1]
    for (const secret of [former, fresh]) {
      other.said.secret = secret
      await post(`/intern/empfaenger/${id}/sendungen/${trial}`)
      assert.deepEqual([other.got.at(-1)?.genuine, other.got.at(-1)?.id], [true, other.got[1]?.id])
    }
    await sql`update webhooks_receiver set former_until = now() - interval '1 minute'`.execute(town.house.database.system)
    await tidyWebhooks(town.house)
    other.said.secret = former
    await post(`/intern/empfaenger/${id}/sendungen/${trial}`)
    assert.equal(other.got.at(-1)?.genuine, false, 'after a day it is over')
    const everything = (await page(`/intern/empfaenger/${id}`)).body
    assert.ok(!everything.includes('whsec_'), 'a secret is shown once')
    const { rows } = await sql<{ text: string }>`select row_to_json(r)::text as text from webhooks_receiver r`.execute(
      town.house.database.system,
    )
    assert.ok(!rows[0]?.text.includes(fresh.slice(6)), 'and lies sealed')
  })

  test('addresses inside, without encryption or of no kind are refused at the field, with what to do', async () => {
    for (const [address, says] of [
      ['http://empfang.example/webhook', /muss mit https/],
      ['https://169.254.169.254/latest', /internen Netz/],
      ['https://127.0.0.1/', /internen Netz/],
      ['ftp://empfang.example', /muss mit https/],
      ['empfang', /keine Adresse/],
    ] as const) {
      const answer = await post('/intern/empfaenger/neu', { name: 'Spiegel', address, kinds })
      assert.equal(answer.statusCode, 422, address)
      assert.match(answer.body, says, address)
      assert.ok(answer.body.includes(`value="${address}"`), 'nothing that was typed is lost')
    }
  })

  test('a commit finds those who are to be told, and only them', async () => {
    await add({ below: '' })
    await until(async () => {
      await tell()
      return (await startDue(town.house)) === 0
    })
    await town.publish(places.stadt, [dataset('Nebenan')])
    assert.equal(await startDue(town.house), 0, 'of its own tenant nothing changed')
    await town.publish(places.kreis, [dataset('Aus dem Kreis')])
    assert.equal(await startDue(town.house), 1)
  })
})
