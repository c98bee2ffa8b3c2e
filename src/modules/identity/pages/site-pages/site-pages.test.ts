import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { adminDesk, versionIn } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, get, post } = desk

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
})
