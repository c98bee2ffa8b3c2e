import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import { type Around, surroundings } from './queries/dataset-page.ts'

let town: TestHouse
const { stadt, dorf, kreis, land } = places
const slugs = async (slug: string) => (await town.store(slug).pageAfter('', 1000)).map((one) => one.slug).sort()

/** Two addresses whose fingerprints share their first six digits, as among some thousand records two always do. */
function alikeBeginnings(): string[] {
  const seen = new Map<string, string>()
  for (let n = 0; ; n++) {
    const uri = `https://daten.example/bild/${n}`
    const start = createHash('sha256').update(uri).digest('hex').slice(0, 6)
    const twin = seen.get(start)
    if (twin) return [twin, uri]
    seen.set(start, uri)
  }
}

/** What a view finds around some record. */
const around = (slug: string, wanted: Partial<Around>) => {
  const { scope } = town.store(slug)
  const nothing = { tenant: scope.tenant, uris: [], series: undefined }
  return surroundings(town.house.database, scope, town.house.config.publicUrl, { ...nothing, ...wanted })
}

suite('the catalogue is kept', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('a record is created, then unchanged, then updated; its address stays', async () => {
    const first = dataset('Baumkataster')
    assert.deepEqual(await town.publish(stadt, [first]), ['created'])
    const kept = await town.store(stadt).bySlug('baumkataster')
    assert.deepEqual(await town.publish(stadt, [first]), ['unchanged'])
    assert.deepEqual((await town.store(stadt).bySlug('baumkataster'))?.changedAt, kept?.changedAt)
    assert.deepEqual(await town.publish(stadt, [{ ...first, title: [{ value: 'Straßenbäume', lang: 'de' }] }]), ['updated'])
    const now = await town.store(stadt).bySlug('baumkataster')
    assert.equal(now?.id, kept?.id)
    assert.equal(now?.record.title[0]?.value, 'Straßenbäume')
  })

  test('a record that was renamed is found under its old address, also after the next import', async () => {
    const record = dataset('Spielplätze')
    await town.publish(stadt, [record])
    const store = town.store(stadt)
    const { id = '' } = (await store.bySlug('spielplaetze')) ?? {}
    assert.equal(await store.rename(id, 'spielorte'), true)
    assert.equal(await store.formerSlug('spielplaetze'), 'spielorte')
    await town.publish(stadt, [{ ...record, keyword: [{ value: 'Kinder', lang: 'de' }] }])
    assert.equal((await store.bySlug('spielorte'))?.id, id)
    assert.equal(await store.formerSlug('spielplaetze'), 'spielorte')
    await town.publish(stadt, [dataset('Spielplätze', { uri: 'https://anders.example/1' })])
    assert.equal((await store.bySlug('spielplaetze'))?.id, undefined, 'an address that leads elsewhere is not given away')
  })

  test('equal titles get different addresses', async () => {
    const twins = [1, 2, 3].map((n) => dataset('Bebauungsplan', { uri: `https://daten.example/plan/${n}` }))
    assert.deepEqual(await town.publish(dorf, twins), ['created', 'created', 'created'])
    const found = await slugs(dorf)
    assert.equal(new Set(found).size, 3)
    assert.ok(found.includes('bebauungsplan'))
    assert.deepEqual(await town.publish(dorf, twins), ['unchanged', 'unchanged', 'unchanged'])
    assert.deepEqual(await slugs(dorf), found)
  })

  test('also where the fingerprints of their addresses begin alike', async () => {
    const [one = '', other = ''] = alikeBeginnings()
    const named = (uri: string) => dataset('Luftbild', { uri })
    await town.publish(kreis, [named('https://daten.example/bild/erstes')])
    await town.publish(kreis, [named(one), named(other)])
    assert.equal((await slugs(kreis)).filter((slug) => slug.startsWith('luftbild')).length, 3)
    assert.equal((await around(kreis, { uris: [one, other] })).linked.length, 2)
  })

  test('two tenants may have the same record under the same address, each its own', async () => {
    const record = dataset('Wahlergebnisse')
    await town.publish(stadt, [record])
    await town.publish(dorf, [{ ...record, description: [{ value: 'im Dorf', lang: 'de' }] }])
    assert.notEqual((await town.store(stadt).bySlug('wahlergebnisse'))?.id, (await town.store(dorf).bySlug('wahlergebnisse'))?.id)
    assert.equal((await town.store(dorf).bySlug('wahlergebnisse'))?.record.description[0]?.value, 'im Dorf')
  })

  test('a withdrawn record leaves its place, and comes back when it is delivered again', async () => {
    const record = dataset('Haushaltsplan')
    await town.publish(dorf, [record])
    const store = town.store(dorf)
    const { id = '' } = (await store.bySlug('haushaltsplan')) ?? {}
    assert.equal(await store.withdraw(id, 'Enthielt einen Fehler.'), true)
    assert.equal(await store.withdraw(id, 'noch einmal'), false)
    const gone = await store.bySlug('haushaltsplan')
    assert.deepEqual([gone?.state, gone?.withdrawnReason], ['withdrawn', 'Enthielt einen Fehler.'])
    assert.ok(!(await slugs(dorf)).includes('haushaltsplan'))
    assert.deepEqual(await town.publish(dorf, [record]), ['updated'])
    const back = await store.bySlug('haushaltsplan')
    assert.deepEqual([back?.id, back?.state, back?.withdrawnReason], [id, 'published', null])
  })

  test('views add up what is published below them', async () => {
    const count = (slug: string) => town.store(slug).count()
    const [s, d, k, l] = await Promise.all([count(stadt), count(dorf), count(kreis), count(land)])
    assert.equal(l, k)
    assert.equal(k, s + d + 3)
  })

  test('two imports at the same moment, with equal titles and a record in common, both end well', async () => {
    const make = (run: number) =>
      Array.from({ length: 50 }, (_, n) => dataset('Sitzung', { uri: `https://daten.example/sitzung/${run}/${n}` }))
    const shared = dataset('Gemeinsam', { uri: 'https://daten.example/gemeinsam' })
    const runs = await Promise.all(
      [1, 2, 3].map((run) => town.publish(stadt, [...make(run), { ...shared, version: String(run) }])),
    )
    assert.equal(runs.flat().filter((outcome) => outcome === 'created').length, 151)
  })

  test('own addresses follow the instance when it moves', async () => {
    const own = dataset('Eigenes', { uri: 'https://portal.example/ahornstadt/daten/eigenes' })
    await town.publish(stadt, [own])
    const { rows } = await sql<{ uri: string }>`select uri from catalogue_resource where slug = 'eigenes'`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.uri, 'allmende://self/ahornstadt/daten/eigenes')
    assert.equal((await town.store(stadt).bySlug('eigenes'))?.record.uri, own.uri)
    assert.deepEqual(
      (await around(land, { uris: [own.uri] })).linked.map((one) => [one.uri, one.slug]),
      [[own.uri, 'eigenes']],
    )
  })

  test('nobody can hang a file on a record of another tenant', async () => {
    const county = dataset('Kreisstatistik')
    await town.publish(kreis, [county])
    const { id = '' } = (await town.store(kreis).bySlug('kreisstatistik')) ?? {}
    const file = { mediaType: 'text/csv', bytes: 1, sha256: 'aa', columns: null }
    await town.store(kreis).putFile(id, { ...file, name: 'statistik.csv' })
    // The Kreis may read its Gemeinden, so their rows could count as its own: the key names the tenant too.
    await assert.rejects(town.store(dorf).putFile(id, { ...file, name: 'untergeschoben.csv' }), /foreign key/)
    assert.deepEqual(
      (await town.store(kreis).files('kreisstatistik')).map((one) => one.name),
      ['statistik.csv'],
    )
  })

  test('letters that no database takes become a sign that stands for them', async () => {
    await town.publish(stadt, [dataset('Nullzeichen', { description: [{ value: 'vor\u0000nach \ud800', lang: 'de' }] })])
    assert.match((await town.store(stadt).bySlug('nullzeichen'))?.record.description[0]?.value ?? '', /^vor\ufffdnach/)
  })
})
