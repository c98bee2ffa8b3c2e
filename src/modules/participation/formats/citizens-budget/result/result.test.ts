import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { boxesOf, countBox, readLog, tallyFile } from '#participation'
import { type PlantedBudget, plantBudget, receiptOn } from '#support/budget.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { tally } from '../../../model/tally/tally.ts'
import { readBallots } from '../../../model/vote/read-ballots.ts'

const { stadt } = places
const ballots = [['A', 'C'], ['A'], ['B', 'C'], ['B'], ['A', 'C']]

suite('the result of a vote', () => {
  let town: TestServer
  let budget: PlantedBudget
  let receipt = ''
  const send = formPoster(() => town, '10.10')
  const address = (rest = '') => `/${stadt}/mitmachen/haushalt/ergebnis/gesamt${rest}`
  const box = async () => {
    const [found] = await boxesOf(town.house.database.system, budget.procedure)
    if (!found) throw new Error('no box')
    return found
  }
  const staff = () => town.house.database.within({ tenant: town.site(stadt).id, readable: [town.site(stadt).id], staff: true })
  before(async () => {
    town = await testServer()
    budget = await plantBudget(town, stadt, { codes: ballots.length, rule: 'equalshares/add1' })
    for (const [i, projects] of ballots.entries()) {
      const body = new URLSearchParams({ schritt: 'abgeben', code: budget.codes[i] ?? '', schluessel: `${i}`.padStart(22, 'r') })
      for (const project of projects) body.append('v', project)
      const answer = await town.ask({
        method: 'POST',
        url: budget.ballot,
        payload: body.toString(),
        headers: {
          host: 'portal.example',
          accept: 'text/html',
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
        },
      })
      receipt ||= receiptOn(answer.body)
    }
  })
  after(() => town?.close())

  test('before the end nobody counts, and nothing is published', async () => {
    const early = await countBox(town.house, town.site(stadt), await box(), undefined)
    assert.deepEqual(early, { ok: false, error: { code: 'running' } })
    assert.equal((await town.get(address())).statusCode, 404)
    assert.equal((await town.get(address('/stimmzettel.pb'))).statusCode, 404)
  })

  test('a log in which one ballot was changed is not counted: the entry is named', async () => {
    await setPhase(town, stadt, budget.procedure, { opens: -2, closes: -1, actions: ['vote'] })
    const { system } = town.house.database
    const change = (to: string) =>
      sql`update participation_vote set projects = ${sql.lit(to)}::text[] where box = ${budget.box.id} and position = 2`.execute(
        system,
      )
    await change('{B}')
    const counted = await countBox(town.house, town.site(stadt), await box(), undefined)
    assert.deepEqual(counted, { ok: false, error: { code: 'log', faults: [{ position: 2, code: 'entry' }], missing: 0 } })
    await change('{A}')
    assert.deepEqual((await readLog(staff(), await box())).faults, [])
  })

  test('is counted once, and told with the figures of this vote', async () => {
    const counted = await countBox(town.house, town.site(stadt), await box(), undefined)
    assert.deepEqual(counted.ok && counted.value.winners, ['C', 'A'])
    assert.deepEqual(await countBox(town.house, town.site(stadt), await box(), undefined), {
      ok: false,
      error: { code: 'counted' },
    })
    const shown = await town.get(address())
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /2 Vorschläge werden umgesetzt/)
    assert.match(shown.body, /5 Menschen haben abgestimmt\. 4 von ihnen, das sind 80 von 100/)
    assert.match(shown.body, /1\.000.€ geteilt durch 5 Personen: 200.€ für jede/)
    assert.equal((await town.get(`/${stadt}/en/mitmachen/haushalt/ergebnis/gesamt`)).statusCode, 200)
  })

  test('the published file counts to the same result, by the reader of the format and by the one in the browser', async () => {
    const file = await town.get(address('/stimmzettel.pb'))
    assert.equal(file.statusCode, 200)
    const told = tallyFile(file.body)
    if (!told.ok) throw new Error(JSON.stringify(told.error))
    assert.deepEqual(told.value.outcome.winners, ['C', 'A'])
    assert.equal(told.value.check?.follows, true)
    assert.deepEqual(told.value.bounds, [])
    const read = readBallots(file.body)
    const again = tally(read.vote, { id: 'equalshares/add1' })
    assert.deepEqual(again.ok && again.value.winners, ['C', 'A'])
    const csv = await town.get(address('/stimmzettel.csv'))
    assert.equal(csv.body.trim().split('\r\n').length, 1 + ballots.length)
    const order = read.vote.ballots.map(({ projects }) => projects.join())
    assert.deepEqual([...order].sort(), ballots.map((one) => one.join()).sort())
  })

  test('a receipt finds its ballot; a made-up one finds none', async () => {
    const found = await send(address('/stimmzettel'), { pruefnummer: receipt.toLowerCase() })
    assert.equal(found.statusCode, 200)
    assert.match(found.body, /Dieser Stimmzettel wurde gezählt/)
    assert.match(found.body, /Brunnen[\s\S]*Lastenrad/)
    const none = await send(address('/stimmzettel'), { pruefnummer: 'LR27 4K8M 9TQX' })
    assert.equal(none.statusCode, 404)
    assert.match(none.body, /zählt kein Stimmzettel/)
  })
})
