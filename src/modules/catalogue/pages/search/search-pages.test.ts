import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

const theme = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`
const csv = 'http://publications.europa.eu/resource/authority/file-type/CSV'
const area = (x: number) => ({ geometry: `POLYGON((${x} 51,${x + 0.1} 51,${x + 0.1} 51.1,${x} 51.1,${x} 51))` })

let portal: TestServer
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

suite('pages of the search', () => {
  before(async () => {
    portal = await testServer()
    const many = Array.from({ length: 23 }, (_, i) => dataset(`Spielplatz ${i}`, { keyword: [{ value: 'Kinder', lang: 'de' }] }))
    const counts = dataset('Verkehrszählung <b>laut</b>', {
      theme: [theme('TRAN')],
      modified: '2026-05-01',
      spatial: [area(8)],
      distribution: [distribution({ uri: 'https://daten.example/v', format: csv })],
    })
    await portal.publish(places.stadt, [counts, dataset('=1+1 Haushalt', { theme: [theme('ECON')] })])
    await portal.publish(places.dorf, many)
    await portal.follow()
  })
  after(() => portal?.close())

  const page = async (path: string, status = 200) => {
    const answer = await portal.get(path)
    assert.equal(answer.statusCode, status, path)
    return answer.body
  }

  test('the heading is the finding, with and without words and filters', async () => {
    assert.match(await page('/kreis-birkenau/daten'), /<h1>25 Datensätze<\/h1>/)
    assert.match(await page('/ahornstadt/daten?q=Verkehrsz%C3%A4hlung'), /<h1>Ein Datensatz zu „Verkehrszählung“<\/h1>/)
    assert.match(await page('/kreis-birkenau/daten?thema=tran'), /<h1>Ein Datensatz zum Thema „Verkehr“<\/h1>/)
    assert.match(await page('/en/daten?thema=tran'), /<h1>One dataset on “Transport”<\/h1>/)
  })

  test('titles are text, never markup', async () => {
    const html = await page('/daten?q=laut')
    assert.ok(!html.includes('<b>laut</b>'))
    assert.ok(html.includes('&lt;b>laut&lt;/b>') || html.includes('&lt;b&gt;laut&lt;/b&gt;'))
  })

  test('one form holds all filters and forgets neither words nor order', async () => {
    const html = await page('/kreis-birkenau/daten?q=Spielplatz&sort=titel&ort=buchendorf')
    const form = /<form class="alm-facetform".*?<\/form>/s.exec(html)?.[0] ?? ''
    assert.match(form, /type="hidden" name="q" value="Spielplatz"/)
    assert.match(form, /type="hidden" name="sort" value="titel"/)
    for (const name of ['gebiet', 'ort', 'offen', 'hvd', 'von', 'bis', 'bbox'])
      assert.match(form, new RegExp(`name="${name}"`), name)
    assert.match(form, /value="buchendorf" checked/)
  })

  test('the views above are offered with what they would find', async () => {
    const html = await page('/ahornstadt/daten?q=Spielplatz')
    assert.match(text(html), /Kein Datensatz passt zu „Spielplatz“/)
    assert.match(
      html,
      /href="\/ahornstadt\/daten\?q=Spielplatz&amp;gebiet=kreis-birkenau"[^>]*>(<[^>]*>)*Hier suchen: Kreis Birkenau, 23 Treffer/,
    )
  })

  test('rows lead into the portal that owns the record', async () => {
    assert.match(await page('/daten?q=Verkehrsz%C3%A4hlung'), /<h3><a href="\/ahornstadt\/daten\/verkehrszaehlung/)
  })

  test('leafing: page two, the way back, and nothing behind the last page', async () => {
    assert.match(await page('/kreis-birkenau/daten?seite=2'), /<ol class="alm-rows" start="21">/)
    const behind = await portal.get('/kreis-birkenau/daten?seite=99')
    assert.equal(behind.statusCode, 302)
    assert.equal(behind.headers.location, '/kreis-birkenau/daten?seite=2')
  })

  test('what cannot be read is named with its field and an example', async () => {
    const html = text(await page('/daten?seite=x&von=gestern&bbox=1,2&sort=laut&gebiet=mond', 400))
    assert.match(html, /5 Angaben in der Adresse passen nicht/)
    for (const word of [
      'Seite (seite)',
      'Erneuert seit (von)',
      'Kartenausschnitt (bbox)',
      'Sortierung (sort)',
      'Gebiet (gebiet)',
      '2025-03-14',
    ])
      assert.ok(html.includes(word), word)
    assert.match(await page(`/daten?q=${'a'.repeat(1200)}`, 400), /1\.000 Zeichen/)
  })

  test('hostile values give a page, never a fault of ours', async () => {
    for (const query of [
      'q=%00',
      'q=%22%22',
      'thema=constructor',
      'format=__proto__',
      'q=%3Cscript%3Ealert(1)%3C/script%3E',
      'ansicht=x',
      'ort=%F0%9F%92%A9',
      'bbox=8,51,8,51',
      'von=2026-02-30',
      `thema=${'x'.repeat(5000)}`,
    ]) {
      const answer = await portal.get(`/daten?${query}`)
      assert.ok(answer.statusCode === 200 || answer.statusCode === 400, `${query}: ${answer.statusCode}`)
      assert.ok(!answer.body.includes('<script>alert'), query)
    }
  })

  test('the CSV has every result, a header, and no formulas', async () => {
    const answer = await portal.get('/kreis-birkenau/daten.csv')
    const lines = answer.body.trimEnd().split('\r\n')
    assert.equal(lines.length, 26)
    assert.match(lines[0] ?? '', /^title,publisher,portal,theme,format,license,issued,modified,/)
    assert.ok(lines.some((line) => line.startsWith("'=1+1 Haushalt,")))
    assert.match(String(answer.headers['content-type']), /text\/csv; charset=utf-8/)
    assert.equal((await portal.get('/daten.csv?seite=x')).statusCode, 400)
  })

  test('suggestions name what they are and where they lead', async () => {
    const { suggestions } = (await portal.get('/suche/vorschlaege?q=verk', { accept: 'application/json' })).json()
    const kinds = suggestions.map((one: { kind: string; href: string }) => `${one.kind} ${one.href}`)
    assert.ok(kinds.includes('Thema /themen/tran'), kinds.join('\n'))
    assert.ok(
      kinds.some((one: string) => one.startsWith('Datensatz /ahornstadt/daten/verkehrszaehlung')),
      kinds.join('\n'),
    )
    const place = (await portal.get('/suche/vorschlaege?q=buch', { accept: 'application/json' })).json().suggestions
    assert.ok(place.some((one: { href: string }) => one.href === '/daten?ort=buchendorf'))
    assert.deepEqual((await portal.get('/suche/vorschlaege?q=v')).json(), { suggestions: [] })
  })

  test('without borders the map says so, and the list is there', async () => {
    const html = await page('/daten?q=Verkehrsz%C3%A4hlung&ansicht=karte')
    assert.match(html, /Alle Treffer stehen in der Liste/)
    assert.match(html, /<ol class="alm-rows"/)
  })
})
