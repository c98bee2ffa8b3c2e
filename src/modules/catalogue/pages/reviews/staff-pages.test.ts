import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { lawful, must, readyDraft, whole } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { mailTo, signedIn, type TestPerson } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { submitDraft } from '../../use-cases/edit/review-draft.ts'
import type { Acting } from '../../use-cases/edit/staff.ts'

let town: TestServer
let jana: TestPerson
let karl: TestPerson
const at = (path: string) => `/${places.stadt}${path}`
const acting = (who: TestPerson): Acting => ({ site: town.site(places.stadt), person: who })

const see = async (who: TestPerson, path: string) => {
  const answer = await town.get(at(path), { cookie: who.cookie })
  assert.equal(answer.statusCode, 200, `${path}: ${answer.statusCode}`)
  return answer.body
}
const post = (
  who: TestPerson,
  path: string,
  fields: Record<string, string | string[]> = {},
  headers: Record<string, string> = {},
) => {
  const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])))
  return town.ask({
    method: 'POST',
    url: at(path),
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      cookie: who.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    payload: body.toString(),
  })
}

suite('pages of those who edit and release', () => {
  before(async () => {
    town = await testServer()
    jana = await signedIn(town, { [places.stadt]: ['editor'] }, { name: 'Jana Albers' })
    karl = await signedIn(town, { [places.stadt]: ['open-data-coordinator'] }, { name: 'Karl Kuhn' })
  })
  after(() => town?.close())

  test('a new draft begins with its kind and leads to its form', async () => {
    assert.match(await see(jana, '/intern/entwuerfe/neu'), /name="art" value="dataset"/)
    const answer = await post(jana, '/intern/entwuerfe/neu', { art: 'series' })
    assert.equal(answer.statusCode, 303)
    assert.match(String(answer.headers.location), /\/intern\/entwuerfe\/[0-9a-f-]{36}$/)
  })

  test('handed in, it waits in the list, on the overview and in the figures; released, it has a page', async () => {
    const draft = await readyDraft(town, acting(jana), 'Hundebestand')
    const handed = await post(jana, `/intern/entwuerfe/${draft.id}/einreichen`)
    assert.match(String(handed.headers.location), /getan=submitted/)
    assert.match(await see(karl, '/intern/freigaben'), /Hundebestand/)
    const overview = await see(karl, '/intern')
    assert.match(overview, /Freigabe prüfen: Hundebestand/)
    assert.match(overview, /Guten (Morgen|Tag|Abend), Karl Kuhn/)
    const shown = await see(karl, `/intern/freigaben/${draft.id}`)
    assert.match(shown, /Jetzt veröffentlichen/)
    assert.match(shown, /Kann veröffentlicht werden/)
    assert.doesNotMatch(await see(jana, `/intern/freigaben/${draft.id}`), /Jetzt veröffentlichen/, 'an editor does not release')
    const released = await post(karl, `/intern/freigaben/${draft.id}/veroeffentlichen`, { note: 'Neu' })
    assert.match(String(released.headers.location), /getan=released/)
    assert.equal((await town.get(at('/daten/hundebestand'))).statusCode, 200)
    assert.match(await see(jana, `/intern/datensaetze/${draft.id}/verlauf`), /Fassung 1/)
  })

  test('a second release is told so: back with a word, and 409 for programs', async () => {
    const draft = await readyDraft(town, acting(karl), 'Brunnen')
    await post(karl, `/intern/freigaben/${draft.id}/veroeffentlichen`)
    const again = await post(karl, `/intern/freigaben/${draft.id}/veroeffentlichen`)
    assert.match(String(again.headers.location), /fehler=already-released/)
    assert.match(await see(karl, `/intern/freigaben/${draft.id}?fehler=already-released`), /schon veröffentlicht/)
    const machine = await post(karl, `/intern/freigaben/${draft.id}/veroeffentlichen`, {}, { accept: 'application/json' })
    assert.deepEqual([machine.statusCode, machine.json().type.split('#')[1]], [409, 'catalogue/already-released'])
  })

  test('sent back with a reason that its writer reads first', async () => {
    const draft = await readyDraft(town, acting(jana), 'Bäder')
    must(await submitDraft(town.house, acting(jana), { id: draft.id }))
    assert.match(
      String((await post(karl, `/intern/freigaben/${draft.id}/zurueckgeben`, { reason: '' })).headers.location),
      /fehler=reason/,
    )
    await post(karl, `/intern/freigaben/${draft.id}/zurueckgeben`, { reason: 'Die <b>Öffnungszeiten</b> fehlen.' })
    assert.match(
      await see(jana, `/intern/freigaben/${draft.id}`),
      /Die &lt;b>Öffnungszeiten&lt;\/b> fehlen\.|Die &lt;b&gt;Öffnungszeiten/,
    )
    assert.match(await see(jana, '/intern'), /Überarbeiten: Bäder/)
  })

  test('many at once: values, a look, the deed, and back again', async () => {
    const drafts = [await readyDraft(town, acting(jana), 'Sport 1'), await readyDraft(town, acting(jana), 'Sport 2')]
    const auswahl = drafts.map((one) => one.id)
    assert.match((await post(jana, '/intern/datensaetze/aendern', { auswahl, tat: 'licence' })).body, /name="license"/)
    const values = { auswahl, tat: 'licence', werte: '1', license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' }
    const look = await post(jana, '/intern/datensaetze/aendern', values)
    assert.match(look.body, /2 Einträge ändern\?/)
    const wrong = await post(jana, '/intern/datensaetze/aendern', { ...values, license: 'https://boese.example' })
    assert.equal(wrong.statusCode, 422)
    const done = await post(jana, '/intern/datensaetze/aendern/entwuerfe', values)
    const location = String(done.headers.location)
    assert.match(location, /geaendert=2/)
    assert.match(await see(jana, location.replace(at(''), '')), /2 Einträge geändert.*Rückgängig|2 Einträge geändert/s)
    const id = new URL(location, 'https://x').searchParams.get('getan')
    const back = await post(jana, `/intern/datensaetze/aendern/${id}/zuruecknehmen`)
    assert.match(String(back.headers.location), /geaendert=2/)
  })

  test('what is published an editor does not change by the dozen', async () => {
    await town.publish(places.stadt, [whole('Denkmäler')])
    const { id = '' } = (await town.store(places.stadt).bySlug('denkmaeler')) ?? {}
    const values = { auswahl: id, tat: 'licence', werte: '1', license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' }
    const before = (await town.store(places.stadt).byId(id))?.changedAt
    assert.equal((await post(jana, '/intern/datensaetze/aendern/veroeffentlichtes', values)).statusCode, 404)
    await post(jana, '/intern/datensaetze/aendern/entwuerfe', values)
    assert.deepEqual((await town.store(places.stadt).byId(id))?.changedAt, before)
    await post(karl, '/intern/datensaetze/aendern/veroeffentlichtes', values)
    assert.notDeepEqual((await town.store(places.stadt).byId(id))?.changedAt, before)
  })

  test('withdrawn with a reason, and published again', async () => {
    await town.publish(places.stadt, [whole('Baustellen')])
    const { id = '' } = (await town.store(places.stadt).bySlug('baustellen')) ?? {}
    assert.match(await see(karl, `/intern/datensaetze/${id}/zurueckziehen`), /„Baustellen“ zurückziehen\?/)
    assert.equal((await post(karl, `/intern/datensaetze/${id}/zurueckziehen`, { reason: '' })).statusCode, 422)
    await post(karl, `/intern/datensaetze/${id}/zurueckziehen`, { reason: 'Enthielt einen Fehler.' })
    assert.equal((await town.get(at('/daten/baustellen'))).statusCode, 410)
    await post(karl, `/intern/datensaetze/${id}/wiederherstellen`)
    assert.equal((await town.get(at('/daten/baustellen'))).statusCode, 200)
  })

  test('settings: four eyes are switched on, and a person is no contact', async () => {
    assert.match(await see(karl, '/intern/einstellungen/katalog'), /Vier Augen/)
    const wrong = await post(karl, '/intern/einstellungen/katalog', { contactName: 'Amt', contactEmail: 'jana.albers@x.example' })
    assert.match(wrong.body, /Postfach einer Person/)
    assert.equal((await post(jana, '/intern/einstellungen/katalog', { fourEyes: '1' })).statusCode, 404)
    await post(karl, '/intern/einstellungen/katalog', { fourEyes: '1', offices: 'Bauamt\nSchulamt' })
    assert.match(await see(karl, '/intern/einstellungen/katalog?getan=1'), /checked.*Gespeichert|Gespeichert.*checked/s)
    await post(karl, '/intern/einstellungen/katalog', {})
  })

  test('in every state there is one way to edit, and it leads to the form', async () => {
    const draft = await readyDraft(town, acting(jana), 'Radwege')
    const ways = async (who: TestPerson) =>
      [
        ...(await see(who, `/intern/freigaben/${draft.id}`)).matchAll(/>([^<>]*(?:bearbeiten|Bearbeiten|zurückholen)[^<>]*)</g),
      ].map(([, text]) => text)
    assert.deepEqual(await ways(jana), ['Weiter bearbeiten'])
    await post(jana, `/intern/entwuerfe/${draft.id}/einreichen`)
    assert.deepEqual(await ways(jana), ['Weiter bearbeiten'])
    await post(karl, `/intern/freigaben/${draft.id}/genehmigen`)
    assert.deepEqual(await ways(jana), ['Genehmigung aufheben und bearbeiten'])
    const opened = await post(jana, `/intern/entwuerfe/${draft.id}/bearbeiten`)
    const form = await town.get(String(opened.headers.location), { cookie: jana.cookie })
    const step = await see(jana, String(form.headers.location).replace(at(''), ''))
    assert.match(step, /Der Entwurf kann wieder bearbeitet werden\..*name="title"/s)
    assert.deepEqual(await ways(jana), ['Weiter bearbeiten'])
  })

  test('given back to its source after a question, and the history says so', async () => {
    await town.publish(places.stadt, [whole('Haltestellen')])
    const { id = '' } = (await town.store(places.stadt).bySlug('haltestellen')) ?? {}
    assert.doesNotMatch(await see(karl, `/intern/datensaetze/${id}/verlauf`), /An die Quelle zurückgeben/)
    assert.match(String((await post(karl, `/intern/datensaetze/${id}/zurueckgeben`)).headers.location), /fehler=not-given-back/)
    const values = { auswahl: id, tat: 'licence', werte: '1', license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' }
    await post(karl, '/intern/datensaetze/aendern/veroeffentlichtes', values)
    assert.match(
      await see(karl, `/intern/datensaetze/${id}/verlauf`),
      /An die Quelle zurückgeben.*probe, seit [\d.]+ hier gepflegt/s,
    )
    assert.match(await see(karl, `/intern/datensaetze/${id}/zurueckgeben`), /Der nächste Import aus probe ersetzt alles/)
    assert.equal((await post(jana, `/intern/datensaetze/${id}/zurueckgeben`)).statusCode, 404, 'an editor may not')
    const done = await post(karl, `/intern/datensaetze/${id}/zurueckgeben`)
    assert.match(String(done.headers.location), /getan=given-back/)
    assert.match(
      await see(karl, `/intern/datensaetze/${id}/verlauf?getan=given-back`),
      /Zurückgegeben\..*An die Quelle probe zurückgegeben/s,
    )
    await town.publish(places.stadt, [whole('Haltestellen', { version: '2' })])
    assert.match(await see(karl, `/intern/datensaetze/${id}/verlauf`), /hat ein Import den Datensatz aktualisiert: probe/)
  })

  test('what is overdue can be reminded of from the overview, the list and its page, once', async () => {
    await town.publish(places.stadt, [whole('Messstellen')])
    const { id = '' } = (await town.store(places.stadt).bySlug('messstellen')) ?? {}
    await post(karl, '/intern/datensaetze/aendern/entwuerfe', { auswahl: id, tat: 'responsible', werte: '1', person: jana.id })
    await sql`update catalogue_resource set quality = '{"checks": [], "score": 0, "best": 0, "dueAt": "2026-03-01T00:00:00Z"}' where id = ${id}`.execute(
      town.house.database.system,
    )
    const path = `/intern/datensaetze/${id}/erinnern`
    for (const page of ['/intern', '/intern/datensaetze?faellig=1', `/intern/datensaetze/${id}/verlauf`])
      assert.ok((await see(karl, page)).includes(at(path)), page)
    assert.ok(!(await see(jana, '/intern/datensaetze?faellig=1')).includes(at(path)), 'nobody reminds himself')
    const done = await post(karl, path)
    assert.match(await see(karl, String(done.headers.location).replace(at(''), '')), /Erinnert\. Die zuständige Person bekommt/)
    assert.equal((await mailTo(town, jana.email))?.subject, 'Bitte aktualisieren: Messstellen')
    const again = await post(karl, path)
    const said = await see(karl, String(again.headers.location).replace(at(''), ''))
    assert.match(said, /in den letzten sieben Tagen schon erinnert/)
    assert.match(said, /Zuletzt erinnert/)
    assert.ok(!said.includes(at(path)), 'the button comes back after seven days')
  })

  test('strange questions get an answer, never a fault', async () => {
    const paths = [
      '/intern/datensaetze?nach=%00&nach-spalte=geaendert',
      `/intern/datensaetze?nach=${Buffer.from('["9999-99-99T99:99:99.999999Z","00000000-0000-0000-0000-000000000000"]').toString('base64url')}&nach-spalte=geaendert`,
      "/intern/datensaetze?q=%00'%22%25&person=x&stand=y&amt=%F0&spalte=z&qualitaet=gut&quelle=import&faellig=1",
      '/intern/datensaetze?nach-spalte=qualitaet&richtung=ab&auswahl=seite',
      '/intern/datensaetze.csv?q=%00',
    ]
    for (const path of paths) assert.equal((await town.get(at(path), { cookie: jana.cookie })).statusCode, 200, path)
    for (const path of ['/intern/freigaben/x', '/intern/datensaetze/1/verlauf', `/intern/freigaben/${'0'.repeat(500)}`])
      assert.equal((await town.get(at(path), { cookie: jana.cookie })).statusCode, 404, path)
    assert.equal((await post(jana, '/intern/datensaetze/aendern', { tat: '__proto__', auswahl: 'x' })).statusCode, 303)
  })

  test('a comment is text, and stands there for colleagues', async () => {
    const draft = await lawful(town, acting(jana), await readyDraft(town, acting(jana), 'Gärten'))
    await post(karl, `/intern/entwuerfe/${draft.id}/kommentar`, { text: '<script>alert(1)</script> Bitte Lizenz prüfen.' })
    const shown = await see(jana, `/intern/freigaben/${draft.id}`)
    assert.match(shown, /Bitte Lizenz prüfen\./)
    assert.doesNotMatch(shown, /<script>alert/)
  })
})
