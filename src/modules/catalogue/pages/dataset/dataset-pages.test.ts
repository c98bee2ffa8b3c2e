import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { encodeRecord } from '#standards/dcat-ap-de'
import { parseRdf } from '#standards/rdf'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

const csvType = 'http://publications.europa.eu/resource/authority/file-type/CSV'
const by = 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'
const de = (value: string) => [{ value, lang: 'de' }]
const text = (html: string) =>
  html
    .replace(/<script.*?<\/script>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ')
const address = 'https://portal.example/ahornstadt/daten/baeume-der-stadt'
const rows = Array.from({ length: 120 }, (_, i) => `L-${i};${i % 4 ? 'Winterlinde' : 'Äsche'};${i % 5 ? `${i},5` : ''}\n`).join(
  '',
)
const table = Buffer.from(`Nr;Art;Höhe\n${rows}kaputt\n`, 'latin1')

let portal: TestServer

async function host(slug: string, name: string, content: Buffer, mediaType: string) {
  const store = portal.store(places.stadt)
  const resource = await store.bySlug(slug)
  assert.ok(resource)
  const sha256 = await portal.house.storage.put(content)
  const columns = name.endsWith('.csv') ? [{ name: 'Art', type: 'string', meaning: 'Deutscher Name der Baumart.' }] : null
  await store.putFile(resource.id, { name, mediaType, bytes: content.length, sha256, columns })
}

const trees = dataset('Bäume der Stadt', {
  uri: 'https://daten.example/baeume',
  description: de(
    'Die Bäume auf städtischem Grund mit Art und Höhe, aufgenommen vor Ort. Näheres unter https://baum.example/x(1). Nicht <b>fett</b>.',
  ),
  modified: '2026-11-01',
  accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/QUARTERLY',
  keyword: de('Baum'),
  distribution: [
    distribution({
      uri: 'https://daten.example/baeume#1',
      format: csvType,
      license: by,
      downloadURL: [`${address}/datei/baeume.csv`],
    }),
    distribution({
      uri: 'https://daten.example/baeume#2',
      title: de('Gefährlich'),
      downloadURL: ['javascript:alert(1)'],
      accessURL: ['data:text/html,x'],
    }),
  ],
})

suite('pages of a dataset', () => {
  before(async () => {
    portal = await testServer()
    await portal.publish(places.stadt, [
      trees,
      dataset('Bäume der Stadt 2025', {
        uri: 'https://daten.example/baeume-2025',
        inSeries: ['https://daten.example/reihe'],
        modified: '2025-11-01',
      }),
      dataset('Bäume der Stadt 2024', {
        uri: 'https://daten.example/baeume-2024',
        inSeries: ['https://daten.example/reihe'],
        modified: '2024-11-01',
      }),
      { ...dataset('Alle Stände'), uri: 'https://daten.example/reihe', kind: 'series' },
      dataset('Alte Liste', { uri: 'https://daten.example/alt' }),
      dataset('Umzug', { uri: 'https://daten.example/umzug' }),
    ])
    await portal.publish(places.dorf, [dataset('Bäume der Stadt Buchendorf', { uri: 'https://daten.example/dorf' })])
    await host('baeume-der-stadt', 'baeume.csv', table, 'text/csv')
    await portal.follow()
    const store = portal.store(places.stadt)
    const [old, moved] = await Promise.all([store.bySlug('alte-liste'), store.bySlug('umzug')])
    assert.ok(old && moved)
    await store.withdraw(old.id, 'Sie war veraltet.')
    await store.rename(moved.id, 'umgezogen')
  })
  after(() => portal?.close())

  const page = async (path: string, status = 200, headers: Record<string, string> = {}) => {
    const answer = await portal.get(path, headers)
    assert.equal(answer.statusCode, status, `${path}: ${answer.body.slice(0, 300)}`)
    return answer
  }
  const base = '/ahornstadt/daten/baeume-der-stadt'

  test('the head says whose it is, how new, and has one next step with format and size', async () => {
    const { body } = await page(base)
    assert.equal(body.match(/<h1/g)?.length, 1)
    assert.match(text(body), /CSV herunterladen, 2,\d kB/)
    assert.match(text(body), /Stand 1\. November 2026 Aktualisierung: vierteljährlich, das nächste Mal am 1\. Februar 2027/)
    assert.match(text(body), /von 6 Prüfungen bestanden/)
    assert.match(body, /<link rel="canonical" href="https:\/\/portal\.example\/ahornstadt\/daten\/baeume-der-stadt"/)
  })

  test('descriptions are text: links only to web addresses, no markup', async () => {
    const { body } = await page(base)
    assert.match(body, /<a href="https:\/\/baum\.example\/x\(1\)"/)
    assert.ok(!body.includes('<b>fett</b>'))
    assert.ok(!/href="(javascript|data):/i.test(body))
    assert.match(text(body), /Diese Adresse öffnen wir nicht: javascript:alert\(1\)/)
  })

  test('preview, gaps and broken rows are named', async () => {
    assert.match(text((await page(base)).body), /6 von 121 Zeilen, 3 von 3 Spalten/)
    const second = text((await page(`${base}/vorschau/baeume.csv?seite=3`)).body)
    assert.match(second, /Zeilen 101 bis 121/)
    assert.match(second, /L-100 Äsche/)
    assert.match(second, /Zeile 122: 1 Zellen statt 3/)
    assert.match(second, /25 von 121/)
    assert.match(second, /Deutscher Name der Baumart/)
    for (const bad of ['4', '0', '-1', 'x', '99999999999']) await page(`${base}/vorschau/baeume.csv?seite=${bad}`, 404)
    await page(`${base}/vorschau/gibtsnicht.csv`, 404)
  })

  test('suffix and Accept header give the same graph in three forms', async () => {
    const wanted = encodeRecord(trees).length + 1
    for (const [suffix, type] of [
      ['ttl', 'text/turtle'],
      ['rdf', 'application/rdf+xml'],
      ['jsonld', 'application/ld+json'],
    ] as const) {
      for (const answer of [await page(`${base}.${suffix}`), await page(base, 200, { accept: type })]) {
        assert.ok(String(answer.headers['content-type']).startsWith(type))
        assert.match(String(answer.headers.vary), /Accept/)
        const quads = []
        for await (const quad of parseRdf(answer.body, {
          format: suffix === 'ttl' ? 'turtle' : suffix === 'rdf' ? 'rdfxml' : 'jsonld',
        }))
          quads.push(quad)
        assert.equal(quads.length, wanted, suffix)
      }
    }
    assert.match(String((await page(base)).headers.link), /baeume-der-stadt\.ttl>; rel="alternate"; type="text\/turtle"/)
  })

  test('old addresses lead on, with their suffix', async () => {
    assert.equal((await page('/ahornstadt/daten/umzug', 301)).headers.location, '/ahornstadt/daten/umgezogen')
    assert.equal((await page('/ahornstadt/daten/umzug.ttl', 301)).headers.location, '/ahornstadt/daten/umgezogen.ttl')
    assert.equal((await page('/ahornstadt/daten/umzug/metadaten', 301)).headers.location, '/ahornstadt/daten/umgezogen/metadaten')
  })

  test('what is withdrawn says so in every form', async () => {
    const { body } = await page('/ahornstadt/daten/alte-liste', 410)
    assert.match(text(body), /Zurückgezogen: Alte Liste .*Sie war veraltet\./)
    assert.match(body, /<meta name="robots" content="noindex"/)
    const problem = JSON.parse((await page('/ahornstadt/daten/alte-liste', 410, { accept: 'application/json' })).body)
    assert.equal(problem.status, 410)
    assert.match(problem.detail, /Sie war veraltet/)
    assert.match((await page('/ahornstadt/daten/alte-liste.ttl', 410)).body, /deprecated/)
    await page('/ahornstadt/daten/alte-liste/metadaten', 410)
    await page('/ahornstadt/daten/nie-gewesen', 404)
  })

  test('the persistent address leads to the page or to the form that was asked for', async () => {
    const id = (await portal.store(places.stadt).bySlug('baeume-der-stadt'))?.id ?? ''
    assert.equal((await page(`/id/${id}`, 303)).headers.location, base)
    assert.equal((await page(`/id/${id}`, 303, { accept: 'text/turtle' })).headers.location, `${base}.ttl`)
    assert.equal((await page(`/id/${id}`, 303)).headers.vary, 'Accept')
    await page('/id/kein-uuid', 404)
  })

  test('a series shows its members, a member the other states', async () => {
    const series = text((await page('/ahornstadt/daten/alle-staende')).body)
    assert.match(series, /Teile der Reihe .*Bäume der Stadt 2025 01\.11\.2025 Bäume der Stadt 2024/)
    assert.match(text((await page('/ahornstadt/daten/baeume-der-stadt-2025')).body), /Frühere Stände .*Bäume der Stadt 2024/)
  })

  test('the same data of other towns are found by their subject', async () => {
    assert.match(
      (await page('/ahornstadt/daten/baeume-der-stadt')).body,
      /href="\/buchendorf\/daten\/baeume-der-stadt-buchendorf"/,
    )
  })

  test('schema.org says what search engines want to know', async () => {
    const { body } = await page(base)
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '{}')
    assert.equal(data['@type'], 'Dataset')
    assert.equal(data.isAccessibleForFree, true)
    assert.equal(data.distribution[0].contentUrl, `${address}/datei/baeume.csv`)
    assert.equal(data.distribution.length, 1)
  })

  test('metadata show checks, points and the record', async () => {
    const said = text((await page(`${base}/metadaten`)).body)
    assert.match(said, /Sechs Prüfungen/)
    assert.match(said, /von \d+ Punkten/)
    assert.match(said, /dcat:Dataset/)
  })

  test('pages speak English too', async () => {
    assert.match(text((await page('/ahornstadt/en/daten/baeume-der-stadt')).body), /Download CSV.*Use and cite/)
  })

  suite('files', () => {
    const file = `${base}/datei/baeume.csv`

    test('whole, with fingerprint, length, name and for everyone', async () => {
      const answer = await page(file, 200, { 'accept-encoding': 'br, gzip' })
      assert.deepEqual(answer.rawPayload, table)
      assert.equal(answer.headers['content-length'], String(table.length))
      assert.match(String(answer.headers.etag), /^"[0-9a-f]{64}"$/)
      assert.equal(answer.headers['access-control-allow-origin'], '*')
      assert.match(String(answer.headers['content-disposition']), /^attachment; filename="ahornstadt-baeume\.csv"/)
      assert.equal(answer.headers['content-security-policy'], "default-src 'none'; sandbox")
      assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    })

    test('in parts', async () => {
      const part = await page(file, 206, { range: 'bytes=3-9', 'accept-encoding': 'br, gzip' })
      assert.deepEqual(part.rawPayload, table.subarray(3, 10))
      assert.equal(part.headers['content-range'], `bytes 3-9/${table.length}`)
      assert.deepEqual((await page(file, 206, { range: 'bytes=-5' })).rawPayload, table.subarray(-5))
      assert.equal((await page(file, 416, { range: 'bytes=999999-' })).headers['content-range'], `bytes */${table.length}`)
      for (const ignored of ['bytes=5-2', 'bytes=1-2,4-5', 'lines=1-2', 'bytes=-']) await page(file, 200, { range: ignored })
      await page(file, 200, { range: 'bytes=0-1', 'if-range': '"other"' })
    })

    test('only when it changed, and the head alone', async () => {
      const { headers } = await page(file)
      await page(file, 304, { 'if-none-match': String(headers.etag) })
      await page(file, 304, { 'if-none-match': `"x", W/${headers.etag}` })
      await page(file, 304, { 'if-modified-since': String(headers['last-modified']) })
      await page(file, 200, { 'if-none-match': '"other"', 'if-modified-since': String(headers['last-modified']) })
      const head = await portal.ask({ method: 'HEAD', url: file, headers: { host: 'portal.example' } })
      assert.equal(head.statusCode, 200)
      assert.equal(head.headers['content-length'], String(table.length))
      assert.equal(head.rawPayload.length, 0)
    })

    test('what is not kept is not found', async () => {
      await page(`${base}/datei/andere.csv`, 404)
      await page(`${base}/datei/..%2f..%2fetc%2fpasswd`, 404)
      await page('/buchendorf/daten/baeume-der-stadt/datei/baeume.csv', 404)
    })
  })
})
