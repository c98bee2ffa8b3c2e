import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import excel from 'exceljs'
import { sql } from 'kysely'
import { places } from '#support/house.ts'
import { formPoster, hidden } from '#support/http-client.ts'
import { multipart } from '#support/multipart.ts'
import { signedIn, type TestPerson } from '#support/people.ts'
import { type ProcedureGiven, plantProcedure, plantSubmission } from '#support/procedure.ts'
import { type TestServer, testServer } from '#support/server.ts'

let town: TestServer
let officer: TestPerson

const post = formPoster(() => town, '10.8')
const base = `/${places.stadt}`
const staff = (path: string, values: Record<string, string> = {}) => post(`${base}${path}`, values, { cookie: officer.cookie })
const see = (path: string) => town.get(`${base}${path}`, { cookie: officer.cookie })
let planted = 0
const plant = (given: ProcedureGiven = {}) => plantProcedure(town, places.stadt, { slug: `probe-${++planted}`, ...given })
const today = () => new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin' }).format(new Date())

/** A form with a file, as a browser sends it. */
function sendFile(path: string, file: { name: string; content: string | Uint8Array }, fields: Record<string, string> = {}) {
  const { type, payload } = multipart(fields, [{ field: 'datei', ...file, type: 'application/octet-stream' }])
  return town.ask({
    method: 'POST',
    url: `${base}${path}`,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      cookie: officer.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': type,
    },
    payload,
  })
}

const rows = async (procedure: string) =>
  (
    await sql<{
      number: number
      title: string
      channel: string
      late: boolean
      receivedOn: string
      reference: string | null
      state: string
    }>`
      select number, title, channel, late, received_on as "receivedOn", reference, state from participation_submission where procedure = ${procedure} order by number`.execute(
      town.house.database.system,
    )
  ).rows

suite('what comes on paper', () => {
  before(async () => {
    town = await testServer({ tenants: { stadt: { modules: ['catalogue', 'participation'] } } })
    officer = await signedIn(town, { [places.stadt]: ['participation-officer'] })
  })
  after(() => town?.close())

  test('a letter gets a number, a receipt with the secret link, and the rights of the portal', async () => {
    const { id, slug, prefix } = await plant()
    const letter = {
      channel: 'letter',
      receivedOn: today(),
      reference: '2026/17',
      title: 'Mehr Bänke am Teich',
      body: 'Mit Lehne, bitte.',
    }
    const sent = await staff(`/intern/verfahren/${id}/erfassen`, letter)
    assert.equal(sent.statusCode, 303, sent.body)
    const receipt = await town.get(String(sent.headers.location), { cookie: officer.cookie })
    assert.match(receipt.body, new RegExp(`${prefix}-0001`))
    assert.match(receipt.body, /<svg class="alm-qr"/)
    assert.equal(receipt.headers['cache-control'], 'private, no-store')
    const link = /https:\/\/portal\.example(\/[^<"]*\/beitrag\/[\w-]{43})/.exec(receipt.body)?.[1] ?? ''
    const own = await town.get(link)
    assert.equal(own.statusCode, 200)
    assert.match(own.body, /Mehr Bänke am Teich/)
    assert.equal((await post(link, { tat: 'aendern', title: 'Mehr Bänke am Ufer', body: 'Mit Lehne.' })).statusCode, 303)
    assert.match(
      (await town.get(`${base}/mitmachen/${slug}/beitraege/${prefix}-0001`)).body,
      /Mehr Bänke am Ufer[\s\S]*kam als Brief/,
    )
    // The same paper is not entered again.
    const twice = await staff(`/intern/verfahren/${id}/erfassen`, letter)
    assert.equal(twice.statusCode, 422)
    assert.match(twice.body, new RegExp(`schon erfasst, und zwar als ${prefix}-0001`))
    assert.equal((await rows(id)).length, 1)
  })

  test('what came too late is kept and marked; what came in time is not late because it is entered later', async () => {
    const { id } = await plant({ opens: -20 * 24, closes: -5 * 24 })
    const day = (back: number) =>
      new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin' }).format(new Date(Date.now() - back * 86_400_000))
    const enter = (title: string, back: number) =>
      staff(`/intern/verfahren/${id}/erfassen`, {
        channel: 'telephone',
        receivedOn: day(back),
        title,
        body: 'Am Telefon gesagt.',
      })
    assert.equal((await enter('Kam rechtzeitig an', 10)).statusCode, 303)
    const late = await enter('Kam zu spät an', 1)
    assert.match((await town.get(String(late.headers.location), { cookie: officer.cookie })).body, /nach dem Ende der Frist/)
    assert.deepEqual(
      (await rows(id)).map((one) => [one.title, one.late]),
      [
        ['Kam rechtzeitig an', false],
        ['Kam zu spät an', true],
      ],
    )
  })

  test('faults name their fields, and an address in a letter waits for a second look', async () => {
    const { id } = await plant()
    const wrong = await staff(`/intern/verfahren/${id}/erfassen`, {
      channel: 'taube',
      receivedOn: '31.02.2026',
      title: '',
      body: '',
      reference: 'x'.repeat(61),
    })
    assert.equal(wrong.statusCode, 422)
    for (const field of ['channel', 'receivedOn', 'reference', 'title', 'body'])
      assert.match(wrong.body, new RegExp(`href="#${field}"`))
    const future = await staff(`/intern/verfahren/${id}/erfassen`, {
      channel: 'letter',
      receivedOn: '1.1.2099',
      title: 'Mehr Bänke',
      body: 'Ja.',
    })
    assert.match(future.body, /liegt in der Zukunft/)
    await staff(`/intern/verfahren/${id}/erfassen`, {
      channel: 'letter',
      receivedOn: today(),
      title: 'Mehr Bänke',
      body: 'Rufen Sie mich an: 0521 123456',
    })
    assert.equal((await rows(id))[0]?.state, 'waiting')
    const draft = await plant({ state: 'draft' })
    assert.equal((await staff(`/intern/verfahren/${draft.id}/erfassen`)).statusCode, 409)
  })

  test('nobody gets the secret link of what came through the portal', async () => {
    const id = await plantSubmission(town, places.stadt, (await plant()).id)
    const receipt = await see(`/intern/beitraege/${id}/beleg`)
    assert.equal(receipt.statusCode, 409)
    assert.doesNotMatch(receipt.body, /\/beitrag\/[\w-]{43}/)
  })

  const head = 'Eingangsnummer;Eingegangen am;Weg;Überschrift;Text;Thema'
  const line = (reference: string, title: string, more = 'Sitzen') => `${reference};${today()};Brief;${title};Mit Lehne.;${more}`

  test('a faulty line keeps the whole list out, and is named', async () => {
    const { id } = await plant({ settings: { categories: ['Sitzen', 'Spielen'] } })
    await staff(`/intern/verfahren/${id}/erfassen`, {
      channel: 'letter',
      receivedOn: today(),
      reference: 'A-1',
      title: 'Mehr Bänke',
      body: 'Ja.',
      category: 'Sitzen',
    })
    const list = [
      head,
      line('A-1', 'Schon da gewesen'),
      line('A-2', 'Ganz in Ordnung'),
      line('A-2', 'Steht doppelt da'),
      line('A-3', 'Falsches Thema', 'Fliegen'),
      line('', 'Ohne Nummer'),
    ]
    const looked = await sendFile(`/intern/verfahren/${id}/einlesen`, { name: 'liste.csv', content: list.join('\r\n') })
    assert.equal(looked.statusCode, 422, looked.body)
    assert.match(looked.body, /4 Zeilen sind fehlerhaft/)
    assert.match(
      looked.body,
      /Zeile 2[\s\S]*schon erfasst[\s\S]*Zeile 4[\s\S]*steht schon in Zeile 3[\s\S]*Zeile 5[\s\S]*Thema: [\s\S]*Zeile 6[\s\S]*Eingangsnummer: fehlt/,
    )
    assert.equal(hidden(looked, 'liste').length, 36)
    const taken = await staff(`/intern/verfahren/${id}/einlesen/uebernehmen`, { liste: hidden(looked, 'liste') })
    assert.equal(taken.statusCode, 409)
    assert.equal((await rows(id)).length, 1)
  })

  test('a list is looked at first and taken over once, from CSV and XLSX', async () => {
    const { id, prefix } = await plant({ settings: { categories: ['Sitzen'] } })
    const looked = await sendFile(`/intern/verfahren/${id}/einlesen`, {
      name: 'liste.csv',
      content: [head, line('B-1', 'Bänke am Teich'), line('B-2', 'Bänke am Tor')].join('\n'),
    })
    assert.equal(looked.statusCode, 200, looked.body)
    assert.equal((await rows(id)).length, 0)
    const take = () => staff(`/intern/verfahren/${id}/einlesen/uebernehmen`, { liste: hidden(looked, 'liste') })
    const [first, second] = await Promise.all([take(), take()])
    assert.deepEqual([first.statusCode, second.statusCode].sort(), [303, 409])
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('Liste')
    sheet.addRow(['Überschrift', 'Text', 'Eingangsnummer', 'Eingegangen am', 'Thema', 'Länge', 'Breite'])
    sheet.addRow(['Bänke am Ufer', 'Mit Lehne.', 'B-3', new Date(), 'Sitzen', '7,4652', '51,5136'])
    const xlsx = await sendFile(`/intern/verfahren/${id}/einlesen`, {
      name: 'liste.xlsx',
      content: new Uint8Array(await book.xlsx.writeBuffer()),
    })
    assert.equal(xlsx.statusCode, 200, xlsx.body)
    await staff(`/intern/verfahren/${id}/einlesen/uebernehmen`, { liste: hidden(xlsx, 'liste') })
    assert.deepEqual(
      (await rows(id)).map((one) => [one.number, one.reference, one.channel]),
      [
        [1, 'B-1', 'letter'],
        [2, 'B-2', 'letter'],
        [3, 'B-3', 'import'],
      ],
    )
    assert.match((await see(`/intern/verfahren/${id}`)).body, new RegExp(prefix))
  })

  test('what is no list is answered', async () => {
    const { id } = await plant()
    for (const [content, says] of [
      ['', /wählen Sie eine Datei/],
      ['Name;Ort\nAnna;hier', /fehlen Spalten/],
      [head, /steht keine Zeile|fehlen Spalten/],
      [Buffer.from('504b030400000000', 'hex'), /nicht lesen|zu groß/],
    ] as const) {
      const answer = await sendFile(`/intern/verfahren/${id}/einlesen`, { name: 'liste.csv', content })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, says)
    }
    assert.match((await see(`/intern/verfahren/${id}/einlesen/muster.csv`)).body, /Eingangsnummer,Eingegangen am/)
  })

  test('the form on paper asks the same, and leads to the procedure', async () => {
    const { slug } = await plant({ settings: { categories: ['Sitzen', 'Spielen'], place: 'must' } })
    const paper = await town.get(`${base}/mitmachen/${slug}/papier`)
    assert.equal(paper.statusCode, 200)
    for (const words of [
      'Überschrift',
      'Ihr Beitrag',
      'Spielen',
      'Straße, Kreuzung',
      'Grünflächenamt',
      `https://portal.example${base}/mitmachen/${slug}`,
    ])
      assert.ok(paper.body.includes(words), words)
    assert.match(paper.body, /<svg class="alm-qr"/)
  })

  test('documents have versions; what a file is, is told by its content', async () => {
    const { id, slug } = await plant()
    const page = `/intern/verfahren/${id}/unterlagen`
    const pdf = (text: string) => ({ name: '../Lageplan neu.pdf', content: `%PDF-1.7\n${text}` })
    assert.equal(
      (await sendFile(page, { name: 'plan.pdf', content: '<script>alert(1)</script>' }, { title: 'Plan' })).statusCode,
      422,
    )
    assert.equal((await sendFile(page, pdf('eins'), { title: 'Lageplan' })).statusCode, 303)
    const document = /<option value="([\w-]{36})"/.exec((await see(page)).body)?.[1] ?? ''
    assert.equal((await sendFile(page, pdf('eins'), { document })).statusCode, 422)
    assert.equal((await sendFile(page, pdf('zwei'), { document, note: 'Seite 2 berichtigt' })).statusCode, 303)
    const all = await town.get(`${base}/mitmachen/${slug}/unterlagen`)
    assert.match(all.body, /Fassung 2[\s\S]*Seite 2 berichtigt[\s\S]*SHA-256: [0-9a-f]{64}[\s\S]*Fassung 1/)
    assert.match((await town.get(`${base}/mitmachen/${slug}`)).body, /Lageplan \(PDF, [^)]*Fassung 2/)
    const file = await town.get(`${base}/mitmachen/${slug}/unterlagen/${document}/1`)
    assert.equal(file.body, '%PDF-1.7\neins')
    assert.match(String(file.headers['content-security-policy']), /sandbox/)
    assert.match(String(file.headers['content-disposition']), /filename="Lageplan-neu.pdf"/)
    const gone = await staff(`${page}/entfernen`, { document, version: '1', reason: 'Darin stand eine Unterschrift.' })
    assert.equal(gone.statusCode, 303)
    assert.equal((await town.get(`${base}/mitmachen/${slug}/unterlagen/${document}/1`)).statusCode, 404)
    assert.match((await town.get(`${base}/mitmachen/${slug}/unterlagen`)).body, /Entfernt: Darin stand eine Unterschrift\./)
    const drafted = await plant({ state: 'draft' })
    await sendFile(`/intern/verfahren/${drafted.id}/unterlagen`, pdf('geheim'), { title: 'Entwurf' })
    const hiddenOne = /unterlagen\/([\w-]{36})\/1/.exec((await see(`/intern/verfahren/${drafted.id}/unterlagen`)).body)?.[1]
    assert.equal((await town.get(`${base}/mitmachen/${drafted.slug}/unterlagen/${hiddenOne}/1`)).statusCode, 404)
    assert.equal((await see(`/mitmachen/${drafted.slug}/unterlagen/${hiddenOne}/1`)).statusCode, 200)
  })
})
