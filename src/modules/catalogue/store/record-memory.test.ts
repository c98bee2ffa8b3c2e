import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import type { Scope } from '#platform/db'
import { places, type TestHouse, testHouse, until } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import type { StoredResource } from './catalogue-store.ts'
import { nothingBeside } from './queries/dataset-page.ts'
import { RecordMemory } from './record-memory.ts'

let town: TestHouse
const { stadt, dorf } = places

suite('records that were read before', () => {
  before(async () => {
    town = await testHouse()
    await town.publish(stadt, [dataset('Baumkataster')])
  })
  after(() => town?.close())
  const read = async () => {
    const found = await town.store(stadt).bySlug('baumkataster')
    assert.ok(found)
    return found
  }

  test('come ready made, by slug and by id, and nobody can change them for others', async () => {
    const first = await read()
    assert.equal(await read(), first)
    assert.equal((await town.store(stadt).byIds([first.id]))[0], first)
    assert.throws(() => first.record.title.push({ value: 'x', lang: 'de' }), TypeError)
  })

  test('are read anew after every change, whoever made it', async () => {
    const { id } = await read()
    const change = (set: ReturnType<typeof sql>) =>
      sql`update catalogue_resource set ${set} where id = ${id}`.execute(town.house.database.system)
    await change(sql`quality = '{"checks": [], "score": 7, "best": 10}'`)
    assert.equal((await read()).quality?.score, 7)
    await change(sql`record = jsonb_set(record, '{title,0,value}', '"Straßenbäume"')`)
    assert.equal((await read()).record.title[0]?.value, 'Straßenbäume')
    await town.publish(stadt, [dataset('Baumkataster', { version: '2' })])
    const now = await read()
    assert.equal(now.record.kind === 'dataset' && now.record.version, '2')
    await town.store(stadt).withdraw(id, 'Enthielt einen Fehler.')
    assert.equal((await read()).state, 'withdrawn')
    assert.deepEqual(await town.store(stadt).byIds([id]), [])
  })

  test('have a card for lists that follows every change of the document and of its quality, too', async () => {
    await town.publish(stadt, [dataset('Spielplätze')])
    const found = await town.store(stadt).bySlug('spielplaetze')
    assert.ok(found)
    const card = async () => (await town.store(stadt).cards([found.id, found.id]))[0]
    const first = await card()
    const { kind, uri, title, description, publisher, issued, modified } = found.record
    assert.deepEqual(
      first?.record,
      JSON.parse(
        JSON.stringify({
          ...{ kind, uri, title, description, publisher, issued, modified, originator: [], maintainer: [], creator: [] },
          formats: found.record.kind === 'dataset' ? found.record.distribution.flatMap((one) => one.format ?? []) : [],
        }),
      ),
    )
    assert.equal(await card(), first)
    const change = (set: ReturnType<typeof sql>) =>
      sql`update catalogue_resource set ${set} where id = ${found.id}`.execute(town.house.database.system)
    await change(
      sql`quality = '{"checks": [{"id": "title", "passed": true}, {"id": "current", "passed": false, "params": {"reason": "overdue", "days": 12}}], "score": 7, "best": 10}'`,
    )
    assert.deepEqual((await card())?.verdict, { passed: 1, all: 2, late: 12 })
    await change(sql`record = jsonb_set(record, '{title,0,value}', '"Bolzplätze"')`)
    assert.equal((await card())?.record.title[0]?.value, 'Bolzplätze')
    assert.deepEqual(await town.store(dorf).cards([found.id]), [])
    await town.store(stadt).withdraw(found.id, 'Enthielt einen Fehler.')
    assert.deepEqual(await town.store(stadt).cards([found.id]), [])
  })

  test('are given to nobody who may not see them', async () => {
    const { id } = await read()
    assert.equal(await town.store(dorf).byId(id), undefined)
    assert.deepEqual(await town.store(dorf).byIds([id]), [])
    assert.equal(await town.store(dorf).withBeside('baumkataster'), undefined)
  })

  test('are asked for once while somebody hears of changes: by each scope, and again after each change', async () => {
    const memory = new RecordMemory()
    const [here, there] = [
      { tenant: 'a', readable: [] },
      { tenant: 'b', readable: [] },
    ]
    const one = { id: 'a', tenant: 'a', slug: 'a', record: dataset('a') } as unknown as StoredResource
    let asked = 0
    const read = () => {
      asked++
      return memory.known('a')?.row ?? memory.keep('1', one, 1)
    }
    const ask = async () => [read()]
    const page = async () => ({ ...read(), beside: nothingBeside })
    const both = async (scope: Scope) => {
      const before = asked
      assert.equal((await memory.rows(scope, ['a', 'a'], ask)).length, 1)
      assert.equal((await memory.withBeside(scope, 'a', page))?.id, 'a')
      return asked - before
    }
    assert.deepEqual([await both(here), await both(here)], [2, 2], 'nobody hears')
    memory.listening(true)
    await both(here)
    assert.deepEqual([await both(here), await memory.rows(there, ['a'], ask).then(() => asked)], [0, 7])
    memory.doubt()
    assert.deepEqual([await both(here), await both(here)], [2, 0])
    // A change that comes while the database answers.
    memory.doubt()
    await memory.rows(here, ['a'], async () => {
      const found = await ask()
      memory.doubt()
      return found
    })
    assert.equal(await both(here), 2)
    memory.doubt()
    await memory.withBeside(here, 'a', async () => {
      const found = await page()
      memory.doubt()
      return found
    })
    assert.equal(await both(here), 2)
    memory.listening(false)
    assert.deepEqual([await both(here), await both(here)], [2, 2], 'nobody hears any more')
  })

  test('follow every change that the database tells of, whoever made it', async () => {
    await town.publish(stadt, [dataset('Brunnen')])
    await town.follow()
    const store = town.store(stadt)
    const { id } = (await store.bySlug('brunnen')) ?? assert.fail()
    const change = (statement: ReturnType<typeof sql>) => statement.execute(town.house.database.system)
    const page = () => store.withBeside('brunnen')
    const show = async () => ({ card: (await store.cards([id]))[0], record: (await store.byIds([id]))[0], page: await page() })
    // Once it was judged and is not asked for any more, nothing but the change itself can tell of it.
    await until(async () => !!(await store.withBeside('brunnen', true))?.quality)
    await until(async () => {
      const before = await page()
      await new Promise((resolve) => setTimeout(resolve, 400))
      return before === (await page())
    })
    await store.putFile(id, { name: 'brunnen.csv', mediaType: 'text/csv', bytes: 3, sha256: 'a'.repeat(64), columns: null })
    await until(async () => (await page())?.beside.files.length === 1)
    await show()
    await change(
      sql`update catalogue_resource set record = jsonb_set(record, '{title,0,value}', '"Trinkbrunnen"') where id = ${id}`,
    )
    assert.equal((await store.withBeside('brunnen', true))?.record.title[0]?.value, 'Trinkbrunnen')
    await until(async () => {
      const { card, record, page } = await show()
      return [card, record, page].every((one) => one?.record.title[0]?.value === 'Trinkbrunnen')
    })
    await store.withdraw(id, 'Enthielt einen Fehler.')
    await until(async () => {
      const { card, record, page } = await show()
      return !card && !record && page?.state === 'withdrawn'
    })
  })

  test('make room for newer ones, those first that nobody asked for', () => {
    const memory = new RecordMemory()
    const one = (id: string) => ({ id, tenant: 't', slug: id, record: dataset(id) }) as unknown as StoredResource
    for (const id of ['a', 'b', 'c']) memory.keep('1', one(id), 8_000_000)
    memory.known('a')
    memory.keep('1', one('d'), 8_000_000)
    assert.deepEqual(
      ['a', 'b', 'c', 'd'].filter((id) => memory.known(id)),
      ['a', 'c', 'd'],
    )
    assert.deepEqual(memory.idAt('t', 'b'), [])
    memory.keep('2', one('a'), 8_000_000)
    assert.equal(memory.known('a')?.version, '2')
    for (const id of ['a', 'c', 'd']) memory.known(id)
    memory.keep('1', one('e'), 8_000_000)
    assert.ok(memory.known('e'), 'a new one stays, also where all others were asked for')
  })
})
