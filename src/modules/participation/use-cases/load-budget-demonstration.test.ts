import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { loadBudgets } from './load-budget-demonstration.ts'

const { stadt } = places

suite('the budgets of the demonstration', () => {
  let town: TestServer
  const send = formPoster(() => town, '10.12')
  before(async () => {
    town = await testServer()
    await town.switchModules(stadt, [...town.site(stadt).modules, participationDefinition.id])
    await loadBudgets(town.house, town.site(stadt))
    await loadBudgets(town.house, town.site(stadt))
  })
  after(() => town?.close())

  test('one runs, with nine proposals and ballots', async () => {
    const shown = await town.get(`/${stadt}/mitmachen/buergerhaushalt-2027`)
    assert.match(shown.body, /Wasserspielplatz im Stadtpark/)
    assert.match(shown.body, /1\.292 Stimmzettel sind abgegeben/)
    const ballot = await town.get(`/${stadt}/mitmachen/buergerhaushalt-2027/stimmzettel/gesamt`)
    assert.match(ballot.body, /120\.000.€ ausgeben/)
    for (const page of ['stimmzettel', 'stimmzettel/gesamt/aendern'])
      assert.ok((await town.get(`/${stadt}/mitmachen/buergerhaushalt-2027/${page}`)).statusCode < 400)
  })

  test('the one before is counted, and a ballot can be found by the receipt of the pictures', async () => {
    const base = `/${stadt}/mitmachen/buergerhaushalt-2026/ergebnis/gesamt`
    const shown = await town.get(base)
    assert.match(shown.body, /5 Vorschläge werden umgesetzt/)
    assert.match(shown.body, /1\.846 Menschen haben abgestimmt/)
    assert.equal((await town.get(`${base}/nachzaehlen`)).statusCode, 200)
    assert.equal((await send(`${base}/stimmzettel`, { pruefnummer: 'LR27 4K8M 9TQX' })).statusCode, 200)
  })
})
