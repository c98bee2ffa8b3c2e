import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

const theme = (code: string) => `http://publications.europa.eu/resource/authority/data-theme/${code}`
const publisher = (value: string) => ({ publisher: { name: [{ value, lang: 'de' }] } })
const square = (x: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, 51],
      [x + 1, 51],
      [x + 1, 52],
      [x, 52],
      [x, 51],
    ],
  ],
})

let portal: TestServer
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

suite('pages to browse by', () => {
  before(async () => {
    portal = await testServer({
      tenants: { stadt: { area: square(7), population: 40_000 }, dorf: { area: square(8), population: 20_000 } },
    })
    await portal.publish(places.stadt, [
      dataset('Radwege', { theme: [theme('TRAN')], ...publisher('Stadt Ahornstadt, Tiefbau') }),
      dataset('Bäume', { theme: [theme('ENVI')], ...publisher('Ämter & Co. GmbH') }),
    ])
    await portal.publish(places.dorf, [dataset('Bücherei', { theme: [theme('EDUC')], ...publisher('Gemeinde Buchendorf') })])
    await portal.follow()
  })
  after(() => portal?.close())

  const page = async (path: string, status = 200) => {
    const answer = await portal.get(path)
    assert.equal(answer.statusCode, status, path)
    return answer.body
  }

  test('themes without data are named as such', async () => {
    const html = text(await page('/kreis-birkenau/themen'))
    assert.match(html, /3 Datensätze aus 3 von 13 Themen/)
    assert.match(html, /Noch ohne Daten .*Gesundheit/)
    assert.match(await page('/kreis-birkenau/themen/tran'), /<h1>Ein Datensatz zum Thema „Verkehr“<\/h1>/)
    assert.match(await page('/kreis-birkenau/themen/heal'), /noch keine Daten/)
    for (const code of ['xyz', 'constructor', 'TRAN']) await page(`/themen/${code}`, 404)
  })

  test('publishers stand under their letter and can be found without a script', async () => {
    const html = await page('/kreis-birkenau/herausgeber')
    assert.match(html, /<h1>3 Stellen veröffentlichen Daten<\/h1>/)
    assert.match(html, /id="A-titel">A<\/h2>.*Ämter &amp; Co\. GmbH.*id="G-titel">G<\/h2>.*Gemeinde Buchendorf/s)
    const found = await page('/kreis-birkenau/herausgeber?q=TIEFBAU')
    assert.ok(found.includes('Stadt Ahornstadt, Tiefbau') && !found.includes('Gemeinde Buchendorf</a>'))
    assert.match(text(await page('/herausgeber?q=zzz')), /Keine Stelle heißt „zzz“/)
    assert.match(await page('/kreis-birkenau/herausgeber/aemter-co-gmbh'), /<h1>Ämter &amp; Co\. GmbH<\/h1>/)
    await page('/herausgeber/gibt-es-nicht', 404)
    await page('/ahornstadt/herausgeber/gemeinde-buchendorf', 404)
  })

  test('map and list of places say the same, and a municipality sees its district with itself outlined', async () => {
    const html = await page('/kreis-birkenau/orte?thema=tran')
    assert.match(text(html), /Eine von 2 Städten und Gemeinden\./)
    assert.match(html, /<title>Ahornstadt: veröffentlicht/)
    assert.match(html, /href="\/kreis-birkenau\/daten\?ort=ahornstadt&amp;thema=tran"/)
    assert.match(await page('/ahornstadt/orte'), /alm-choropleth__picked/)
    const csv = (await portal.get('/kreis-birkenau/orte?thema=tran&als=csv')).body.trimEnd().split('\r\n')
    assert.equal(csv.length, 4)
    assert.ok(csv.some((line) => line.startsWith('Ahornstadt,gemeinde,050010001001,05001,40000,')))
  })

  test('a place is compared with places of its size and leads into its portal', async () => {
    const html = await page('/kreis-birkenau/orte/buchendorf')
    assert.match(html, /<h1>Buchendorf veröffentlicht einen Datensatz<\/h1>/)
    assert.match(html, /href="\/buchendorf"[^>]*>(<[^>]*>)*Zum Portal: Buchendorf/)
    assert.match(text(html), /Orte ähnlicher Größe .*Ahornstadt/)
    assert.match(text(html), /Was andere haben .*Verkehr: Ein Datensatz/)
    await page('/orte/atlantis', 404)
  })

  test('the quality of metadata: every number leads to its list', async () => {
    const html = await page('/kreis-birkenau/metadatenqualitaet')
    for (const [, href] of html.matchAll(/href="(\/kreis-birkenau\/metadatenqualitaet\?pruefung=[^"]*)"/g))
      await page((href ?? '').replaceAll('&amp;', '&'))
    assert.match(await page('/kreis-birkenau/metadatenqualitaet?pruefung=constructor'), /Sechs Prüfungen|Noch ist nichts geprüft/)
    assert.equal(
      (await portal.get('/metadatenqualitaet?als=csv')).headers['content-type'],
      'text/csv; charset=utf-8; header=present',
    )
  })

  test('the home page tells real numbers; a municipality its themes, a district its places', async () => {
    const kreis = text(await page('/kreis-birkenau'))
    assert.match(kreis, /3 Datensätze von 2 Verwaltungen/)
    assert.match(kreis, /Orte im Kreis/)
    const stadt = await page('/ahornstadt')
    assert.match(stadt, /<h1>Was weiß und plant Ahornstadt\?<\/h1>/)
    assert.match(text(stadt), /Datensätze nach Thema .*Verkehr/)
    assert.match(stadt, /"@type":"SearchAction"/)
    assert.match(text(await page('/en')), /No account needed/)
  })

  test('a catalogue that is switched off leaves no trace', async () => {
    await portal.switchModules(places.dorf, [])
    await page('/buchendorf/daten', 404)
    assert.match(text(await page('/land/daten', 404)), /gibt es nicht/)
  })
})
