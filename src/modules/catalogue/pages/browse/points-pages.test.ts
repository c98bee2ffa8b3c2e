// Points of the European assessment: per dataset, per view, with what gains most and the course over time.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { keepQualityCurrent } from '#plaques/catalogue'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'
import { writeLinkStates } from '../../store/link-states.ts'
import { noteDay } from '../../store/queries/points.ts'
import { weekly } from './points-view.tsx'

let portal: TestServer
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const words = [{ value: 'Baum', lang: 'de' }]
const file = (uri: string) => distribution({ uri, license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' })
const system = () => portal.house.database.system
const assess = async () => {
  const keeper = keepQualityCurrent(portal.house)
  await keeper.once()
  await keeper.stop()
}

suite('pages of points', () => {
  before(async () => {
    portal = await testServer()
    // 30 for the licence, 10 for the publisher, 30 for keywords.
    const publisher = { name: [{ value: 'Stadt Ahornstadt', lang: 'de' }] }
    await portal.publish(places.stadt, [
      dataset('Bäume', { publisher, keyword: words, distribution: [file('https://a.example/1')] }),
      dataset('Wege', { publisher, distribution: [file('https://a.example/2')] }),
    ])
    await portal.publish(places.dorf, [dataset('Höfe', { distribution: [] })])
    await assess()
  })
  after(() => portal?.close())

  const page = async (path: string) => {
    const answer = await portal.get(path)
    assert.equal(answer.statusCode, 200, path)
    return answer.body
  }

  test('the mean, its parts, and what would gain most first', async () => {
    const html = await page('/ahornstadt/metadatenqualitaet')
    assert.match(text(html), /Im Mittel erreicht ein Datensatz 55 von 405 Punkten: mangelhaft\./)
    assert.match(text(html), /Auffindbar .*15 von 100 /)
    assert.match(text(html), /„Adresse zum Herunterladen“ brächte am meisten: 100 Punkte bei 2 Datensätzen\./)
    const gains = (await portal.get('/ahornstadt/metadatenqualitaet?als=punkte')).body.trim().split('\r\n')
    assert.equal(gains[1], 'Adresse zum Herunterladen,download,50,2,100')
    const sums = gains.slice(1).map((line) => Number(line.split(',').at(-1)))
    assert.deepEqual(
      sums,
      sums.toSorted((a, b) => b - a),
    )
    assert.ok(gains.includes('Schlagwörter,keywords,30,1,30'))
    assert.ok(!gains.some((line) => line.includes('downloadanswers')), 'waits for an address')
  })

  test('every gain leads to the records that lack it', async () => {
    const html = await page('/ahornstadt/metadatenqualitaet')
    const links = [...html.matchAll(/href="([^"]*metadatenqualitaet\?fehlt=[^"]*)"/g)].map(([, href]) => href ?? '')
    assert.ok(links.length > 5)
    for (const link of links) await page(link)
    const list = text(await page('/ahornstadt/metadatenqualitaet?fehlt=keywords'))
    assert.match(list, /Einem Datensatz fehlt: Schlagwörter .*Wege/)
    assert.doesNotMatch(list, /Bäume/)
    assert.match(text(await page("/ahornstadt/metadatenqualitaet?fehlt=x'y")), /Im Mittel erreicht/)
  })

  test('a district sees its places, a place only itself', async () => {
    const kreis = text(await page('/kreis-birkenau/metadatenqualitaet'))
    assert.match(kreis, /Nach Ort .*Stadt Ahornstadt 2 55 mangelhaft .*Gemeinde Buchendorf 1 0/)
    const csv = (await portal.get('/kreis-birkenau/metadatenqualitaet?als=orte')).body.trim().split('\r\n')
    assert.ok(csv[1]?.startsWith('Stadt Ahornstadt,050010001001,2,55,'))
    assert.doesNotMatch(text(await page('/buchendorf/metadatenqualitaet')), /Ahornstadt/)
  })

  test('a link that answers earns its points, and the dataset says what was not tried', async () => {
    const [tree] = (
      await sql<{ id: string; slug: string }>`select id, slug from catalogue_resource where title = 'Bäume'`.execute(system())
    ).rows
    assert.ok(tree)
    const before = text(await page(`/ahornstadt/daten/${tree.slug}/metadaten`))
    assert.match(before, /70 von 405 Punkten: mangelhaft\. 80 Punkte konnten wir noch nicht prüfen/)
    assert.match(before, /Zugänglich: 0 von 100 Punkten .*Zugangsadresse antwortet noch nicht geprüft/)
    await writeLinkStates(system(), [{ id: tree.id, links: { access: true } }])
    await assess()
    assert.match(text(await page(`/ahornstadt/daten/${tree.slug}/metadaten`)), /120 von 405 Punkten: ausreichend\. 30 Punkte/)
    await writeLinkStates(system(), [{ id: tree.id, links: { access: false } }])
    await assess()
    assert.match(text(await page(`/ahornstadt/daten/${tree.slug}/metadaten`)), /70 von 405 Punkten/)
  })

  test('the course: a row a day for place and publisher, written twice without harm', async () => {
    await noteDay(system())
    await sql`insert into catalogue_quality_day (tenant, publisher_slug, day, records, score, best)
      select tenant, publisher_slug, current_date - 8, records, score - 20, best from catalogue_quality_day where score > 20`.execute(
      system(),
    )
    await sql`insert into catalogue_quality_day (tenant, publisher_slug, day, records, score, best)
      select tenant, publisher_slug, current_date - 2000, records, score, best from catalogue_quality_day where day = current_date`.execute(
      system(),
    )
    await noteDay(system())
    const { rows } = await sql<{
      publisher_slug: string
      days: number
    }>`select publisher_slug, count(*)::int as days from catalogue_quality_day
      where tenant = ${portal.site(places.stadt).id} group by 1 order by 1`.execute(system())
    assert.deepEqual(rows, [
      { publisher_slug: '', days: 2 },
      { publisher_slug: 'stadt-ahornstadt', days: 2 },
    ])
    assert.match(text(await page('/ahornstadt/metadatenqualitaet')), /Seit dem .* 10 Punkte mehr: jetzt 55\./)
    assert.doesNotMatch(text(await page('/buchendorf/metadatenqualitaet')), /Seit dem/)
    assert.match(
      text(await page('/ahornstadt/herausgeber/stadt-ahornstadt')),
      /Qualität der Metadaten .*Im Mittel erreicht ein Datensatz 55 von 405 Punkten: mangelhaft\. .*Seit dem .* 10 Punkte mehr: jetzt 55\./,
    )
  })

  test('of many days one a week is shown, the newest first of all', () => {
    const day = (at: number) => ({
      day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
      records: 1,
      score: at,
      best: 405,
    })
    const shown = weekly(
      Array.from({ length: 30 }, (_, at) => day(at)),
      3,
    )
    assert.deepEqual(
      shown.map((one) => one.score),
      [15, 22, 29],
    )
  })
})
