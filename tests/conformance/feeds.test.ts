// Feeds, sitemap and robots as foreign programs read them.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, suite, test } from 'node:test'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let portal: TestServer
const noJudge = spawnSync('xmllint', ['--version']).error ? 'xmllint is not at hand' : false

/** Well-formed by the judgement of libxml2. */
function wellFormed(xml: string, what: string): void {
  const judged = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: xml, encoding: 'utf8' })
  assert.equal(judged.status, 0, `${what}: ${judged.stderr}`)
}
const all = (xml: string, element: string) =>
  Array.from(xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g')), ([, text = '']) => text)

suite('feeds, sitemap and robots', () => {
  before(async () => {
    portal = await testServer()
    await portal.publish(places.stadt, [
      dataset('Bäume & Sträucher <2026>', {
        description: [{ value: 'Steuerzeichen \u0008, ]]> und "Anführung"', lang: 'de' }],
        publisher: { name: [{ value: 'Amt <Grün> & Blau', lang: 'de' }] },
      }),
      ...Array.from({ length: 60 }, (_, n) => dataset(`Sitzung ${n}`)),
    ])
    await portal.publish(places.dorf, [dataset('Dorffest')])
    await portal.follow()
  })
  after(() => portal?.close())

  for (const [name, path, type] of [
    ['Atom', '/ahornstadt/daten.atom?q=B%C3%A4ume', 'application/atom+xml'],
    ['RSS', '/ahornstadt/daten.rss?q=B%C3%A4ume', 'application/rss+xml'],
    ['the sitemap index', '/sitemap.xml', 'application/xml'],
    ['a part of the sitemap', '/sitemap-1.xml', 'application/xml'],
  ] as const)
    test(`${name} is XML that a parser takes`, { skip: noJudge }, async () => {
      const answer = await portal.get(path)
      assert.equal(answer.statusCode, 200)
      assert.ok(String(answer.headers['content-type']).startsWith(type))
      wellFormed(answer.body, path)
    })

  test('an Atom entry keeps its identity, says when it changed, and leads to the page', async () => {
    const { body } = await portal.get('/ahornstadt/daten.atom?q=Str%C3%A4ucher')
    const record = await portal.store(places.stadt).bySlug('baeume-straeucher-2026')
    assert.deepEqual(all(body, 'id'), ['https://portal.example/ahornstadt/daten.atom?q=Str%C3%A4ucher', `urn:uuid:${record?.id}`])
    assert.deepEqual(all(body, 'title')[1], 'Bäume &amp; Sträucher &lt;2026&gt;')
    assert.equal(all(body, 'updated')[1], record?.changedAt.toISOString())
    assert.deepEqual(all(body, 'name'), ['Amt &lt;Grün&gt; &amp; Blau'])
    assert.match(
      body,
      /<link rel="alternate" type="text\/html" href="https:\/\/portal\.example\/ahornstadt\/daten\/baeume-straeucher-2026"\/>/,
    )
  })

  test('the newest fifty are given, each once, newest first', async () => {
    const { body } = await portal.get('/ahornstadt/daten.rss')
    const ids = all(body, 'guid')
    assert.deepEqual([ids.length, new Set(ids).size], [50, 50])
    for (const date of all(body, 'pubDate')) assert.ok(!Number.isNaN(Date.parse(date)), date)
  })

  test('a feed of a search that cannot be is refused', async () => {
    const answer = await portal.get('/daten.atom?bbox=1', { accept: 'application/atom+xml' })
    assert.equal(answer.statusCode, 400)
    assert.match(String(answer.headers['content-type']), /problem\+json/)
  })

  test('an empty feed is a feed', { skip: noJudge }, async () => {
    const { body } = await portal.get('/buchendorf/daten.atom?q=Raumfahrtbahnhof')
    wellFormed(body, 'empty feed')
    assert.equal(all(body, 'updated').length, 1)
  })

  test('the sitemap names every published record and every page, with full addresses', async () => {
    const places_ = all((await portal.get('/sitemap.xml')).body, 'loc')
    assert.deepEqual(places_, ['https://portal.example/sitemap-1.xml'])
    const addresses = all((await portal.get('/sitemap-1.xml')).body, 'loc')
    assert.equal(addresses.filter((address) => /\/ahornstadt\/daten\/./.test(address)).length, 61)
    assert.ok(addresses.includes('https://portal.example/buchendorf/daten/dorffest'))
    assert.ok(addresses.includes('https://portal.example/daten') && addresses.includes('https://portal.example/impressum'))
    assert.equal(new Set(addresses).size, addresses.length)
    assert.equal((await portal.get('/sitemap-0.xml')).statusCode, 404)
  })

  test('robots are told where the sitemap is', async () => {
    const { body } = await portal.get('/robots.txt', { accept: '*/*' })
    assert.match(body, /^Sitemap: https:\/\/portal\.example\/sitemap\.xml$/m)
    assert.doesNotMatch(body, /^Disallow: \/$/m)
  })
})
