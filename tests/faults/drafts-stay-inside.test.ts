// What is not released is nowhere: no page, interface, feed, search, suggestion, count, table or file says a word of it.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { attachFile, type Draft, releaseDraft, saveDraft, scheduleDraft } from '#catalogue'
import { atWork, lawful, must, readyDraft, whole } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let draft: Draft
let changed: string
const word = 'Zwergschnepfenzählung'
const secret = 'Raubwürgernachweise'

/** Everything that anybody may ask for and that lists, counts or finds records. */
const addresses = (slug: string, id: string) => [
  '/',
  `/daten?q=${encodeURIComponent(word)}`,
  `/daten?q=${encodeURIComponent(secret)}`,
  '/daten',
  '/daten.csv',
  '/daten.atom',
  '/daten.rss',
  `/suche/vorschlaege?q=${encodeURIComponent(word.slice(0, 6))}`,
  '/themen',
  '/themen/envi',
  '/herausgeber',
  '/metadatenqualitaet',
  '/sitemap.xml',
  '/katalog.ttl',
  '/katalog.rdf',
  '/katalog.jsonld',
  `/id/${id}`,
  `/id/${id}.ttl`,
  `/daten/${slug}`,
  `/daten/${slug}.ttl`,
  `/daten/${slug}/metadaten`,
  `/daten/${slug}/datei/geheim.csv`,
  `/id/${id}/datei/geheim.csv`,
  '/api/v1/datasets',
  `/api/v1/datasets?q=${encodeURIComponent(word)}`,
  `/api/v1/datasets/${id}`,
  '/api/v1/facets',
  '/api/v1/changes',
  `/api/3/action/package_search?q=${encodeURIComponent(word)}&facet.field=["tags"]`,
  '/api/3/action/package_search?rows=1000',
  '/api/3/action/package_list',
  `/api/3/action/package_show?id=${id}`,
  '/api/3/action/current_package_list_with_resources',
  `/api/3/action/package_autocomplete?q=${encodeURIComponent(word.slice(0, 6))}`,
  '/api/3/action/tag_list',
  `/dataset/${slug}`,
  '/ogc/collections/datasets/items?f=json&limit=1000',
  `/ogc/collections/datasets/items/${id}?f=json`,
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/oai?verb=ListRecords&metadataPrefix=dcat',
  '/csw?service=CSW&version=2.0.2&request=GetRecords&typeNames=csw:Record&resultType=results&elementSetName=full',
  '/csw?service=CSW&version=2.0.2&request=GetRecords&typeNames=csw:Record&resultType=results&outputSchema=http://www.isotc211.org/2005/gmd',
  '/data.json',
  `/api/1/metastore/schemas/dataset/items/${id}`,
]

/** Every answer to the public in which the word stands; the question itself does not count. */
async function leaks(needle: string): Promise<string[]> {
  const found: string[] = []
  for (const place of [`/${places.stadt}`, `/${places.kreis}`, ''])
    for (const path of addresses('zwergschnepfenzaehlung', draft.id)) {
      const answer = await town.get(place + path, { accept: '*/*' })
      const said = answer.body.replaceAll(encodeURIComponent(word), '').replaceAll(encodeURIComponent(secret), '')
      const asked = path.includes('q=')
      const says = asked
        ? /"(?:total|count)":[1-9]|alm-result__title|<entry>/.test(said) && said.includes(needle)
        : said.includes(needle)
      if (says) found.push(place + path)
    }
  return found
}

suite('drafts stay inside', () => {
  before(async () => {
    town = await testServer()
    const karl = await atWork(town, places.stadt)
    await town.publish(places.stadt, [whole('Vogelarten')])
    draft = await readyDraft(town, karl, word)
    const content = Buffer.from(`Art;Zahl\n${word};3\n`)
    const { draft: withFile } = must(
      await attachFile(town.house, karl, { id: draft.id, name: 'geheim.csv', mediaType: 'text/csv', content }),
    )
    draft = await lawful(town, karl, withFile)
    must(await scheduleDraft(town.house, karl, { id: draft.id, at: new Date(Date.now() + 3600_000) }))
    changed = (await town.store(places.stadt).bySlug('vogelarten'))?.id ?? ''
    const { beginDraft } = await import('#catalogue')
    const change = must(await beginDraft(town.house, karl, { resource: changed }))
    const record = { ...change.record, title: [{ value: secret, lang: 'de' }] }
    must(await saveDraft(town.house, karl, { id: change.id, revision: change.revision, record }))
    await town.follow()
  })
  after(() => town?.close())

  test('a new one under embargo, and what a draft changes of a published one', async () => {
    assert.deepEqual(await leaks(word), [])
    assert.deepEqual(await leaks(secret), [])
    assert.equal(await town.store(places.stadt).count(), 1)
  })

  test('staff of another tenant, also of the district above, find neither', async () => {
    const above = await atWork(town, places.kreis)
    for (const path of [`/intern/freigaben/${draft.id}`, `/intern/entwuerfe/${draft.id}/datei/geheim.csv`])
      for (const site of [places.kreis, places.stadt])
        assert.equal((await town.get(`/${site}${path}`, { cookie: above.who.cookie })).statusCode, 404, site + path)
    const list = await town.get(`/${places.kreis}/intern/datensaetze`, { cookie: above.who.cookie })
    assert.doesNotMatch(list.body, new RegExp(word))
  })

  test('the test can fail: once released, the same questions find it', async () => {
    const karl = await atWork(town, places.stadt)
    must(await releaseDraft(town.house, karl, { id: draft.id }))
    await town.indexed()
    const found = await leaks(word)
    for (const path of ['/daten.csv', '/daten.atom', '/katalog.ttl', '/daten/zwergschnepfenzaehlung/datei/geheim.csv'])
      assert.ok(found.includes(`/${places.stadt}${path}`), `${path}: ${found.join()}`)
  })
})
