import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { secretLink } from '#platform/secret-link'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { plantComment, plantSubmission, runningProcedure, type TestProcedure } from '#support/moderated.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { tellParticipation } from '../follow/tell-news.ts'

let town: TestServer
let procedure: TestProcedure
let anna: TestPerson
let bert: TestPerson
const base = `/${places.stadt}`
const post = formPoster(() => town, '10.9')
const db = () => town.house.database.system
const under = () => ({ tenant: town.site(places.stadt).id, procedure: procedure.id })
const good = {
  reason: 'insult',
  explanation: 'Der zweite Satz beleidigt mich.',
  name: 'Rosa Rübe',
  email: 'rosa@post.example',
  faith: '1',
}
const mailsTo = async (to: string) =>
  (
    await sql<{
      subject: string
      text: string
    }>`select subject, text from platform_mail where to_address = ${to} order by created_at, id`.execute(db())
  ).rows
const stateOf = async (id: string) =>
  (await sql<{ state: string }>`select state from participation_submission where id = ${id}`.execute(db())).rows[0]?.state
const lastNotice = async () =>
  (await sql<{ id: string }>`select id from participation_notice order by year desc, number desc limit 1`.execute(db())).rows[0]
    ?.id ?? ''
const page = (path: string, person: TestPerson) => town.get(`${base}${path}`, { cookie: person.cookie })
async function decide(notice: string, values: Record<string, string>, person: TestPerson) {
  const path = `/intern/meldungen/${notice}`
  const stand = hidden(await page(path, person), 'stand')
  return post(`${base}${path}`, { stand, ...values }, { cookie: person.cookie })
}

suite('notices from the public', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    procedure = await runningProcedure(town, places.stadt, { prefix: 'PL' })
    anna = await signedIn(town, { [places.stadt]: ['participation-officer'] }, { name: 'Anna Amsel' })
    bert = await signedIn(town, { [places.stadt]: ['participation-officer'] }, { name: 'Bert Buchfink' })
  })
  after(() => town?.close())

  test('the form names the exact address and says what is missing', async () => {
    await plantSubmission(town, under(), { title: 'Eine Bank' })
    const form = await town.get(`${base}/mitmachen/melden?was=PL-0001`)
    assert.match(form.body, new RegExp(`https://portal\\.example/ahornstadt/mitmachen/${procedure.slug}/beitraege/PL-0001`))
    const empty = await post(`${base}/mitmachen/melden`, { was: 'PL-0001', reason: 'insult' })
    assert.equal(empty.statusCode, 422)
    for (const fault of [/Die Erklärung fehlt/, /Ihr Name fehlt/, /Ihre E-Mail-Adresse fehlt/, /Bestätigen Sie/])
      assert.match(empty.body, fault)
    assert.match((await town.get(`${base}/mitmachen/melden?was=PL-7777`)).body, /nichts Öffentliches/)
    const nameless = await post(`${base}/mitmachen/melden`, {
      was: 'PL-0001',
      reason: 'children',
      explanation: 'Ein Bild.',
      faith: '1',
    })
    assert.equal(nameless.statusCode, 303, 'for abuse of children nobody needs to give a name')
    const pasted = await post(`${base}/mitmachen/melden`, {
      ...good,
      was: `https://portal.example${base}/mitmachen/${procedure.slug}/beitraege/PL-0001`,
    })
    assert.equal(pasted.statusCode, 303)
  })

  test('receipt, decision with reasons for both, and a second look by another person', async () => {
    const id = await plantSubmission(town, under(), { title: 'Der Wirt taugt nichts' })
    const number = (await sql<{ number: number }>`select number from participation_submission where id = ${id}`.execute(db()))
      .rows[0]?.number
    const sent = await post(`${base}/mitmachen/melden`, { ...good, was: `PL-${String(number).padStart(4, '0')}` })
    const link = String(sent.headers.location).split('?')[0] ?? ''
    assert.match((await town.get(link)).body, /ME-\d{4}-\d{4}[\s\S]*wird geprüft/)
    assert.match((await mailsTo('rosa@post.example')).at(-1)?.subject ?? '', /ist angekommen/)
    const notice = await lastNotice()
    assert.match((await page(`/intern/beitraege/${id}`, anna)).body, /Offene Meldung ME-/)
    assert.match(
      (await decide(notice, { decision: 'hidden' }, anna)).body,
      /Der Grund fehlt[\s\S]*Die Begründung fehlt|Die Begründung fehlt[\s\S]*Der Grund fehlt/,
    )
    assert.match(
      (await decide(notice, { decision: 'reworded', reason: 'Geändert.' }, anna)).body,
      /wurde der Wortlaut nicht geändert/,
    )
    const first = page(`/intern/meldungen/${notice}`, bert).then((shown) => hidden(shown, 'stand'))
    const stand = await first
    assert.equal((await decide(notice, { decision: 'kept', reason: 'Scharf, aber erlaubt.' }, anna)).statusCode, 303)
    const late = await post(
      `${base}/intern/meldungen/${notice}`,
      { stand, decision: 'hidden', code: 'insult', reason: 'Weg damit.' },
      { cookie: bert.cookie },
    )
    assert.match(String(late.headers.location), /inzwischen/)
    assert.equal(await stateOf(id), 'public')
    for (let i = 0; i < 2; i++) await tellParticipation(town.house)
    const told = (await mailsTo('rosa@post.example')).filter((mail) => /Entscheidung/.test(mail.subject))
    assert.equal(told.length, 1)
    assert.match(told[0]?.text ?? '', /bleibt veröffentlicht[\s\S]*Scharf, aber erlaubt[\s\S]*widersprechen/)
    const own = await town.get(link)
    assert.match(own.body, /Scharf, aber erlaubt/)
    await post(link, { tat: 'widersprechen', entscheidung: hidden(own, 'entscheidung'), widerspruch: 'Das ist gelogen.' })
    const objection = (await sql<{ id: string }>`select id from participation_objection`.execute(db())).rows[0]?.id
    const second = (person: TestPerson) =>
      post(
        `${base}/intern/widersprueche/${objection}`,
        { upheld: 'nein', code: 'insult', reason: 'Doch, das beleidigt.' },
        { cookie: person.cookie },
      )
    assert.equal((await second(anna)).statusCode, 422)
    assert.equal((await second(bert)).statusCode, 303)
    assert.equal(await stateOf(id), 'hidden')
    await tellParticipation(town.house)
    assert.match((await mailsTo('rosa@post.example')).at(-1)?.text ?? '', /aufgehoben[\s\S]*Doch, das beleidigt/)
  })

  test('a reported comment is taken out; whoever wrote does not learn who reported', async () => {
    const id = await plantSubmission(town, under(), { title: 'Der Brunnen' })
    const comment = await plantComment(town, under(), id, { body: 'Ihr seid alle blöd.' })
    const number = (await sql<{ number: number }>`select number from participation_submission where id = ${id}`.execute(db()))
      .rows[0]?.number
    const sent = await post(`${base}/mitmachen/melden`, {
      ...good,
      was: `PL-${String(number).padStart(4, '0')}`,
      kommentar: comment,
    })
    assert.equal(sent.statusCode, 303)
    assert.equal(
      (await decide(await lastNotice(), { decision: 'hidden', code: 'insult', reason: 'Das ist eine Beleidigung.' }, anna))
        .statusCode,
      303,
    )
    const row = (await sql<{ state: string }>`select state from participation_comment where id = ${comment}`.execute(db()))
      .rows[0]
    assert.equal(row?.state, 'hidden')
    const statements = await sql<{ body: string }>`select body from participation_statement where comment = ${comment}`.execute(
      db(),
    )
    assert.equal(statements.rows.length, 1)
    assert.ok(!JSON.stringify(statements.rows).includes('Rosa'))
    const protocol = (await town.get(`${base}/mitmachen/${procedure.slug}/protokoll`)).body
    assert.match(protocol, /Kommentar zu PL-/)
    assert.doesNotMatch(protocol, /Rosa|blöd/)
  })

  test('an objection that is too long comes back with its words at the decision it is against, beside the map of the form', async () => {
    const { token, hash } = secretLink(town.house.config.ALLMENDE_SECRET, 'participation/submission', randomUUID())
    const id = await plantSubmission(town, under(), { title: 'Der Kiosk', secretHash: hash })
    const [reworded, moved] = [randomUUID(), randomUUID()]
    for (const [statement, act] of [
      [reworded, 'reworded'],
      [moved, 'moved'],
    ])
      await sql`insert into participation_statement (id, tenant, procedure, submission, act, code)
        values (${statement}, ${under().tenant}, ${under().procedure}, ${id}, ${act}, 'mistake')`.execute(db())
    const words = 'Das stimmt so nicht. '.repeat(300)
    const back = await post(`${base}/beitrag/${token}`, { tat: 'widersprechen', entscheidung: reworded, widerspruch: words })
    assert.equal(back.statusCode, 422)
    const field = (statement: string) => new RegExp(`<textarea[^>]*id="widerspruch-${statement}"[^>]*>([^<]*)`).exec(back.body)
    assert.equal(field(reworded)?.[1]?.trim(), words.trim())
    assert.match(field(reworded)?.[0] ?? '', /aria-invalid="true"/)
    assert.equal(field(moved)?.[1]?.trim(), '')
    assert.doesNotMatch(field(moved)?.[0] ?? '', /aria-invalid/)
    assert.match(back.body, /name="geometry"/)
  })
})
