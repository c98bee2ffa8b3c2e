import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { turtleCatalogue, turtlePrefixes } from '#support/text.ts'
import { type ImportReport, importCatalogue } from './import-catalogue.ts'

let town: TestHouse
const take = (text: string, slug: string = places.stadt, name = 'katalog.ttl') =>
  importCatalogue(town.store(slug), { name, content: text })
const sums = ({ read, created, updated, unchanged, rejected }: ImportReport) => ({
  read,
  created,
  updated,
  unchanged,
  rejected: rejected.length,
})
const one = (text: string) =>
  `${turtlePrefixes}@prefix dcatde: <http://dcat-ap.de/def/dcatde/> .\n<https://d.example/k> a dcat:Catalog ; dcat:dataset <https://d.example/1> .\n<https://d.example/1> a dcat:Dataset ; dct:title "Eins"@de ; ${text}`

suite('taking a catalogue in', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('what was read is created, updated, unchanged or rejected, and a second import changes nothing', async () => {
    const text = turtleCatalogue([{ id: 1 }, { id: 2, distributions: 3 }, { id: 3, distributions: 0 }])
    assert.deepEqual(sums(await take(text)), { read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 })
    assert.deepEqual(sums(await take(text)), { read: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 })
    const changed = turtleCatalogue([{ id: 1 }, { id: 2, distributions: 4 }, { id: 3, distributions: 0 }, { id: 4 }])
    assert.deepEqual(sums(await take(changed)), { read: 4, created: 1, updated: 1, unchanged: 2, rejected: 0 })
  })

  test('the same statements in another order and form are the same record', async () => {
    const text = one(
      'dct:description "Text"@de ; dcat:keyword "a"@de, "b"@de ; dct:spatial [ a dct:Location ; dct:identifier "x" ] .',
    )
    await take(text, places.dorf)
    const turned = one(
      'dct:spatial _:z ; dcat:keyword "b"@de, "a"@de ; dct:description "Text"@de .\n_:z dct:identifier "x" ; a dct:Location .',
    )
    assert.deepEqual(sums(await take(turned, places.dorf)), { read: 1, created: 0, updated: 0, unchanged: 1, rejected: 0 })
  })

  test('a repair says which record, which property, what stood there and what stands now', async () => {
    const { repaired } = await take(
      one(
        'dct:description "Text"@de ; dct:language "de" ; dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://d.example/a.csv> ; dct:format "csv" ] .',
      ),
      places.kreis,
    )
    const format = repaired.find((entry) => entry.property === 'dct:format')
    assert.equal(format?.record, 'https://d.example/1')
    assert.equal(format?.from, 'csv')
    assert.match(format?.to ?? '', /file-type\/CSV$/)
    const notes = await town.store(places.kreis).notesOf('https://d.example/1')
    assert.deepEqual(
      notes.filter((note) => note.kind === 'repaired').length,
      repaired.filter((entry) => entry.record === 'https://d.example/1').length,
    )
  })

  test('a document that breaks off changes nothing, and says where', async () => {
    const before = await town.store(places.land).count()
    const text = turtleCatalogue(Array.from({ length: 500 }, (_, i) => ({ id: `halb-${i}` })))
    const report = await take(text.slice(0, text.length / 2))
    assert.deepEqual(sums(report), { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 })
    assert.equal(report.faults.length, 1)
    assert.ok((report.faults[0]?.fault.line ?? 0) > 100)
    assert.equal(await town.store(places.land).count(), before)
  })

  test('each run stands in the database with its sum', async () => {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from catalogue_import where finished_at is null or read <> created + updated + unchanged + rejected`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.n, 0)
  })

  test('nothing that was read is lost: all distributions of all records are there', async () => {
    const { rows } = await sql<{ slug: string; parts: number }>`
      select slug, jsonb_array_length(record -> 'distribution') as parts from catalogue_resource where tenant = ${town.site(places.stadt).id} order by slug`.execute(
      town.house.database.system,
    )
    assert.deepEqual(
      rows.map((row) => row.parts),
      [1, 4, 0, 1],
    )
  })
})
