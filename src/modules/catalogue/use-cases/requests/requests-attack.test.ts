import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { tellAll } from '#support/news.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset } from '#support/text.ts'

let town: TestServer
let clerk: TestPerson
const base = `/${places.stadt}`
const hostile = `<script>alert(1)</script> [klick](javascript:alert(1)) <img src=x onerror=alert(1)> "'&`

const post = formPoster(() => town, '10.1')
const db = () => town.house.database.system
const letters = async () =>
  (
    await sql<{ subject: string; text: string; html: string; unsubscribe: string | null; to: string }>`
    select subject, text, html, list_unsubscribe as unsubscribe, to_address as to from platform_mail order by created_at, id`.execute(
      db(),
    )
  ).rows

async function handIn(values: Record<string, string>) {
  const sent = await post(`${base}/datenwuensche/neu`, {
    title: 'Ein Wunsch',
    body: 'Für die Schule',
    schritt: 'senden',
    ...values,
  })
  const link = String(sent.headers.location).split('?')[0] ?? ''
  const { rows } = await sql<{
    id: string
    number: number
    year: number
  }>`select id, number, year from catalogue_request order by created_at desc, number desc limit 1`.execute(db())
  const [row] = rows
  return { link, id: row?.id ?? '', number: `DW-${row?.year}-${String(row?.number).padStart(4, '0')}` }
}
const staff = (id: string, values: Record<string, string>) =>
  post(`${base}/intern/datenwuensche/${id}`, values, { cookie: clerk.cookie })
/** No tag and no address that runs anything came through: all of it is text. */
const isText = (body: string, where: string) => {
  assert.doesNotMatch(body, /<script>alert|<img src=x|href="javascript:/i, where)
}

suite('attacks on wishes, remarks and subscriptions', () => {
  before(async () => {
    town = await testServer()
    clerk = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] }, { name: '<b>Jana</b>' })
    await town.publish(places.stadt, [dataset('Baumkataster')])
    await town.follow()
  })
  after(() => town?.close())

  test('markup in a wish is text on pages, in the feed, in JSON, in CSV and in mails', async () => {
    const { link, id, number } = await handIn({ title: hostile, body: hostile, email: 'petra@post.example' })
    isText((await town.get(link)).body, 'receipt')
    await staff(id, { tat: 'veroeffentlichen' })
    await staff(id, { tat: 'mir' })
    await sql`update catalogue_subscription set confirmed_at = now()`.execute(db())
    await staff(id, { tat: 'antworten', outcome: 'not-held', body: hostile, office: hostile.slice(0, 100) })
    await tellAll(town)
    for (const path of [
      'datenwuensche',
      `datenwuensche/${number}`,
      'datenwuensche.atom',
      `abonnieren?art=anliegen&was=${number}`,
    ])
      isText((await town.get(`${base}/${path}`)).body, path)
    for (const path of ['intern/datenwuensche?stand=beantwortet', `intern/datenwuensche/${id}`]) {
      const page = await town.get(`${base}/${path}`, { cookie: clerk.cookie })
      assert.equal(page.statusCode, 200, path)
      isText(page.body, path)
    }
    const [list] = JSON.parse((await town.get(`${base}/api/v1/wishes`)).body).wishes
    assert.equal(list.title, hostile)
    for (const mail of await letters()) {
      isText(mail.html, mail.subject)
      assert.doesNotMatch(mail.subject, /[\r\n]/)
    }
  })

  test('line breaks in a title cannot write headers of a mail', async () => {
    const { number } = await handIn({
      title: 'Bäume\r\nBcc: opfer@fremd.example\r\n\r\n<h1>Hallo</h1>',
      body: 'x',
      email: 'petra@post.example',
    })
    const mail = (await letters()).find((one) => one.subject.includes(number))
    assert.ok(mail)
    assert.equal(mail.to, 'petra@post.example')
    assert.doesNotMatch(mail.subject, /[\r\n]/)
    assert.doesNotMatch(mail.html, /<h1>/)
  })

  test('formulas in cells are disarmed, numbers stay numbers', async () => {
    for (const title of ['=HYPERLINK("http://x.example")', '+49 Bäume', '-2 Grad', '@SUM(A1)']) {
      const { id } = await handIn({ title, body: '\t=1+1' })
      await staff(id, { tat: 'veroeffentlichen' })
    }
    for (const [path, headers] of [
      ['datenwuensche.csv', {}],
      ['intern/datenwuensche.csv', { cookie: clerk.cookie }],
    ] as const) {
      const answer = await town.get(`${base}/${path}`, headers)
      const rows: Record<string, string>[] = parse(answer.body, { columns: true })
      assert.ok(rows.length >= 4, path)
      for (const row of rows) {
        for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t]/, `${path}: ${cell}`)
        assert.match(row.joined ?? '', /^\d+$/)
      }
    }
  })

  test('no address, note, finding, question or secret in anything public', async () => {
    const { id, number, link } = await handIn({ title: 'Stille Post', body: 'Für alle', email: 'geheim@post.example' })
    await staff(id, { tat: 'notieren', body: 'INTERN-NOTIZ' })
    await staff(id, { tat: 'fragen', body: 'INTERNE-FRAGE' })
    await staff(id, { tat: 'zuweisen', office: 'INTERNES-AMT' })
    const token = link.split('/').at(-1) ?? ''
    for (const path of [
      'datenwuensche',
      `datenwuensche/${number}`,
      'datenwuensche.csv',
      'datenwuensche.atom',
      'api/v1/wishes',
      'api/v1/openapi.json',
      'sitemap-1.xml',
    ])
      for (const view of [base, '']) {
        const answer = await town.get(`${view}/${path}`)
        for (const secret of ['geheim@', 'INTERN', 'Jana', token, 'secret', 'stems'])
          assert.ok(!answer.body.includes(secret), `${view}/${path} shows ${secret}`)
      }
    const { rows } = await sql<{
      text: string
    }>`select to_jsonb(r)::text || coalesce((select string_agg(to_jsonb(s)::text, '') from catalogue_subscription s), '') as text from catalogue_request r where id = ${id}`.execute(
      db(),
    )
    assert.ok(!rows[0]?.text.includes(token), 'the database holds no secret')
    assert.ok(!rows[0]?.text.includes('geheim@'), 'addresses lie apart')
  })

  test('pages can put addresses in and never read them', async () => {
    const own = town.house.database.within({ tenant: town.site(places.stadt).id, readable: [], staff: true })
    await assert.rejects(sql`select * from catalogue_subscription_address`.execute(own), /permission denied/)
    await assert.rejects(sql`select * from catalogue_subscription_news`.execute(own), /permission denied/)
  })

  test('another tenant has nothing behind these links and ids, whoever asks', async () => {
    const { link, id, number } = await handIn({ title: 'Nur hier' })
    const other = `/${places.dorf}`
    assert.equal((await town.get(link.replace(base, other))).statusCode, 404)
    assert.equal((await town.get(`${other}/datenwuensche/${number}`)).statusCode, 404)
    const neighbour = await signedIn(town, { [places.dorf]: ['administrator'] })
    assert.equal((await town.get(`${other}/intern/datenwuensche/${id}`, { cookie: neighbour.cookie })).statusCode, 404)
    assert.equal((await town.get(`${base}/intern/datenwuensche/${id}`, { cookie: neighbour.cookie })).statusCode, 404)
    const reader = await signedIn(town, { [places.stadt]: ['reader'] })
    assert.equal(
      (await post(`${base}/intern/datenwuensche/${id}`, { tat: 'verbergen', reason: 'x' }, { cookie: reader.cookie })).statusCode,
      404,
    )
    for (const bad of ['x', '%00', '../../etc', 'a'.repeat(5000), '__proto__', "1' or '1'='1"])
      for (const path of ['anliegen', 'abo', 'datenwuensche', 'intern/datenwuensche']) {
        const answer = await town.get(`${base}/${path}/${encodeURIComponent(bad)}`, { cookie: clerk.cookie })
        assert.ok(answer.statusCode === 404 || answer.statusCode === 400, `${path}/${bad.slice(0, 20)}: ${answer.statusCode}`)
      }
  })

  test('a subscription begins with the button and not with the link; one POST ends it, twice is once', async () => {
    const ask = await post(`${base}/abonnieren`, {
      art: 'datensatz',
      was: 'baumkataster',
      email: 'abo@post.example',
      rhythmus: 'sofort',
    })
    assert.equal(ask.statusCode, 303)
    const mail = (await letters()).find((one) => one.to === 'abo@post.example')
    const manage = /https:\/\/portal\.example(\/\S+\/abo\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? ''
    for (let i = 0; i < 3; i++) assert.equal((await town.get(manage)).statusCode, 200)
    await town.publish(places.stadt, [{ ...dataset('Baumkataster'), keyword: [{ value: 'Linde', lang: 'de' }] }])
    await town.indexed()
    await tellAll(town)
    assert.equal((await letters()).filter((one) => one.to === 'abo@post.example').length, 1, 'nothing before the button')
    await post(manage, { tat: 'bestaetigen' })
    await post(manage, { tat: 'bestaetigen' })
    await town.publish(places.stadt, [{ ...dataset('Baumkataster'), keyword: [{ value: 'Eiche', lang: 'de' }] }])
    await town.indexed()
    await Promise.all([tellAll(town), tellAll(town), tellAll(town)])
    await tellAll(town)
    const told = (await letters()).filter((one) => one.to === 'abo@post.example')
    assert.equal(told.length, 2, 'one mail for one change')
    assert.equal(told[1]?.unsubscribe, `https://portal.example${manage}/ende`)
    // As a mail program does it: no page of ours, no cookie (RFC 8058).
    for (let twice = 0; twice < 2; twice++) {
      const done = await town.ask({
        method: 'POST',
        url: `${manage}/ende`,
        headers: { host: 'portal.example', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
      assert.equal(done.statusCode, 200)
    }
    const { rows } = await sql`select 1 from catalogue_subscription_address where email = 'abo@post.example'`.execute(db())
    assert.deepEqual(rows, [])
  })

  test('known and unknown addresses get the same answer, and nobody is flooded through us', async () => {
    const answers = []
    for (let i = 0; i < 6; i++) {
      const done = await post(`${base}/abonnieren`, {
        art: 'suche',
        was: 'q=Baum',
        email: 'opfer@fremd.example',
        rhythmus: 'sofort',
      })
      answers.push(`${done.statusCode} ${done.headers.location}`)
    }
    assert.equal(new Set(answers).size, 1)
    assert.equal((await letters()).filter((one) => one.to === 'opfer@fremd.example').length, 3)
  })

  test('a solved puzzle opens the door once, and only the door it was made for', async () => {
    const values = { title: 'Ein Wunsch', body: 'Für die Schule', schritt: 'senden' }
    const line = '198.51.100.4'
    const send = (puzzle = '') => post(`${base}/datenwuensche/neu`, { ...values, puzzle }, {}, line)
    for (let i = 0; i < 5; i++) await send()
    const asked = await send()
    const challenge = JSON.parse(
      (/data-puzzle="([^"]*)"/.exec(asked.body)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    )
    const solution = await solveChallenge({ challenge, deriveKey })
    assert.ok(solution)
    const payload = JSON.stringify({ challenge, solution })
    assert.equal(
      (await send(JSON.stringify({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } }))).statusCode,
      429,
      'a guess',
    )
    assert.equal(
      (
        await send(
          JSON.stringify({ challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } }, solution }),
        )
      ).statusCode,
      429,
      'made easier',
    )
    assert.equal((await send(payload)).statusCode, 303)
    assert.equal((await send(payload)).statusCode, 429, 'used twice')
    for (const broken of ['{', '[]', 'null', '{"challenge":{}}', 'x'.repeat(5000)])
      assert.equal((await send(broken)).statusCode, 429)
    const { rows } = await sql<{ key: Buffer }>`select key from platform_limit`.execute(db())
    assert.ok(rows.length > 0 && rows.every((row) => row.key.length === 32), 'only check numbers are kept')
  })
})
