import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { httpClient } from '#support/http-client.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dressProcedure } from '../../store/dialogue-queries.ts'
import { insertProcedure, type ProcedureWriting, setProcedureState, writePhases } from '../../store/procedure-store.ts'

let town: TestServer
const base = `/${places.stadt}/mitmachen/stadtpark`
const writing: ProcedureWriting = {
  slug: 'stadtpark',
  format: 'idea-map',
  prefix: 'SP',
  title: 'Wie soll der Stadtpark <werden>?',
  lead: 'Sagen Sie es uns.',
  about: '',
  fixed: [],
  open: [],
  basis: [],
  office: 'Grünamt',
  contact: {},
  place: 'Stadtpark',
  area: { type: 'Point', coordinates: [8.2, 51.9] },
  identity: {},
  moderation: 'after',
  settings: {},
  answerBy: null,
  retentionMonths: 12,
}

async function plant(tenant: string, one: ProcedureWriting, begins: string): Promise<string> {
  const id = randomUUID()
  const { system } = town.house.database
  await insertProcedure(system, tenant, id, one)
  await writePhases(system, tenant, id, 'public', [
    {
      id: randomUUID(),
      track: 'public',
      position: 0,
      title: 'Sammeln',
      note: '',
      label: '',
      startsAt: new Date(begins),
      endsAt: new Date('2099-03-31T22:00:00Z'),
      actions: ['submit', 'comment', 'rate'],
    },
  ])
  await setProcedureState(system, tenant, id, ['draft'], 'public', null)
  return id
}

suite('taking along', () => {
  before(async () => {
    const modules = ['catalogue', 'participation']
    town = await testServer({ tenants: { kreis: { modules }, stadt: { modules }, dorf: { modules } } })
    const id = await plant(town.site(places.stadt).id, writing, '2026-01-04T23:00:00Z')
    await dressProcedure(town.house.database.system, town.site(places.stadt).id, id, { themes: ['ENVI'] })
    await plant(
      town.site(places.dorf).id,
      { ...writing, slug: 'dorfplatz', title: 'Dorfplatz', prefix: 'DP', area: null },
      '2098-05-04T22:00:00Z',
    )
    const send = (title: string, more: Record<string, string> = {}) =>
      httpClient(town).post(`${base}/beitrag`, { schritt: 'senden', title, body: 'Mit "Lehne"; bitte.', ...more })
    await send('Mehr Bänke am Teich', { geometry: '8.2, 51.9', author: 'Ada Lovelace', email: 'ada@post.example' })
    await send('=HYPERLINK("x") als Titel', { place: 'am Tor' })
    await send('Bitte anrufen: 0171 2345678')
    await sql`update participation_submission set state = 'hidden' where number = 3`.execute(town.house.database.system)
  })
  after(() => town?.close())

  for (const [path, type, count] of [
    ['beitraege.csv', 'text/csv', 2],
    ['beitraege.json', 'application/json', 2],
    ['beitraege.geojson', 'application/geo+json', 1],
    ['beitraege.atom', 'application/atom+xml', 2],
  ] as const)
    test(`${path} holds what is public, and neither names nor addresses`, async () => {
      const answer = await town.get(`${base}/${path}`)
      assert.equal(answer.statusCode, 200)
      assert.ok(String(answer.headers['content-type']).startsWith(type))
      assert.doesNotMatch(answer.body, /Lovelace|ada@|2345678|SP-0003/)
      assert.equal(new Set(answer.body.match(/SP-000\d/g)).size, count)
      assert.ok(answer.body.includes('https://portal.example/ahornstadt/mitmachen/stadtpark'))
      if (type.endsWith('json')) JSON.parse(answer.body)
      if (type === 'text/csv') assert.doesNotMatch(answer.body, /(^|,)"?=HYPER/m)
    })

  test('the map numbers what the list shows, and the list says the same numbers', async () => {
    const { features } = JSON.parse((await town.get(`${base}/karte.geojson?sortiert=neu`)).body) as {
      features: { properties: { number?: number; title?: string } }[]
    }
    assert.deepEqual(
      features.flatMap(({ properties }) => (properties.number ? [[properties.number, properties.title]] : [])),
      [[1, 'Mehr Bänke am Teich']],
    )
    const page = (await town.get(`${base}/beitraege`)).body
    assert.match(page, /class="alm-still__pin".*class="participation-pin">.*<\/span>1<\/span>.*Mehr Bänke am Teich/s)
  })

  test('only the page to embed may be framed; it sets no cookie and runs no script', async () => {
    const answer = await town.get(`${base}/einbetten`)
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-security-policy']), /frame-ancestors \*/)
    assert.equal(answer.headers['x-frame-options'], undefined)
    assert.equal(answer.headers['set-cookie'], undefined)
    assert.doesNotMatch(answer.body, /<script|<form|Lovelace/)
    const usual = await town.get(base)
    assert.match(String(usual.headers['content-security-policy']), /frame-ancestors 'none'/)
    assert.ok(usual.headers['x-frame-options'])
    assert.match(usual.body, /&lt;iframe src=&quot;https:\/\/portal\.example\/ahornstadt\/mitmachen\/stadtpark\/einbetten&quot;/)
  })

  test('a calendar tells whole days, across the change of the clocks', async () => {
    const { body } = await town.get(`${base}/termine.ics`)
    assert.match(body, /DTSTART;VALUE=DATE:20260105\r\nDTEND;VALUE=DATE:20990401\r\n/)
  })

  test('the overview of a district is narrowed by place and theme, as list, month, map, feed and calendar', async () => {
    const at = async (query: string) => (await town.get(`/${places.kreis}/mitmachen${query}`)).body
    assert.match(await at(''), /Stadtpark.*Dorfplatz/s)
    assert.doesNotMatch(await at('?ort=buchendorf'), /Stadtpark/)
    assert.doesNotMatch(await at('?thema=ENVI'), /Dorfplatz/)
    assert.match(await at('?ansicht=kalender&monat=2098-05'), /Beginn: Sammeln/)
    assert.match(await at('?ansicht=kalender&monat=2026-13'), /<h2[^>]*>/)
    assert.match(await at('?ansicht=karte'), /alm-still__pin.*1\. Wie soll der Stadtpark/s)
    assert.doesNotMatch((await town.get(`/${places.kreis}/mitmachen.atom?thema=ENVI`)).body, /Dorfplatz/)
    assert.match((await town.get(`/${places.kreis}/mitmachen.ics`)).body, /SUMMARY:Dorfplatz: Sammeln/)
  })
})
