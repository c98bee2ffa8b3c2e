// Files as answers: kept before anything else is looked at, read by nobody else, gone when they shall be gone.
import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { zipOf } from '#standards/ooxml'
import { places } from '#support/house.ts'
import { multipart } from '#support/multipart.ts'
import { signedIn } from '#support/people.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { participationContents } from '../../contents.ts'
import { plantSurvey } from './plant-survey.ts'
import { forgetLooseFiles } from './store/file-store.ts'
import { forgetResponses } from './store/response-store.ts'
import { completeQuestion } from './survey-settings.ts'

let town: TestServer
let asked = 0
const { stadt, dorf } = places
const system = () => town.house.database.system
const days = (n: number) => new Date(Date.now() + n * 86_400_000)

const secret = 'GPS 51.886 N, Kamera 4711'
const photo = (part = '') =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 2 + 6 + secret.length]),
    Buffer.from(`Exif\0\0${secret}`, 'latin1'),
    Buffer.from('ffc0000b080002000301011100ffda0008010100003f00', 'hex'),
    Buffer.from(part, 'latin1'),
    Buffer.from('ffd9', 'hex'),
  ])
const letter = Buffer.from('%PDF-1.7 Brief')

const questions = [
  completeQuestion({ id: 'f1', kind: 'short', title: 'Woher?', required: true }),
  completeQuestion({ id: 'f2', kind: 'file', title: 'Was sieht man?', required: true, most: 2, types: ['image', 'pdf'] }),
  completeQuestion({ id: 'f3', kind: 'short', title: 'Wohin?', page: true }),
]

interface Sent {
  readonly name: string
  readonly content: Uint8Array
}
/** Sends a form as a browser sends one with files. */
async function send(
  url: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  files: readonly Sent[] = [],
  cookie = '',
) {
  const { type, payload } = multipart(
    fields,
    files.map((one) => ({ field: 'f2-datei', ...one })),
  )
  const answer = await town.ask({
    method: 'POST',
    url,
    headers: {
      host: 'portal.example',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      'content-type': type,
      ...(cookie ? { cookie } : {}),
    },
    payload,
    remoteAddress: `10.36.${(++asked >> 8) & 255}.${asked & 255}`,
  })
  return { status: answer.statusCode, to: String(answer.headers.location ?? ''), text: answer.body }
}
/** What stands for the files that are there already on a page. */
const there = (html: string) => [...html.matchAll(/name="f2" value="([^"]+)"/g)].map(([, value]) => value ?? '')
const rows = async (procedure: string) =>
  (
    await sql<{
      id: string
      name: string
      sha256: string
      response: string | null
    }>`select id, name, sha256, response from participation_survey_file where procedure = ${procedure} order by name`.execute(
      system(),
    )
  ).rows
const plant = async (slug: string) => {
  const id = await plantSurvey(town.house, town.site(stadt), { slug, questions })
  return { id, path: `/${stadt}/mitmachen/${slug}/umfrage` }
}
/** A whole answer with two files; gives its link. */
async function takePart(path: string) {
  const begun = await send(path, { schritt: 'weiter', f1: 'Markt' }, [
    { name: 'Foto.JPG', content: photo() },
    { name: 'Brief.pdf', content: letter },
  ])
  assert.equal(begun.status, 303, begun.text)
  const link = begun.to.replace(/\?.*$/, '')
  return { link, send: () => send(link, { schritt: 'senden' }) }
}
/** The contents that two nights of sweeping leave. */
async function sweep() {
  for (const hours of [25, 50])
    await town.house.storage.sweep(new Set(['x', ...(await participationContents(system()))]), days(hours / 24))
}

suite('files as answers', () => {
  before(async () => {
    town = await testServer({
      tenants: { stadt: { modules: ['catalogue', 'participation'] }, dorf: { modules: ['participation'] } },
    })
  })
  after(() => town?.close())

  test('what was chosen is kept while other questions have faults, can be taken out, and is sent', async () => {
    const { id, path } = await plant('bleibt')
    const missing = await send(path, { schritt: 'weiter' })
    assert.match(missing.text, /„Was sieht man\?“: Hier fehlt Ihre Antwort/)
    const faulty = await send(path, { schritt: 'weiter', f1: '' }, [{ name: 'C:\\Bilder\\Foto.JPG', content: photo() }])
    assert.equal(faulty.status, 422)
    assert.match(faulty.text, /„Woher\?“: Hier fehlt/)
    assert.match(faulty.text, /Foto\.jpg \(JPG, \d+\sB\)/)
    assert.doesNotMatch(faulty.text, /„Was sieht man\?“: Hier fehlt/)
    const [token = ''] = there(faulty.text)
    assert.match(token, /^[\w-]{43}$/)
    const begun = await send(path, { schritt: 'weiter', f1: 'Markt', f2: token }, [{ name: 'Brief.pdf', content: letter }])
    assert.equal(begun.status, 303, begun.text)
    const link = begun.to.replace(/\?.*$/, '')
    const page = await town.get(`${link}?seite=0`)
    const [first = '', second = ''] = there(page.body)
    assert.ok(first && second)
    assert.equal((await send(path, { schritt: 'weiter', f1: 'Markt', f2: token })).status, 422, 'a file belongs to one answer')
    await send(link, { seite: '0', schritt: 'weiter', f1: 'Markt', f2: second })
    assert.deepEqual(
      (await rows(id)).map(({ name }) => name),
      ['Brief.pdf'],
      'the tick was taken away',
    )
    const sent = await send(link, { schritt: 'senden' })
    assert.match((await town.get(sent.to)).body, /Brief\.pdf \(PDF, 14\sB\)/)
  })

  test('what cannot be taken is told at its field, and what can is kept', async () => {
    const { path } = await plant('falsch')
    const answer = await send(path, { schritt: 'merken', f1: 'Markt' }, [
      { name: 'leer.pdf', content: Buffer.alloc(0) },
      { name: 'bild.jpg', content: Buffer.from('<script>alert(1)</script>') },
      { name: 'kaputt.jpg', content: Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff]) },
      {
        name: 'makro.docx',
        content: zipOf([
          { name: '[Content_Types].xml', content: '' },
          { name: 'word/vbaProject.bin', content: '' },
        ]),
      },
      {
        name: 'tabelle.xlsx',
        content: zipOf([
          { name: '[Content_Types].xml', content: '' },
          { name: 'xl/workbook.xml', content: '' },
        ]),
      },
      { name: 'gross.pdf', content: Buffer.concat([letter, Buffer.alloc(15_000_000)]) },
      { name: 'eins.pdf', content: letter },
      { name: 'zwei.jpg', content: photo() },
      { name: 'drei.jpg', content: photo('x') },
    ])
    assert.equal(answer.status, 422)
    for (const says of [
      /„leer\.pdf“ ist leer/,
      /„bild\.jpg“ passt hier nicht\. Möglich sind Bilder \(JPG, PNG, WebP\) oder PDF/,
      /„kaputt\.jpg“ ist beschädigt/,
      /In „makro\.docx“ steckt ein Programm/,
      /„tabelle\.xlsx“ passt hier nicht/,
      /„gross\.pdf“ ist zu groß, höchstens 15 MB/,
      /„drei\.jpg“ ist eine zu viel, höchstens 2/,
    ])
      assert.match(answer.text, says)
    assert.equal(there(answer.text).length, 2)
  })

  test('staff fetches it without what the camera wrote; nobody else gets at it', async () => {
    const { id, path } = await plant('lesen')
    const { link, send: finish } = await takePart(path)
    const other = await takePart(path)
    const fileAt = (one: string) => `/${stadt}/intern/umfragen/${id}/dateien/${one}`
    const anna = await signedIn(town, { [stadt]: ['administrator'] })
    const berta = await signedIn(town, { [dorf]: ['administrator'] })
    assert.equal(
      (await town.get(fileAt((await rows(id))[0]?.id ?? ''), { cookie: anna.cookie })).statusCode,
      404,
      'not before it is sent',
    )
    await finish()
    const owned = /\/umfrage\/[\w-]+\/dateien\/[\w-]+/.exec((await town.get(link)).body)?.[0] ?? ''
    const fileOf = owned.split('/').at(-1) ?? ''
    const fetched = await town.get(fileAt(fileOf), { cookie: anna.cookie })
    assert.equal(fetched.statusCode, 200)
    assert.match(String(fetched.headers['content-disposition']), /^attachment; filename="\w+\.(jpg|pdf)"/)
    assert.equal(fetched.headers['x-content-type-options'], 'nosniff')
    const list = await town.get(`/${stadt}/intern/umfragen/${id}/ergebnis?dateien=f2`, { cookie: anna.cookie })
    const listed = [...list.body.matchAll(/\/dateien\/([\w-]+)"/g)].map(([, one]) => one ?? '')
    assert.equal(listed.length, 2, 'only what was sent')
    for (const one of listed) assert.ok(!(await town.get(fileAt(one), { cookie: anna.cookie })).body.includes('Kamera'))
    const csv = await town.get(`/${stadt}/intern/umfragen/${id}/antworten.csv`, { cookie: anna.cookie })
    assert.match(csv.body, /Foto\.jpg/)
    assert.match(csv.body, /https:\/\/portal\.example\/\S*\/dateien\//)
    assert.equal(
      (await town.get(`/${stadt}${owned.replace(/^.*\/umfrage/, '/umfrage')}`)).statusCode,
      200,
      'whoever has the link',
    )
    for (const [path, cookie] of [
      [fileAt(fileOf), ''],
      [fileAt(fileOf), berta.cookie],
      [`/${dorf}/intern/umfragen/${id}/dateien/${fileOf}`, berta.cookie],
      [`${other.link}/dateien/${fileOf}`, ''],
    ] as const)
      assert.equal((await town.get(path, cookie ? { cookie } : {})).statusCode, 404, path)
    const { rows: seen } = await sql`select 1 from participation_survey_file`.execute(
      town.house.database.within({ tenant: town.site(stadt).id, readable: [town.site(stadt).id] }),
    )
    assert.equal(seen.length, 0, 'the public reads no row')
  })

  test('withdrawn, or at the end of retention: rows, names and contents are gone', async () => {
    const { id, path } = await plant('geht')
    const [one, two] = [await takePart(path), await takePart(path)]
    await one.send()
    await two.send()
    const contents = (await rows(id)).map(({ sha256 }) => sha256)
    await send(one.link, { schritt: 'zurueckziehen' })
    assert.equal((await rows(id)).length, 2, 'only its own')
    await forgetResponses(system(), days(14 + 370))
    assert.deepEqual(await rows(id), [])
    const { rows: named } =
      await sql`select 1 from participation_survey_response where procedure = ${id} and answers::text like '%Foto%'`.execute(
        system(),
      )
    assert.equal(named.length, 0)
    await sql`delete from participation_survey_file`.execute(system())
    await sweep()
    assert.deepEqual(new Set(contents.map((sha256) => town.house.storage.has(sha256))), new Set([false]))
  })

  test('what no answer took goes after a day, what was begun with its answer', async () => {
    const { id, path } = await plant('lose')
    await send(path, { schritt: 'weiter', f1: '' }, [{ name: 'lose.pdf', content: letter }])
    const { link } = await takePart(path)
    await forgetLooseFiles(system(), days(0.9))
    assert.equal((await rows(id)).length, 3)
    await forgetLooseFiles(system(), days(1.1))
    assert.deepEqual(
      (await rows(id)).map(({ name }) => name),
      ['Brief.pdf', 'Foto.jpg'],
    )
    assert.equal((await town.get(link)).statusCode, 200)
    await forgetResponses(system(), days(31))
    assert.deepEqual(await rows(id), [])
  })

  test('staff adds what came with a sheet of paper, also after the end', async () => {
    const id = await plantSurvey(town.house, town.site(stadt), { slug: 'papier-bild', questions, until: days(-0.1) })
    const anna = await signedIn(town, { [stadt]: ['administrator'] })
    const at = `/${stadt}/intern/umfragen/${id}/papier`
    const faulty = await send(at, { weg: 'fax', f1: 'Markt' }, [{ name: 'Blatt.pdf', content: letter }], anna.cookie)
    assert.equal(faulty.status, 422)
    const done = await send(at, { weg: 'letter', f1: 'Markt', f2: there(faulty.text) }, [], anna.cookie)
    assert.equal(done.status, 303, done.text)
    assert.equal((await rows(id)).length, 1)
    const late = await send(`/${stadt}/mitmachen/papier-bild/umfrage`, { schritt: 'weiter', f1: 'x' }, [
      { name: 'spaet.pdf', content: letter },
    ])
    assert.equal(late.status, 409)
    assert.equal((await rows(id)).length, 1, 'nothing is kept when the time is over')
  })
})
