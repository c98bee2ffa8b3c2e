import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { adminDesk, versionIn } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'
import type { TestPerson } from '#support/people.ts'

const desk = adminDesk(places.kreis)
const { base, get, mails, person, post } = desk

suite('tenants below one’s own', () => {
  before(async () => {
    await desk.open()
    land = await person(['administrator'], 'Land', places.land)
  })
  after(desk.close)
  let land: TestPerson

  test('a municipality is added with its first administrator, below one’s own tenant only', async () => {
    const typed = {
      name: 'Stadt <b>Talheim</b>',
      slug: 'talheim',
      kind: 'gemeinde',
      parent: places.kreis,
      key: '05001 0003003',
      adminName: 'Merle',
      adminEmail: 'merle@talheim.example',
    }
    for (const parent of [places.land, 'nirgends', ''])
      assert.equal((await post('/intern/mandanten/neu', { ...typed, parent })).statusCode, 422, parent)
    const done = await post('/intern/mandanten/neu', { ...typed, modules: 'x', id: '1' })
    assert.equal(done.statusCode, 303, done.body.slice(0, 3000))
    assert.equal(done.headers.location, `${base}/intern/mandanten/talheim?erledigt=tenant-added-invited`)
    assert.equal(desk.portal.site('talheim').parent, desk.portal.site(places.kreis).id)
    assert.match((await mails())[0]?.text ?? '', /\/talheim\/einladung\//)
    assert.doesNotMatch((await mails())[0]?.html ?? '', /<b>Talheim/)
    assert.doesNotMatch((await get('/intern/mandanten')).body, /<b>Talheim/)
    const again = await post('/intern/mandanten/neu', { ...typed, slug: 'daten', key: '1' })
    assert.match(again.body, /Adresse der Plattform/)
    assert.match(again.body, /2, 5, 8, 9 oder 12 Ziffern/)
    assert.match(again.body, /value="merle@talheim.example"/)
  })

  test('modules of a tenant below are switched; one above or beside is not there', async () => {
    const page = await get(`/intern/mandanten/${places.dorf}`)
    const off = await post(`/intern/mandanten/${places.dorf}/module`, { version: versionIn(page.body) })
    assert.equal(off.statusCode, 303)
    assert.deepEqual(desk.portal.site(places.dorf).modules, [])
    assert.equal(
      (await post(`/intern/mandanten/${places.dorf}/module`, { version: versionIn(page.body), modules: 'catalogue' })).statusCode,
      409,
    )
    for (const slug of [places.land, places.kreis]) assert.equal((await get(`/intern/mandanten/${slug}`)).statusCode, 404)
    assert.equal((await desk.portal.get(`/intern/mandanten/${places.dorf}`, { cookie: land.cookie })).statusCode, 200)
  })
})
