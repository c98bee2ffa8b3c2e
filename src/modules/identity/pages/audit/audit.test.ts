import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk(places.kreis)
const { db, get, post } = desk

suite('the log of a tenant', () => {
  before(async () => {
    await desk.open()
    await post('/intern/mandanten/neu', {
      name: 'Stadt <b>Talheim</b>',
      slug: 'talheim',
      kind: 'gemeinde',
      parent: places.kreis,
      key: '05001 0003003',
      adminName: 'Merle',
      adminEmail: 'merle@talheim.example',
    })
  })
  after(desk.close)

  test('the log is told in sentences, filtered, taken away, and checked', async () => {
    assert.match(
      (await get('/intern/protokoll')).body,
      /Petra Anders hat Stadt &lt;b>Talheim&lt;\/b> hinzugefügt \(Stadt oder Gemeinde\)/,
    )
    const csv = await get('/intern/protokoll?als=csv')
    assert.match(csv.body, /1,[^,]+,Petra Anders,identity\/add-tenant/)
    const entries = JSON.parse((await get('/intern/protokoll?als=json')).body) as { action: string; sentence: string }[]
    assert.ok(entries.some((one) => one.action === 'identity/add-tenant' && one.sentence.startsWith('Petra Anders')))
    assert.match((await get('/intern/protokoll?art=identity/deactivate')).body, /Kein Eintrag/)
    assert.match((await get('/intern/protokoll?bis=2020-01-01')).body, /Kein Eintrag/)
    assert.doesNotMatch((await get(`/intern/protokoll?person=${desk.boss.id}`)).body, /Kein Eintrag/)
    assert.match((await get('/intern/protokoll')).body, /noch nicht geprüft/)
    assert.equal((await post('/intern/protokoll/pruefen', {})).statusCode, 303)
    assert.match((await get('/intern/protokoll')).body, /Kette geprüft am [^:]+:\d\d: \d+ Eint|ein Eintrag unverändert/)
  })

  test('a row that somebody changed in the database is named', async () => {
    await sql`alter table platform_audit_entry disable trigger user`.execute(db())
    await sql`update platform_audit_entry set action = 'identity/nothing' where position = 1 and tenant = ${desk.portal.site(places.kreis).id}`.execute(
      db(),
    )
    await post('/intern/protokoll/pruefen', {})
    assert.match((await get('/intern/protokoll')).body, /Eintrag 1 wurde verändert/)
  })
})
