// Catalogues that we did not write, served from this machine and harvested: every record is accounted for, and a second run changes nothing.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { readRdf } from '#standards/rdf'
import { harvestedTwice } from '#support/harvested-twice.ts'
import { type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal } from '#support/portal.ts'
import { sharedData, withoutShared } from '#support/shared.ts'

const read = (...parts: string[]) => readFileSync(path.join(sharedData() ?? '', ...parts))
const udata = 'dcat-examples/udata-harvest'
const german = 'shacl/dcat-ap-de-testcases/dashboard'

let town: TestHouse
let portal: Portal

/** What a document describes, counted by its types and not by the reader under test. */
async function described(...documents: readonly (readonly [name: string, content: Buffer])[]): Promise<number> {
  const found = new Set<string>()
  for (const [fileName, content] of documents) {
    const { quads } = await readRdf(content, { fileName, baseIRI: 'https://daten.example/' })
    for (const { subject, predicate, object } of quads)
      if (predicate.value.endsWith('#type') && /dcat#(?:Dataset|DatasetSeries|DataService)$/.test(object.value))
        found.add(subject.value)
  }
  return found.size
}

type Answers = Readonly<Record<string, () => { type: string; body: Buffer | string }>>
/** Serves documents by path and query. */
function serve(answers: Answers): void {
  portal.instead = (_, response, url) => {
    const found = answers[url.pathname + url.search] ?? answers[url.pathname]
    if (!found) return false
    const { type, body } = found()
    response.writeHead(200, { 'content-type': type }).end(body)
    return true
  }
}

const harvested = (kind: string, address: string) => harvestedTwice(town, kind, address)

suite('catalogues of others', { skip: withoutShared() }, () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    portal = await openPortal({ path: '/', answer: () => undefined })
  })
  after(async () => {
    await portal?.close()
    await town?.close()
  })

  test('70 packages of a CKAN portal, page by page', async () => {
    const { result } = JSON.parse(read('ckan/ckan.json').toString())
    portal.instead = (_, response, url) => {
      if (url.pathname !== '/api/3/action/package_search') return false
      const start = Number(url.searchParams.get('start'))
      const part = { ...result, results: result.results.slice(start, start + 20) }
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ help: '', success: true, result: part }))
      return true
    }
    const run = await harvested('ckan', portal.origin)
    assert.equal(run?.read, 70)
    assert.equal(run?.pages, 4)
    assert.ok((run?.created ?? 0) >= 69, `${run?.rejected} rejected`)
  })

  for (const name of ['paged-collection', 'partial-collection'])
    test(`Hydra: ${name}`, async () => {
      const page = (number: number) => () => ({
        type: 'application/ld+json',
        body: read(udata, `${name}-${number}.jsonld`)
          .toString()
          .replaceAll('http://data.test.org/catalog.jsonld', `${portal.origin}/catalog.jsonld`),
      })
      serve({ '/catalog.jsonld?page=2': page(2), '/catalog.jsonld': page(1) })
      const run = await harvested('dcat', `${portal.origin}/catalog.jsonld`)
      assert.deepEqual([run?.read, run?.rejected, run?.pages], [4, 0, 2])
    })

  for (const name of [
    'catalog.xml',
    'bnodes.xml',
    'flat.jsonld',
    'nested.jsonld',
    'geonetwork.xml',
    'sig.oreme.rdf',
    'series.xml',
  ])
    test(`one document: ${name}`, async () => {
      const content = read(udata, name)
      serve({
        [`/${name}`]: () => ({ type: name.endsWith('jsonld') ? 'application/ld+json' : 'application/rdf+xml', body: content }),
      })
      const run = await harvested('dcat', `${portal.origin}/${name}`)
      const wanted = await described([name, content])
      assert.ok(wanted > 0)
      // What is listed and nowhere described counts besides.
      assert.ok((run?.read ?? 0) >= wanted, `${run?.read} of ${wanted}`)
      assert.ok((run?.read ?? 0) - (run?.rejected ?? 0) <= wanted)
    })

  for (const [name, count] of [
    ['brandenburg-catalog-original-input.rdf', 112],
    ['rostock-catalog-original-input.rdf', 100],
  ] as const)
    test(`a German catalogue: ${name}`, async () => {
      // The first of many pages, without the way to the next: that leads to the real portal.
      const content = read(german, name).toString().replaceAll('http://www.w3.org/ns/hydra/core#', 'https://paging.example/#')
      serve({ [`/${name}`]: () => ({ type: 'application/rdf+xml', body: content }) })
      const run = await harvested('dcat', `${portal.origin}/${name}`)
      assert.equal(run?.read, count)
      assert.equal(run?.rejected, 0)
    })

  test('ArcGIS Hub: data.json with 8 layers', async () => {
    serve({ '/data.json': () => ({ type: 'application/json', body: read(udata, 'evian.json') }) })
    const run = await harvested('data-json', portal.origin)
    assert.deepEqual([run?.read, run?.created], [8, 8])
  })
})
