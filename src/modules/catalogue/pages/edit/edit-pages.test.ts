import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { beginDraft, type Draft } from '#catalogue'
import type { Dataset } from '#standards/dcat-ap-de'
import { atWork, editHouse, must, readyDraft } from '#support/editing.ts'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { draftById } from '../../store/draft-store.ts'
import { staffDb } from '../../use-cases/edit/staff.ts'
import { fileKey } from './draft-links.ts'

type Colleague = Awaited<ReturnType<typeof atWork>>
let town: TestServer
let jana: Colleague
let karl: Colleague

const at = (draft: Pick<Draft, 'id'>, rest: string) => `/${places.stadt}/intern/entwuerfe/${draft.id}${rest}`
const ask = (
  who: Colleague,
  path: string,
  form?: Record<string, string> | URLSearchParams,
  headers: Record<string, string> = {},
) =>
  town.ask({
    method: form ? 'POST' : 'GET',
    url: path,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      cookie: who.who.cookie,
      ...(form ? { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } : {}),
      ...headers,
    },
    ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
  })
const stored = async (draft: Pick<Draft, 'id'>) => {
  const found = await draftById(staffDb(town.house, town.site(places.stadt)), draft.id)
  assert.ok(found)
  return found
}
const begin = async () => must(await beginDraft(editHouse(town), jana, { kind: 'dataset' }))
const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

suite('the form of a draft', () => {
  before(async () => {
    town = await testServer()
    jana = await atWork(town, places.stadt, { name: 'Jana Albers', role: 'editor' })
    karl = await atWork(town, places.stadt, { name: 'Karl Kuhn', role: 'editor' })
  })
  after(() => town?.close())

  test('every step is a page that says what is missing, each with the way to its field', async () => {
    const draft = await begin()
    assert.equal((await ask(jana, at(draft, ''))).headers.location, at(draft, '/schritt/beschreibung'))
    for (const step of ['beschreibung', 'dateien', 'stellen', 'ort-und-zeit', 'rechte', 'abgeben']) {
      const shown = await ask(jana, at(draft, `/schritt/${step}`))
      assert.equal(shown.statusCode, 200, step)
      assert.match(shown.body, /3 Pflichtangaben fehlen/)
      assert.doesNotMatch(shown.body, /catalogue\.(edit|lack|draft)[.-]/, `${step} shows a text key`)
    }
    const { body } = await ask(jana, at(draft, '/schritt/rechte'))
    assert.ok(body.includes(`href="${at(draft, '/schritt/beschreibung')}#title"`))
    assert.match(body, /dcat:Dataset/)
    assert.equal((await ask(jana, at(draft, '/schritt/erfunden'))).statusCode, 404)
  })

  test('what is sent is kept, and the next step follows', async () => {
    const draft = await begin()
    const sent = await ask(jana, at(draft, '/schritt/beschreibung'), {
      revision: '1',
      title: 'Spielplätze',
      description: 'Die 38 öffentlichen Spielplätze.',
      keyword: 'Spielplatz, Kinder',
      'theme-there': '1',
      weiter: 'dateien',
    })
    assert.equal(sent.headers.location, `${at(draft, '/schritt/dateien')}?gespeichert=1`)
    const after = await stored(draft)
    assert.deepEqual([after.title, after.revision, after.record.keyword.length], ['Spielplätze', 2, 2])
  })

  test('what is wrong is said at its field, what was typed stays in sight, and nothing is saved by halves', async () => {
    const draft = await begin()
    const sent = await ask(jana, at(draft, '/schritt/stellen'), {
      revision: '1',
      publisher: 'Neues Amt',
      contactEmail: 'gruen@<b>',
    })
    assert.equal(sent.statusCode, 422)
    assert.match(sent.body, /Die Adresse ist nicht vollständig/)
    assert.match(sent.body, /value="gruen@&lt;b>"/)
    assert.match(sent.body, /value="Neues Amt"/)
    assert.match(sent.body, /href="#contactEmail"/)
    assert.equal((await stored(draft)).revision, 1)
  })

  test('while somebody types, what is right is saved and what is not is named; the answer renews revision and panel', async () => {
    const draft = await begin()
    const auto = { 'x-autosave': '1' }
    const sent = await ask(
      jana,
      at(draft, '/schritt/stellen'),
      { revision: '1', publisher: 'Neues Amt', contactEmail: 'gruen@' },
      auto,
    )
    assert.equal(sent.statusCode, 422)
    assert.equal(revisionIn(sent.body), '2')
    assert.match(sent.body, /1 Angabe ist noch nicht gespeichert/)
    assert.equal((await stored(draft)).record.publisher?.name[0]?.value, 'Neues Amt')
    const next = await ask(jana, at(draft, '/schritt/beschreibung'), { revision: '2', title: 'Bäume' }, auto)
    assert.deepEqual([next.statusCode, revisionIn(next.body)], [200, '3'])
    assert.match(next.body, /id="pruefung"/)
  })

  test('two who change different fields are put together, two who change the same choose', async () => {
    const draft = await readyDraft(town, jana, 'Baumkataster')
    const revision = String(draft.revision)
    const saved = await ask(karl, at(draft, '/schritt/beschreibung'), { revision, title: 'Stadtbäume', keyword: 'Grün' })
    assert.equal(saved.statusCode, 303)
    const other = await ask(jana, at(draft, '/schritt/stellen'), { revision, publisher: 'Amt für Grün' })
    assert.equal(other.statusCode, 303)
    assert.deepEqual(
      [(await stored(draft)).title, (await stored(draft)).record.publisher?.name[0]?.value],
      ['Stadtbäume', 'Amt für Grün'],
    )

    const same = await ask(jana, at(draft, '/schritt/beschreibung'), { revision, title: 'Straßenbäume' })
    assert.equal(same.statusCode, 409)
    assert.match(same.body, /Fassung von (Karl Kuhn|Jana Albers)/)
    assert.match(same.body, /name="title" value="Straßenbäume"/)
    assert.equal((await stored(draft)).title, 'Stadtbäume', 'nothing is overwritten')
    const read = /name="gelesen" value="(\d+)"/.exec(same.body)?.[1] ?? ''
    const form = { revision, title: 'Straßenbäume', gelesen: read }
    assert.equal(
      (await ask(jana, at(draft, '/schritt/beschreibung'), form)).statusCode,
      409,
      'without a choice the question stays',
    )
    assert.equal((await ask(jana, at(draft, '/schritt/beschreibung'), { ...form, 'wahl-title': 'mine' })).statusCode, 303)
    const after = await stored(draft)
    assert.deepEqual([after.title, after.record.keyword[0]?.value], ['Straßenbäume', 'Grün'])
  })

  test('a file is taken with what can be told from it, described, and taken away with a way back', async () => {
    const draft = await begin()
    const border = 'probe'
    const latin = Buffer.from('Platz;Fläche;Prüfung\nAhornweg;1.234,56;31.12.2026\nBuchengasse;7,5;01.02.2026\n', 'latin1')
    const payload = (name: string, content: Buffer) =>
      Buffer.concat([
        Buffer.from(
          `--${border}\r\nContent-Disposition: form-data; name="datei"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
        ),
        content,
        Buffer.from(`\r\n--${border}--\r\n`),
      ])
    const send = (name: string, content: Buffer) =>
      town.ask({
        method: 'POST',
        url: at(draft, '/hochladen'),
        headers: {
          host: 'portal.example',
          cookie: jana.who.cookie,
          'sec-fetch-site': 'same-origin',
          accept: 'text/html',
          'content-type': `multipart/form-data; boundary=${border}`,
        },
        payload: payload(name, content),
      })
    assert.match((await send('seite.html', Buffer.from('<html>'))).body, /Dieses Format nehmen wir nicht an/)
    assert.match((await send('tabelle.csv', Buffer.from('<script>alert(1)</script>'))).body, /passt nicht zur Endung \.csv/)
    assert.match((await send('leer.csv', Buffer.alloc(0))).body, /Die Datei ist leer/)
    const taken = await send('spielplätze.csv', latin)
    assert.equal(taken.statusCode, 303)
    const record = (await stored(draft)).record as Dataset
    const [file] = record.distribution
    assert.ok(file)
    assert.equal(taken.headers.location, at(draft, `/dateien/${fileKey(file.uri)}`))
    assert.deepEqual(
      [file.byteSize, file.format],
      [latin.length, 'http://publications.europa.eu/resource/authority/file-type/CSV'],
    )
    const list = await ask(jana, at(draft, '/schritt/dateien'))
    assert.match(list.body, /2 Zeilen, 3 Spalten/)
    assert.match(list.body, /windows-1252, Semikolon, Dezimalkomma, TT\.MM\.JJJJ/)

    const described = await ask(jana, at(draft, `/dateien/${fileKey(file.uri)}`), {
      revision: String((await stored(draft)).revision),
      distributionTitle: 'Spielplätze als Tabelle',
      license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
      weiter: 'dateien',
    })
    assert.equal(described.statusCode, 303)
    const gone = await ask(jana, at(draft, `/dateien/${fileKey(file.uri)}/entfernen`), { revision: '0' })
    assert.equal(((await stored(draft)).record as Dataset).distribution.length, 0)
    const step = new URL(String(gone.headers.location), 'https://portal.example').searchParams.get('entfernt') ?? ''
    await ask(jana, at(draft, '/rueckgaengig'), { schritt: step })
    assert.equal(((await stored(draft)).record as Dataset).distribution[0]?.title[0]?.value, 'Spielplätze als Tabelle')
    assert.match(String((await ask(jana, at(draft, '/rueckgaengig'), { schritt: step })).headers.location), /zu-spaet/)
  })

  test('the preview shows page and Turtle, and nothing of it is public', async () => {
    const draft = await readyDraft(town, jana, 'Brunnen')
    const { body, statusCode } = await ask(jana, at(draft, '/vorschau'))
    assert.equal(statusCode, 200)
    assert.match(body, /<h1[^>]*>Brunnen/)
    assert.match(body, /dcterms:title|dct:title/)
    assert.equal((await town.get(`/${places.stadt}/daten/brunnen`)).statusCode, 404)
  })

  test('the questions on the law are answered with reasons, and then the draft can be handed in', async () => {
    const draft = await begin()
    const law = { revision: '1', 'personal-data': 'none', 'third-party-rights': 'allowed', 'trade-secrets': 'none' }
    const half = await ask(jana, at(draft, '/recht'), law)
    assert.equal(half.statusCode, 422)
    assert.match(half.body, /Nennen Sie den Grund/)
    const done = await ask(jana, at(draft, '/recht'), {
      ...law,
      revision: revisionIn(half.body),
      'third-party-rights-reason': 'Vertrag 12/2026',
    })
    assert.match(String(done.headers.location), /recht=1/)
    assert.equal((await stored(draft)).lawfulness.answers['third-party-rights']?.reason, 'Vertrag 12/2026')
  })
})
