// What somebody else wrote, asked or owns: B does nothing with it that is A's, whatever B's form says.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { submitDraft } from '#catalogue'
import { atWork, must, readyDraft } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.18')
const db = () => town.house.database.system
const row = async (table: string, id: string) =>
  (await sql<Record<string, unknown>>`select * from ${sql.table(table)} where id = ${id}`.execute(db())).rows[0]

/** A wish with an address; gives its id and its secret link. */
async function wish(title: string, email: string) {
  const sent = await post(`${base}/datenwuensche/neu`, { title, body: 'Für die Schule', schritt: 'senden', email })
  const { rows } = await sql<{ id: string }>`select id from catalogue_request where title = ${title}`.execute(db())
  return { id: rows[0]?.id ?? '', link: String(sent.headers.location).split('?')[0] ?? '' }
}

suite('things of somebody else', () => {
  before(async () => {
    town = await testServer()
  })
  after(() => town?.close())

  test('a wish is corrected, withdrawn and answered to by its own link only', async () => {
    const [a, b] = [await wish('Spielplätze', 'a@post.example'), await wish('Haltestellen', 'b@post.example')]
    const theirs = { id: a.id, request: a.id, number: 'DW-2026-0001', token: a.link.split('/').at(-1) ?? '' }
    const before = await row('catalogue_request', a.id)
    await post(b.link, { tat: 'aendern', title: 'Gekapert', body: 'Gekapert', ...theirs })
    await post(b.link, { tat: 'antworten', reply: 'Gekapert', ...theirs })
    await post(b.link, { tat: 'zurueckziehen', ...theirs })
    assert.equal((await row('catalogue_request', b.id))?.state, 'withdrawn', 'B does it to what is his')
    assert.deepEqual(await row('catalogue_request', a.id), before)
    const { rows } = await sql`select 1 from catalogue_request_post where request = ${a.id}`.execute(db())
    assert.equal(rows.length, 0)
    for (const link of [a.link.replace(base, `/${places.dorf}`), `${base}/anliegen/${a.id}`, `${a.link.slice(0, -1)}_`])
      assert.equal((await post(link, { tat: 'zurueckziehen' })).statusCode, 404, link)
    assert.deepEqual(await row('catalogue_request', a.id), before)
  })

  test('a draft is decided on by who may and did not write it, and what is approved is changed by nobody', async () => {
    const [anna, ben] = [
      await atWork(town, places.stadt, { role: 'editor' }),
      await atWork(town, places.stadt, { role: 'editor' }),
    ]
    const [coordinator, foreign] = [await atWork(town, places.stadt), await atWork(town, places.dorf)]
    await sql`insert into catalogue_settings (tenant, settings) values (${anna.site.id}, '{"fourEyes":true}')`.execute(db())
    const { id } = await readyDraft(town, anna, 'Bäume')
    must(await submitDraft(town.house, anna, { id }))
    const forged = { person: coordinator.who.id, approved_by: coordinator.who.id, submitted_by: ben.who.id, state: 'approved' }
    const values = { title: 'Gekapert', url: 'https://x.example', reason: 'x', revision: '1', role: 'data-owner', ...forged }
    /** Tries it; nothing of the draft may change. */
    const inVain = async (url: string, who: TestPerson, answers: readonly number[]) => {
      const before = await row('catalogue_draft', id)
      const { statusCode } = await post(url, values, { cookie: who.cookie })
      assert.ok(answers.includes(statusCode), `${statusCode} at ${url}`)
      assert.deepEqual(await row('catalogue_draft', id), before, url)
    }
    for (const deed of ['genehmigen', 'veroeffentlichen', 'terminieren', 'zurueckgeben']) {
      for (const writer of [anna, ben]) await inVain(`${base}/intern/freigaben/${id}/${deed}`, writer.who, [404])
      for (const place of [base, `/${places.dorf}`]) await inVain(`${place}/intern/freigaben/${id}/${deed}`, foreign.who, [404])
    }
    await inVain(`/${places.dorf}/intern/entwuerfe/${id}/verwerfen`, foreign.who, [404])
    await post(`${base}/intern/freigaben/${id}/genehmigen`, {}, { cookie: coordinator.who.cookie })
    assert.equal((await row('catalogue_draft', id))?.approved_by, coordinator.who.id)
    for (const deed of ['schritt/beschreibung', 'link', 'rueckgaengig', 'recht', 'abgleichen'])
      await inVain(`${base}/intern/entwuerfe/${id}/${deed}`, ben.who, [303, 404, 409, 422])
  })

  test('who wrote, or mends what others wrote while it is looked at, does not approve or release it', async () => {
    const [writer, mender] = [await atWork(town, places.stadt), await atWork(town, places.stadt)]
    const { id } = await readyDraft(town, writer, 'Eigenes')
    must(await submitDraft(town.house, writer, { id }))
    const decide = async (who: TestPerson) => {
      for (const deed of ['genehmigen', 'veroeffentlichen'])
        await post(`${base}/intern/freigaben/${id}/${deed}`, { person: mender.who.id, changed_by: '' }, { cookie: who.cookie })
      return (await row('catalogue_draft', id))?.state
    }
    assert.equal(await decide(writer.who), 'review')
    await sql`update catalogue_draft set changed_by = ${mender.who.id} where id = ${id}`.execute(db())
    assert.equal(await decide(mender.who), 'review')
  })

  test('sessions, passkeys and the profile of somebody else stay as they are', async () => {
    const [a, b] = [
      await signedIn(town, { [places.stadt]: ['editor'] }),
      await signedIn(town, { [places.stadt]: ['administrator'] }),
    ]
    const passkey = '11111111-2222-4333-8444-555555555555'
    await sql`insert into identity_passkey (id, person, credential, public_key, counter, name) values (${passkey}, ${a.id}, 'abc', '\\x01', 0, 'Telefon')`.execute(
      db(),
    )
    const { rows } = await sql<{ id: string }>`select id from identity_session where person = ${a.id}`.execute(db())
    const before = await row('identity_person', a.id)
    const theirs = { id: a.id, person: a.id, session: rows[0]?.id ?? '', passkey, name: 'Gekapert', lang: 'en', email: a.email }
    for (const path of ['sitzungen', 'passkeys/entfernen', 'profil', 'nachrichten', 'app/entfernen', 'codes', 'loeschen'])
      await post(`/konto/${path}`, theirs, { cookie: b.cookie })
    assert.deepEqual(await row('identity_person', a.id), before)
    assert.ok(await row('identity_session', rows[0]?.id ?? ''), 'the session goes on')
    assert.ok(await row('identity_passkey', passkey), 'the passkey is there')
  })

  test('a subscription is changed and ended by its own link only', async () => {
    const ids: string[] = []
    for (const email of ['c@post.example', 'd@post.example']) {
      await post(`${base}/abonnieren`, { art: 'suche', was: 'q=Baum', email, rhythmus: 'sofort' })
      const { rows } = await sql<{
        id: string
      }>`select subscription as id from catalogue_subscription_address where email = ${email}`.execute(db())
      ids.push(rows[0]?.id ?? '')
    }
    const [c = '', d = ''] = ids
    const { rows } = await sql<{ text: string }>`select text from platform_mail where to_address = 'd@post.example'`.execute(db())
    const link = /https:\/\/portal\.example(\/\S+\/abo\/[\w-]{43})/.exec(rows[0]?.text ?? '')?.[1] ?? ''
    const before = await row('catalogue_subscription', c)
    assert.ok(before && link)
    for (const values of [{ tat: 'bestaetigen' }, { rhythmus: 'woechentlich' }])
      await post(link, { ...values, id: c, subscription: c, email: 'c@post.example' })
    await post(`${link}/ende`, { id: c, subscription: c })
    assert.equal(await row('catalogue_subscription', d), undefined)
    assert.deepEqual(await row('catalogue_subscription', c), before)
  })
})
