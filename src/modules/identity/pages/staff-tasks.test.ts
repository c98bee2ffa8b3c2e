import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, db, get, person, post } = desk

suite('what waits in the administration', () => {
  before(async () => {
    await desk.open()
    await person(['administrator'], 'Zweite Administration')
  })
  after(desk.close)
  const overview = async () => (await get('/intern')).body

  test('missing texts, a second factor that is not set up, expired invitations and a mandate that ends stand in the overview', async () => {
    await post('/intern/personen/einladen', { name: 'Neu', email: 'neu@stadt.example', roles: ['editor'] })
    await sql`update identity_invitation set expires_at = now()`.execute(db())
    await sql`insert into identity_mandate (tenant, holder, roles, valid_until) values (${desk.portal.site(places.stadt).id},
      ${desk.portal.site(places.kreis).id}, '{editor}', now() + interval '9 days')`.execute(db())
    const shown = await overview()
    for (const part of [
      'Es fehlt: Impressum',
      'Petra Anders braucht einen zweiten Faktor',
      'Eine Einladung ist abgelaufen',
      'Mandat endet bald: Kreis Birkenau',
    ])
      assert.match(shown, new RegExp(part))
  })

  test('what somebody left behind is named, with the way to it', async () => {
    const gone = await person(['editor'], 'Merle Lütke')
    await post(`/intern/personen/${gone.id}/deaktivieren`, {})
    assert.doesNotMatch(await overview(), /Merle Lütke/)
    await sql`insert into catalogue_entry (tenant, id, kind, title, sort_key, slug, state, published, office, responsible, missing, changed_at)
      values (${desk.portal.site(places.stadt).id}, gen_random_uuid(), 'dataset', 'Bäume', 'baeume', 'baeume', 'published', true, '', ${gone.id}, 0, now())`.execute(
      db(),
    )
    const shown = await overview()
    assert.match(shown, /Merle Lütke ist seit [^<]+ nicht mehr da: ein Datensatz ohne Ansprechperson/)
    assert.match(shown, new RegExp(`href="${base}/intern/datensaetze\\?person=${gone.id}"`))
  })
})
