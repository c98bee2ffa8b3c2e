// The change feed, as somebody uses it who keeps a copy.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { catalogueApiSchemas } from '#interop/catalogue-api'
import { places } from '#support/house.ts'
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
  changes: { id: string; state: string }[]
  more: boolean
  next: string
}
const page = async (path: string) => {
  const answer = await portal.get(path, { accept: 'application/json' })
  assert.equal(answer.statusCode, 200, answer.body)
  return catalogueApiSchemas.changes.parse(answer.json()) as Page
}
const local = (address: string) => new URL(address).pathname + new URL(address).search

test('a copy is complete, and stays so by asking next again', async () => {
  const copy = new Map<string, string>()
  let next = '/api/v1/changes'
  const follow = async () => {
    for (;;) {
      const one = await page(next)
      for (const { id, state } of one.changes) copy.set(id, state)
      next = local(one.next)
      if (!one.more) return one.changes.length
    }
  }
  await follow()
  assert.equal(copy.size, 750)
  assert.equal(await follow(), 0)
  const [first = ''] = copy.keys()
  await portal.store(places.stadt).withdraw(first, 'Fehler')
  await portal.publish(places.dorf, [dataset('Im Dorf')])
  assert.equal(await follow(), 2)
  assert.deepEqual([copy.size, copy.get(first)], [751, 'withdrawn'])
})

test('what cannot be read is refused by name', async () => {
  for (const query of ['since=gestern', 'after=x', 'after=2026-01-01T00:00:00.000000Z_1', 'colour=red'])
    assert.equal((await portal.get(`/api/v1/changes?${query}`)).statusCode, 400, query)
})
