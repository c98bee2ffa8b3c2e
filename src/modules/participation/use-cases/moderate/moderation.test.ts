import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { listAudit } from '#platform/audit'
import { newBrowserMark, readBrowserMark } from '#platform/secret-link'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { plantComment, plantSubmission, runningProcedure, type TestProcedure } from '#support/moderated.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { tellParticipation } from '../follow/tell-news.ts'
import { reactionMark } from '../reaction-mark.ts'

let town: TestServer
let procedure: TestProcedure
let anna: TestPerson
let bert: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.7')
const db = () => town.house.database.system
const under = () => ({ tenant: town.site(places.stadt).id, procedure: procedure.id })
const row = async <T>(id: string) =>
  (await sql<T>`select * from participation_submission where id = ${id}`.execute(db())).rows[0] as T & {
    state: string
    number: number
    comments: number
    agree: number
    body: string
    author: string | null
  }
const numberOf = async (id: string) => `PL-${String((await row(id)).number).padStart(4, '0')}`
const staffPage = async (path: string, person = anna) => town.get(`${base}${path}`, { cookie: person.cookie })
/** Opens the page of a thing and sends one of its forms as it stands there. */
async function act(path: string, values: Record<string, string>, person = anna) {
  const stand = hidden(await staffPage(path, person), 'stand')
  return post(`${base}${path}`, { stand, ...values }, { cookie: person.cookie })
}
const said = (answer: { headers: Record<string, unknown> }) =>
  new URL(String(answer.headers.location), 'https://x.example').searchParams.get('getan')
const react = (submission: string, browser: string, value: number) =>
  sql`insert into participation_reaction (tenant, procedure, submission, mark, value)
    values (${under().tenant}, ${procedure.id}, ${submission}, ${reactionMark(town.house.config.ALLMENDE_SECRET, browser, submission)}, ${value})`.execute(
    db(),
  )
const newBrowser = () => {
  const { ALLMENDE_SECRET: secret } = town.house.config
  return readBrowserMark(secret, 'participation', newBrowserMark(secret, 'participation')) ?? ''
}

suite('moderation', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    procedure = await runningProcedure(town, places.stadt, { prefix: 'PL' })
    anna = await signedIn(town, { [places.stadt]: ['participation-officer'] }, { name: 'Anna Amsel' })
    bert = await signedIn(town, { [places.stadt]: ['participation-officer'] }, { name: 'Bert Buchfink' })
  })
  after(() => town?.close())

  test('what waits comes first, its personal data are marked, and pages follow keys', async () => {
    const waiting = await plantSubmission(town, under(), {
      state: 'waiting',
      title: 'Bitte melden',
      body: 'Rufen Sie mich an: 02594 123456',
    })
    await plantSubmission(town, under(), { title: 'Brunnen bauen' })
    const list = (await staffPage('/intern/beitraege')).body
    assert.ok(list.indexOf('Bitte melden') < list.indexOf('Brunnen bauen'), 'what waits stands above')
    assert.match((await staffPage(`/intern/beitraege/${waiting}`)).body, /<mark>02594 123456<\/mark>/)
    assert.doesNotMatch((await staffPage('/intern/beitraege?stand=wartet')).body, /Brunnen bauen/)
    for (let i = 0; i < 51; i++) await plantSubmission(town, under(), { title: `Vorschlag ${i}`, state: 'hidden' })
    const first = await staffPage('/intern/beitraege?stand=verborgen')
    const next = /href="([^"]*nach=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await town.get(next, { cookie: anna.cookie })
    assert.match(first.body, /Vorschlag 50</)
    assert.match(second.body, /Vorschlag 0</)
    assert.doesNotMatch(second.body, /Vorschlag 50</)
    await sql`update participation_submission set state = 'withdrawn' where state = 'hidden'`.execute(db())
  })

  test('hiding needs a reason; the author is told it, the public reads the code alone, and it can be undone', async () => {
    const id = await plantSubmission(town, under(), { title: 'Mein Nachbar stört', body: 'Er heißt wie er heißt.' })
    const empty = await act(`/intern/beitraege/${id}`, { tat: 'verbergen' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Der Grund fehlt/)
    assert.equal((await row(id)).state, 'public')
    const done = await act(`/intern/beitraege/${id}`, {
      tat: 'verbergen',
      code: 'personal',
      reason: 'Der Satz über Herrn Quendel muss weg.',
    })
    assert.equal(said(done), 'verborgen')
    const protocol = (await town.get(`${base}/mitmachen/${procedure.slug}/protokoll`)).body
    assert.match(protocol, new RegExp(`${await numberOf(id)}[\\s\\S]*Angaben zu Personen`))
    assert.doesNotMatch(protocol, /Quendel|Mein Nachbar|Anna Amsel/)
    assert.equal((await town.get(`${base}/mitmachen/${procedure.slug}/beitraege/${await numberOf(id)}`)).statusCode, 404)
    assert.match((await town.get(String(done.headers.location), { cookie: anna.cookie })).body, /Rückgängig/)
    assert.equal(said(await act(`/intern/beitraege/${id}`, { tat: 'veroeffentlichen' })), 'veroeffentlicht')
    assert.equal((await row(id)).state, 'public')
    const audit = await listAudit(db(), under().tenant)
    assert.ok(JSON.stringify(audit).includes('participation/hide-submission'))
  })

  test('of two moderators the second is told what the first did, and nothing is done twice', async () => {
    const id = await plantSubmission(town, under(), { state: 'waiting', title: 'Zwei zugleich' })
    const path = `/intern/beitraege/${id}`
    const stand = hidden(await staffPage(path), 'stand')
    const values = { stand, tat: 'verbergen', code: 'insult', reason: 'Bitte sachlich.' }
    const answers = await Promise.all([
      post(`${base}${path}`, values, { cookie: anna.cookie }),
      post(`${base}${path}`, { stand, tat: 'veroeffentlichen' }, { cookie: bert.cookie }),
    ])
    const told = answers.map(said)
    assert.equal(told.filter((one) => one === 'inzwischen').length, 1, told.join())
    const loser = told.indexOf('inzwischen')
    const shown = await town.get(String(answers[loser]?.headers.location), { cookie: [anna, bert][loser]?.cookie ?? '' })
    assert.match(shown.body, loser === 0 ? /Bert Buchfink: Veröffentlicht/ : /Anna Amsel: Nicht veröffentlicht/)
    const acts = await sql<{
      n: number
    }>`select count(*)::int as n from participation_statement where submission = ${id}`.execute(db())
    assert.equal(acts.rows[0]?.n, 1)
  })

  test('merging leads comments and reactions along, the same browser counts once, both addresses work, and it can be undone', async () => {
    const [one, other] = [
      await plantSubmission(town, under(), { title: 'Bäume pflanzen' }),
      await plantSubmission(town, under(), { title: 'Mehr Bäume' }),
    ]
    const [both, onlyOne, onlyOther] = [newBrowser(), newBrowser(), newBrowser()]
    for (const [submission, browser] of [
      [one, both],
      [other, both],
      [one, onlyOne],
      [other, onlyOther],
    ] as const)
      await react(submission, browser, 1)
    const comment = await plantComment(town, under(), one)
    await plantComment(town, under(), one, { parent: comment, body: 'Ich auch.' })
    await plantComment(town, under(), one, { state: 'hidden' })
    await plantComment(town, under(), other)
    const done = await act(`/intern/beitraege/${one}`, { tat: 'zusammenfuehren', into: await numberOf(other) })
    assert.equal(said(done), 'zusammengefuehrt')
    assert.deepEqual([(await row(other)).agree, (await row(other)).comments], [3, 3])
    const old = await town.get(`${base}/mitmachen/${procedure.slug}/beitraege/${await numberOf(one)}`)
    assert.equal(old.statusCode, 301)
    assert.ok(String(old.headers.location).endsWith(await numberOf(other)))
    const all = await sql<{
      n: number
    }>`select count(*)::int as n from participation_comment where submission = ${other}`.execute(db())
    assert.equal(all.rows[0]?.n, 4, 'the hidden one, too')
    assert.equal(said(await act(`/intern/beitraege/${one}`, { tat: 'trennen' })), 'getrennt')
    assert.deepEqual(
      [(await row(one)).agree, (await row(one)).comments, (await row(other)).agree, (await row(other)).comments],
      [2, 2, 2, 1],
    )
    const itself = await act(`/intern/beitraege/${one}`, { tat: 'zusammenfuehren', into: await numberOf(one) })
    assert.match(itself.body, /Das ist der Beitrag selbst/)
    const none = await act(`/intern/beitraege/${one}`, { tat: 'zusammenfuehren', into: 'PL-9999' })
    assert.match(none.body, /keinen veröffentlichten Beitrag/)
  })

  test('another wording keeps the former one and leaves the original as it came; the name can go', async () => {
    const page = await post(`${base}/mitmachen/${procedure.slug}/beitrag`, {
      title: 'Spielplatz',
      body: 'Frau Zwirbel wohnt daneben und stört.',
      author: 'Ida Immergrün',
      schritt: 'senden',
    })
    assert.equal(page.statusCode, 303)
    const id =
      (await sql<{ id: string }>`select id from participation_submission where title = 'Spielplatz'`.execute(db())).rows[0]?.id ??
      ''
    if ((await row(id)).state === 'waiting') await act(`/intern/beitraege/${id}`, { tat: 'veroeffentlichen' })
    const done = await act(`/intern/beitraege/${id}`, {
      tat: 'umformulieren',
      title: 'Spielplatz',
      body: '[Name entfernt] wohnt daneben.',
      withoutAuthor: '1',
      code: 'personal',
      reason: 'Namen anderer gehören nicht hierher.',
    })
    assert.equal(said(done), 'umformuliert')
    const now = await row(id)
    assert.deepEqual([now.body, now.author, now.state], ['[Name entfernt] wohnt daneben.', null, 'public'])
    const original = await sql<{
      body: string
    }>`select content->>'body' as body from participation_original where submission = ${id}`.execute(db())
    assert.match(original.rows[0]?.body ?? '', /Zwirbel/)
    assert.match((await staffPage(`/intern/beitraege/${id}`)).body, /Frühere Fassungen[\s\S]*Zwirbel/)
    assert.doesNotMatch(
      (await town.get(`${base}/mitmachen/${procedure.slug}/beitraege/${await numberOf(id)}`)).body,
      /Zwirbel|Immergrün/,
    )
  })

  test('a comment is moved with what answers it', async () => {
    const [one, other] = [await plantSubmission(town, under()), await plantSubmission(town, under())]
    const comment = await plantComment(town, under(), one)
    await plantComment(town, under(), one, { parent: comment })
    const done = await act(`/intern/kommentare/${comment}`, { tat: 'verschieben', into: await numberOf(other) })
    assert.equal(said(done), 'verschoben')
    assert.deepEqual([(await row(one)).comments, (await row(other)).comments], [0, 2])
  })

  test('the author is asked back, replies behind the secret link, reads a refusal and objects; another person decides', async () => {
    const sent = await post(`${base}/mitmachen/${procedure.slug}/beitrag`, {
      title: 'Laternen',
      body: 'Es ist zu dunkel.',
      email: 'ida@post.example',
      schritt: 'senden',
    })
    const link = String(sent.headers.location).split('?')[0] ?? ''
    const id =
      (await sql<{ id: string }>`select id from participation_submission where title = 'Laternen'`.execute(db())).rows[0]?.id ??
      ''
    const mails = async () =>
      (
        await sql<{
          subject: string
          text: string
          list_unsubscribe: string | null
        }>`select * from platform_mail where to_address = 'ida@post.example' order by created_at, id`.execute(db())
      ).rows
    assert.match((await mails())[0]?.subject ?? '', /Bitte bestätigen/)
    const confirm = /https:\/\/portal\.example(\S*\/mitteilungen\/\S+)/.exec((await mails())[0]?.text ?? '')?.[1] ?? ''
    const tell = () => tellParticipation(town.house)
    await act(`/intern/beitraege/${id}`, { tat: 'fragen', question: 'Welche Ecke meinen Sie?' })
    await tell()
    assert.equal((await mails()).length, 1, 'nobody confirmed yet')
    assert.equal((await post(confirm, { tat: 'bestaetigen' })).statusCode, 303)
    await act(`/intern/beitraege/${id}`, { tat: 'fragen', question: 'Vor dem Rathaus?' })
    for (let i = 0; i < 3; i++) await tell()
    assert.equal((await mails()).length, 2, 'told once')
    assert.match((await mails())[1]?.text ?? '', /Vor dem Rathaus\?/)
    assert.match((await town.get(link)).body, /Welche Ecke meinen Sie/)
    assert.equal((await post(link, { tat: 'antworten', reply: 'An der Treppe.' })).statusCode, 303)
    assert.match((await staffPage(`/intern/beitraege/${id}`)).body, /An der Treppe/)
    await act(`/intern/beitraege/${id}`, { tat: 'verbergen', code: 'off-topic', reason: 'Für Laternen ist das Tiefbauamt da.' })
    await tell()
    assert.match((await mails())[2]?.text ?? '', /Gehört nicht zum Thema[\s\S]*Tiefbauamt/)
    const own = await town.get(link)
    assert.match(own.body, /Für Laternen ist das Tiefbauamt da/)
    assert.doesNotMatch(own.body, /Anna Amsel/)
    const statement = hidden(own, 'entscheidung')
    assert.equal((await post(link, { tat: 'widersprechen', entscheidung: statement, widerspruch: '' })).statusCode, 422)
    await post(link, { tat: 'widersprechen', entscheidung: statement, widerspruch: 'Es geht um den Platz.' })
    await post(link, { tat: 'widersprechen', entscheidung: statement, widerspruch: 'Noch einmal.' })
    const objections = await sql<{ id: string }>`select id from participation_objection`.execute(db())
    assert.equal(objections.rows.length, 1)
    const path = `${base}/intern/widersprueche/${objections.rows[0]?.id}`
    const decide = (person: TestPerson) =>
      post(path, { upheld: 'nein', reason: 'Das stimmt, es gehört hierher.' }, { cookie: person.cookie })
    assert.match((await decide(anna)).body, /jemand anderes/)
    assert.equal((await decide(bert)).statusCode, 303)
    assert.equal((await row(id)).state, 'public')
    await tell()
    assert.match((await mails()).at(-1)?.text ?? '', /Die erste Entscheidung ist aufgehoben/)
    assert.match((await town.get(link)).body, /Zweite Prüfung: Die Entscheidung ist aufgehoben/)
    const end = (await mails())[1]?.list_unsubscribe ?? ''
    assert.match(end, /^https:\/\/portal\.example\S*\/ende$/)
    assert.equal((await post(new URL(end).pathname, {})).statusCode, 200)
    assert.equal(
      (await sql`select 1 from participation_follow_address where email = 'ida@post.example'`.execute(db())).rows.length,
      0,
    )
  })
})
