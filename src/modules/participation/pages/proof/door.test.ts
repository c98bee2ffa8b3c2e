// Surveys, opinion maps and dates ask who it is before there is anything to fill in; the database counts each proof once.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { type HttpClient, hidden, httpClient } from '#support/http-client.ts'
import { mailTo } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { insertCodes } from '../../store/vote/code-store.ts'
import { codeHash, newCode } from '../../use-cases/vote/marks.ts'

const { stadt } = places
const question = { id: 'f1', kind: 'short', title: 'Was fehlt?' }

suite('asked at the door', () => {
  let town: TestServer
  const db = () => town.house.database.system
  const tenant = () => town.site(stadt).id
  /** A running procedure that asks for something; gives its id. */
  async function asking(slug: string, format: string, identity: object, settings: object = {}): Promise<string> {
    const { id } = await insertProcedureOf(town, stadt, { slug, format, actions: ['read', 'submit', 'rate'], closes: 720 })
    await sql`update participation_procedure set identity = ${JSON.stringify(identity)}::jsonb, settings = ${JSON.stringify(settings)}::jsonb where id = ${id}`.execute(
      db(),
    )
    return id
  }
  async function codeOf(procedure: string): Promise<string> {
    const code = newCode()
    const hashes = [codeHash(town.house.config.ALLMENDE_SECRET, procedure, code)]
    await insertCodes(db(), { tenant: tenant(), procedure, batch: 'Probe' }, hashes)
    return code
  }
  /** Fills in the page at the door, as it stands there. */
  const showCode = async (client: HttpClient, slug: string, page: { body: string }, code: string) =>
    client.post(`/${stadt}/mitmachen/${slug}/ausweis`, {
      fuer: hidden(page as never, 'fuer'),
      weiter: hidden(page as never, 'weiter'),
      code,
    })

  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
  })
  after(() => town?.close())

  test('a survey wants the code first, counts it once, and cannot be gone round', async () => {
    const id = await asking('umfrage-brief', 'survey', { submit: 'code' }, { questions: [question] })
    const at = `/${stadt}/mitmachen/umfrage-brief/umfrage`
    const code = await codeOf(id)
    const answer = async () => {
      const client = httpClient(town)
      const door = await client.get(at)
      assert.match(door.body, /Code aus dem Brief/)
      assert.doesNotMatch(door.body, /Was fehlt\?/)
      assert.equal((await client.post(at, { f1: 'Bänke' })).statusCode, 403, 'nor by sending at once')
      assert.equal((await showCode(client, 'umfrage-brief', door, 'AAAA BBBB CCCC')).statusCode, 422)
      assert.equal((await showCode(client, 'umfrage-brief', door, code)).headers.location, at)
      assert.match((await client.get(at)).body, /Was fehlt\?/)
      const begun = await client.post(at, { f1: 'Bänke' })
      assert.equal(begun.statusCode, 303)
      const own = String(begun.headers.location).replace(/\?.*/, '')
      return client.post(own, { schritt: 'senden', seite: 'pruefen' })
    }
    assert.equal((await answer()).statusCode, 303)
    const again = await answer()
    assert.equal(again.statusCode, 409)
    assert.match(again.body, /Es gibt schon eine Antwort von Ihnen/)
    const { rows } = await sql<{ state: string; identity: string; mark: Buffer | null }>`
      select state, identity, proof_mark as mark from participation_survey_response where procedure = ${id} and state = 'sent'`.execute(
      db(),
    )
    assert.deepEqual(rows, [{ state: 'sent', identity: 'code', mark: null }], 'nothing in it says whose it is')
    assert.match(
      (await town.get(`/${stadt}/mitmachen/umfrage-brief`)).body,
      /Teilnehmen<\/strong> mit einem Code aus einem Brief/,
    )

    const app = town.house.database.within({ tenant: tenant(), readable: [] })
    const insert = (identity: string, mark: Buffer | null) =>
      app.transaction().execute(async (trx) => {
        const secret = Buffer.alloc(32, 7)
        await sql`select set_config('allmende.secret', ${secret.toString('hex')}, true)`.execute(trx)
        await sql`insert into participation_survey_response (id, tenant, procedure, version, secret_hash, identity, proof_mark)
          values (gen_random_uuid(), ${tenant()}, ${id}, 1, ${secret}, ${identity}, ${mark})`.execute(trx)
      })
    await assert.rejects(insert('none', null), { code: '42501' })
    await assert.rejects(insert('code', Buffer.alloc(32, 1)), { code: '42501' })
  })

  test('an opinion map by mail: the link lets in, and the same address is one person in every browser', async () => {
    const id = await asking('meinung-mail', 'opinion-map', { rate: 'email' })
    const at = `/${stadt}/mitmachen/meinung-mail/meinungsbild`
    const { rows } = await sql<{ id: string }>`insert into participation_opinion_statement (id, tenant, procedure, number, body)
      values (gen_random_uuid(), ${tenant()}, ${id}, 0, 'Mehr Bäume.') returning id`.execute(db())
    const aussage = rows[0]?.id ?? ''
    for (const antwort of ['zu', 'nicht']) {
      const client = httpClient(town)
      const door = await client.get(at)
      assert.match(door.body, /Bestätigen Sie Ihre E-Mail-Adresse/)
      assert.equal((await client.post(at, { aussage, antwort: 'zu' })).statusCode, 403)
      const fields = { fuer: hidden(door, 'fuer'), weiter: hidden(door, 'weiter') }
      const door2 = `/${stadt}/mitmachen/meinung-mail/ausweis`
      assert.equal((await client.post(door2, { ...fields, nachweis: 'keine' })).statusCode, 422)
      assert.match((await client.post(door2, { ...fields, nachweis: 'jana@post.example' })).body, /geht es hier weiter/)
      const link = new URL((await mailTo(town, 'jana@post.example'))?.link ?? '', 'https://portal.example')
      const looked = await client.get(link.pathname + link.search)
      assert.match(looked.body, /Ja, das bin ich/)
      assert.equal((await client.get(at)).statusCode, 403, 'looking lets nobody in')
      const pressed = await client.post(link.pathname, { weiter: hidden(looked, 'weiter') })
      assert.equal(pressed.headers.location, at)
      assert.equal((await client.post(at, { aussage, antwort })).statusCode, 303)
      assert.equal((await client.get(`${link.pathname.slice(0, -1)}x`)).statusCode, 410, 'a link that we did not write')
    }
    const votes = await sql<{
      value: number
      identity: string
    }>`select value, identity from participation_opinion_vote where procedure = ${id}`.execute(db())
    assert.deepEqual(
      votes.rows.map(({ identity }) => identity),
      ['email'],
    )
  })

  test('a date is registered for once with a code; staff enters whoever calls as before', async () => {
    const id = await asking('abend-brief', 'events', { submit: 'code' })
    await sql`insert into participation_event (id, tenant, procedure, key, kind, state, title, starts_at, ends_at)
      values (gen_random_uuid(), ${tenant()}, ${id}, 1, 'event', 'public', 'Abend', now() + interval '9 days', now() + interval '10 days')`.execute(
      db(),
    )
    const at = `/${stadt}/mitmachen/abend-brief/termine/1`
    const client = httpClient(town)
    const shown = await client.get(at)
    assert.match(shown.body, /Hier fragen wir zuerst, wer teilnimmt/)
    assert.doesNotMatch(shown.body, /name="schluessel"/)
    assert.equal((await client.post(at, { personen: '1' })).statusCode, 403)
    const way = /href="([^"]*\/ausweis\?[^"]*)"/.exec(shown.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const door = await client.get(way)
    assert.equal((await showCode(client, 'abend-brief', door, await codeOf(id))).headers.location, `${at}#anmelden`)
    const schluessel = hidden(await client.get(at), 'schluessel')
    assert.equal((await client.post(at, { personen: '1', schluessel })).statusCode, 303)
    assert.equal((await client.post(at, { personen: '1', schluessel })).statusCode, 303, 'the same form once more is the same')
    const twice = await client.post(at, { personen: '1' })
    assert.equal(twice.statusCode, 409)
    assert.match(twice.body, /Sie sind schon angemeldet/)
    const { rows } = await sql`select 1 from participation_registration where procedure = ${id}`.execute(db())
    assert.equal(rows.length, 1)
  })
})
