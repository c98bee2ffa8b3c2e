// The catalogue as other programs fetch it, and a portal whose catalogue is switched off.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { after, before, suite, test } from 'node:test'
import type { Quad } from '@rdfjs/types'
import { allRoutes } from '#app'
import { readRdf } from '#standards/rdf'
import { runClient } from '#support/foreign-client.ts'
import { places, until } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

const dcat = 'http://www.w3.org/ns/dcat#'
const hydra = 'http://www.w3.org/ns/hydra/core#'

async function quadsOf(body: string, contentType: unknown): Promise<Quad[]> {
  const { quads, fault } = await readRdf(body, { contentType: String(contentType) })
  assert.equal(fault, undefined, JSON.stringify(fault))
  return quads
}
const listed = (quads: readonly Quad[]) =>
  quads.filter((quad) => quad.predicate.value === `${dcat}dataset`).map((quad) => quad.object.value)
const local = (address: string) => new URL(address).pathname + new URL(address).search

suite('the catalogue for programs', () => {
  let portal: TestServer
  before(async () => {
    portal = await testServer()
    await portal.publish(
      places.stadt,
      Array.from({ length: 230 }, (_, n) => dataset(`Datensatz ${n}`, { uri: `https://daten.example/${n}` })),
    )
    await portal.publish(places.dorf, [dataset('Im Dorf', { uri: 'https://daten.example/dorf' })])
  })
  after(() => portal?.close())

  const rapper = '/usr/bin/rapper'
  test('rapper reads Turtle and RDF/XML without a word, and finds as many triples as we', {
    skip: existsSync(rapper) ? false : 'raptor2-utils not installed',
  }, async () => {
    for (const [suffix, syntax] of [
      ['ttl', 'turtle'],
      ['rdf', 'rdfxml'],
    ] as const) {
      const answer = await portal.get(`/ahornstadt/katalog.${suffix}`, { accept: '*/*' })
      const said = await runClient(rapper, ['-c', '-i', syntax, '-', 'https://portal.example/'], { input: answer.body })
      assert.equal(said.code, 0, said.err)
      assert.doesNotMatch(said.err, /Warning|Error/)
      const ours = await quadsOf(answer.body, answer.headers['content-type'])
      assert.equal(Number(/returned (\d+) triples/.exec(said.err)?.[1]), ours.length)
    }
  })

  for (const [suffix, type] of [
    ['ttl', 'text/turtle'],
    ['rdf', 'application/rdf+xml'],
    ['jsonld', 'application/ld+json'],
  ] as const) {
    test(`${suffix}: whoever follows the pages finds each record exactly once`, async () => {
      const found: string[] = []
      let path: string | undefined = `/ahornstadt/katalog.${suffix}`
      let pages = 0
      while (path) {
        const answer = await portal.get(path, { accept: '*/*' })
        assert.equal(answer.statusCode, 200)
        assert.ok(String(answer.headers['content-type']).startsWith(type))
        const quads = await quadsOf(answer.body, answer.headers['content-type'])
        found.push(...listed(quads))
        const next = quads.find((quad) => quad.predicate.value === `${hydra}next`)?.object.value
        assert.equal(quads.find((quad) => quad.predicate.value === `${hydra}totalItems`)?.object.value, '230')
        assert.equal(
          /<([^>]+)>; rel="next"/.exec(String(answer.headers.link))?.[1],
          next,
          'the header says the same as the document',
        )
        path = next && local(next)
        pages++
      }
      assert.deepEqual([pages, found.length, new Set(found).size], [3, 230, 230])
    })

    test(`${suffix}: the whole catalogue in one answer`, async () => {
      const answer = await portal.get(`/katalog/alles.${suffix}`, { accept: '*/*' })
      assert.equal(listed(await quadsOf(answer.body, answer.headers['content-type'])).length, 231)
      assert.equal(answer.headers['access-control-allow-origin'], '*')
    })
  }

  test('modified_since gives what changed since, and nothing else', async () => {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const moment = new Date().toISOString()
    await portal.publish(places.stadt, [dataset('Datensatz 7', { uri: 'https://daten.example/7', version: '2' })])
    const answer = await portal.get(`/ahornstadt/katalog.ttl?modified_since=${moment}`, { accept: '*/*' })
    assert.deepEqual(listed(await quadsOf(answer.body, 'text/turtle')), ['https://daten.example/7'])
    for (const bad of ['gestern', '2026-13-01', '20261101', '1'])
      assert.equal((await portal.get(`/katalog.ttl?modified_since=${bad}`)).statusCode, 400, bad)
  })

  test('pages that are not there are refused', async () => {
    for (const page of ['0', '-1', '4', 'x', '1.5', '99999999'])
      assert.equal((await portal.get(`/ahornstadt/katalog.ttl?page=${page}`)).statusCode, 400, page)
  })

  test('what is asked for is chosen by quality; people get the search', async () => {
    for (const [accept, to] of [
      ['text/turtle', '/katalog.ttl'],
      ['application/rdf+xml', '/katalog.rdf'],
      ['application/ld+json', '/katalog.jsonld'],
      ['text/turtle;q=0.4, application/ld+json;q=0.9', '/katalog.jsonld'],
      ['text/html, text/turtle;q=0.9', '/daten'],
      ['text/turtle;q=0, application/rdf+xml;q=0.1', '/katalog.rdf'],
      ['image/png', '/daten'],
    ] as const) {
      const answer = await portal.get('/katalog', { accept })
      assert.deepEqual([answer.statusCode, answer.headers.location], [303, to], accept)
    }
    assert.equal(
      (await portal.get('/ahornstadt/katalog?page=2', { accept: 'text/turtle' })).headers.location,
      '/ahornstadt/katalog.ttl?page=2',
    )
  })

  test('HEAD says the same as GET, without the text', async () => {
    for (const path of ['/katalog.ttl', '/daten', '/daten.atom', '/api/v1/datasets', '/robots.txt', '/sitemap.xml']) {
      const [head, get] = [
        await portal.ask({ method: 'HEAD', url: path, headers: { host: 'portal.example' } }),
        await portal.ask({ method: 'GET', url: path, headers: { host: 'portal.example' } }),
      ]
      assert.deepEqual(
        [head.statusCode, head.headers['content-type'], head.body],
        [get.statusCode, get.headers['content-type'], ''],
        path,
      )
    }
  })
})

suite('files that the portal keeps', () => {
  let portal: TestServer
  const content = Buffer.from(`Baum;Höhe\n${Array.from({ length: 500 }, (_, n) => `Linde ${n};${n}`).join('\n')}\n`)
  const path = '/ahornstadt/daten/baumkataster/datei/baumkataster.csv'
  const ask = (headers: Record<string, string> = {}) => portal.get(path, { accept: '*/*', ...headers })
  before(async () => {
    portal = await testServer()
    await portal.publish(places.stadt, [dataset('Baumkataster')])
    const { id = '' } = (await portal.store(places.stadt).bySlug('baumkataster')) ?? {}
    await portal.store(places.stadt).putFile(id, {
      name: 'baumkataster.csv',
      mediaType: 'text/csv',
      bytes: content.length,
      sha256: await portal.house.storage.put(content),
      columns: null,
    })
  })
  after(() => portal?.close())

  test('a file comes as it was put in, and a second time only when it changed', async () => {
    const whole = await ask()
    assert.deepEqual([whole.statusCode, whole.rawPayload.equals(content), whole.headers['accept-ranges']], [200, true, 'bytes'])
    assert.match(String(whole.headers['content-type']), /^text\/csv/)
    const etag = String(whole.headers.etag)
    assert.match(etag, /^"[^"]+"$/)
    assert.deepEqual(
      [(await ask({ 'if-none-match': etag })).statusCode, (await ask({ 'if-none-match': '"anders"' })).statusCode],
      [304, 200],
    )
  })

  for (const [range, from, to] of [
    ['bytes=0-9', 0, 10],
    ['bytes=100-', 100, content.length],
    ['bytes=-7', content.length - 7, content.length],
    ['bytes=10-99999999', 10, content.length],
  ] as const)
    test(`a part of it: ${range}`, async () => {
      const answer = await ask({ range })
      assert.deepEqual([answer.statusCode, answer.headers['content-range']], [206, `bytes ${from}-${to - 1}/${content.length}`])
      assert.ok(answer.rawPayload.equals(content.subarray(from, to)))
    })

  test('a part that is not there is refused with the length; what is no range counts as none', async () => {
    const beyond = await ask({ range: 'bytes=99999999-' })
    assert.deepEqual([beyond.statusCode, beyond.headers['content-range']], [416, `bytes */${content.length}`])
    for (const range of ['seiten=1-2', 'bytes=9-1', 'bytes=x'])
      assert.ok([200, 416].includes((await ask({ range })).statusCode), range)
    const stale = await ask({ range: 'bytes=0-9', 'if-range': '"anders"' })
    assert.equal(stale.statusCode, 200, 'a part of something else would not fit')
  })

  test('another name, another tenant, a way out of the folder: not there', async () => {
    for (const other of [
      '/ahornstadt/daten/baumkataster/datei/anders.csv',
      '/buchendorf/daten/baumkataster/datei/baumkataster.csv',
      '/ahornstadt/daten/baumkataster/datei/..%2f..%2fpostgres.secret',
    ])
      assert.equal((await portal.get(other)).statusCode, 404, other)
  })
})

suite('a tenant whose catalogue is switched off', () => {
  let portal: TestServer
  before(async () => {
    portal = await testServer()
    await portal.publish(places.stadt, [dataset('Sonderbares Baumkataster')])
    await portal.publish(places.dorf, [dataset('Dorfteich')])
    await portal.follow()
    await portal.switchModules(places.stadt, [])
    await until(async () => /"total":1,/.test((await portal.get('/api/v1/datasets')).body))
  })
  after(() => portal?.close())
  const base = `/${places.stadt}`

  test('none of its addresses answers, whatever is asked', async () => {
    const routes = allRoutes()
      .flatMap(({ routes: of }) => Object.values(of))
      .filter((route) => route.module === 'catalogue')
    assert.ok(routes.length > 20)
    for (const route of routes) {
      const path = base + route.path.replace(/:(\w+)(\([^)]*\))?/g, 'sonderbares-baumkataster')
      assert.equal((await portal.get(path)).statusCode, 404, path)
      assert.equal((await portal.get(path, { accept: 'text/turtle' })).statusCode, 404, path)
    }
  })

  test('its pages do not speak of it', async () => {
    for (const path of ['', '/impressum', '/barrierefreiheit', '/en', '/gibt-es-nicht']) {
      const { body } = await portal.get(base + path)
      assert.doesNotMatch(
        body,
        /href="[^"]*\/(daten|themen|orte|herausgeber|schnittstellen|katalog|metadatenqualitaet)(["/?.])/,
        path,
      )
      assert.doesNotMatch(body, /name="q"|Baumkataster|application\/(atom|rss)\+xml/, path)
    }
    const map = await portal.get(`${base}/sitemap-1.xml`)
    assert.doesNotMatch(map.body, /daten(?!schutz)|themen|orte|schnittstellen|_komponenten/)
    assert.match(map.body, /impressum/)
  })

  test('the views above do not show what it once published', async () => {
    for (const path of [
      '/daten?q=Baumkataster',
      '/kreis-birkenau/daten',
      '/daten.atom',
      '/daten.csv',
      '/api/v1/datasets',
      '/suche/vorschlaege?q=Sonder',
      '/katalog.ttl',
      '/katalog/alles.jsonld',
      '/sitemap-1.xml',
      '/orte',
      '/herausgeber',
      '/',
    ])
      assert.doesNotMatch((await portal.get(path)).body, /Sonderbares|sonderbares-baumkataster/, path)
  })

  test('switched on again, all is there as before', async () => {
    await portal.switchModules(places.stadt, ['catalogue'])
    assert.equal((await portal.get(`${base}/api/v1/datasets/sonderbares-baumkataster`)).statusCode, 200)
    assert.match((await portal.get('/katalog.ttl')).body, /Sonderbares/)
    await until(async () => /"total":2,/.test((await portal.get('/api/v1/datasets')).body))
  })
})
