import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { insertProcedure, setProcedureState, writePhases } from '../store/procedure-store.ts'

let town: TestServer
const slug = 'stadtpark'
const base = `/${places.stadt}/mitmachen/${slug}/beitraege/SP-0001`
let procedure: string

/** A procedure of the town in which everything is allowed, or only reading, and one idea in it. */
async function plant(): Promise<void> {
  const { system } = town.house.database
  const tenant = town.site(places.stadt).id
  procedure = randomUUID()
  await insertProcedure(system, tenant, procedure, {
    slug,
    format: 'idea-map',
    prefix: 'SP',
    title: 'Wie soll der Stadtpark werden?',
    lead: 'Sagen Sie es uns.',
    about: '',
    fixed: [],
    open: [],
    basis: [],
    office: 'Grünamt',
    contact: {},
    place: '',
    area: null,
    identity: {},
    moderation: 'after',
    settings: { sides: true, rating: 'three' },
    answerBy: null,
    retentionMonths: 12,
  })
  await setProcedureState(system, tenant, procedure, ['draft'], 'public', null)
  await timetable(['read', 'submit', 'comment', 'rate'])
  const client = httpClient(town)
  const sent = await client.post(`/${places.stadt}/mitmachen/${slug}/beitrag`, {
    schritt: 'senden',
    title: 'Mehr Bänke am Teich',
    body: 'Mit Lehne.',
  })
  assert.equal(sent.statusCode, 303)
}

const timetable = (actions: readonly ('read' | 'submit' | 'comment' | 'rate')[]) =>
  writePhases(town.house.database.system, town.site(places.stadt).id, procedure, 'public', [
    {
      id: randomUUID(),
      track: 'public',
      position: 0,
      title: 'Jetzt',
      note: '',
      label: '',
      startsAt: new Date(Date.now() - 86_400_000),
      endsAt: new Date(Date.now() + 86_400_000),
      actions,
    },
  ])

const counts = async () =>
  (
    await sql<{ agree: number; neutral: number; disagree: number; comments: number; reactions: number }>`
      select s.agree, s.neutral, s.disagree, s.comments, p.reactions from participation_submission s
      join participation_procedure p on p.id = s.procedure where p.id = ${procedure}`.execute(town.house.database.system)
  ).rows[0]

suite('agreeing and talking', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    await plant()
  })
  after(() => town?.close())

  test('200 clicks at once with the same mark count once; another choice replaces it, and it can be taken back', async () => {
    const client = httpClient(town)
    assert.equal((await client.post(`${base}/stimme`, { wert: '1' })).statusCode, 303)
    await client.post(`${base}/stimme`, { wert: 'zurueck' })
    const clicks = await Promise.all(
      Array.from({ length: 200 }, (_, n) => client.post(`${base}/stimme`, { wert: n % 2 ? '1' : '-1' })),
    )
    assert.deepEqual(new Set(clicks.map((one) => one.statusCode)), new Set([303]))
    const many = await counts()
    assert.equal((many?.agree ?? 0) + (many?.disagree ?? 0), 1)
    assert.equal(many?.reactions, 1)
    await client.post(`${base}/stimme`, { wert: '0' })
    assert.deepEqual(await counts(), { agree: 0, neutral: 1, disagree: 0, comments: 0, reactions: 1 })
    assert.match((await client.get(base)).body, /value="zurueck" aria-pressed="true"[^>]*>Unentschieden/)
    await client.post(`${base}/stimme`, { wert: 'zurueck' })
    assert.deepEqual(await counts(), { agree: 0, neutral: 0, disagree: 0, comments: 0, reactions: 0 })
  })

  test('another browser is another voice, and a made-up number is no mark', async () => {
    for (const client of [httpClient(town), httpClient(town), httpClient(town, { cookie: 'allmende-mitmachen=x.y' })])
      await client.post(`${base}/stimme`, { wert: '1' })
    assert.equal((await counts())?.agree, 3)
  })

  test('from the list one comes back to the list at the same entry, and sees the own choice there', async () => {
    const client = httpClient(town)
    const back = await client.post(`${base}/stimme`, { wert: '1', liste: '1', zurueck: 'sortiert=zustimmung&evil=//x' })
    assert.match(
      String(back.headers.location),
      /^\/ahornstadt\/mitmachen\/stadtpark\/beitraege\?sortiert=zustimmung&.*stimme=da#SP-0001$/,
    )
    assert.match((await client.get(`/${places.stadt}/mitmachen/${slug}/beitraege`)).body, /aria-pressed="true"/)
  })

  test('a comment stands on its side, a reply below it, a reply to a reply nowhere; the link withdraws it', async () => {
    const client = httpClient(town)
    const sent = await client.post(`${base}/kommentare`, { text: 'Ja, dort fehlen sie.', seite: 'pro' })
    assert.equal(sent.statusCode, 303)
    const own = String(sent.headers.location)
    const page = (await client.get(base)).body
    assert.match(page, /<h3>Dafür<\/h3>.*Ja, dort fehlen sie.*<h3>Dagegen<\/h3>/s)
    const id = /id="kommentar-([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    assert.equal((await client.post(`${base}/kommentare`, { text: 'Finde ich auch.', 'antwort-auf': id })).statusCode, 303)
    const reply =
      Array.from((await client.get(base)).body.matchAll(/id="kommentar-([0-9a-f-]{36})"/g), (one) => one[1] ?? '')[1] ?? ''
    const deep = await client.post(`${base}/kommentare`, { text: 'Und ich erst.', 'antwort-auf': reply })
    assert.equal(deep.statusCode, 409)
    assert.match(deep.body, /nicht mehr da.*Und ich erst/s)
    assert.equal((await counts())?.comments, 2)
    assert.match((await client.get(base)).body, new RegExp(`/melden\\?was=SP-0001&amp;verfahren=stadtpark&amp;kommentar=${id}`))
    await client.post(own.split('?')[0] ?? '', {})
    assert.equal((await counts())?.comments, 1)
    assert.doesNotMatch((await client.get(base)).body, /dort fehlen sie/)
  })

  test('what names somebody waits for staff, and is read by nobody else', async () => {
    const client = httpClient(town)
    const sent = await client.post(`${base}/kommentare`, { text: 'Rufen Sie mich an: 0171 2345678', seite: 'contra' })
    assert.match((await client.get(String(sent.headers.location))).body, /wird geprüft/)
    assert.doesNotMatch((await client.get(base)).body, /2345678/)
  })

  test('what staff takes out says why behind the link, and its author may object once', async () => {
    const client = httpClient(town)
    const own = String(
      (await client.post(`${base}/kommentare`, { text: 'Wer das will, ist ein Esel.', seite: 'contra' })).headers.location,
    ).split('?')[0]
    const { system } = town.house.database
    await sql`update participation_comment set state = 'hidden', closed_at = now() where body like '%Esel%'`.execute(system)
    await sql`insert into participation_statement (id, tenant, procedure, submission, comment, act, code, body)
      select gen_random_uuid(), tenant, procedure, submission, id, 'hidden', 'insult', 'Das beleidigt andere.' from participation_comment where body like '%Esel%'`.execute(
      system,
    )
    const page = (await client.get(own ?? '')).body
    assert.match(page, /Das beleidigt andere/)
    const entscheidung = /name="entscheidung" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const object = (widerspruch: string) => client.post(own ?? '', { tat: 'widersprechen', entscheidung, widerspruch })
    assert.equal((await object('')).statusCode, 422)
    assert.equal((await object('Ein Esel ist ein kluges Tier.')).statusCode, 303)
    assert.match((await client.get(own ?? '')).body, /Ein Esel ist ein kluges Tier/)
    assert.equal((await client.post(own ?? '', { tat: 'widersprechen', entscheidung: procedure })).statusCode, 404)
  })

  test('a fault keeps what was typed and says what is missing', async () => {
    const answer = await httpClient(town).post(`${base}/kommentare`, { text: 'Ohne Seite', name: 'Ada' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /ob Sie dafür oder dagegen sind.*Ohne Seite/s)
    assert.equal((await httpClient(town).post(`${base}/stimme`, { wert: '7' })).statusCode, 400)
  })

  test('outside of its time the row refuses and the page says so; words are not lost', async () => {
    const client = httpClient(town)
    await client.post(`${base}/stimme`, { wert: '1' })
    const was = await counts()
    await timetable(['read'])
    for (const wert of ['-1', 'zurueck']) {
      const answer = await client.post(`${base}/stimme`, { wert })
      assert.equal(answer.statusCode, 409)
      assert.match(answer.body, /zurzeit nicht möglich/)
    }
    assert.equal((await httpClient(town).post(`${base}/stimme`, { wert: '1' })).statusCode, 409)
    const late = await client.post(`${base}/kommentare`, { text: 'Zu spät gesagt', seite: 'pro' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /kam zu spät.*Zu spät gesagt/s)
    assert.deepEqual(await counts(), was)
    assert.match((await client.get(base)).body, /in diesem Schritt des Verfahrens nicht möglich/)
  })
})
