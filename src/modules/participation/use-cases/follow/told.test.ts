// Who is told what by mail: authors of comments of what staff does with them, followers of new texts and dates.
import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { plantSubmission, runningProcedure } from '#support/moderated.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { tellParticipation } from './tell-news.ts'

let town: TestServer
let anna: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.19')
const db = () => town.house.database.system
const tenant = () => town.site(places.stadt).id
const staff = (path: string, fields: Record<string, string>) => post(`${base}${path}`, fields, { cookie: anna.cookie })
const mailsTo = async (address: string) =>
  (
    await sql<{
      subject: string
      text: string
    }>`select subject, text from platform_mail where to_address = ${address} order by created_at, id`.execute(db())
  ).rows

/** Somebody who follows a procedure and confirmed it; is told at once, so that no test waits for seven in the morning. */
async function follower(procedure: string, email: string): Promise<void> {
  const id = randomUUID()
  await sql`insert into participation_follow (id, tenant, procedure, rhythm, secret_hash, address_mark, confirmed_at)
    values (${id}, ${tenant()}, ${procedure}, 'immediate', ${randomBytes(32)}, ${randomBytes(32)}, clock_timestamp())`.execute(
    db(),
  )
  await sql`insert into participation_follow_address (follow, tenant, email) values (${id}, ${tenant()}, ${email})`.execute(db())
}

suite('told by mail', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    anna = await signedIn(town, { [places.stadt]: ['participation-officer'] }, { name: 'Anna Amsel' })
  })
  after(() => town?.close())

  test('whoever wrote a comment is asked back, replies, and is told where it went and why it was hidden; nobody else is', async () => {
    const procedure = await runningProcedure(town, places.stadt, { prefix: 'KO' })
    const under = { tenant: tenant(), procedure: procedure.id }
    await plantSubmission(town, under)
    const other = await plantSubmission(town, under, { title: 'Mehr Schatten' })
    await follower(procedure.id, 'fritz@post.example')
    const sent = await post(`${base}/mitmachen/${procedure.slug}/beitraege/KO-0001/kommentare`, { text: 'Nur mit Lehne.' })
    const own = String(sent.headers.location).replace(/\?.*/, '')
    assert.match(own, /\/kommentar\//)
    assert.equal((await post(own, { tat: 'mitteilen', email: 'keine' })).statusCode, 422)
    assert.equal((await post(own, { tat: 'mitteilen', email: 'ida@post.example' })).statusCode, 303)
    const confirm = /https:\/\/portal\.example(\S*\/mitteilungen\/\S+)/.exec((await mailsTo('ida@post.example'))[0]?.text ?? '')
    assert.match((await town.get(confirm?.[1] ?? '')).body, /zu Ihrem Kommentar/)
    assert.equal((await post(confirm?.[1] ?? '', { tat: 'bestaetigen' })).statusCode, 303)

    const [{ id = '' } = {}] = (
      await sql<{ id: string }>`select id from participation_comment where procedure = ${procedure.id}`.execute(db())
    ).rows
    const page = `/intern/kommentare/${id}`
    const act = async (fields: Record<string, string>) =>
      staff(page, { stand: hidden(await town.get(`${base}${page}`, { cookie: anna.cookie }), 'stand'), ...fields })
    assert.equal((await act({ tat: 'fragen', question: '' })).statusCode, 422)
    assert.equal((await act({ tat: 'fragen', question: 'Welche Lehne meinen Sie?' })).statusCode, 303)
    assert.match((await town.get(own)).body, /Welche Lehne meinen Sie\?/)
    assert.equal((await post(own, { tat: 'antworten', reply: '' })).statusCode, 422)
    assert.equal((await post(own, { tat: 'antworten', reply: 'Eine aus Holz.' })).statusCode, 303)
    assert.match((await town.get(`${base}${page}`, { cookie: anna.cookie })).body, /Eine aus Holz/)
    await tellParticipation(town.house)
    await act({ tat: 'verschieben', into: 'KO-0002' })
    await tellParticipation(town.house)
    await act({ tat: 'verbergen', code: 'off-topic', reason: 'Das gehört zum Ausbau.' })
    for (let i = 0; i < 2; i++) await tellParticipation(town.house)
    const mails = await mailsTo('ida@post.example')
    assert.deepEqual(
      mails.slice(1).map((one) => one.subject),
      [
        'Rückfrage zu Ihrem Kommentar zu KO-0001',
        'Ihr Kommentar steht jetzt bei KO-0002',
        'Ihr Kommentar zu KO-0002 ist nicht veröffentlicht',
      ],
    )
    assert.match(mails[1]?.text ?? '', /Welche Lehne meinen Sie\?[\s\S]*\/kommentar\//)
    assert.match(mails[2]?.text ?? '', /„Mehr Schatten“/)
    assert.match(mails[3]?.text ?? '', /Gehört nicht zum Thema[\s\S]*Das gehört zum Ausbau/)
    assert.ok(!(await mailsTo('fritz@post.example')).some(({ text }) => /Lehne|Ausbau|Kommentar/.test(text)))
    const public_ = await town.get(`${base}/mitmachen/${procedure.slug}/beitraege/KO-0002`)
    assert.doesNotMatch(public_.body, /Eine aus Holz|Welche Lehne/)
    assert.ok(other)
  })

  test('whoever follows is told of a further version, of a new date and of one that moves: once each, as it is now', async () => {
    const text = (await insertProcedureOf(town, places.stadt, { slug: 'satzung', format: 'text-consultation', opens: -72 })).id
    const dates = (await insertProcedureOf(town, places.stadt, { slug: 'abende', format: 'events', opens: -72 })).id
    await follower(text, 'leo@post.example')
    await follower(dates, 'leo@post.example')
    const version = (n: number, note: string) =>
      sql`insert into participation_text_version (tenant, procedure, version, source, note, paragraphs)
        values (${tenant()}, ${text}, ${n}, 'Satz.', ${note}, 1)`.execute(db())
    await version(1, '')
    await version(2, 'Der Beirat tagt öfter.')
    const event = randomUUID()
    await sql`insert into participation_event (id, tenant, procedure, key, kind, state, title, starts_at, ends_at)
      values (${event}, ${tenant()}, ${dates}, 1, 'event', 'draft', 'Rundgang', now() + interval '9 days', now() + interval '9 days 2 hours')`.execute(
      db(),
    )
    const change = (set: string) => sql`update participation_event set ${sql.raw(set)} where id = ${event}`.execute(db())
    const told = async () => {
      await tellParticipation(town.house)
      return (await mailsTo('leo@post.example')).map((one) => one.text)
    }
    await change("place = 'Markt'")
    assert.equal((await told()).length, 1, 'the version alone: a draft is nowhere')
    assert.match((await told())[0] ?? '', /Fassung 2 des Textes. Neu ist: Der Beirat tagt öfter/)
    await change("state = 'public'")
    await change("place = 'Rathaus'")
    const [, fresh = ''] = await told()
    assert.match(fresh, /Neuer Termin: „Rundgang“.*Ort: Rathaus[\s\S]*\/mitmachen\/abende\/termine\/1/)
    assert.doesNotMatch(fresh, /Geänderter Termin/)
    await change("about = 'Wir gehen zusammen.'")
    assert.equal((await told()).length, 2, 'other words are no news')
    await change("starts_at = starts_at + interval '30 minutes'")
    assert.match((await told())[2] ?? '', /Geänderter Termin: „Rundgang“/)
    await change("state = 'cancelled', cancelled_reason = 'Sturm'")
    assert.match((await told())[3] ?? '', /Abgesagt: „Rundgang“.*Grund: Sturm/)
  })
})
