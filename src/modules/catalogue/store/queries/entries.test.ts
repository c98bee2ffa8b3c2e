import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { atWork, editHouse, must, readyDraft, whole } from '#support/editing.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { sendBackDraft, submitDraft } from '../../use-cases/edit/review-draft.ts'
import { type Acting, staffDb } from '../../use-cases/edit/staff.ts'
import { type EntryFilter, type EntryPage, entryRows, entrySorts, fitKeys, noteOverdue, officesOf } from './entries.ts'
import { writeQuality } from './index-feed.ts'

let town: TestHouse
let karl: Acting
const now = new Date()
const rows = (filter: EntryFilter = {}, page: Partial<EntryPage> = {}) =>
  entryRows(staffDb(town.house, karl.site), filter, { sort: 'title', descending: false, limit: 5, ...page }, now)
const titles = async (filter: EntryFilter = {}, page: Partial<EntryPage> = {}) =>
  (await rows(filter, page)).rows.map((one) => one.title)

suite('the list of what a tenant has', () => {
  before(async () => {
    town = await testHouse()
    karl = await atWork(town, places.stadt)
    const names = [
      'Öffnungszeiten',
      'Ämter',
      'Zoo',
      'Auen',
      'Ohrwürmer',
      'Straßen',
      'Strasse',
      'Bäder',
      'Baustellen',
      'Übergänge',
      'ÜBERGÄNGE 2',
    ]
    await town.publish(
      places.stadt,
      names.map((name) => whole(name)),
    )
    await town.publish(places.dorf, [whole('Fremdes')])
  })
  after(() => town?.close())

  test('German order, page by page, forwards and backwards, in every order, each row once', async () => {
    assert.deepEqual(await titles({}, { limit: 20 }), [
      'Ämter',
      'Auen',
      'Bäder',
      'Baustellen',
      'Öffnungszeiten',
      'Ohrwürmer',
      'Strasse',
      'Straßen',
      'Übergänge',
      'ÜBERGÄNGE 2',
      'Zoo',
    ])
    for (const sort of entrySorts)
      for (const descending of [false, true]) {
        const whole = (await rows({}, { sort, descending, limit: 50 })).rows.map((one) => one.id)
        const seen: string[] = []
        const firsts: string[] = []
        let page = await rows({}, { sort, descending, limit: 3 })
        for (;;) {
          seen.push(...page.rows.map((one) => one.id))
          firsts.push(page.rows[0]?.id ?? '')
          if (!page.next) break
          assert.ok(fitKeys(sort, page.next), `${sort}: ${page.next}`)
          page = await rows({}, { sort, descending, limit: 3, after: page.next })
        }
        assert.deepEqual(seen, whole, `${sort} ${descending}`)
        for (firsts.pop(); page.previous; firsts.pop()) {
          page = await rows({}, { sort, descending, limit: 3, before: page.previous })
          assert.equal(page.rows[0]?.id, firsts.at(-1), `${sort} ${descending} backwards`)
        }
        assert.deepEqual(firsts, [])
      }
  })

  test('words are found in any case, with umlauts or without', async () => {
    assert.deepEqual(await titles({ text: 'ubergange' }), ['Übergänge', 'ÜBERGÄNGE 2'])
    assert.deepEqual(await titles({ text: 'STRASSE' }), ['Strasse', 'Straßen'])
    assert.deepEqual(await titles({ text: '%' }), [])
  })

  test('what needs somebody stands on top: sent back, in review, overdue', async () => {
    const [back, review] = [await readyDraft(town, karl, 'Zurück'), await readyDraft(town, karl, 'Zur Prüfung')]
    for (const { id } of [back, review]) must(await submitDraft(editHouse(town), karl, { id }))
    must(await sendBackDraft(editHouse(town), karl, { id: back.id, reason: 'Lizenz?' }))
    const zoo = await town.store(places.stadt).bySlug('zoo')
    const dueAt = new Date(now.getTime() + 3600_000)
    const quality = { checks: [{ id: 'current', passed: true }], score: 1, best: 1, dueAt: dueAt.toISOString() }
    const { contentHash } = await import('#standards/rdf')
    const { encodeRecord } = await import('#standards/dcat-ap-de')
    await writeQuality(town.house.database.system, [
      { id: zoo?.id ?? '', hash: contentHash(encodeRecord(whole('Zoo'))), quality },
    ])
    const top = () => titles({}, { sort: 'attention', limit: 3 })
    assert.deepEqual(await top(), ['Zurück', 'Zur Prüfung', 'Ämter'])
    assert.equal(await noteOverdue(town.house.database.system, new Date(dueAt.getTime() + 1)), 1)
    assert.deepEqual(await top(), ['Zurück', 'Zur Prüfung', 'Zoo'])
  })

  test('offices are named once, and only keys that an order gives out are taken', async () => {
    assert.deepEqual(await officesOf(staffDb(town.house, karl.site)), [])
    for (const sort of entrySorts) assert.equal(fitKeys(sort, ['x', 'y', 'z']), false)
    assert.equal(fitKeys('changed', ['2026-02-31T00:00:00.000000Z', 'not-an-id']), false)
  })
})
