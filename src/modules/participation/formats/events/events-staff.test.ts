// What staff does with dates, through its pages.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { dayOf } from '#kernel/clock.ts'
import { addDays } from '#kernel/deadline.ts'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { insertProcedureOf } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let clerk: TestPerson
let procedure = ''
const base = `/${places.stadt}`
const day = addDays(dayOf(new Date()), 5)
const post = formPoster(() => town, '10.21')
const system = () => town.house.database.system
const get = (path: string) => town.get(path, { cookie: clerk.cookie })
const send = (path: string, fields: Record<string, string>) => post(path, fields, { cookie: clerk.cookie })
/** Begins something; gives the address of its page. */
async function begin(fields: Record<string, string>): Promise<string> {
  const begun = await send(`${base}/intern/termine/${procedure}`, { tag: day, von: '18:30', bis: '20:30', ...fields })
  assert.equal(begun.statusCode, 303, begun.body)
  return String(begun.headers.location).replace(/\?.*$/, '')
}
const details = {
  titel: 'Abend',
  tag: day,
  von: '18:30',
  bis: '20:30',
  anmeldung: '1',
  'name-fragen': 'yes',
  'bedarf-fragen': '1',
}

suite('staff and dates', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
    clerk = await signedIn(town, { [places.stadt]: ['participation-officer'] })
    procedure = (
      await insertProcedureOf(town, places.stadt, { slug: 'abende', format: 'events', actions: ['read', 'submit'], closes: 240 })
    ).id
  })
  after(() => town?.close())

  test('an event from the first form to the list at the door', async () => {
    const wrong = await send(`${base}/intern/termine/${procedure}`, { titel: '', tag: day, von: '18:30', bis: '17:00' })
    assert.equal(wrong.statusCode, 422)
    for (const says of [/Der Titel fehlt/, /Das Ende liegt vor dem Beginn/, /value="17:00"/]) assert.match(wrong.body, says)
    const at = await begin({ art: 'event', titel: 'Abend' })
    const open = await get(at)
    assert.match(open.body, /Der Entwurf ist angelegt|Entwurf, noch nicht öffentlich/)
    const fassung = hidden(open, 'fassung')
    const refused = await send(at, { ...details, fassung, plaetze: 'viele', 'programm-titel': 'Begrüßung' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Schreiben Sie eine Zahl von 1 bis/)
    assert.match(refused.body, /value="Begrüßung"/, 'nothing is lost')
    const fields = { ...details, fassung, plaetze: '3', hoechstens: '2', 'zugang-lift': 'yes', 'programm-titel': 'Begrüßung' }
    assert.equal((await send(at, fields)).statusCode, 303)
    assert.equal((await send(at, fields)).statusCode, 409, 'somebody saved meanwhile')
    const page = `${base}/mitmachen/abende/termine/1`
    assert.equal((await town.get(page)).statusCode, 404, 'a draft is nowhere')
    assert.equal((await send(`${at}/veroeffentlichen`, { tat: 'veroeffentlichen' })).statusCode, 303)
    const shown = (await town.get(page)).body
    for (const says of [/Aufzug/, /Begrüßung/, /Noch 3 Plätze frei/, /name="schluessel"/]) assert.match(shown, says)

    const told = await send(`${at}/anmelden`, { personen: '2', name: '=Frau Lütke()', email: 'luetke@post.example' })
    assert.match(String(told.headers.location), /eingetragen/)
    assert.match(String((await send(`${at}/anmelden`, { personen: '2', name: 'Herr Ott' })).headers.location), /wartet/)
    const list = (await get(`${at}/anmeldungen`)).body
    for (const says of [/2 von 3 Plätzen sind vergeben/, /2 Personen warten/, /Frau Lütke/, /luetke@post.example/])
      assert.match(list, says)
    const csv = (await get(`${at}/anmeldungen.csv`)).body
    assert.match(csv, /,'=Frau Lütke\(\),luetke@post.example,/)
    assert.equal((await get(`${at}/anmeldungen.xlsx`)).statusCode, 200)
    const printed = (await get(`${at}/liste`)).body
    assert.match(printed, /Frau Lütke/)
    assert.doesNotMatch(printed, /Herr Ott|luetke@post/, 'who waits stands on no list at the door, and no address')

    const { rows } = await sql<{
      id: string
      name: string
    }>`select id, name from participation_registration order by number`.execute(system())
    const [luetke] = rows
    await send(`${at}/anmeldungen`, { [`kam-${luetke?.id}`]: '1', tat: 'gekommen' })
    const gone = await send(`${base}/intern/termine/anmeldung/${luetke?.id}`, {})
    assert.match(String(gone.headers.location), /gestrichen/)
    const after = (await get(`${at}/anmeldungen`)).body
    assert.match(after, /Herr Ott/)
    assert.match(after, /2 von 3 Plätzen/, 'who waited moved up')
    assert.doesNotMatch(after, /Lütke/)
    const { rows: notes } = await sql`select 1 from platform_audit_entry e where e::text like '%Lütke%'
      union all select 1 from platform_audit_word w where w::text like '%Lütke%'`.execute(system())
    assert.equal(notes.length, 0, 'no note says who it was')

    assert.equal((await send(`${at}/absagen`, { grund: ' ' })).statusCode, 422)
    assert.equal((await send(`${at}/absagen`, { grund: 'Der Saal ist nass.' })).statusCode, 303)
    assert.match((await town.get(page)).body, /Dieser Termin ist abgesagt.*Der Saal ist nass/s)
  })

  test('office hours: a rule makes times, and what nobody booked can be taken away', async () => {
    const at = await begin({ art: 'hours', titel: 'Sprechstunde' })
    assert.match(at, /\/zeiten$/)
    const rule = { tat: 'neu', tag: day, von: '14:00', bis: '15:00', minuten: '20', pause: '0', tische: '2' }
    assert.equal((await send(at, { ...rule, minuten: '1' })).statusCode, 422)
    await send(at, rule)
    await send(at, rule)
    assert.match((await get(at)).body, /6 von 6 Zeiten sind frei/, 'the same rule twice adds nothing')
    const { rows } = await sql<{ at: Date }>`select min(starts_at) as at from participation_slot`.execute(system())
    await send(at, { tat: 'weg', zeit: rows[0]?.at.toISOString() ?? '' })
    assert.match((await get(at)).body, /4 von 4 Zeiten sind frei/)
  })

  test('a search for a date becomes an event', async () => {
    const at = await begin({ art: 'poll', titel: 'Wann?' })
    await send(at, { tat: 'zeit', tag: day, von: '10:00', bis: '12:00' })
    await send(at, { tat: 'oeffnen' })
    const page = `${base}/mitmachen/abende/terminfindung/1`
    const asked = await town.get(page)
    const options = [...asked.body.matchAll(/name="(zeit-[\w-]+)"/g)].map(([, name]) => name ?? '')
    const [first = '', other = ''] = [...new Set(options)]
    assert.equal((await post(page, { name: 'Eule', [first]: 'yes' })).statusCode, 422, 'every time wants a word')
    assert.equal((await post(page, { name: 'Eule', [first]: 'yes', [other]: 'no', email: 'eule@post.example' })).statusCode, 303)
    const fixed = await send(`${at}/festlegen`, { option: first.replace('zeit-', '') })
    assert.equal(fixed.statusCode, 303, fixed.body)
    assert.match((await town.get(page)).body, /Der Termin steht fest/)
    const { rows } = await sql<{
      subject: string
    }>`select subject from platform_mail where to_address = 'eule@post.example'`.execute(system())
    assert.deepEqual(
      rows.map(({ subject }) => subject),
      ['Der Termin steht fest: Wann?'],
    )
    assert.equal((await send(`${at}/festlegen`, { option: first.replace('zeit-', '') })).statusCode, 409)
  })
})
