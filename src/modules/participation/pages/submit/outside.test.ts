// A point outside of the area of a procedure: taken and marked, or refused, as the town says.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { signedIn } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { publishReport } from '../../use-cases/report.ts'

const { stadt, kreis } = places
const square = [
  [
    [8, 51],
    [9, 51],
    [9, 52],
    [8, 52],
    [8, 51],
  ],
]
const [here, elsewhere] = ['8.5, 51.5', '7.5, 51.5']

suite('points outside of the area', () => {
  let town: TestServer
  const post = formPoster(() => town, '10.33')
  async function procedure(slug: string, format: string, settings: object) {
    const { id } = await insertProcedureOf(town, stadt, { slug, format, closes: 720 })
    await sql`update participation_procedure set settings = ${JSON.stringify(settings)}::jsonb, area = ${JSON.stringify({ type: 'Polygon', coordinates: square })}::jsonb
      where id = ${id}`.execute(town.house.database.system)
    return { id, at: `/${stadt}/mitmachen/${slug}` }
  }
  const idea = (at: string, geometry: string) =>
    post(`${at}/beitrag`, { title: 'Mehr Bänke', body: 'Mit Lehne.', schritt: 'senden', geometry })

  before(async () => {
    const modules = ['catalogue', 'participation']
    town = await testServer({
      tenants: { kreis: { modules }, stadt: { modules, area: { type: 'Polygon', coordinates: square } } },
    })
  })
  after(() => town?.close())

  test('an idea is marked for staff and in files, or refused at its field; staff still enters what came', async () => {
    const anna = await signedIn(town, { [stadt]: ['participation-officer'] })
    const marked = await procedure('ideen', 'idea-map', {})
    for (const point of [here, elsewhere]) assert.equal((await idea(marked.at, point)).statusCode, 303)
    const csv = await town.get(`/${stadt}/intern/verfahren/${marked.id}/ausgabe?als=csv`, { cookie: anna.cookie })
    assert.match(csv.body, /Außerhalb des Gebiets/)
    const open = JSON.parse((await town.get(`${marked.at}/beitraege.json`)).body) as { submissions: { outside: boolean }[] }
    assert.deepEqual(
      open.submissions.map(({ outside }) => outside),
      [false, true],
    )
    const { rows } = await sql<{
      id: string
    }>`select id from participation_submission where procedure = ${marked.id} order by number`.execute(town.house.database.system)
    const staff = (id = '') => town.get(`/${stadt}/intern/beitraege/${id}`, { cookie: anna.cookie })
    assert.doesNotMatch((await staff(rows[0]?.id)).body, /außerhalb des Gebiets/)
    assert.match((await staff(rows[1]?.id)).body, /außerhalb des Gebiets/)

    const strict = await procedure('ideen-hier', 'idea-map', { outside: 'refuse' })
    assert.equal((await idea(strict.at, here)).statusCode, 303)
    const refused = await idea(strict.at, elsewhere)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Der Punkt liegt außerhalb des Gebiets/)
    assert.match(refused.body, /value="Mehr Bänke"/, 'nothing is lost')
  })

  test('so are the proposals of a citizens’ budget; staff sets it', async () => {
    const anna = await signedIn(town, { [stadt]: ['participation-officer'] })
    const budget = await procedure('haushalt', 'citizens-budget', { votes: 'one' })
    assert.equal((await idea(budget.at, elsewhere)).statusCode, 303)
    const path = `/${stadt}/intern/verfahren/${budget.id}/einstellungen`
    const form = await town.get(path, { cookie: anna.cookie })
    assert.match(form.body, /Ein Punkt außerhalb des Gebiets/)
    const set = {
      categories: 'Grün',
      place: 'maybe',
      outside: 'refuse',

      stand: hidden(form, 'stand').replaceAll('&quot;', '"'),
    }
    const saved = await post(path, set, { cookie: anna.cookie })
    assert.equal(saved.statusCode, 303, saved.body)
    const { rows } = await sql<{
      votes: string
    }>`select settings->>'votes' as votes from participation_procedure where id = ${budget.id}`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.votes, 'one', 'what boxes follow already stays')
    const refused = await post(`${budget.at}/beitrag`, {
      title: 'Mehr Bänke',
      body: 'Mit Lehne.',
      category: 'Grün',
      schritt: 'senden',
      geometry: elsewhere,
    })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Der Punkt liegt außerhalb des Gebiets/)
  })

  test('what lies in which town is told by the report of a district, which knows the outlines of its towns', async () => {
    const officer = await signedIn(town, { [kreis]: ['administrator'] })
    const { id } = await insertProcedureOf(town, kreis, { slug: 'radwege', format: 'idea-map', closes: 720 })
    for (const point of [here, here, elsewhere]) await idea(`/${kreis}/mitmachen/radwege`, point)
    const analysis = await town.get(`/${kreis}/intern/verfahren/${id}/auswertung`, { cookie: officer.cookie })
    assert.match(analysis.body, /In welcher Kommune der genannte Ort liegt[\s\S]*Ahornstadt[\s\S]*anderswo/)
    const subject = { scope: { procedure: id }, name: 'Radwege' }
    const clerk = { id: officer.id, name: 'Jana Albers' }
    assert.equal(await publishReport(town.house, town.site(kreis), clerk, subject), 1)
    const report = await town.get(`/${kreis}/mitmachen/radwege/bericht`)
    assert.match(report.body, /In welcher Kommune der genannte Ort liegt[\s\S]*Ahornstadt[\s\S]*>2<[\s\S]*anderswo/)
  })

  test('so are the places of a survey', async () => {
    const questions = [{ id: 'f1', kind: 'place', title: 'Wo?' }]
    const strict = await procedure('wo', 'survey', { questions, outside: 'refuse' })
    const away = await post(`${strict.at}/umfrage`, { f1: 'Am Rand', 'f1-point': elsewhere })
    assert.equal(away.statusCode, 422)
    assert.match(away.body, /„Wo\?“: Der Punkt liegt außerhalb des Gebiets/)
    assert.equal((await post(`${strict.at}/umfrage`, { f1: 'Mittendrin', 'f1-point': here })).statusCode, 303)
    const marked = await procedure('wo-auch', 'survey', { questions })
    assert.equal((await post(`${marked.at}/umfrage`, { f1: 'Am Rand', 'f1-point': elsewhere })).statusCode, 303)
  })
})
