import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { type PlantedBudget, plantBudget } from '#support/budget.ts'
import { places } from '#support/house.ts'
import { type HttpClient, httpClient } from '#support/http-client.ts'
import { signedIn } from '#support/people.ts'
import { insertProcedureOf, setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

const { stadt } = places

suite('staff runs a budget', () => {
  let town: TestServer
  let budget: PlantedBudget
  let first: HttpClient
  let second: HttpClient
  const at = (rest = '', id = budget.procedure) => `/${stadt}/intern/haushalt/${id}${rest}`
  const rows = <Row>(query: ReturnType<typeof sql<Row>>) => query.execute(town.house.database.system).then((got) => got.rows)
  const noted = async (verb: string) =>
    (
      await rows<{ n: number }>(
        sql`select count(*)::int as n from platform_audit_entry where action = ${`participation/${verb}`}`,
      )
    )[0]?.n
  before(async () => {
    town = await testServer()
    budget = await plantBudget(town, stadt)
    for (const [i, name] of ['Jana Albers', 'Ole Brandt'].entries()) {
      const { cookie } = await signedIn(town, { [stadt]: ['participation-officer'] }, { name })
      if (i === 0) first = httpClient(town, { cookie })
      else second = httpClient(town, { cookie })
    }
  })
  after(() => town?.close())

  test('sets up a budget and checks a proposal; says which field is wrong', async () => {
    const { id } = await insertProcedureOf(town, stadt, { slug: 'neu', format: 'citizens-budget', actions: ['vote'] })
    const wrong = await first.post(at('/topf', id), {
      topf: 'neu',
      title: '',
      budget: 'viel',
      kind: 'points',
      rule: 'equalshares',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Name: Diese Angabe fehlt/)
    assert.match(wrong.body, /Betrag in Euro: Schreiben Sie einen Betrag/)
    assert.match(wrong.body, /Gleiche Anteile brauchen/)
    const made = await first.post(at('/topf', id), {
      topf: 'neu',
      title: 'Hagen',
      budget: '9.500,50',
      kind: 'knapsack',
      rule: 'greedy',
    })
    assert.equal(made.statusCode, 303)
    assert.deepEqual(await rows(sql`select slug, budget from participation_box where procedure = ${id}`), [
      { slug: 'gesamt', budget: 950_050 },
    ])
    for (const title of ['Hagen 2', 'Hagen', 'Hagen', 'Neu'])
      assert.equal(
        (await first.post(at('/topf', id), { topf: 'neu', title, budget: '1', kind: 'points', rule: 'greedy' })).statusCode,
        303,
      )
    const named = await rows<{ slug: string }>(sql`select slug from participation_box where procedure = ${id} order by position`)
    assert.deepEqual(
      named.map(({ slug }) => slug),
      ['gesamt', 'hagen-2', 'hagen', 'hagen-3', 'neu-2'],
    )
    await sql`delete from participation_box where procedure = ${id} and slug <> 'gesamt'`.execute(town.house.database.system)
    const noCost = await first.post(at('/vorschlag', id), { title: 'Bank', state: 'checked' })
    assert.match(noCost.body, /Kosten in Euro: Diese Angabe fehlt/)
    await first.post(at('/vorschlag', id), { title: 'Bank', state: 'checked', cost: '1.200' })
    assert.deepEqual(await rows(sql`select key, cost from participation_budget_project where procedure = ${id}`), [
      { key: 'A', cost: 120_000 },
    ])
    assert.match((await first.get(at('', id))).body, /geprüft, steht zur Wahl/)
  })

  test('letters show their codes once; a code of a letter votes; a blocked one does not', async () => {
    const letters = await first.post(at('/codes'), { tat: 'drucken', count: '2', als: 'csv' })
    const codes = [...letters.body.matchAll(/^([0-9A-Z]{4}(?: [0-9A-Z]{4})+),/gm)].map((found) => found[1] ?? '')
    assert.equal(codes.length, 2)
    assert.ok(!(await first.get(at('/codes'))).body.includes(codes[0] ?? '-'))
    const kept = await rows<{ all: string }>(sql`select string_agg(encode(hash, 'escape'), '') as all from participation_code`)
    assert.ok(!kept[0]?.all.includes((codes[0] ?? '-').replaceAll(' ', '')))
    await first.post(at('/codes'), { tat: 'sperren', code: codes[1] ?? '' })
    const vote = (code: string) => httpClient(town).post(budget.ballot, { v: 'A', schritt: 'abgeben', code })
    assert.equal((await vote(codes[0] ?? '')).statusCode, 200)
    assert.equal((await vote(codes[1] ?? '')).statusCode, 409)
    const printed = await first.post(at('/codes'), { tat: 'drucken', count: '3', als: 'pdf' })
    assert.equal(printed.headers['content-type'], 'application/pdf')
    assert.equal(printed.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)?.length, 3, 'a page for each letter')
    assert.equal((await first.post(at('/codes'), { tat: 'drucken', count: '0' })).statusCode, 422)
    assert.equal((await first.post(at('/codes'), { tat: 'sperren', code: codes[1] ?? '' })).statusCode, 422)
    assert.equal(await noted('block-code'), 1, 'what did nothing is not noted')
  })

  test('papers count when two people typed the same, once; differences are listed', async () => {
    const enter = (who: HttpClient, nummer: string, v: string) => who.post(at('/papier'), { tat: 'eingeben', nummer, v })
    assert.match((await enter(first, '7', 'A')).body, /zum ersten Mal/)
    assert.match((await enter(first, '7', 'A')).body, /zum ersten Mal/, 'nobody confirms oneself')
    assert.match((await enter(second, '7', 'A')).body, /zum zweiten Mal/)
    await enter(first, '8', 'A')
    assert.match((await enter(second, '8', 'B')).body, /Noch nicht gleich[\s\S]*>8</)
    assert.match((await enter(first, '0', 'A')).body, /Zahl von 1 bis 999999/)
    assert.match((await first.post(at('/papier'), { tat: 'uebernehmen' })).body, /Ein Stimmzettel ist übernommen/)
    assert.match((await second.post(at('/papier'), { tat: 'uebernehmen' })).body, /0 Stimmzettel sind übernommen/)
    assert.match(
      (await first.post(at('/papier'), { tat: 'einloesen', code: budget.codes[0] ?? '' })).body,
      /Der Code ist eingelöst/,
    )
    assert.match((await first.post(at('/papier'), { tat: 'einloesen', code: budget.codes[0] ?? '' })).body, /schon abgestimmt/)
    assert.equal(await noted('spend-code'), 1)
    const spent = await httpClient(town).post(budget.ballot, { v: 'A', schritt: 'abgeben', code: budget.codes[0] ?? '' })
    assert.match(spent.body, /Damit wurde schon abgestimmt/)
    assert.deepEqual(await rows(sql`select channel, projects from participation_vote where channel = 'paper'`), [
      { channel: 'paper', projects: ['A'] },
    ])
  })

  test('costs stay once votes are in; counts after the end; a reader may do none of it', async () => {
    const [project] = await rows<{ id: string }>(
      sql`select id from participation_budget_project where box = ${budget.box.id} and key = 'A'`,
    )
    const dearer = { vorschlag: project?.id ?? '', title: 'Brunnen', state: 'checked', cost: '700', key: 'A' }
    const changed = await first.post(at('/vorschlag'), dearer)
    assert.equal(changed.statusCode, 409)
    assert.match(changed.body, /Die Abstimmung hat begonnen/)
    const early = await first.post(at('/auszaehlen'), { topf: 'gesamt' })
    assert.match(early.headers.location as string, /getan=laeuft/)
    await setPhase(town, stadt, budget.procedure, { opens: -2, closes: -1, actions: ['vote'] })
    const { cookie } = await signedIn(town, { [stadt]: ['reader'] })
    assert.equal((await httpClient(town, { cookie }).post(at('/auszaehlen'), { topf: 'gesamt' })).statusCode, 404)
    const counted = await first.post(at('/auszaehlen'), { topf: 'gesamt' })
    assert.match(counted.headers.location as string, /getan=gezaehlt/)
    assert.equal((await town.get(`/${stadt}/mitmachen/haushalt/ergebnis/gesamt`)).statusCode, 200)
    const typists = sql<{
      n: number
    }>`select count(*)::int as papers, count(p.id)::int as known, count(distinct person)::int as people
      from participation_paper left join identity_person p on p.id = person where number = 7`
    assert.deepEqual(await rows(typists), [{ papers: 2, known: 0, people: 2 }], 'two people typed it; nobody knows who')
    assert.match((await first.post(at('/papier'), { tat: 'eingeben', nummer: '9', v: 'A' })).body, /schon ausgezählt/)
  })
})
