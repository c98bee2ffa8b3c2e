import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { forgetParticipation } from '#plaques/participation'
import { type PlantedBudget, plantBudget, receiptOn } from '#support/budget.ts'
import { places } from '#support/house.ts'
import { formPoster } from '#support/http-client.ts'
import { setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

const { stadt } = places

suite('voting by a code from a letter', () => {
  let town: TestServer
  let budget: PlantedBudget
  const send = formPoster(() => town, '10.9')
  const post = (fields: Record<string, string>) => send(budget.ballot, fields)
  const key = (n: number) => String(n).padStart(22, 'k')
  const log = async () =>
    (
      await sql<{
        projects: string[] | null
      }>`select projects from participation_vote where box = ${budget.box.id} order by position`.execute(
        town.house.database.system,
      )
    ).rows.map(({ projects }) => projects)
  const register = async () =>
    (
      await sql<{ n: number }>`select count(*) as n from participation_voter where register = ${budget.box.register}`.execute(
        town.house.database.system,
      )
    ).rows[0]?.n
  before(async () => {
    town = await testServer()
    budget = await plantBudget(town, stadt)
  })
  after(() => town?.close())

  test('fills in, checks and casts, without a script', async () => {
    const ballot = await town.get(budget.ballot)
    assert.match(ballot.body, /Wofür soll .* 1\.000.€ ausgeben\?/)
    const checked = await post({ v: 'A', schritt: 'pruefen' })
    assert.match(checked.body, /Stimmt das so\?/)
    assert.match(checked.body, /400.€ bleiben frei/)
    const hidden = /name="schluessel" value="([\w-]{22})"/.exec(checked.body)?.[1] ?? ''
    const cast = await post({ v: 'A', schritt: 'abgeben', schluessel: hidden, code: budget.codes[0] ?? '' })
    assert.equal(cast.statusCode, 200)
    assert.match(receiptOn(cast.body), /^[2-9A-HJ-NP-Z]{12}$/)
    assert.deepEqual(await log(), [['A']])
  })

  test('says which choice does not fit, and what to leave out', async () => {
    const refused = await send(`${budget.ballot}?`, { v: 'A', schritt: 'pruefen', code: '' })
    assert.equal(refused.statusCode, 200)
    const over = await town.ask({
      method: 'POST',
      url: budget.ballot,
      payload: 'v=A&v=B&schritt=pruefen',
      headers: {
        host: 'portal.example',
        accept: 'text/html',
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
    })
    assert.equal(over.statusCode, 422)
    assert.match(over.body, /100.€ mehr, als da ist\. Lassen Sie zum Beispiel „Bänke“ weg/)
    assert.match((await post({ schritt: 'pruefen' })).body, /Wählen Sie mindestens einen Vorschlag/)
  })

  test('the same key again gives the same receipt, and nothing is counted twice', async () => {
    const vote = { v: 'B', schritt: 'abgeben', schluessel: key(2), code: budget.codes[1]?.toLowerCase() ?? '' }
    const first = receiptOn((await post(vote)).body)
    const again = receiptOn((await post(vote)).body)
    assert.equal(again, first)
    assert.deepEqual(await log(), [['A'], ['B']])
    assert.equal(await register(), 2)
  })

  test('a code is good for one vote; a made-up one for none', async () => {
    const spent = await post({ v: 'C', schritt: 'abgeben', schluessel: key(3), code: budget.codes[1] ?? '' })
    assert.equal(spent.statusCode, 409)
    assert.match(spent.body, /Damit wurde schon abgestimmt/)
    const unknown = await post({ v: 'C', schritt: 'abgeben', schluessel: key(3), code: 'LR27 4K8M 9TQX' })
    assert.match(unknown.body, /Diesen Code kennen wir nicht/)
    const none = await post({ v: 'C', schritt: 'abgeben', schluessel: key(3), code: 'LR27' })
    assert.equal(none.statusCode, 422)
    assert.equal((await log()).length, 2)
  })

  test('whoever has the receipt changes the vote: the former one is blanked and counts no longer', async () => {
    const cast = await post({ v: 'A', schritt: 'abgeben', schluessel: key(4), code: budget.codes[2] ?? '' })
    const former = receiptOn(cast.body)
    const changed = await post({ v: 'C', schritt: 'abgeben', schluessel: key(5), pruefnummer: former })
    assert.equal(changed.statusCode, 200)
    const latter = receiptOn(changed.body)
    assert.notEqual(latter, former)
    assert.deepEqual(await log(), [['A'], ['B'], null, ['C']])
    assert.equal(await register(), 3)
    const stale = await post({ v: 'B', schritt: 'abgeben', schluessel: key(6), pruefnummer: former })
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /keinen Stimmzettel, den man ändern kann/)
    const { rows } = await sql<{ ballots: number }>`select ballots from participation_box where id = ${budget.box.id}`.execute(
      town.house.database.system,
    )
    assert.equal(rows[0]?.ballots, 3)
  })

  test('the pages’ connection reads neither the register nor a ballot before the count', async () => {
    const db = town.house.database.within({ tenant: town.site(stadt).id, readable: [town.site(stadt).id], staff: true })
    await assert.rejects(sql`select * from participation_voter`.execute(db), /permission denied/)
    assert.deepEqual((await sql`select * from participation_vote`.execute(db)).rows, [])
    await assert.rejects(
      sql`insert into participation_vote (tenant, box, position, channel, day, receipt, digest, hash) select tenant, id, 99, 'online', now(), head, head, head from participation_box`.execute(
        db,
      ),
      /permission denied/,
    )
  })

  test('an address with the code of a letter is kept nowhere on the way, whatever page it shows', async () => {
    const kept = async (address: string) => (await town.get(`${address}?code=${budget.codes[0]}`)).headers['cache-control']
    const over = await plantBudget(town, stadt, { slug: 'vorbei', opens: -2, closes: -1 })
    const several = await plantBudget(town, stadt, { slug: 'mehrere' })
    await sql`insert into participation_box (id, tenant, procedure, slug, title, position, budget, register)
      select gen_random_uuid(), tenant, procedure, 'hagen', 'Hagen', 1, budget, register from participation_box where id = ${several.box.id}`.execute(
      town.house.database.system,
    )
    for (const address of [budget.ballot, over.ballot, several.ballot.replace('/gesamt', '')])
      assert.equal(await kept(address), 'private, no-store', address)
  })

  test('after the end the receipt of a vote that came in time can still be had again, and nothing else', async () => {
    await setPhase(town, stadt, budget.procedure, { opens: -2, closes: -1, actions: ['vote'] })
    const late = await post({ v: 'C', schritt: 'abgeben', schluessel: key(7), code: budget.codes[0] ?? '' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Die Abstimmung ist zu Ende/)
    const again = await post({ v: 'B', schritt: 'abgeben', schluessel: key(2), code: budget.codes[1] ?? '' })
    assert.equal(again.statusCode, 200)
    assert.equal((await log()).length, 4)
  })

  test('who has voted is forgotten with the retention, also where nobody ever counted; the ballots stay', async () => {
    await forgetParticipation(town.house.database.system)
    assert.equal(await register(), 3)
    await setPhase(town, stadt, budget.procedure, { opens: -14 * 730, closes: -13 * 730, actions: ['vote'] })
    await forgetParticipation(town.house.database.system)
    assert.equal(await register(), 0)
    assert.equal((await log()).length, 4)
  })
})
