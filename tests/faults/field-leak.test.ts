// What machines are given has the fields that are described, and nothing of persons: no address, no line, no note, no name of a colleague.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { allRoutes } from '#app'
import { approveDraft, commentDraft, releaseDraft, saveDraft, submitDraft } from '#catalogue'
import { href, type Route } from '#kernel/route.ts'
import { atWork, editHouse, lawful, must, readyDraft } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
const base = `/${places.stadt}`
/** Whatever must not be seen, by what it is. */
const secrets = new Map<string, string>()
let slug = ''
let number = ''
let dataset = ''

const line = '203.0.113.77'
const post = formPoster(() => town, '10.27')
const send = (url: string, values: Record<string, string>, cookie?: string) =>
  post(base + url, values, { 'user-agent': 'Geheimbrowser/7.7', ...(cookie ? { cookie } : {}) }, line)

/** A record that went through many hands, and a wish, a remark and a report of the public. */
async function leaveTraces(): Promise<void> {
  const house = editHouse(town)
  const writer = await atWork(town, places.stadt, { name: 'Quirina Schreiberin', role: 'editor' })
  const checker = await atWork(town, places.stadt, { name: 'Xaver Freigeber' })
  const draft = await readyDraft(town, writer, 'Baumkataster')
  const saved = must(
    await saveDraft(house, writer, {
      id: draft.id,
      revision: draft.revision,
      office: 'GEHEIMES-AMT',
      responsible: checker.who.id,
    }),
  )
  await lawful(town, writer, saved.draft)
  must(await commentDraft(house, writer, { id: draft.id, text: 'GEHEIMER-KOMMENTAR' }))
  must(await submitDraft(house, writer, { id: draft.id, note: 'GEHEIME-NOTIZ' }))
  must(await approveDraft(house, checker, { id: draft.id }))
  ;({ slug = '' } = must(await releaseDraft(house, checker, { id: draft.id, note: 'GEHEIME-FASSUNG' })))
  dataset = draft.id
  await send('/datenwuensche/neu', {
    title: 'Spielplätze',
    body: 'Für Eltern',
    email: 'wunsch@geheim.example',
    schritt: 'senden',
  })
  await send(`/daten/${slug}/anmerkung`, { body: 'Zeile 3 ist falsch', email: 'anmerkung@geheim.example' })
  await send('/barrierefreiheit', { message: 'Die Karte ist GEHEIM-UNBEDIENBAR.', replyTo: 'barriere@geheim.example' })
  await send('/abonnieren', { art: 'datensatz', was: slug, email: 'abo@geheim.example', rhythmus: 'sofort' })
  const { rows } = await sql<{ id: string; number: string; kind: string }>`
    select id, kind, 'DW-' || year || '-' || lpad(number::text, 4, '0') as number from catalogue_request order by kind`.execute(
    town.house.database.system,
  )
  number = rows.find((one) => one.kind === 'wish')?.number ?? ''
  const clerk = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] }, { name: 'Zita Antworterin' })
  for (const { id, kind } of rows) {
    await send(`/intern/datenwuensche/${id}`, { tat: 'mir' }, clerk.cookie)
    await send(`/intern/datenwuensche/${id}`, { tat: 'notieren', body: 'GEHEIMER-VERMERK' }, clerk.cookie)
    await send(`/intern/datenwuensche/${id}`, { tat: 'fragen', body: 'GEHEIME-FRAGE' }, clerk.cookie)
    const outcome = kind === 'wish' ? 'not-held' : 'fixed'
    const done = await send(
      `/intern/datenwuensche/${id}`,
      { tat: 'antworten', outcome, body: 'Danke für den Hinweis.' },
      clerk.cookie,
    )
    assert.equal(done.statusCode, 303)
  }
  for (const [what, person] of [
    ['writer', writer.who],
    ['releaser', checker.who],
    ['clerk', clerk],
  ] as const) {
    secrets.set(`name of the ${what}`, person.name)
    secrets.set(`id of the ${what}`, person.id)
    secrets.set(`address of the ${what}`, person.email)
  }
  for (const [what, text] of [
    ['address of a visitor', '@geheim.example'],
    ['what staff says among itself', 'GEHEIM'],
    ['line of a visitor', line],
    ['browser of a visitor', 'Geheimbrowser'],
  ] as const)
    secrets.set(what, text)
}

const leaks = (body: string) => [...secrets].filter(([, text]) => body.includes(text)).map(([what]) => what)
const keys = (value: object) => Object.keys(value).sort()

suite('fields that leak', () => {
  before(async () => {
    town = await testServer()
    await leaveTraces()
    await town.follow()
  })
  after(() => town?.close())

  test('no public answer of any route, in any form, says who wrote, asked, answered or looked', async () => {
    const values: Record<string, string> = { slug, number, id: dataset, name: 'x.csv', token: 'a'.repeat(43) }
    const routes = allRoutes()
      .flatMap((room) => Object.values(room.routes) as Route[])
      .filter((route) => route.method === 'GET' && route.permission === 'public')
      // The mails of the demonstration are shown on purpose.
      .filter((route) => route.path !== '/_post')
    let answered = 0
    for (const route of routes) {
      const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, values[name] ?? '1']))
      for (const view of [base, ''])
        for (const accept of ['text/html', 'application/json', 'application/ld+json']) {
          const answer = await town.get(view + href(route, params), { accept })
          if (answer.statusCode === 200) answered++
          assert.deepEqual(leaks(`${answer.body}${JSON.stringify(answer.headers)}`), [], `${view}${route.path} as ${accept}`)
        }
    }
    for (const kind of ['ttl', 'rdf', 'jsonld'])
      for (const path of [`/daten/${slug}.${kind}`, `/id/${dataset}.${kind}`, `/katalog.${kind}`])
        assert.deepEqual(leaks((await town.get(base + path, { accept: '*/*' })).body), [], path)
    assert.ok(answered > 100, `${answered} answers`)
  })

  test('the JSON interface gives the fields that its description names, and no other', async () => {
    const described = (await town.get(`${base}/api/v1/openapi.json`)).json().components.schemas
    const [wish] = (await town.get(`${base}/api/v1/wishes`)).json().wishes
    const [record] = (await town.get(`${base}/api/v1/datasets`)).json().datasets
    const one = (await town.get(`${base}/api/v1/datasets/${dataset}`)).json()
    const within = (given: object, schema: { properties: object }, what: string) =>
      assert.deepEqual(
        keys(given).filter((key) => !Object.hasOwn(schema.properties, key)),
        [],
        what,
      )
    within(wish, described.Wish, 'wish')
    within(wish.answer, described.Wish.properties.answer, 'answer')
    for (const each of [record, one]) within(each, described.Dataset, 'dataset')
    // The description itself, so that no field of a person is added to both.
    const all = JSON.stringify(described)
    assert.doesNotMatch(
      all,
      /"(?:e-?mail|ip|address|author|person|assigned\w*|note|findings|reason|created_?by|changed_?by|secret\w*)"/i,
    )
  })

  test('taken away as a table, public lists have their columns and no more', async () => {
    const first = (text: string) => text.replace(/^\ufeff/, '').split('\r\n')[0]
    assert.doesNotMatch(first((await town.get(`${base}/datenwuensche.csv`)).body) ?? '', /mail|person|assigned|note|ip/i)
    assert.doesNotMatch(first((await town.get(`${base}/daten.csv`)).body) ?? '', /mail|person|office|responsible/i)
  })
})
