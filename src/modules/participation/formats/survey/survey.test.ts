import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { participationDefinition } from '#plaques/participation'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { plantSurvey, type SurveyGiven } from './plant-survey.ts'
import { countsOf } from './store/count-store.ts'
import { everyKind } from './survey-fixture.ts'
import { completeQuestion } from './survey-settings.ts'

let town: TestServer
let asked = 0

const base = `/${places.stadt}`
/** Sends a form; gives where it leads, or the page. */
async function send(path: string, fields: Readonly<Record<string, string | readonly string[]>>) {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
  const answer = await town.ask({
    method: 'POST',
    url: path,
    remoteAddress: `10.1.${(++asked >> 8) & 255}.${asked & 255}`,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: form.toString(),
  })
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), text: answer.body }
}
const open = async (path: string) => {
  const answer = await town.get(path)
  return { status: answer.statusCode, text: answer.body }
}
const own = (to: string) => to.replace(/\?.*$/, '')
const plant = async (slug: string, given: SurveyGiven = {}) => {
  const id = await plantSurvey(town.house, town.site(places.stadt), { slug, questions: everyKind, ...given })
  return { id, path: `${base}/mitmachen/${slug}/umfrage` }
}
const counts = (id: string) => countsOf(town.house.database.system, id)
/** A whole answer in three steps; gives the answer to the last. */
async function takePart(path: string, first: Parameters<typeof send>[1], second: Parameters<typeof send>[1] = {}) {
  const begun = await send(path, { schritt: 'weiter', ...first })
  assert.equal(begun.status, 303, begun.text)
  const link = own(begun.to)
  const page = await send(link, { seite: '1', schritt: 'weiter', ...second })
  assert.equal(page.status, 303, page.text)
  return { link, sent: await send(link, { schritt: 'senden' }) }
}

before(async () => {
  town = await testServer({ tenants: { stadt: { modules: ['catalogue', participationDefinition.id] } } })
})
after(() => town?.close())

suite('taking part in a survey', () => {
  test('page by page, back, kept for later, checked, sent, counted, withdrawn', async () => {
    const { id, path } = await plant('bus', { prefix: 'UM' })
    const first = await open(path)
    assert.equal(first.status, 200)
    assert.match(first.text, /Seite 1 von 2/)
    assert.match(first.text, /12 Monate nach dem Ende löschen wir Texte/)
    const missing = await send(path, { schritt: 'weiter' })
    assert.equal(missing.status, 422)
    assert.match(missing.text, /„Fahren Sie Bus\?“: Hier fehlt Ihre Antwort/)

    const begun = await send(path, { schritt: 'weiter', f1: 'o2', f2: '4', f3: 'Abends fährt nichts.' })
    assert.equal(begun.status, 303)
    const link = own(begun.to)
    assert.match(link, /\/umfrage\/[\w-]{43}$/)
    assert.equal((await counts(id))[''], undefined, 'what is begun is not counted')

    const wrong = await send(link, {
      seite: '1',
      schritt: 'weiter',
      f4: ['o1', 'o2', 'o3'],
      'f5-o1': '1',
      'f5-o2': '1',
      f7: '99',
      f8: '31.02.2026',
      'f10-o1': '60',
    })
    assert.equal(wrong.status, 422)
    for (const says of [
      /„Wann fahren Sie\?“: Das sind zu viele/,
      /„Was ist wichtig\?“: Platz 1 ist zweimal/,
      /„Fahrten in der Woche“: Die Zahl ist zu groß, höchstens 50/,
      /„Zuletzt gefahren am“: Diesen Tag gibt es nicht/,
      /„Wohin das Geld\?“: Zusammen müssen es 100 Prozent sein, jetzt sind es 60/,
    ])
      assert.match(wrong.text, says)
    const later = await send(link, { seite: '1', schritt: 'merken', f4: ['o1'], f7: '5' })
    assert.match((await open(later.to)).text, /Ihre Antworten sind gespeichert/)
    const back = await send(link, { seite: '1', schritt: 'zurueck', f4: ['o1', 'o3'], f7: '5' })
    assert.match((await open(back.to)).text, /value="o2" checked/)

    const on = await send(link, {
      seite: '1',
      schritt: 'weiter',
      f4: ['o1', 'o3'],
      'f5-o1': '2',
      'f5-o2': '1',
      'f6-r1': 'o1',
      'f6-r2': 'o2',
      f7: '5',
      f8: '1.11.2026',
      f9: 'Marktplatz',
      'f10-o1': '60',
      'f10-o2': '40',
      f11: 'Zu teuer',
    })
    assert.match(on.to, /seite=pruefen$/)
    const shown = await open(on.to)
    for (const says of [
      'Abends fährt nichts.',
      '1. Preis',
      'Linie 2: schlecht',
      'Busse: 60 %',
      'Zu teuer',
      '1.\u00a0November\u00a02026',
    ])
      assert.ok(shown.text.includes(says), says)

    const sent = await send(link, { schritt: 'senden' })
    assert.match(sent.to, /\?neu=1$/)
    assert.match((await open(sent.to)).text, /UM-0001/)
    assert.deepEqual(await counts(id), {
      '': 1,
      f1: 1,
      'f1=o2': 1,
      f2: 1,
      'f2=4': 1,
      f3: 1,
      f4: 1,
      'f4=o1': 1,
      'f4=o3': 1,
      f5: 1,
      'f5=o2@1': 1,
      'f5=o1@2': 1,
      f6: 1,
      'f6=r1@o1': 1,
      'f6=r2@o2': 1,
      f7: 1,
      'f7=5': 1,
      f8: 1,
      'f8=2026-11-01': 1,
      f9: 1,
      f10: 1,
      'f10=o1': 60,
      'f10=o2': 40,
      f11: 1,
    })
    await send(link, { schritt: 'senden' })
    assert.equal((await counts(id))[''], 1, 'sent twice counts once')
    const procedure = await open(`${base}/mitmachen/bus`)
    assert.match(procedure.text, /1 Mensch hat schon geantwortet/)
    assert.ok(!procedure.text.includes('Abends fährt nichts'))

    await send(link, { schritt: 'zurueckziehen' })
    assert.match((await open(link)).text, /zurückgezogen und gelöscht/)
    assert.deepEqual(new Set(Object.values(await counts(id))), new Set([0]))
  })

  test('what a condition leaves out is neither asked nor kept', async () => {
    const { id, path } = await plant('bedingung')
    const { link, sent } = await takePart(path, { f1: 'o2' })
    assert.equal(sent.status, 303)
    const other = await send(path, { schritt: 'weiter', f1: 'o2' })
    await send(own(other.to), { seite: '1', schritt: 'weiter', f11: 'Darum' })
    await send(own(other.to), { seite: '0', schritt: 'weiter', f1: 'o1' })
    assert.match((await send(own(other.to), { seite: '1', schritt: 'weiter' })).to, /pruefen/)
    await send(own(other.to), { schritt: 'senden' })
    assert.equal((await counts(id)).f11, undefined)
    assert.equal((await open(link)).status, 200)
  })

  test('what is missing on several pages is asked for page by page', async () => {
    const questions = [
      completeQuestion({ id: 'f1', kind: 'short', title: 'Woher?', required: true }),
      completeQuestion({ id: 'f2', kind: 'short', title: 'Wohin?', required: true, page: true }),
    ]
    const { path } = await plant('luecken', { questions })
    const link = own((await send(path, { schritt: 'merken' })).to)
    const first = await send(link, { schritt: 'senden' })
    assert.equal(first.status, 422)
    assert.match(first.text, /href="#f1">„Woher\?“: Hier fehlt Ihre Antwort/)
    assert.doesNotMatch(first.text, /#f2|„f2“/)
    await send(link, { seite: '0', schritt: 'weiter', f1: 'Bahnhof' })
    assert.match((await send(link, { schritt: 'senden' })).text, /href="#f2">„Wohin\?“: Hier fehlt Ihre Antwort/)
  })

  test('results that only the administration reads are not promised to anybody', async () => {
    await plant('nur-intern', { settings: { results: 'staff' } })
    await plant('spaeter-fuer-alle')
    assert.doesNotMatch((await open(`${base}/mitmachen/nur-intern`)).text, /Sie können die Ergebnisse nachlesen/)
    assert.match((await open(`${base}/mitmachen/spaeter-fuer-alle`)).text, /Sie können die Ergebnisse nachlesen/)
  })

  test('after the end nothing is taken, whatever the page said', async () => {
    const { id, path } = await plant('zu-ende')
    const begun = await send(path, { schritt: 'weiter', f1: 'o1' })
    await sql`update participation_phase set ends_at = clock_timestamp() where procedure = ${id}`.execute(
      town.house.database.system,
    )
    for (const late of [
      await send(own(begun.to), { schritt: 'senden' }),
      await send(own(begun.to), { seite: '1', schritt: 'weiter' }),
      await send(path, { schritt: 'weiter', f1: 'o1' }),
      await open(path),
    ]) {
      assert.equal(late.status, 409)
      assert.match(late.text, /Die Umfrage ist zu Ende/)
    }
    assert.deepEqual(await counts(id), {})
  })
})
