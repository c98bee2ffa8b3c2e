// The change feed, as somebody uses it who keeps a copy.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { catalogueApiSchemas } from '#interop/catalogue-api'
import { settleChangeOrder } from '#plaques/catalogue'
import { places, until } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let portal: TestServer
before(async () => {
  portal = await testServer()
  for (let part = 0; part < 3; part++)
    await portal.publish(
      places.stadt,
      Array.from({ length: 250 }, (_, n) => dataset(`Satz ${part} ${n}`)),
    )
})
after(() => portal?.close())

interface Page {
  changes: { id: string; kind: string; state: string; page: string }[]
  more: boolean
  next: string
}
const local = (address: string) => new URL(address).pathname + new URL(address).search
const page = async (path: string) => {
  const answer = await portal.get(path, { accept: 'application/json' })
  assert.equal(answer.statusCode, 200, answer.body)
  return catalogueApiSchemas.changes.parse(answer.json()) as Page
}

/** Keeps a copy: what it knows of each record, and where it goes on. */
function mirror(next = '/api/v1/changes') {
  const copy = new Map<string, string>()
  const look = async (): Promise<number> => {
    let seen = 0
    for (;;) {
      const one = await page(next)
      seen += one.changes.length
      for (const { id, kind } of one.changes) copy.set(id, kind)
      next = local(one.next)
      if (!one.more) return seen
    }
  }
  return {
    copy,
    look,
    next: () => next,
    /** Looks until so much was seen: what other tests have not committed on the same server holds everybody back for a moment. */
    async lookFor(count: number) {
      let seen = 0
      await until(async () => {
        seen += await look()
        return seen >= count
      })
      assert.equal(seen, count)
    },
  }
}

test('a copy is complete, and stays so by asking next again', async () => {
  const { copy, lookFor } = mirror()
  await lookFor(750)
  const first = (await portal.store(places.stadt).bySlug('satz-0-0'))?.id ?? ''
  await portal.store(places.stadt).withdraw(first, 'Fehler')
  await portal.publish(places.dorf, [dataset('Im Dorf')])
  await lookFor(2)
  assert.deepEqual([copy.size, copy.get(first)], [751, 'withdrawn'])
  await portal.publish(places.stadt, [dataset('Satz 0 0')])
  await lookFor(1)
  assert.equal(copy.get(first), 'created', 'what was gone is there anew')
  await portal.store(places.stadt).rename(first, 'ganz-neu')
  await lookFor(1)
  assert.equal(copy.get(first), 'updated')
})

test('a change that began earlier and is committed later is not stepped over', async () => {
  const one = mirror()
  await one.look()
  const slow = new pg.Client({ connectionString: portal.house.database.url })
  await slow.connect()
  try {
    const [id = ''] = one.copy.keys()
    await slow.query('begin')
    await slow.query('update catalogue_resource set changed_at = now() where id = $1', [id])
    await portal.publish(places.dorf, [dataset('Überholt')])
    assert.equal(await one.look(), 0, 'the quick one waits, or the slow one would be lost')
    await slow.query('commit')
    await one.lookFor(2)
  } finally {
    await slow.end()
  }
})

test('places of former days are still good', async () => {
  const former = `/api/v1/changes?after=${encodeURIComponent('2020-01-01T00:00:00.000000Z_0197a3c0-0000-7000-8000-000000000001')}`
  const [old, whole] = [mirror(former), mirror()]
  await until(async () => (await old.look()) + (await whole.look()) >= 0 && old.copy.size >= 752)
  assert.equal(old.copy.size, whole.copy.size)
  assert.equal((await page('/api/v1/changes?since=2999-01-01')).changes.length, 0)
})

test('after a restored backup nobody goes on where he was', async () => {
  const one = mirror()
  await one.look()
  // As if the numbers had come from a cluster that was far ahead.
  await sql`update catalogue_resource set change_number = change_number + 1000000 where slug = 'ganz-neu'`.execute(
    portal.house.database.system,
  )
  await settleChangeOrder(portal.house.database.system as never)
  const answer = await portal.get(one.next(), { accept: 'application/json' })
  assert.equal(answer.statusCode, 410, answer.body)
  await portal.publish(places.dorf, [dataset('Nach der Sicherung')])
  const anew = mirror()
  await until(async () => (await anew.look()) >= 0 && anew.copy.size === 753)
  assert.deepEqual([...anew.copy.values()].at(-1), 'created', 'what is new comes last')
})

test('what cannot be read is refused by name', async () => {
  for (const query of ['since=gestern', 'after=x', 'after=2026-01-01T00:00:00.000000Z_1', 'colour=red'])
    assert.equal((await portal.get(`/api/v1/changes?${query}`)).statusCode, 400, query)
})
