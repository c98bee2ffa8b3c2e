import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { adminDesk } from '#support/admin-desk.ts'
import { places } from '#support/house.ts'

const desk = adminDesk()
const { base, db, get, mails, person, post } = desk

suite('invitations', () => {
  before(async () => {
    await desk.open()
    await person(['administrator'], 'Zweite Administration')
  })
  after(desk.close)

  test('an invitation: the mail holds the link, opening it does nothing, accepting it works once', async () => {
    const answer = await post('/intern/personen/einladen', {
      name: '<b>Merle</b> Lütke',
      email: 'M.Luetke@stadt.example',
      roles: ['editor'],
      tenant: 'x',
    })
    assert.equal(answer.statusCode, 303)
    const [mail] = await mails()
    assert.ok(mail)
    assert.doesNotMatch(mail.html, /<b>Merle/)
    const link = /https?:\/\/[^\s]+\/einladung\/[\w-]{43}/.exec(mail.text)?.[0] ?? ''
    const path = new URL(link).pathname.replace(base, '')
    const { rows } = await sql<{
      found: number
    }>`select count(*)::int as found from identity_invitation where position(${path.split('/').at(-1) ?? ''} in identity_invitation::text) > 0`.execute(
      db(),
    )
    assert.equal(rows[0]?.found, 0, 'the token itself is nowhere')
    for (let i = 0; i < 3; i++) assert.equal((await desk.portal.get(base + path)).statusCode, 200)
    assert.match((await get('/intern/personen?stand=invited')).body, /&lt;b>Merle/)
    const wrong = await post(path, { name: 'Merle Lütke', password: 'kurz', again: 'kurz' }, null)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /zu kurz/)
    const secret = 'vier woerter ohne sinn'
    const both = await Promise.all([
      post(path, { name: 'Merle Lütke', password: secret, again: secret }, null),
      post(path, { name: 'Merle Lütke', password: secret, again: secret }, null),
    ])
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [303, 404])
    assert.equal((await desk.portal.get(base + path)).statusCode, 404)
    const list = await get('/intern/personen?q=luetke')
    assert.match(list.body, /Merle Lütke<\/a>/)
  })

  test('somebody with an account accepts after signing in; a link of another town opens nothing here', async () => {
    const one = await person(['reader'], 'Jana Albers', places.dorf)
    await post('/intern/personen/einladen', { name: 'Jana Albers', email: one.email, roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    assert.equal((await desk.portal.get(`/${places.dorf}${path}`)).statusCode, 404)
    assert.doesNotMatch((await desk.portal.get(base + path)).body, /type="password"/)
    assert.match((await get(path, one)).body, /Als Jana Albers mitarbeiten/)
    assert.equal((await post(path, {}, one)).statusCode, 303)
    assert.equal((await get('/konto', one)).statusCode, 303, 'with new rights one signs in anew')
  })

  test('of two people with one link only one gets in', async () => {
    const rivals = [await person(['reader'], 'Eins', places.dorf), await person(['reader'], 'Zwei', places.dorf)]
    await post('/intern/personen/einladen', { name: 'Wer', email: 'wer@stadt.example', roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    const both = await Promise.all(rivals.map((who) => post(path, {}, who)))
    assert.deepEqual(both.map((one) => one.statusCode).sort(), [303, 404])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from identity_role
      where tenant = ${desk.portal.site(places.stadt).id} and person = any (${rivals.map((who) => who.id)}::uuid[])`.execute(db())
    assert.equal(rows[0]?.n, 1)
  })

  test('nobody gives himself rights by an invitation that he wrote', async () => {
    await post('/intern/personen/einladen', { name: 'Wer', email: 'wer-anders@stadt.example', roles: ['data-owner'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    assert.equal((await post(path, {}, desk.boss)).statusCode, 422)
    const acting = await person(['administrator'], 'Kreis', places.kreis)
    await sql`insert into identity_mandate (tenant, holder, roles) values (${desk.portal.site(places.stadt).id}, ${desk.portal.site(places.kreis).id}, '{administrator}')`.execute(
      db(),
    )
    const invited = await post('/intern/personen/einladen', { name: 'Ich', email: acting.email, roles: ['data-owner'] }, acting)
    assert.equal(invited.statusCode, 422)
    assert.match(invited.body, /eigene Adresse/)
    await sql`delete from identity_mandate`.execute(db())
  })

  test('who is invited again gets a new link, and the old one is void; taking back makes it void, too', async () => {
    const token = async () => /einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1] ?? ''
    await post('/intern/personen/einladen', { name: 'Neu', email: 'neu@stadt.example', roles: ['editor'] })
    const first = await token()
    const { rows } = await sql<{ id: string }>`select id from identity_invitation where email_key = 'neu@stadt.example'`.execute(
      db(),
    )
    const id = rows[0]?.id ?? ''
    assert.equal((await post(`/intern/personen/einladungen/${id}/erneut`, {})).statusCode, 303)
    const second = await token()
    assert.notEqual(first, second)
    assert.equal((await desk.portal.get(`${base}/einladung/${first}`)).statusCode, 404)
    assert.equal((await desk.portal.get(`${base}/einladung/${second}`)).statusCode, 200)
    const foreign = await person(['administrator'], 'Fremd', places.dorf)
    assert.equal((await post(`/intern/personen/einladungen/${id}/zurueckziehen`, {}, foreign, `/${places.dorf}`)).statusCode, 404)
    assert.equal((await post(`/intern/personen/einladungen/${id}/zurueckziehen`, {})).statusCode, 303)
    assert.equal((await desk.portal.get(`${base}/einladung/${second}`)).statusCode, 404)
  })

  test('an invitation that ran out opens nothing', async () => {
    await post('/intern/personen/einladen', { name: 'Spät', email: 'spaet@stadt.example', roles: ['editor'] })
    const path = `/einladung/${/einladung\/([\w-]{43})/.exec((await mails())[0]?.text ?? '')?.[1]}`
    await sql`update identity_invitation set expires_at = now() where email_key = 'spaet@stadt.example'`.execute(db())
    assert.equal((await desk.portal.get(base + path)).statusCode, 404)
    const secret = 'vier woerter ohne sinn'
    assert.equal((await post(path, { name: 'Spät', password: secret, again: secret }, null)).statusCode, 404)
  })
})
