import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk, versionIn } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, db, get, post } = desk

suite('pages of a tenant’s own', () => {
  before(desk.open)
  after(desk.close)

  test('a page of one’s own is seen when it is published, in the language it has, and never as a draft', async () => {
    const page = { title: 'Über <i>uns</i>', lang: 'de', content: '## Team\n\n<script>alert(1)</script>Wir.', place: 'main' }
    const draft = await post('/intern/seiten/neu', { ...page, slug: '' })
    assert.equal(draft.statusCode, 303)
    const path = new URL(String(draft.headers.location), 'http://x').pathname.replace(base, '')
    assert.equal((await desk.portal.get(`${base}/seite/ueber-i-uns-i`)).statusCode, 404)
    const form = (await get(path)).body
    assert.equal((await post(path, { ...page, slug: 'ueber-uns', published: '1', version: versionIn(form) })).statusCode, 303)
    const shown = (await desk.portal.get(`${base}/seite/ueber-uns`)).body
    assert.match(shown, /<h1>Über &lt;i>uns&lt;\/i><\/h1>/)
    assert.doesNotMatch(shown, /<script>alert/)
    assert.match((await desk.portal.get(base)).body, /href="\/ahornstadt\/seite\/ueber-uns"/)
    assert.equal((await desk.portal.get(`/${places.dorf}/seite/ueber-uns`)).statusCode, 404)
    const late = await post(path, { ...page, title: 'Zu spät', slug: 'ueber-uns', published: '1', version: versionIn(form) })
    assert.equal(late.statusCode, 409)
    const twin = await post('/intern/seiten/neu', { ...page, slug: 'ueber-uns' })
    assert.equal(twin.statusCode, 422)
    assert.equal((await post(`${path}/entfernen`, {})).statusCode, 303)
    assert.equal((await desk.portal.get(`${base}/seite/ueber-uns`)).statusCode, 404)
  })

  /** A published page with a text of its own; gives the path of its form. */
  async function written(title: string, content: string) {
    const done = await post('/intern/seiten/neu', { title, slug: '', lang: 'de', content, place: 'none', published: '1' })
    return new URL(String(done.headers.location), 'http://x').pathname.replace(base, '')
  }
  const saved = async (path: string, title: string, content: string) =>
    post(path, {
      title,
      slug: '',
      lang: 'de',
      content,
      place: 'none',
      published: '1',
      version: versionIn((await get(path)).body),
    })

  test('each save keeps what stood there before; the history tells what was new, and a button brings it back', async () => {
    const path = await written('Team', 'Wir sind **drei**.')
    await saved(path, 'Team', 'Wir sind **vier**.')
    await saved(path, 'Team', 'Wir sind **vier**.')
    await saved(path, 'Team', '<script>alert(1)</script>')
    const history = (await get(`${path}/verlauf`)).body
    assert.match(history, /Fassung 3, die aktuelle/, 'a save without a change is no version')
    assert.match(history, /Petra Anders/)
    assert.match(history, /<del><span class="kern-sr-only">entfernt: <\/span>\*\*drei\*\*\.<\/del>/)
    assert.match(history, /<ins><span class="kern-sr-only">neu: <\/span>\*\*vier\*\*\.<\/ins>/)
    assert.doesNotMatch(history, /<script>alert/)
    const back = await post(`${path}/verlauf`, { fassung: '1', version: versionIn(history) })
    assert.equal(back.statusCode, 303)
    assert.match((await desk.portal.get(`${base}/seite/team`)).body, /Wir sind <strong>drei<\/strong>/)
    assert.match((await get(`${path}/verlauf`)).body, /Fassung 4, die aktuelle/)
    assert.match((await get('/intern/protokoll')).body, /Petra Anders hat Fassung 1 der Seite „Team“ wiederhergestellt/)
  })

  test('what somebody saved meanwhile is not overwritten by a version, and a taken address is said', async () => {
    const path = await written('Zeiten', 'Montag')
    await saved(path, 'Zeiten', 'Dienstag')
    const old = versionIn((await get(`${path}/verlauf`)).body)
    await saved(path, 'Zeiten', 'Mittwoch')
    const late = await post(`${path}/verlauf`, { fassung: '1', version: old })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Inzwischen hat jemand anderes gespeichert/)
    assert.match((await desk.portal.get(`${base}/seite/zeiten`)).body, /Mittwoch/)
    await saved(path, 'Öffnungszeiten', 'Mittwoch')
    await written('Zeiten', 'Neu')
    const taken = await post(`${path}/verlauf`, { fassung: '1', version: versionIn((await get(`${path}/verlauf`)).body) })
    assert.equal(taken.statusCode, 422)
    assert.match(taken.body, /steht schon eine Seite/)
  })

  test('a version never publishes by itself, and what is no version changes nothing', async () => {
    const path = await written('Presse', 'Öffentlich')
    await post(path, {
      title: 'Presse',
      slug: 'presse',
      lang: 'de',
      content: 'Intern',
      place: 'none',
      version: versionIn((await get(path)).body),
    })
    const version = versionIn((await get(`${path}/verlauf`)).body)
    for (const fassung of ['99', '0', '-1', 'x', '1e3', ''])
      assert.ok([303, 404].includes((await post(`${path}/verlauf`, { fassung, version })).statusCode), fassung)
    assert.equal((await post(`${path}/verlauf`, { fassung: '1', version })).statusCode, 303)
    assert.equal((await desk.portal.get(`${base}/seite/presse`)).statusCode, 404)
    const foreign = await desk.person(['administrator'], 'Fremd', places.dorf)
    assert.equal((await desk.portal.get(`/${places.dorf}${path}/verlauf`, { cookie: foreign.cookie })).statusCode, 404)
    assert.equal((await post(`${path}/verlauf`, { fassung: '1', version }, foreign, `/${places.dorf}`)).statusCode, 404)
  })

  test('a page from before there was a history keeps what it said, and the newest hundred versions stay', async () => {
    const path = await written('Alt', 'Anfang')
    await sql`delete from identity_site_page_version`.execute(db())
    assert.match((await get(`${path}/verlauf`)).body, /Noch keine Fassungen/)
    await saved(path, 'Alt', 'Stand 1')
    assert.match((await get(`${path}/verlauf`)).body, /Fassung 2, die aktuelle[\s\S]*Anfang[\s\S]*Fassung 1</)
    for (let i = 2; i <= 101; i++) await saved(path, 'Alt', `Stand ${i}`)
    const oldest = (await get(`${path}/verlauf?vor=5`)).body
    assert.match(oldest, /Fassung 4<[\s\S]*Fassung 3</)
    assert.doesNotMatch(oldest, /Fassung 2</)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from identity_site_page_version`.execute(db())
    assert.equal(rows[0]?.n, 100)
    assert.equal((await get(`${path}/verlauf?vor=nichts`)).statusCode, 200)
  })

  test('search engines are led to published pages, each once', async () => {
    await written('Kontakt', 'Hier')
    await post('/intern/seiten/neu', {
      title: 'Contact',
      slug: 'kontakt',
      lang: 'en',
      content: 'Here',
      place: 'none',
      published: '1',
    })
    await post('/intern/seiten/neu', { title: 'Geheim', slug: '', lang: 'de', content: 'Noch nicht', place: 'none' })
    const map = (await desk.portal.get('/sitemap-1.xml')).body
    assert.equal(map.split('<loc>https://portal.example/ahornstadt/seite/kontakt</loc><lastmod>').length, 2)
    assert.doesNotMatch(map, /geheim/)
    assert.doesNotMatch((await desk.portal.get(`/${places.dorf}/sitemap-1.xml`)).body, /ahornstadt/)
  })
})
