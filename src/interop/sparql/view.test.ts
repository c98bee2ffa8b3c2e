// A changed catalogue is found again by SPARQL: what is new, what reads otherwise, and nothing of what was withdrawn.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CatalogueHouse } from '#catalogue'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { dataset } from '#support/text.ts'
import { Engine } from './engine.ts'
import { Views } from './view.ts'

let town: TestHouse
let views: Views
const engine = new Engine(256)
before(async () => {
  town = await testHouse()
  views = new Views({ ...town.house, search: await town.house.index() } as CatalogueHouse, engine, 0)
})
after(async () => {
  engine.close()
  await town?.close()
})

const query =
  'PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX dct: <http://purl.org/dc/terms/> SELECT ?t { ?d a dcat:Dataset ; dct:title ?t } ORDER BY ?t'
async function titles(slug: string): Promise<string[]> {
  const ready = await views.ready(town.site(slug))
  assert.ok(ready.ok, JSON.stringify(ready))
  const found = await engine.ask({ kind: 'query', query, graphs: ready.value, format: 'text/csv' }, 30_000)
  assert.ok(found.ok, JSON.stringify(found))
  return found.value.split('\r\n').slice(1, -1)
}
/** What other tests have not committed on the same server holds the list of changes back for a moment. */
async function become(slug: string, wanted: readonly string[]): Promise<void> {
  let now: string[] = []
  const end = performance.now() + 15_000
  while (now.join() !== wanted.join() && performance.now() < end) now = await titles(slug)
  assert.deepEqual(now, wanted)
}

test('after a change the next question finds it, in the view of the town and of the district', async () => {
  const uri = 'https://daten.example/baeume'
  await town.publish(places.stadt, [dataset('Bäume', { uri }), dataset('Wege')])
  assert.deepEqual(await titles(places.stadt), ['Bäume', 'Wege'])
  await town.publish(places.stadt, [dataset('Straßenbäume', { uri })])
  await become(places.stadt, ['Straßenbäume', 'Wege'])
  await town.store(places.stadt).withdraw((await town.store(places.stadt).bySlug('wege'))?.id ?? '', 'Fehler')
  await town.publish(places.dorf, [dataset('Im Dorf')])
  await become(places.kreis, ['Im Dorf', 'Straßenbäume'])
})
