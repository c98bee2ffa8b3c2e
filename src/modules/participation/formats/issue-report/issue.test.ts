// Reports of defects: from the photo to the sentence of the office, and what the database guards.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { must } from '#kernel/result.ts'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { multipart } from '#support/multipart.ts'
import { signedIn } from '#support/people.ts'
import { insertProcedureOf, type ProcedureGiven } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { insideOf } from '../../model/inside.ts'
import { metresBetween } from './issue.ts'
import { issueSettings } from './issue-settings.ts'
import { titleOf } from './read-report.ts'
import { tidyIssues } from './store/issue-tidy.ts'

let town: TestServer
let clerk: { cookie: string }
const base = `/${places.stadt}`
const system = () => town.house.database.system
const post = formPoster(() => town, '10.31')
const secret = 'GPS51.886N'

/** The smallest JPEG with a place in it. */
const photo = Buffer.concat([
  Buffer.from('ffd8', 'hex'),
  Buffer.from([0xff, 0xe1, 0, 2 + 6 + secret.length]),
  Buffer.from(`Exif\0\0${secret}`, 'latin1'),
  Buffer.from('ffc0000b080002000301011100ffda0008010100003f0001020304ffd9', 'hex'),
])

let made = 0
async function reporting({ settings = {}, ...given }: ProcedureGiven = {}) {
  const one = await insertProcedureOf(town, places.stadt, {
    slug: `maengel-${++made}`,
    format: 'issue-report',
    closes: null,
    settings: issueSettings.parse(settings),
    ...given,
  })
  return { ...one, form: `${base}/mitmachen/${one.slug}/mangel` }
}
const fields = (given: Record<string, string> = {}) => ({
  category: 'beleuchtung',
  body: 'Die Laterne ist aus. Seit Montag.',
  place: '',
  geometry: '8.72, 51.886',
  schritt: 'senden',
  ...given,
})

/** A form with a file, as a browser sends it. */
function withFile(url: string, given: Record<string, string>, file: Buffer, name = 'foto.jpg') {
  const { type, payload } = multipart(given, [{ field: 'datei', name, content: file, type: 'image/jpeg' }])
  return town.ask({
    method: 'POST',
    url,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': type,
    },
    payload,
    remoteAddress: `10.32.0.${++made & 255}`,
  })
}
const idOf = async (procedure: string, number = 1) =>
  must(
    (
      await sql<{
        id: string
      }>`select id from participation_submission where procedure = ${procedure} and number = ${number}`.execute(system())
    ).rows[0],
    'the report',
  ).id
/** The mark with which a form of staff begins. */
const markIn = (html: string) => /name="stand" value="([^"]+)"/.exec(html)?.[1] ?? ''
const act = (id: string, given: Record<string, string>) => post(`${base}/intern/maengel/${id}`, given, { cookie: clerk.cookie })
const staffPage = async (id: string) => (await town.get(`${base}/intern/maengel/${id}`, { cookie: clerk.cookie })).body

before(async () => {
  const modules = ['catalogue', participationDefinition.id]
  town = await testServer({ tenants: { stadt: { modules } } })
  clerk = await signedIn(town, { [places.stadt]: ['administrator'] })
})
after(() => town?.close())

suite('a report', () => {
  test('brings a photo whose place is nowhere, and that nobody sees before somebody looked', async () => {
    const { id: procedure, form, slug } = await reporting()
    const checked = await withFile(form, fields({ schritt: 'pruefen' }), photo)
    assert.equal(checked.statusCode, 200)
    const token = /name="photo" value="([\w-]{43})"/.exec(checked.body)?.[1] ?? ''
    const loose = await town.get(`${form}/foto/${token}`)
    assert.equal(loose.statusCode, 200)
    assert.ok(!loose.rawPayload.includes(secret))
    assert.equal(loose.headers['cache-control'], 'private, no-store')
    const sent = await post(form, fields({ photo: token, key: 'schluessel-einer-meldung' }))
    assert.equal(sent.statusCode, 303)
    assert.equal((await town.get(`${form}/foto/${token}`)).statusCode, 404, 'it belongs to a report now')
    const id = await idOf(procedure)
    const own = await staffPage(id)
    const picture = /fotos\/([0-9a-f-]{36})/.exec(own)?.[1] ?? ''
    const address = `${base}/mitmachen/${slug}/fotos/${picture}`
    assert.equal((await town.get(address)).statusCode, 404, 'not before somebody looked')
    assert.equal((await town.get(address, { cookie: clerk.cookie })).statusCode, 200)
    assert.equal((await act(id, { tat: 'foto-zeigen', photo: picture })).statusCode, 303)
    const shown = await town.get(address)
    assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/jpeg'])
    const folder = town.house.config.dataDir
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((one) => path.join(folder, one)))
      if (statSync(file).isFile()) assert.ok(!readFileSync(file).includes(secret), file)
    await act(id, { tat: 'foto-loeschen', photo: picture })
    assert.equal((await town.get(address)).statusCode, 404)
  })

  test('comes once, however often a phone sends it', async () => {
    const { id: procedure, form } = await reporting()
    const send = () => post(form, fields({ key: '0197a3c0-0000-7000-8000-000000000001' }), { accept: 'application/json' })
    const answers = await Promise.all(Array.from({ length: 8 }, send))
    const said = answers.map((one) => one.json<{ state: string; number: string; receipt: string }>())
    assert.deepEqual(new Set(said.map(({ state }) => state)), new Set(['sent']))
    assert.equal(new Set(said.map(({ receipt }) => receipt)).size, 1)
    const count = async () =>
      (
        await sql<{ n: number }>`select count(*)::int as n from participation_submission where procedure = ${procedure}`.execute(
          system(),
        )
      ).rows[0]?.n
    assert.equal(await count(), 1)
    assert.equal((await town.get(must(said[0], 'an answer').receipt)).statusCode, 200)
    // Without the key of the database the same presses make several.
    await sql`alter table participation_issue_key drop constraint participation_issue_key_pkey`.execute(system())
    await Promise.all(Array.from({ length: 4 }, send))
    assert.ok((await count()) !== 1, 'the guard is what holds')
    await sql`delete from participation_issue_key`.execute(system())
    await sql`alter table participation_issue_key add primary key (tenant, key_hash)`.execute(system())
  })

  test('that is not right comes back with its words, and never as a fault of ours', async () => {
    const { form } = await reporting()
    const empty = await post(form, {})
    assert.equal(empty.statusCode, 422)
    for (const id of ['category', 'place', 'body']) assert.match(empty.body, new RegExp(`href="#${id}"`))
    const wrong = await post(form, fields({ geometry: 'drüben', email: 'anna@', category: 'gibtsnicht', body: 'Meine Worte.' }))
    assert.match(wrong.body, /Meine Worte\.<\/textarea>/)
    assert.match(wrong.body, /Der Punkt ist nicht zu lesen/)
    const pdf = await withFile(form, fields(), Buffer.from('%PDF-1.7'), 'foto.jpg')
    assert.equal(pdf.statusCode, 422)
    assert.match(pdf.body, /kein Foto, das wir lesen können/)
    const json = await post(form, {}, { accept: 'application/json' })
    assert.deepEqual(json.json(), { state: 'faulty', fields: ['category', 'place', 'body'] })
  })

  test('is offered what is open nearby, nearest first, and counts who sees the same', async () => {
    const { id: procedure, form, slug, prefix } = await reporting()
    for (const [geometry, body] of [
      ['8.7203, 51.886', 'Die Laterne am Brunnen ist aus.'],
      ['8.72005, 51.886', 'Die Laterne an der Bank ist aus.'],
      ['8.73, 51.886', 'Weit weg ist auch etwas.'],
      ['8.72, 51.8861', 'Das ist schon erledigt.'],
    ] as const)
      await post(form, fields({ geometry, body, key: `schluessel-${body.length}-0000000000` }))
    const done = await idOf(procedure, 4)
    await act(done, { tat: 'stand', stand: markIn(await staffPage(done)), status: 'done', note: 'Die Lampe ist getauscht.' })
    const checked = await post(form, fields({ schritt: 'pruefen' }))
    const found = [...checked.body.matchAll(new RegExp(`<li id="(${prefix}-\\d{4})"`, 'g'))].map(([, number]) => number)
    assert.deepEqual(found, [`${prefix}-0002`, `${prefix}-0001`])
    assert.match(checked.body, /3 Meter entfernt/)
    await post(`${base}/mitmachen/${slug}/beitraege/${prefix}-0002/stimme`, { wert: '1' })
    assert.match((await town.get(`${base}/mitmachen/${slug}/meldungen`)).body, /1 Person sieht das auch/)
  })
})

suite('an office', () => {
  test('says where a report stands, once: whoever was slower keeps the words and reads what is true', async () => {
    const { id: procedure, form, slug, prefix } = await reporting()
    await post(form, fields())
    const id = await idOf(procedure)
    const stand = markIn(await staffPage(id))
    const say = (status: string, note: string) => act(id, { tat: 'stand', stand, status, note })
    assert.equal((await say('', 'kurz')).statusCode, 422)
    const both = await Promise.all([
      say('in-progress', 'Die Lampe ist bestellt.'),
      say('rejected', 'Das ist keine Laterne der Stadt.'),
    ])
    assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [303, 409])
    const slower = must(
      both.find(({ statusCode }) => statusCode === 409),
      'the slower',
    )
    assert.match(slower.body, /Jemand war schneller/)
    assert.match(slower.body, /(Die Lampe ist bestellt|keine Laterne der Stadt)\.<\/textarea>/)
    await act(id, { tat: 'stand', stand: markIn(await staffPage(id)), status: 'done', note: 'Die Lampe leuchtet wieder.' })
    const shown = (await town.get(`${base}/mitmachen/${slug}/beitraege/${prefix}-0001`)).body
    assert.match(shown, /Die Lampe leuchtet wieder/)
    assert.match(shown, /Eingegangen[\s\S]*Erledigt/)
    const { rows } = await sql<{
      what: string
    }>`select what from participation_news where submission = ${id} order by id`.execute(system())
    assert.deepEqual(
      rows.map(({ what }) => what),
      ['published', 'answer', 'answer'],
      'whoever wants to be told is told of both',
    )
    const times = (await town.get(`${base}/mitmachen/${slug}`)).body
    assert.match(times, /weniger als ein Tag/)
  })

  test('forwards a report, also under another category', async () => {
    const { id: procedure, form } = await reporting({ settings: { offices: ['Kreis, Straßenmeisterei'] } })
    await post(form, fields())
    const id = await idOf(procedure)
    const page = await staffPage(id)
    const unknown = await act(id, { tat: 'weiter', stand: markIn(page), office: 'Irgendwer', note: 'Das geht an andere.' })
    assert.equal(unknown.statusCode, 422)
    const given = {
      tat: 'weiter',
      stand: markIn(page),
      office: 'Kreis, Straßenmeisterei',
      category: 'schilder',
      note: 'Das Schild gehört dem Kreis.',
    }
    assert.equal((await act(id, given)).statusCode, 303)
    const { rows } =
      await sql`select i.office, i.category, i.status, s.category as name from participation_issue i join participation_submission s on s.id = i.submission
      where i.submission = ${id}`.execute(system())
    assert.deepEqual(rows, [
      { office: 'Kreis, Straßenmeisterei', category: 'schilder', status: 'open', name: 'Schilder und Ampeln' },
    ])
    const queue = await town.get(`${base}/intern/maengel?amt=${encodeURIComponent('Kreis, Straßenmeisterei')}`, {
      cookie: clerk.cookie,
    })
    assert.match(queue.body, /Die Laterne ist aus/)
    assert.equal((await town.get(`${base}/intern/maengel?nach=1.x&stand=__proto__`, { cookie: clerk.cookie })).statusCode, 200)
  })
})

suite('what is kept', () => {
  test('goes when its time is over, though a running service has no last day', async () => {
    const { id: procedure, form } = await reporting()
    const checked = await withFile(form, fields({ schritt: 'pruefen' }), photo)
    const token = /name="photo" value="([\w-]{43})"/.exec(checked.body)?.[1] ?? ''
    await post(form, fields({ photo: token, email: 'anna@post.example', key: 'schluessel-0000-0001' }))
    const id = await idOf(procedure)
    await act(id, { tat: 'stand', stand: markIn(await staffPage(id)), status: 'done', note: 'Die Lampe leuchtet wieder.' })
    const left = async () => {
      const { rows } = await sql<Record<string, number>>`select
        (select count(*)::int from participation_issue_photo where submission = ${id}) as photos,
        (select count(*)::int from participation_follow where submission = ${id}) as follows,
        (select count(*)::int from participation_issue_key where submission = ${id}) as keys`.execute(system())
      return rows[0]
    }
    await tidyIssues(system())
    assert.deepEqual(await left(), { photos: 1, follows: 1, keys: 1 })
    await sql`update participation_issue set closed_at = now() - interval '13 months' where submission = ${id}`.execute(system())
    await sql`update participation_issue_key set at = now() - interval '91 days' where submission = ${id}`.execute(system())
    await tidyIssues(system())
    assert.deepEqual(await left(), { photos: 0, follows: 0, keys: 0 })
  })

  test('the place goes with that of the submission', async () => {
    const { id: procedure, form } = await reporting()
    await post(form, fields())
    await sql`update participation_submission set geometry = null where procedure = ${procedure}`.execute(system())
    const { rows } = await sql`select lon, lat from participation_issue where procedure = ${procedure}`.execute(system())
    assert.deepEqual(rows, [{ lon: null, lat: null }])
  })
})

test('headings, distances and borders', () => {
  assert.equal(titleOf('Die Laterne ist aus. Seit Montag.', 'Beleuchtung'), 'Die Laterne ist aus')
  assert.equal(titleOf('Aus', 'Beleuchtung'), 'Beleuchtung Aus')
  assert.ok(titleOf('Wort '.repeat(100), 'x').length <= 92)
  assert.equal(Math.round(metresBetween([8, 51], [8, 51.001])), 111)
  const inside = insideOf({
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 2],
        [1, 1],
      ],
    ],
  })
  assert.deepEqual([inside(3, 3), inside(1.5, 1.5), inside(5, 3)], [true, false, false])
  assert.ok(insideOf(undefined)(99, 9))
})
