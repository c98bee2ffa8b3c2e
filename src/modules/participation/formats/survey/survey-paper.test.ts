// A survey on paper: the sheet to print, and what staff enters from it.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { plantSurvey } from './plant-survey.ts'
import { countsOf } from './store/count-store.ts'
import { completeQuestion } from './survey-settings.ts'

const { stadt } = places
const options = [
  { id: 'o1', text: 'Bus' },
  { id: 'o2', text: 'Rad' },
]
const questions = [
  completeQuestion({ id: 'f1', kind: 'single', title: 'Womit fahren Sie?', options, required: true }),
  completeQuestion({ id: 'f2', kind: 'short', title: 'Warum?', required: true }),
]

suite('a survey on paper', () => {
  let town: TestServer
  let anna: TestPerson
  const post = formPoster(() => town, '10.35')
  const site = () => town.site(stadt)

  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    anna = await signedIn(town, { [stadt]: ['administrator'] })
  })
  after(() => town?.close())

  test('the sheet has the same questions, and the page of the procedure leads to it', async () => {
    await plantSurvey(town.house, site(), { slug: 'bogen', questions })
    assert.match((await town.get(`/${stadt}/mitmachen/bogen`)).body, /\/mitmachen\/bogen\/papier/)
    const sheet = await town.get(`/${stadt}/mitmachen/bogen/papier`)
    assert.match(sheet.body, /1\. Womit fahren Sie\?[\s\S]*Bus[\s\S]*2\. Warum\?/)
    assert.match(sheet.body, /<svg/, 'a code that leads to the procedure')
  })

  test('staff enters a sheet after the end, with what was left out; it counts, is noted as a letter, and can be withdrawn', async () => {
    const until = new Date(Date.now() - 3_600_000)
    const id = await plantSurvey(town.house, site(), { slug: 'vorbei', questions, until })
    const at = `/${stadt}/intern/umfragen/${id}/papier`
    const enter = (fields: Record<string, string>) => post(at, fields, { cookie: anna.cookie })
    assert.equal((await enter({ weg: 'letter' })).statusCode, 422, 'an empty sheet')
    assert.equal((await enter({ weg: 'web', f1: 'o1' })).statusCode, 422, 'nothing came through the portal')
    const done = await enter({ weg: 'letter', f1: 'o1' })
    assert.equal(done.statusCode, 303, done.body)
    const shown = await town.get(String(done.headers.location), { cookie: anna.cookie })
    assert.match(shown.body, /ist gespeichert/)
    assert.equal((await countsOf(town.house.database.system, id))['f1=o1'], 1)
    const csv = await town.get(`/${stadt}/intern/umfragen/${id}/antworten.csv`, { cookie: anna.cookie })
    assert.match(csv.body, /^channel[\s\S]*\nletter[;,]Bus/)
    const own = /https:\/\/portal\.example(\S*\/umfrage\/[\w-]+)/.exec(shown.body)?.[1] ?? ''
    assert.equal((await post(own, { schritt: 'zurueckziehen' })).statusCode, 303)
    assert.equal((await countsOf(town.house.database.system, id))['f1=o1'], 0)
  })

  test('nobody else says that something came on paper', async () => {
    const id = await plantSurvey(town.house, site(), { slug: 'fremd', questions })
    const tenant = site().id
    const secret = Buffer.alloc(32, 5)
    await assert.rejects(
      town.house.database
        .within({ tenant, readable: [] })
        .transaction()
        .execute(async (trx) => {
          await sql`select set_config('allmende.secret', ${secret.toString('hex')}, true), participation_survey_keep(${id})`.execute(
            trx,
          )
          await sql`insert into participation_survey_response (id, tenant, procedure, version, secret_hash, channel)
            values (gen_random_uuid(), ${tenant}, ${id}, 1, ${secret}, 'letter')`.execute(trx)
        }),
      { code: '42501' },
    )
  })
})
