// What people do with an opinion map, and what the database guards.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { must } from '#kernel/result.ts'
import { participationDefinition } from '#plaques/participation'
import { newBrowserMark } from '#platform/secret-link'
import { places } from '#support/house.ts'
import { formPoster, type HttpClient, httpClient } from '#support/http-client.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { publicDb } from '../../house.ts'
import { forgetParticipation } from '../../store/participation-tidy.ts'
import { plantMap } from './plant-map.ts'
import { plantVotes } from './store/plant-votes.ts'
import { resultOf } from './store/result-store.ts'
import { statementsOf } from './store/statement-store.ts'
import { forgetAnswers } from './store/vote-store.ts'
import { computeMap } from './use-cases/compute-map.ts'
import { answerStatement, markOf, withdrawAnswers } from './use-cases/take-part.ts'

let town: TestServer
const base = `/${places.stadt}`
const site = () => town.site(places.stadt)
const system = () => town.house.database.system
const texts = ['Der Markt sollte auch samstags öffnen.', 'Tempo 30 gehört in die ganze Stadt.', 'Mehr Bäume statt Stellplätze.']
const cookie = () => ({ cookie: newBrowserMark(town.house.config.ALLMENDE_SECRET, 'participation') })

async function votes(procedure: string) {
  const { rows } = await sql<{ participant: Buffer; statement: string; value: number }>`
    select participant, statement, value from participation_opinion_vote where procedure = ${procedure}`.execute(system())
  return rows
}
/** What stands behind a hidden field or a pattern on a page. */
const found = (html: string, pattern: RegExp) => must(pattern.exec(html)?.[1], String(pattern))
const statementOn = (html: string) => found(html, /name="aussage" value="([0-9a-f-]{36})"/)
let phones = 0
const phone = (): HttpClient => httpClient(town, { address: `10.21.${++phones >> 8}.${phones & 255}` })

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
})
after(() => town?.close())

suite('answering', () => {
  test('one statement after the other, changed later, deleted; the cookie comes with the first answer', async () => {
    const { id, slug } = await plantMap(town.house, site(), { statements: texts })
    const here = `${base}/mitmachen/${slug}/meinungsbild`
    const visitor = phone()
    const first = await visitor.get(here)
    assert.match(first.body, /0 von 3 Aussagen beantwortet/)
    assert.equal(visitor.cookies.size, 0, 'reading sets no cookie')
    assert.match(first.body, /12 Monate nach dem Ende löschen wir die einzelnen Antworten/)
    let page = first
    for (let i = 1; i <= 3; i++) {
      const sent = await visitor.post(here, { aussage: statementOn(page.body), antwort: 'zu' })
      assert.equal(sent.statusCode, 303)
      page = await visitor.get(String(sent.headers.location))
      if (i < 3) assert.match(page.body, new RegExp(`${i} von 3 Aussagen beantwortet`))
    }
    assert.match(page.body, /Sie haben alle Aussagen beantwortet/)
    assert.equal(visitor.cookies.size, 1)
    assert.deepEqual(
      (await votes(id)).map(({ value }) => value),
      [1, 1, 1],
    )

    const again = await visitor.get(`${here}?aussage=2`)
    assert.match(again.body, /aria-pressed="true"[^>]*>Stimme zu/)
    await visitor.post(here, { aussage: statementOn(again.body), antwort: 'weiter' })
    assert.deepEqual((await votes(id)).map(({ value }) => value).sort(), [0, 1, 1], 'the last answer counts')
    const own = await visitor.get(`${here}/meine-antworten`)
    assert.match(own.body, /3 Aussagen beantwortet/)
    assert.match(own.body, /Weiß nicht/)
    assert.match((await visitor.get(`${here}/meine-antworten?loeschen=1`)).body, /Ihre 3 Antworten löschen\?/)
    const gone = await visitor.post(`${here}/meine-antworten`)
    assert.match((await visitor.get(String(gone.headers.location))).body, /Ihre Antworten sind gelöscht/)
    assert.deepEqual(await votes(id), [])
  })

  test('what makes no sense is told, and nothing breaks', async () => {
    const { slug, statements } = await plantMap(town.house, site(), { statements: texts })
    const here = `${base}/mitmachen/${slug}/meinungsbild`
    const wrong = await phone().post(here, { aussage: must(statements[0], 'a statement').id, antwort: 'vielleicht' })
    assert.equal(wrong.statusCode, 409)
    assert.match(wrong.body, /einen der drei Knöpfe/)
    for (const aussage of ['', 'x', '00000000-0000-4000-8000-000000000000'])
      assert.equal((await phone().post(here, { aussage, antwort: 'zu' })).statusCode, 409)
    for (const query of ['aussage=99', 'aussage=-1', 'nach=x', 'seite=9'])
      assert.equal((await phone().get(`${here}?${query}`)).statusCode, 200)
  })

  test('500 phones behind one address answer without a puzzle; a flood of new ones meets it', async () => {
    const { slug, statements } = await plantMap(town.house, site(), { statements: texts })
    const here = `${base}/mitmachen/${slug}/meinungsbild`
    const aussage = must(statements[0], 'a statement').id
    const post = formPoster(() => town, '10.22')
    const hall = '203.0.113.40'
    const send = () => post(here, { aussage, antwort: 'nicht' }, {}, hall)
    for (let i = 0; i < 20; i++)
      for (const { statusCode } of await Promise.all(Array.from({ length: 25 }, send))) assert.equal(statusCode, 303)
    await sql`update platform_limit set count = 2000 where count >= 500 and count < 2000`.execute(system())
    const slow = await send()
    assert.equal(slow.statusCode, 429)
    assert.match(slow.body, /name="antwort" value="nicht"/, 'the answer is not lost')
    const known = await post(here, { aussage, antwort: 'zu' }, { cookie: `allmende-mitmachen=${cookie().cookie}` }, hall)
    assert.equal(known.statusCode, 303, 'who has begun goes on')
  })
})

suite('what the database guards', () => {
  test('parallel answers of one participant to one statement are one row', async () => {
    const { id, statements } = await plantMap(town.house, site(), { statements: texts })
    const [mine, statement] = [cookie(), must(statements[0], 'a statement').id]
    const given = ([1, -1, 0] as const).flatMap((value) => Array.from({ length: 8 }, () => ({ statement, value })))
    const done = await Promise.all(given.map((one) => answerStatement(town.house, site(), id, one, mine)))
    assert.ok(done.every(({ ok }) => ok))
    assert.equal((await votes(id)).length, 1)
  })

  test('nothing is taken past the end, whatever the house believes the time to be', async () => {
    const { id, statements } = await plantMap(town.house, site(), {
      statements: texts,
      until: new Date(Date.now() - 1000),
      from: new Date(Date.now() - 5000),
    })
    const late = { ...town.house, now: () => new Date(Date.now() - 3000) }
    const one = { statement: must(statements[0], 'a statement').id, value: 1 } as const
    assert.deepEqual(await answerStatement(late, site(), id, one, cookie()), { ok: false, error: 'closed' })
    assert.deepEqual(await votes(id), [])
  })

  test('one who answered may delete everything after the end, too', async () => {
    const { id, statements } = await plantMap(town.house, site(), { statements: texts })
    const mine = cookie()
    for (const { id: statement } of statements) await answerStatement(town.house, site(), id, { statement, value: 1 }, mine)
    await answerStatement(town.house, site(), id, { statement: must(statements[0], 's').id, value: -1 }, cookie())
    await sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${id}`.execute(system())
    assert.equal(await withdrawAnswers(town.house, site(), id, mine), 3)
    assert.equal(await withdrawAnswers(town.house, site(), id, mine), 0)
    assert.deepEqual(
      (await votes(id)).map(({ value }) => value),
      [-1],
      'those of others stay',
    )
  })

  test('nobody reads the answers of others; two procedures cannot be linked; nothing tells who or when', async () => {
    const mine = cookie()
    const [one, other] = await Promise.all([1, 2].map(() => plantMap(town.house, site(), { statements: texts })))
    assert.ok(one && other)
    for (const { id, statements } of [one, other])
      await answerStatement(town.house, site(), id, { statement: must(statements[0], 's').id, value: 1 }, mine)
    const [a, b] = [await votes(one.id), await votes(other.id)]
    assert.notDeepEqual(a[0]?.participant, b[0]?.participant)
    assert.deepEqual(a[0]?.participant, markOf(town.house, one.id, mine))
    const { rows } = await sql`select 1 from participation_opinion_vote`.execute(publicDb(town.house, site()))
    assert.deepEqual(rows, [], 'without the mark there is nothing to read')
    const { rows: columns } = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_name = 'participation_opinion_vote' and data_type like 'timestamp%'`.execute(system())
    assert.deepEqual(columns, [])
    const { rows: kept } = await sql<{
      text: string
    }>`select v::text as text from participation_opinion_vote v where procedure = ${one.id}`.execute(system())
    assert.ok(!kept[0]?.text.includes(must(mine.cookie.split('.')[0], 'a number')))
  })

  test('when the retention is over the answers are gone, and the figures stay', async () => {
    const { id, statements } = await plantMap(town.house, site(), { statements: texts })
    await answerStatement(town.house, site(), id, { statement: must(statements[0], 's').id, value: 1 }, cookie())
    await computeMap(town.house, site().id, id)
    const until = Date.now() + 14 * 86_400_000
    await forgetAnswers(system(), new Date(until + 364 * 86_400_000))
    assert.equal((await votes(id)).length, 1, 'not a day before')
    await forgetAnswers(system(), new Date(until + 367 * 86_400_000))
    assert.deepEqual(await votes(id), [])
    assert.equal((await resultOf(system(), id))?.result.answers, 1)
  })
})

suite('statements of people', () => {
  async function handedIn(text: string) {
    const map = await plantMap(town.house, site(), { statements: texts })
    const here = `${base}/mitmachen/${map.slug}/meinungsbild/neue-aussage`
    const visitor = phone()
    const sent = await visitor.post(here, { aussage: text, schritt: 'senden' })
    return { ...map, here, visitor, sent }
  }
  const first = async (id: string) => {
    const { rows } = await sql<{
      id: string
    }>`select id from participation_submission where procedure = ${id} and number = 1`.execute(system())
    return must(rows[0], 'a submission').id
  }

  test('too short, too long, the same again: told beside the field, nothing lost', async () => {
    const { here, visitor } = await handedIn('')
    for (const [text, says] of [
      ['kurz', /zu kurz/],
      ['a'.repeat(141), /höchstens 140 Zeichen/],
      ['tempo 30 gehört in die ganze stadt', /Diese Aussage gibt es schon/],
    ] as const) {
      const answer = await visitor.post(here, { aussage: text })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, says)
      assert.ok(answer.body.includes(`>${text}</textarea>`))
    }
    const similar = await visitor.post(here, { aussage: 'Tempo 30 sollte in der ganzen Stadt gelten.' })
    assert.match(similar.body, /Steht das hier schon\?/)
    assert.match(similar.body, /Trotzdem einreichen/)
  })

  test('a procedure that wants an address asks for it, keeps the words, and staff looks at them all the same', async () => {
    const { id, slug } = await plantMap(town.house, site(), { statements: texts })
    await sql`update participation_procedure set identity = '{"submit": "email"}', moderation = 'after' where id = ${id}`.execute(
      system(),
    )
    const here = `${base}/mitmachen/${slug}/meinungsbild/neue-aussage`
    const visitor = phone()
    const asked = await visitor.post(here, { aussage: 'Vor der Schule fehlt ein Zebrastreifen.', schritt: 'senden' })
    assert.equal(asked.statusCode, 403)
    assert.match(asked.body, /name="aussage" value="Vor der Schule fehlt ein Zebrastreifen\."/)
    const sent = await visitor.post(here, {
      aussage: 'Vor der Schule fehlt ein Zebrastreifen.',
      schritt: 'senden',
      nachweis: 'jana@post.example',
    })
    assert.equal(sent.statusCode, 200, sent.body)
    const one = { statement: must((await statementsOf(system(), id))[0], 's').id, value: 1 } as const
    assert.ok((await answerStatement(town.house, site(), id, one, cookie())).ok, 'answering asks for nothing')
  })

  test('staff looks first; shown it takes answers; withdrawn it rests; its words are final', async () => {
    const { id, slug, sent, visitor, statements } = await handedIn('Vor der Schule fehlt ein Zebrastreifen.')
    assert.equal(sent.statusCode, 303)
    const link = String(sent.headers.location)
    const receipt = await visitor.get(link)
    assert.match(receipt.body, /[A-Z]{4}-0001/)
    assert.doesNotMatch(receipt.body, /id="aendern"/, 'there is no form to reword it')
    const shown = async () => (await statementsOf(system(), id)).filter((one) => one.shown).length
    assert.equal(await shown(), statements.length)
    await sql`update participation_submission set state = 'public' where procedure = ${id}`.execute(system())
    assert.equal(await shown(), statements.length + 1)
    const own = must(
      (await statementsOf(system(), id)).find((one) => one.submission !== null),
      'the statement',
    )
    assert.equal(own.text, 'Vor der Schule fehlt ein Zebrastreifen.')
    const mine = cookie()
    assert.ok((await answerStatement(town.house, site(), id, { statement: own.id, value: 1 }, mine)).ok)
    await computeMap(town.house, site().id, id)
    await visitor.post(link.replace(/\?.*/, ''), { tat: 'zurueckziehen' })
    assert.equal(await shown(), statements.length)
    assert.deepEqual(await answerStatement(town.house, site(), id, { statement: own.id, value: -1 }, mine), {
      ok: false,
      error: 'gone',
    })
    assert.equal(await computeMap(town.house, site().id, id), true)
    assert.equal((await resultOf(system(), id))?.result.answers, 0, 'what was said to it does not count')
    await sql`update participation_submission set closed_at = now() - interval '31 days' where procedure = ${id}`.execute(
      system(),
    )
    await forgetParticipation(system())
    assert.equal((await statementsOf(system(), id)).find((one) => one.submission !== null)?.text, '')
    assert.ok(!(await visitor.get(`${base}/mitmachen/${slug}/meinungsbild/ergebnis`)).body.includes('Zebrastreifen'))
  })

  test('merged into another, what was said to it counts there, once; undone, it goes back', async () => {
    const { id, visitor, here } = await handedIn('Vor der Schule fehlt ein Zebrastreifen.')
    await visitor.post(here, { aussage: 'Die Ampel am Bahnhof ist zu kurz grün.', schritt: 'senden' })
    await sql`update participation_submission set state = 'public' where procedure = ${id}`.execute(system())
    const [one, other] = (await statementsOf(system(), id)).filter(({ submission }) => submission !== null)
    assert.ok(one && other)
    const both = cookie()
    await answerStatement(town.house, site(), id, { statement: one.id, value: 1 }, cookie())
    await answerStatement(town.house, site(), id, { statement: one.id, value: 1 }, both)
    await answerStatement(town.house, site(), id, { statement: other.id, value: -1 }, both)
    const merged = await first(id)
    const said = async () => (await votes(id)).filter(({ statement }) => statement === other.id).map(({ value }) => value)
    await sql`update participation_submission set state = 'merged', merged_into = (select id from participation_submission where procedure = ${id} and id <> ${merged}) where id = ${merged}`.execute(
      system(),
    )
    assert.deepEqual((await said()).sort(), [-1, 1])
    await sql`update participation_submission set state = 'public', merged_into = null where id = ${merged}`.execute(system())
    assert.deepEqual(await said(), [-1])
  })
})

suite('the result', () => {
  /** Two camps that disagree on all but the last statement. */
  async function camps(sizes: readonly number[], settings: Parameters<typeof plantMap>[2] = {}) {
    const list = Array.from({ length: 8 }, (_, i) => `Aussage Nummer ${i + 1} zur Probe.`)
    const map = await plantMap(town.house, site(), { statements: list, ...settings })
    let person = 0
    await plantVotes(
      system(),
      { tenant: site().id, procedure: map.id },
      sizes.flatMap((size, camp) =>
        Array.from({ length: size }, () => Buffer.alloc(32, ++person)).flatMap((participant) =>
          map.statements.map(({ id: statement }, at) => ({
            participant,
            statement,
            value: at === 7 || (at + camp) % 2 ? (1 as const) : (-1 as const),
          })),
        ),
      ),
    )
    await computeMap(town.house, site().id, map.id)
    return { ...map, result: `${base}/mitmachen/${map.slug}/meinungsbild/ergebnis` }
  }

  test('live or after the end; in words, picture, table and files, and never who stands where', async () => {
    const { id, result } = await camps([20, 15])
    assert.match((await town.get(result)).body, /Das Ergebnis kommt nach dem Ende/)
    assert.equal((await town.get(`${result}.json`)).statusCode, 404)
    await sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${id}`.execute(system())
    const page = (await town.get(result)).body
    assert.match(page, /2 Gruppen, in 1 Punkt einig/)
    assert.match(page, /Das eint alle.*Aussage Nummer 8 zur Probe\..*35.von.35 stimmen.zu/s)
    assert.match(page, /Das sehen die Gruppen verschieden/)
    assert.equal(page.match(/<circle/g)?.length, 2, 'a disc for each group, none for a person')
    assert.match(page, /20 Menschen/)
    assert.doesNotMatch(page, /\sstyle=|<script(?![^>]*src)/)
    const { groups, counts } = JSON.parse((await town.get(`${result}.json`)).body)
    assert.deepEqual(groups, [
      { group: 'A', people: 20 },
      { group: 'B', people: 15 },
    ])
    assert.equal(counts.length, 8 * 3)
    assert.match((await town.get(`${result}.csv`)).body, /^statement,text,group,agree,disagree,pass,votes\r\n/)
  })

  test('a group under the smallest size is neither shown nor in the files', async () => {
    const { result } = await camps([28, 4], { settings: { results: 'live' } })
    const page = (await town.get(result)).body
    assert.match(page, /Die Gruppen sind noch zu klein/)
    assert.doesNotMatch(page, /<circle|Gruppe B/)
    const { groups, counts } = JSON.parse((await town.get(`${result}.json`)).body)
    assert.deepEqual(groups, [])
    assert.deepEqual([...new Set(counts.map((one: { group: string }) => one.group))], ['all'])
  })

  test('staff pastes statements, takes one off, and sees the result before all others', async () => {
    const { id, result } = await camps([20, 15], { settings: { results: 'staff' } })
    assert.match((await town.get(result)).body, /Das Ergebnis ist nicht öffentlich/)
    const { cookie: session } = await signedIn(town, { [places.stadt]: ['administrator'] })
    const desk = `${base}/intern/meinungsbilder/${id}`
    const staff = httpClient(town, { cookie: session })
    const wrong = await staff.post(desk, {
      tat: 'hinzufuegen',
      liste: 'Aussage Nummer 1 zur Probe\nkurz\nEine ganz neue Aussage.',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Zeile 2, „kurz“: Das ist zu kurz/)
    assert.match(wrong.body, /Eine ganz neue Aussage\.<\/textarea>/)
    const right = await staff.post(desk, { tat: 'hinzufuegen', liste: '- Eine ganz neue Aussage.\n- Und noch eine dazu.' })
    assert.equal(right.statusCode, 303)
    await staff.post(desk, { tat: 'herausnehmen', nummer: '9' })
    const page = (await staff.get(desk)).body
    assert.match(page, /9 Aussagen werden gezeigt/)
    assert.match(page, /9\. Eine ganz neue Aussage\..*wird nicht gezeigt/s)
    assert.equal((await staff.post(desk, { tat: 'zeigen', nummer: 'x' })).statusCode, 404)
    assert.match((await staff.get(`${desk}/ergebnis`)).body, /2 Gruppen.*35 Menschen haben genug geantwortet/s)
    assert.match((await staff.get(`${base}/intern/meinungsbilder`)).body, /Was ist uns wichtig\?/)
    const { result: exact } = JSON.parse((await staff.get(`${desk}/ergebnis.json`)).body)
    assert.equal(exact.groups[0].typical[0].hits, 20)
  })
})
