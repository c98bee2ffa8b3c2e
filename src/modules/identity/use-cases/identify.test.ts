import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { permissionDefinitions } from '#app'
import { may, worksFor } from '#kernel/actor.ts'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { signedIn } from '#support/people.ts'
import { identifier } from './identify.ts'

let town: TestHouse
const who = (cookie: string) => identifier(town.house.database.system as never, permissionDefinitions)(cookie.split('=')[1])
const at = (slug: string) => town.site(slug).id

suite('who asks', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('a role counts for its tenant only', async () => {
    const actor = await who((await signedIn(town, { [places.stadt]: ['editor'] })).cookie)
    assert.ok(may(actor, 'catalogue/edit', at(places.stadt)))
    assert.equal(may(actor, 'catalogue/release', at(places.stadt)), false)
    for (const slug of [places.dorf, places.kreis, places.land]) assert.equal(worksFor(actor, at(slug)), false)
  })

  test('who may publish may do nothing before a second factor was shown', async () => {
    const weak = await who((await signedIn(town, { [places.stadt]: ['open-data-coordinator'] }, { strong: false })).cookie)
    assert.ok(weak.person && weak.awaitsSecondFactor)
    for (const permission of ['catalogue/release', 'catalogue/read-drafts', 'signed-in', 'staff'])
      assert.equal(may(weak, permission, at(places.stadt)), false)
    assert.ok(may(weak, 'public', at(places.stadt)))
    const editor = await who((await signedIn(town, { [places.stadt]: ['editor'] }, { strong: false })).cookie)
    assert.ok(may(editor, 'catalogue/edit', at(places.stadt)))
  })

  test('a mandate carries named roles on, as long as it lasts', async () => {
    const { cookie } = await signedIn(town, { [places.kreis]: ['open-data-coordinator', 'editor'] })
    await sql`insert into identity_mandate (tenant, holder, roles) values (${at(places.dorf)}, ${at(places.kreis)}, '{editor}')`.execute(
      town.house.database.system,
    )
    const actor = await who(cookie)
    assert.ok(may(actor, 'catalogue/edit', at(places.dorf)))
    assert.equal(may(actor, 'catalogue/release', at(places.dorf)), false)
    assert.equal(worksFor(actor, at(places.stadt)), false)
    await sql`update identity_mandate set valid_until = now() - interval '1 day'`.execute(town.house.database.system)
    assert.equal(worksFor(await who(cookie), at(places.dorf)), false)
  })

  test('an ended session, a deactivated person and a made-up token are nobody', async () => {
    const ended = await signedIn(town, { [places.stadt]: ['editor'] })
    await sql`update identity_session set expires_at = now() where person = ${ended.id}`.execute(town.house.database.system)
    assert.equal((await who(ended.cookie)).person, undefined)
    const gone = await signedIn(town, { [places.stadt]: ['editor'] })
    await sql`update identity_person set deactivated_at = now() where id = ${gone.id}`.execute(town.house.database.system)
    assert.equal((await who(gone.cookie)).person, undefined)
    assert.equal((await who('x=kurz')).person, undefined)
    assert.equal((await who(`x=${'a'.repeat(43)}`)).person, undefined)
  })
})
