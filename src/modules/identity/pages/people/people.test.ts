import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { db, get, person, post } = desk

suite('people of a tenant', () => {
  before(async () => {
    await desk.open()
    await person(['administrator'], 'Zweite Administration')
  })
  after(desk.close)

  test('fields that no form has are of no use: tenant, role, state, prototype', async () => {
    const one = await person(['reader'])
    const more = {
      tenant: desk.portal.site(places.land).id,
      person: desk.boss.id,
      granted_by: one.id,
      valid_until: '2099-01-01',
      '__proto__.admin': '1',
      strong_at: '1',
    }
    assert.equal((await post(`/intern/personen/${one.id}/rollen`, { roles: ['reader', 'editor'], ...more })).statusCode, 303)
    const { rows } = await sql<{
      tenant: string
      role: string
      valid_until: unknown
    }>`select tenant, role, valid_until from identity_role where person = ${one.id} order by role`.execute(db())
    assert.deepEqual(rows, [
      { tenant: desk.portal.site(places.stadt).id, role: 'editor', valid_until: null },
      { tenant: desk.portal.site(places.stadt).id, role: 'reader', valid_until: null },
    ])
    assert.equal(({} as { admin?: string }).admin, undefined)
    assert.equal(
      (await post(`/intern/personen/${desk.boss.id}/rollen`, { roles: ['administrator', 'data-owner'] })).statusCode,
      422,
    )
    const invited = await post('/intern/personen/einladen', { name: 'Ich', email: desk.boss.email, roles: ['data-owner'] })
    assert.equal(invited.statusCode, 422)
  })

  test('names are text in page, table and CSV, and no formula', async () => {
    await person(['editor'], '=HYPERLINK("https://x.example","A")')
    await person(['editor'], '<img src=x onerror=alert(1)>')
    const html = (await get('/intern/personen')).body
    assert.doesNotMatch(html, /<img src=x/)
    const csv = (await get('/intern/personen?als=csv')).body
    assert.match(csv, /"'=HYPERLINK\(/)
    assert.match(csv, /^name,email,roles,state,last_seen,day,second_factor\r\n/)
  })
})
