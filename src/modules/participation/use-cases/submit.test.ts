import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster, httpClient } from '#support/http-client.ts'
import { plantProcedure, setPhase } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

const { stadt, dorf } = places
const idea = { title: 'Eine Wasserpumpe im Sand', body: 'Im Sommer fehlt Wasser zum Matschen.' }
const slow = () => new Date(Date.now() - 60_000)
const form = `/${stadt}/mitmachen/spielplatz/beitrag`

suite('handing something in', () => {
  let town: TestServer
  let procedure: string
  const post = formPoster(() => town, '10.7')
  const send = (fields: Record<string, string> = {}) => post(form, { ...idea, ...fields, schritt: 'senden' })
  const rows = async () =>
    (
      await sql<{
        number: number
        state: string
        title: string
      }>`select number, state, title from participation_submission where procedure = ${procedure} order by number`.execute(
        town.house.database.system,
      )
    ).rows
  before(async () => {
    // The program's clock is slow: it believes that it is still time, and only the database knows better.
    town = await testServer({ now: slow })
    procedure = (await plantProcedure(town, stadt)).id
  })
  after(() => town?.close())

  test('gives a number and a link that opens it, also for a browser without an account', async () => {
    const sent = await send()
    assert.equal(sent.statusCode, 303)
    const own = await httpClient(town).get(sent.headers.location as string)
    assert.match(own.body, /SP-0001/)
    assert.match(own.body, /Danke, Ihr Beitrag ist da/)
    const shown = await town.get(`/${stadt}/mitmachen/spielplatz/beitraege/sp-0001`)
    assert.match(shown.body, /Eine Wasserpumpe im Sand/)
  })

  test('first shows what is similar, and loses no word', async () => {
    const checked = await post(form, { title: 'Eine Pumpe mit Wasser', body: 'Zum Matschen im Sand.', schritt: 'pruefen' })
    assert.match(checked.body, /Ähnliche Beiträge/)
    assert.match(checked.body, /SP-0001/)
    assert.match(checked.body, /value="Zum Matschen im Sand\."/)
    assert.equal((await rows()).length, 1)
  })

  test('says which field is missing', async () => {
    const refused = await post(form, { title: '', body: 'x', schritt: 'senden' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Bitte schreiben Sie eine Überschrift/)
  })

  test('waits for staff where somebody else is named', async () => {
    await send({ title: 'Der Nachbar stört hier immer', body: 'Er wohnt Ahornweg 12 und heißt so: mueller@post.example' })
    assert.equal((await rows()).at(-1)?.state, 'waiting')
    assert.equal((await town.get(`/${stadt}/mitmachen/spielplatz/beitraege/SP-0002`)).statusCode, 404)
  })

  test('can be corrected and taken back by its link; the original stays as it came', async () => {
    const { location } = (await send({ title: 'Eine Bank im Schatten' })).headers as { location: string }
    const link = location.replace(/\?.*/, '')
    const changed = await post(link, { tat: 'aendern', title: 'Zwei Bänke im Schatten', body: idea.body })
    assert.match(changed.headers.location as string, /gespeichert/)
    const { rows: kept } = await sql<{ was: string; now: string; before: string }>`
      select o.content ->> 'title' as was, s.title as now, v.title as before from participation_submission s
      join participation_original o on o.submission = s.id join participation_version v on v.submission = s.id where s.title like 'Zwei%'`.execute(
      town.house.database.system,
    )
    assert.deepEqual(kept, [{ was: 'Eine Bank im Schatten', now: 'Zwei Bänke im Schatten', before: 'Eine Bank im Schatten' }])
    await post(link, { tat: 'zurueckziehen' })
    assert.equal((await rows()).at(-1)?.state, 'withdrawn')
  })

  test('gives each a number of its own, however many come at once', async () => {
    const before = (await rows()).length
    const all = await Promise.all(Array.from({ length: 40 }, (_, i) => send({ title: `Wunsch Nummer ${i} von vielen` })))
    assert.ok(all.every((one) => one.statusCode === 303))
    const numbers = (await rows()).map((one) => one.number)
    assert.deepEqual(
      numbers,
      Array.from({ length: before + 40 }, (_, i) => i + 1),
    )
  })

  test('ends with the clock of the database, and keeps the words on the page', async () => {
    const before = (await rows()).length
    await sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${procedure}`.execute(
      town.house.database.system,
    )
    const late = await send({ title: 'Zu spät gekommen, aber gut' })
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Die Zeit ist abgelaufen/)
    assert.equal((await rows()).length, before)
    await setPhase(town, stadt, procedure, {})
  })

  test('is not possible elsewhere, nor in a draft, nor where the module is off', async () => {
    assert.equal((await post(`/${dorf}/mitmachen/spielplatz/beitrag`, { ...idea, schritt: 'senden' })).statusCode, 404)
    await plantProcedure(town, dorf, { slug: 'entwurf', state: 'draft' })
    assert.equal((await town.get(`/${dorf}/mitmachen/entwurf`)).statusCode, 404)
    assert.doesNotMatch((await town.get(`/${dorf}/mitmachen`)).body, /entwurf/)
    await town.switchModules(dorf, ['catalogue'])
    assert.equal((await town.get(`/${dorf}/mitmachen`)).statusCode, 404)
    assert.doesNotMatch((await town.get(`/${dorf}`)).body, /mitmachen/)
  })
})

suite('the end of a phase', () => {
  let town: TestServer
  before(async () => {
    town = await testServer({ now: slow })
  })
  after(() => town?.close())

  // Half of them come within 50 ms before the end, half after; asked beside each other on several connections.
  test('lies at one moment for all: what the database took came before it, what came after was refused', async () => {
    const { id } = await plantProcedure(town, stadt)
    const { system } = town.house.database
    const post = formPoster(() => town, '10.8')
    const send = (i: number) => post(form, { title: `Kurz vor Schluss Nummer ${i}`, body: 'x', schritt: 'senden' })
    // One comes in time however busy the machine is.
    const first = await send(0)
    await sql`update participation_phase set ends_at = clock_timestamp() + interval '400 milliseconds' where procedure = ${id}`.execute(
      system,
    )
    const later = Array.from({ length: 60 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 12))
      return send(i + 1)
    })
    const sent = [first, ...(await Promise.all(later))]
    const taken = sent.filter((one) => one.statusCode === 303).length
    const { rows } = await sql<{
      n: number
      late: number
    }>`select count(*)::int as n, (count(*) filter (where s.received_at >= f.ends_at))::int as late
      from participation_submission s join participation_phase f on f.procedure = s.procedure where s.procedure = ${id}`.execute(
      system,
    )
    assert.deepEqual(rows, [{ n: taken, late: 0 }])
    assert.ok(taken > 0 && taken < 61, `${taken} of 61`)
    assert.ok(sent.every((one) => one.statusCode === 303 || one.statusCode === 409))
  })
})
