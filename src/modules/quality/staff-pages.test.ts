// What staff sees about quality: what gains most, addresses that need somebody, reports for sources, the weekly mail.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { keepQualityCurrent } from '#plaques/catalogue'
import { plantSource } from '#support/harvest-rows.ts'
import { places } from '#support/house.ts'
import { type HttpClient, httpClient } from '#support/http-client.ts'
import { installOwnShapes } from '#support/own-shapes.ts'
import { signedIn } from '#support/people.ts'
import { plantQuality } from '#support/quality-rows.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'
import { sendDigests } from './use-cases/send-digests.ts'

const rules = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
<urn:rule> a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dcat:theme ; sh:minCount 1 ] .`
const base = `/${places.stadt}`

let town: TestServer
let jana: HttpClient
let link: { id: string }
let source: { id: string }
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const db = () => town.house.database.system
const read = async (path: string, status = 200) => {
  const answer = await jana.get(`${base}${path}`)
  assert.equal(answer.statusCode, status, `${path}: ${text(answer.body).slice(0, 300)}`)
  return answer.body
}
const broken = async () =>
  (await sql<{ links: object | null }>`select links from catalogue_resource where title = 'Bäume'`.execute(db())).rows[0]?.links

suite('internal pages about quality', () => {
  before(async () => {
    town = await testServer()
    await installOwnShapes(town.house.config.dataDir, rules, ['dcat-ap.de-3.0'])
    await town.publish(places.stadt, [
      dataset('Bäume'),
      dataset('Wege', { theme: ['http://publications.europa.eu/resource/authority/data-theme/TRAN'] }),
    ])
    const { rows } = await sql<{ id: string }>`select id from catalogue_resource order by title`.execute(db())
    const tenant = town.site(places.stadt).id
    link = await plantQuality(db(), tenant, rows[0]?.id ?? '')
    source = await plantSource(db(), tenant, rows[0]?.id)
    const keeper = keepQualityCurrent(town.house)
    await keeper.once()
    await keeper.stop()
    const person = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] })
    jana = httpClient(town, { cookie: person.cookie })
  })
  after(() => town?.close())

  test('the overview: what gains most leads to the records that lack it', async () => {
    const html = await read('/intern/qualitaet')
    assert.match(text(html), /Im Mittel erreicht ein Datensatz \d+ von 405 Punkten/)
    assert.match(text(html), /Eine Adresse antwortet nicht\. Geprüft sind 1 von 1 Adressen/)
    const [, href] = /href="([^"]*\/intern\/datensaetze\?fehlt=themes)"/.exec(html) ?? []
    const list = text(await read((href ?? '').slice(base.length)))
    assert.match(list, /Bäume/)
    assert.doesNotMatch(list, /Wege/)
  })

  test('a false alarm needs a reason, counts as an answer, and stands in the log', async () => {
    assert.match(
      text(await read('/intern/qualitaet/adressen')),
      /Eine Adresse antwortet nicht .*Antwortet mit dem Fehler 404\. Seit dem .*Bäume/,
    )
    const clear = (grund: string) => jana.post(`${base}/intern/qualitaet/adressen/${link.id}/geprueft`, { grund })
    const refused = await clear('  ')
    assert.equal(refused.statusCode, 422)
    assert.match(text(refused.body), /Es fehlt der Grund/)
    assert.equal((await clear('Im <b>Browser</b> geht es')).statusCode, 303)
    assert.deepEqual(await broken(), { download: true })
    const cleared = await read('/intern/qualitaet/adressen?liste=fehlalarme')
    assert.match(text(cleared), /Fehlalarm: Im &lt;b>Browser/)
    const { rows } = await sql<{
      action: string
    }>`select action from platform_audit_entry where action = 'quality/clear-link'`.execute(db())
    assert.equal(rows.length, 1)
    assert.equal(
      (await jana.post(`/${places.dorf}/intern/qualitaet/adressen/${link.id}/geprueft`, { grund: 'x' })).statusCode !== 303,
      true,
    )
    await read(`/intern/qualitaet/adressen/${'0'.repeat(32)}/geprueft`, 404)
  })

  test('lists are to be had as CSV, and every view has its page', async () => {
    await sql`update quality_link set cleared_at = null, moved_for_good = true where hash = ${link.id}`.execute(db())
    await sql`update quality_link_use set differs = 'html', media_type = 'text/csv' where hash = ${link.id}`.execute(db())
    for (const view of ['ohne-antwort', 'anderes', 'umgezogen', 'fehlalarme'])
      await read(`/intern/qualitaet/adressen?liste=${view}`)
    const csv = await read('/intern/qualitaet/adressen.csv?liste=anderes')
    assert.match(csv, /Statt text\/csv kommt eine Webseite\.,Bäume,404/)
  })

  test('a source gets its faults, a table and a letter', async () => {
    assert.match(text(await read('/intern/qualitaet')), /Nach Quelle .*Probe 1 1/)
    const html = text(await read(`/intern/qualitaet/quellen/${source.id}`))
    assert.match(html, /Probe: 1 von 1 Datensätzen haben Fehler/)
    assert.match(html, /Datensatz: Die Angabe „Kategorie“ fehlt\./)
    assert.match(
      html,
      /Guten Tag, wir übernehmen den Katalog „Probe“ in das Portal Stadt Ahornstadt\..* 1\. Datensatz: Die Angabe „Kategorie“ fehlt\. \(ein Datensatz\)/,
    )
    assert.match(await read(`/intern/qualitaet/quellen/${source.id}/bericht.csv`), /Fehler,.*https:\/\/daten\.example\/a,Bäume/)
  })

  test('the weekly mail comes when it is wanted, once, and only when there is something to say', async () => {
    assert.equal(await sendDigests(town.house), 0, 'off until somebody wants it')
    assert.equal((await jana.post(`${base}/intern/qualitaet/wochenbericht`, { stand: 'an' })).statusCode, 303)
    assert.equal(await sendDigests(town.house), 1)
    assert.equal(await sendDigests(town.house), 0)
    const [mail] = (await town.house.mail.recent?.(1)) ?? []
    assert.match(
      `${mail?.subject} ${mail?.text}`,
      /Eine Adresse in Ihrem Datenkatalog antwortet nicht.*daten\.example.*\/ahornstadt\/intern\/qualitaet\/adressen/s,
    )
    const again = () => sql`update quality_setting set digest_at = now() - interval '8 days'`.execute(db())
    await again()
    const tom = await signedIn(town, { [places.stadt]: ['editor'] }, { name: 'Tom Birk' })
    await sql`insert into catalogue_charge (tenant, resource, responsible) select tenant, resource, ${tom.id} from quality_link_use limit 1`.execute(
      db(),
    )
    assert.equal(await sendDigests(town.house), 1, 'all of it is his: the contact has nothing to read')
    const [own] = (await town.house.mail.recent?.(1)) ?? []
    assert.match(
      `${own?.to} ${own?.subject} ${own?.text}`,
      /Eine Adresse in Ihren Datensätzen antwortet nicht.*Bäume: https:\/\/daten\.example.*weil Sie für die Datensätze zuständig sind/s,
    )
    assert.notEqual(own?.to, mail?.to)
    await again()
    await sql`update identity_person set notices = '{"tasks": false}' where id = ${tom.id}`.execute(db())
    assert.equal(await sendDigests(town.house), 1)
    assert.equal((await town.house.mail.recent?.(1))?.[0]?.to, mail?.to, 'who wants no mail about tasks gets none')
    await again()
    await sql`update quality_link set state = 'ok'`.execute(db())
    assert.equal(await sendDigests(town.house), 0)
  })
})
