// What the official shapes of DCAT-AP.de 3.0 do not let through stands beside the form with the way to its field, and is released once it is mended.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { releaseDraft, submitDraft } from '#catalogue'
import type { Dataset } from '#standards/dcat-ap-de'
import { atWork, must, readyDraft, refused } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { withoutShared } from '#support/shared.ts'
import { referenceData } from './shacl-material.ts'

const skip = withoutShared()
const wrong = 'https://stadt.example/selten'
const monthly = 'http://publications.europa.eu/resource/authority/frequency/MONTHLY'
const csv = 'http://publications.europa.eu/resource/authority/file-type/CSV'

suite('a release that the official shapes refuse', { skip }, () => {
  let town: TestServer
  let karl: Awaited<ReturnType<typeof atWork>>
  before(async () => {
    town = await testServer({ env: { ALLMENDE_DATA: await referenceData() } })
    karl = await atWork(town, places.stadt, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  const ask = (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) =>
    town.ask({
      method: form ? 'POST' : 'GET',
      url: `/${places.stadt}/intern/${path}`,
      headers: {
        host: 'portal.example',
        accept: 'text/html',
        cookie: karl.who.cookie,
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } : {}),
        ...headers,
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
  /** Fit by all our own rules; rhythm and format are from no official list. */
  const unlisted = () =>
    readyDraft(town, karl, 'Grundwasser', (record) => {
      const { distribution, ...rest } = record as Dataset
      return { ...rest, accrualPeriodicity: wrong, distribution: distribution.map((one) => ({ ...one, format: wrong })) }
    })
  const revisionOf = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

  test('names the findings at the form and at the draft, each with the way to its field, and goes through after mending', async () => {
    const draft = await unlisted()
    const form = (await ask(`entwuerfe/${draft.id}/schritt/beschreibung`)).body
    assert.match(form, /Die amtlichen Regeln finden 2 Fehler/)
    assert.match(form, /href="[^"]*\/schritt\/ort-und-zeit#accrualPeriodicity">Datensatz: „[^“]*“ hat den Wert/)
    const file = /href="[^"]*\/intern\/(entwuerfe\/[^"]*\/dateien\/\w{10})#format"/.exec(form)?.[1] ?? ''
    assert.match(file, /dateien/)

    const said = refused(await releaseDraft(town.house, karl, { id: draft.id }))
    assert.deepEqual(said.kind === 'unfit' ? said.check.findings.map((one) => [one.constraint, one.value]) : said, [
      ['InScheme', wrong],
      ['InScheme', wrong],
    ])
    const back = await ask(`freigaben/${draft.id}/veroeffentlichen`, {})
    assert.match(String(back.headers.location), /fehler=unfit/)
    const shown = (await ask(`freigaben/${draft.id}?fehler=unfit`)).body
    assert.match(shown, /Die amtlichen Regeln finden 2 Fehler.*#accrualPeriodicity/s)
    assert.doesNotMatch(shown, /Jetzt veröffentlichen/)
    const program = await ask(`freigaben/${draft.id}/veroeffentlichen`, {}, { accept: 'application/json' })
    assert.equal(program.statusCode, 422)
    assert.ok(program.json().errors.some((one: { field: string }) => one.field === 'dct:accrualPeriodicity'))

    const typed = { revision: revisionOf(form), accrualPeriodicity: monthly }
    const saved = await ask(`entwuerfe/${draft.id}/schritt/ort-und-zeit`, typed, { 'x-autosave': '1' })
    assert.match(saved.body, /Die amtlichen Regeln finden einen Fehler/, 'the panel follows while somebody types')
    await ask(file, { revision: revisionOf(saved.body), format: csv })
    assert.match((await ask(`freigaben/${draft.id}`)).body, /Kann veröffentlicht werden/)
    assert.match(String((await ask(`freigaben/${draft.id}/veroeffentlichen`, {})).headers.location), /getan=released/)
  })

  test('may be handed in all the same, and the last step says what will stop it', async () => {
    const draft = await unlisted()
    const last = (await ask(`entwuerfe/${draft.id}/schritt/abgeben`)).body
    assert.match(last, /Veröffentlichen geht erst, wenn das berichtigt ist/)
    must(await submitDraft(town.house, karl, { id: draft.id }))
    const again = (await ask(`entwuerfe/${draft.id}/schritt/abgeben`)).body
    assert.match(again, /liegt schon zur Freigabe/)
    assert.doesNotMatch(again, /Zur Freigabe geben</, 'what is handed in is not handed in again')
  })
})
