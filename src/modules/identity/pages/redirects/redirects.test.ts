import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, db, post } = desk

suite('redirects of a site', () => {
  before(desk.open)
  after(desk.close)

  test('a redirect leads on, what exists comes first, circles and foreign hosts are refused', async () => {
    const add = (from: string, to: string) => post('/intern/einstellungen/weiterleitungen', { from, to })
    assert.equal((await add('/opendata/haushalt/', '/daten')).statusCode, 303)
    const moved = await desk.portal.get(`${base}/opendata/haushalt?x=1`)
    assert.equal(moved.statusCode, 301)
    assert.equal(moved.headers.location, `${base}/daten`)
    assert.equal((await desk.portal.get(`/${places.dorf}/opendata/haushalt`)).statusCode, 404)
    assert.equal((await desk.portal.get(`${base}/en/opendata/haushalt`)).headers.location, `${base}/en/daten`)
    assert.equal((await add('/a', '/b')).statusCode, 303)
    assert.equal((await add('/b', '/c')).statusCode, 303)
    for (const [from, to, fault] of [
      ['/c', '/a', 'im Kreis'],
      ['/d', '/d', 'im Kreis'],
      ['/daten', '/x', 'schon eine Seite'],
      ['/intern/neu', '/x', 'Plattform'],
      ['/a', '/x', 'schon weitergeleitet'],
      ['/e', 'https://fremd.example/', 'gehört nicht'],
      ['/e', '//fremd.example', 'Pfad'],
      ['/e', 'javascript:alert(1)', 'Pfad'],
      ['/e', '/\\fremd.example', 'Pfad'],
      ['e', '/x', 'beginnt mit'],
      ['/e/../f', '/x', 'beginnt mit'],
    ] as const) {
      const answer = await add(from, to)
      assert.equal(answer.statusCode, 422, `${from} -> ${to}`)
      assert.match(answer.body, new RegExp(fault), `${from} -> ${to}`)
    }
    const { rows } = await sql<{ id: string }>`select id from identity_redirect where old_path = '/a'`.execute(db())
    const gone = await post(`/intern/einstellungen/weiterleitungen/${rows[0]?.id}/entfernen`, {})
    assert.equal(gone.statusCode, 303)
    assert.equal((await desk.portal.get(`${base}/a`)).statusCode, 404)
    assert.match(
      (await desk.portal.get(String(gone.headers.location), { cookie: desk.boss.cookie })).body,
      /name="from" value="\/a"/,
    )
  })
})
