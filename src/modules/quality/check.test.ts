// The public page on which anybody has a catalogue checked: three ways in, the report in three forms, its bounds, and what is kept.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { installOwnShapes } from '#support/own-shapes.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { bounds, checkLimit } from './model/check.ts'
import { forgetChecks } from './store/check-store.ts'
import { runCheck } from './use-cases/check-catalogue.ts'

const prefixes = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix dcatde: <http://dcat-ap.de/def/dcatde/> . @prefix ex: <https://beispiel.example/> . `
const rules = `${prefixes}
ex:D a sh:NodeShape ; sh:targetClass dcat:Dataset ; sh:property [ sh:path dct:description ; sh:minCount 1 ] ,
  [ sh:path dcat:theme ; sh:minCount 1 ; sh:severity sh:Warning ] ,
  [ sh:path dcatde:contributorID ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1 ; sh:qualifiedMaxCount 1 ] .
ex:F a sh:NodeShape ; sh:targetClass dcat:Distribution ; sh:property [ sh:path dct:format ; sh:nodeKind sh:IRI ] .`
const catalogue = `${prefixes}
ex:a a dcat:Dataset ; dct:title "Bäume"@de , "Trees"@en ; dct:description "Alle." ; dcat:theme ex:t ; dcatde:contributorID ex:land ; dcat:distribution ex:f .
ex:b a dcat:Dataset ; dct:title "Höfe" . ex:c a dcat:Dataset ; dct:title "<b>Wege</b>" ; dcat:distribution ex:g .
ex:f a dcat:Distribution ; dct:format "CSV" . ex:g a dcat:Distribution ; dct:format "CSV" , "XLS" .`

let town: TestServer
let portal: Server
let origin = ''
let caller = 0

/** The form as a browser sends it; gives the answer. */
const send = (fields: Record<string, string>, file?: { name: string; text: string }, address = `10.77.0.${++caller}`) => {
  const line = 'grenze7531'
  const parts = Object.entries(fields).map(([name, value]) => `content-disposition: form-data; name="${name}"\r\n\r\n${value}`)
  if (file)
    parts.push(
      `content-disposition: form-data; name="datei"; filename="${file.name}"\r\ncontent-type: text/turtle\r\n\r\n${file.text}`,
    )
  const payload = `${parts.map((part) => `--${line}\r\n${part}\r\n`).join('')}--${line}--\r\n`
  const headers = {
    host: 'portal.example',
    accept: 'text/html',
    'sec-fetch-site': 'same-origin',
    'content-type': `multipart/form-data; boundary=${line}`,
  }
  return town.ask({ method: 'POST', url: '/katalog-pruefen', payload, headers, remoteAddress: address })
}
const newest = async () =>
  (
    await sql<{
      id: string
      content: Buffer | null
      row: string
    }>`select id, content, to_jsonb(c)::text as row from quality_check c order by created_at desc limit 1`.execute(
      town.house.database.system,
    )
  ).rows[0] ?? assert.fail()
const work = async () => runCheck(town.house, { id: (await newest()).id, signal: new AbortController().signal })
/** Sends, works, and gives the address of the report. */
const checked = async (...given: Parameters<typeof send>): Promise<string> => {
  const sent = await send(...given)
  assert.equal(sent.statusCode, 303, sent.body)
  await work()
  return String(sent.headers.location)
}
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

suite('checking a catalogue', () => {
  before(async () => {
    town = await testServer({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1' } })
    await installOwnShapes(town.house.config.dataDir, rules, ['hvd-3.0', 'dcat-ap.de-2.0-conventions'])
    portal = createServer((request, response) => {
      if (request.url === '/fort') response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
      else if (request.url === '/katalog.ttl') response.writeHead(200, { 'content-type': 'text/turtle' }).end(catalogue)
      else if (request.url?.startsWith('/seiten')) {
        const page = Number(new URL(request.url, origin).searchParams.get('page') ?? '1')
        // The third leads back to the first: nobody walks in a circle.
        const next = `<${origin}/seiten?page=${page}> hydra:next <${origin}/seiten?page=${page === 3 ? 1 : page + 1}> .`
        const one = `ex:s${page} a dcat:Dataset ; dct:title "Seite ${page}" ; dcat:distribution [ a dcat:Distribution ; dct:format "CSV" ] .`
        response
          .writeHead(200, { 'content-type': 'text/turtle' })
          .end(`@prefix hydra: <http://www.w3.org/ns/hydra/core#> . ${prefixes} ${next} ${one}`)
      } else response.writeHead(404).end('nicht da')
    }).listen(0, '127.0.0.1')
    await new Promise((done) => portal.once('listening', done))
    origin = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`
  })
  after(async () => {
    portal?.close()
    await town?.close()
  })

  test('a pasted text is judged; the page says what is wrong, why, how to mend it, and where', async () => {
    const sent = await send({ text: catalogue, profil: 'hvd-3.0' })
    assert.equal(sent.statusCode, 303, sent.body)
    const url = String(sent.headers.location)
    const waiting = await town.get(url)
    assert.equal(waiting.headers.refresh, '2')
    assert.ok((await newest()).content)
    await work()
    assert.equal((await newest()).content, null, 'what was handed in is erased')
    const report = await town.get(url)
    assert.equal(report.headers.refresh, undefined)
    const said = text(report.body)
    assert.match(said, /0 von 3 Datensätzen erfüllen Hochwertige Datensätze/)
    assert.match(
      said,
      /Datensatz: Die Angabe „Beschreibung“ fehlt\. .* an 2 Stellen .* So beheben Sie es: Tragen Sie „Beschreibung“ ein\./,
    )
    assert.match(said, /Gefundene Werte: „CSV“ \(2\), „XLS“ \(1\)/)
    assert.match(said, /In 2 Datensätzen Höfe &lt;b>Wege/)
    assert.doesNotMatch(report.body, /<b>Wege/)
    assert.match(report.headers['cache-control'] as string, /no-store/)
  })

  test('a catalogue in pages is followed to its end, and an answer of CKAN is read as DCAT', async () => {
    const paged = await checked({ adresse: `${origin}/seiten`, profil: 'hvd-3.0' })
    assert.equal((await town.get(`${paged}/bericht.json`)).json().datasets, 3)
    const ckan = {
      success: true,
      result: {
        count: 2,
        results: ['Bäume', 'Wege'].map((title, n) => ({
          id: `p${n}`,
          name: `paket-${n}`,
          title,
          resources: [{ id: `r${n}`, url: `https://daten.example/${n}.csv`, format: 'CSV' }],
        })),
      },
    }
    const search = await checked({ text: JSON.stringify(ckan), profil: 'hvd-3.0' })
    const json = (await town.get(`${search}/bericht.json`)).json()
    assert.deepEqual([json.datasets, json.conforming], [2, 0])
    const one = await checked({ text: JSON.stringify({ ...ckan, result: ckan.result.results[0] }), profil: 'hvd-3.0' })
    assert.equal((await town.get(`${one}/bericht.json`)).json().datasets, 1)
  })

  test('an address is fetched, and the report is to be had as JSON and CSV', async () => {
    const url = await checked({ adresse: `${origin}/katalog.ttl`, profil: 'hvd-3.0' })
    const json = (await town.get(`${url}/bericht.json`)).json()
    assert.deepEqual(
      [json.profile, json.datasets, json.conforming, json.violations, json.warnings, json.conforms],
      ['hvd-3.0', 3, 0, 7, 2, false],
    )
    assert.equal(
      json.violations + json.warnings,
      json.groups.reduce((sum: number, one: { count: number }) => sum + one.count, 0),
    )
    const csv = (await town.get(`${url}/bericht.csv`)).body.trim().split('\r\n')
    assert.equal(csv.length, 1 + 9)
    assert.ok(csv.some((line) => line.startsWith('Fehler,') && line.includes('https://beispiel.example/b,Höfe')))
  })

  test('for an indirect provider the id of the deliverer may be missing, but not be there twice', async () => {
    const twice = `${prefixes} ex:a a dcat:Dataset ; dct:description "A" ; dcat:theme ex:t .
      ex:b a dcat:Dataset ; dct:description "B" ; dcat:theme ex:t ; dcatde:contributorID ex:land , ex:stadt .`
    const wrong = async (profil: string) => {
      const json = (await town.get(`${await checked({ profil }, { name: 'zwei.ttl', text: twice })}/bericht.json`)).json()
      return json.groups.map((one: { constraint: string }) => one.constraint).sort()
    }
    assert.deepEqual(await wrong('dcat-ap.de-2.0-conventions'), ['QualifiedMaxCount', 'QualifiedMinCount'])
    assert.deepEqual(await wrong('dcat-ap.de-2.0-indirect'), ['QualifiedMaxCount'])
  })

  test('what cannot be read or fetched says so, with the way back', async () => {
    const broken = text(
      (await town.get(await checked({ profil: 'hvd-3.0' }, { name: 'kaputt.ttl', text: `${prefixes} ex:a a` }))).body,
    )
    assert.match(broken, /kaputt\.ttl.*ab Zeile 2 nicht lesbar/)
    const missing = text((await town.get(await checked({ adresse: `${origin}/fehlt`, profil: 'hvd-3.0' }))).body)
    assert.match(missing, /antwortet mit dem Fehler 404/)
    const inside = text((await town.get(await checked({ adresse: `${origin}/fort`, profil: 'hvd-3.0' }))).body)
    assert.match(inside, /führt in ein internes Netz/)
    const none = text((await town.get(await checked({ text: '<urn:a> <urn:b> "c" .', profil: 'hvd-3.0' }))).body)
    assert.match(none, /kein Datensatz/)
  })

  test('a form that cannot be meant comes back with what was typed', async () => {
    const cases: [Record<string, string>, RegExp][] = [
      [{ profil: 'hvd-3.0' }, /Es fehlt, was wir prüfen sollen/],
      [{ profil: 'hvd-3.0', text: 'a', adresse: 'https://a.example/' }, /mehr als ein Feld/],
      [{ profil: 'mpeg', text: 'a' }, /Wählen Sie, wonach/],
      [{ profil: 'hvd-3.0', adresse: 'ftp://a.example/' }, /muss mit https:\/\//],
      [{ profil: 'hvd-3.0', adresse: 'http://169.254.169.254/latest' }, /internes Netz/],
      [{ profil: 'hvd-3.0', text: 'a'.repeat(bounds.characters + 1) }, /mehr als 30\.000 Zeichen/],
    ]
    for (const [fields, says] of cases) {
      const answer = await send(fields)
      assert.equal(answer.statusCode, 422)
      assert.match(text(answer.body), says)
      if (fields.adresse) assert.ok(answer.body.includes(fields.adresse))
    }
  })

  test('a report is there for its link, on its own site, and for a day', async () => {
    const url = await checked({ text: catalogue, profil: 'hvd-3.0' })
    const token = url.split('/').at(-1) ?? ''
    assert.equal((await town.get(url.replace('/katalog', '/ahornstadt/katalog'))).statusCode, 404)
    assert.equal((await town.get(`/katalog-pruefen/${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).statusCode, 404)
    assert.doesNotMatch((await newest()).row, new RegExp(token))
    await sql`update quality_check set created_at = now() - interval '25 hours' where id = ${(await newest()).id}`.execute(
      town.house.database.system,
    )
    assert.equal((await town.get(url)).statusCode, 404)
    const { rows: before } = await sql`select 1 from quality_check`.execute(town.house.database.system)
    await forgetChecks(town.house.database.system)
    const { rows: left } = await sql`select 1 from quality_check`.execute(town.house.database.system)
    assert.equal(left.length, before.length - 1)
  })

  test('whoever checks too often meets the puzzle', async () => {
    let answer = await send({ text: '<urn:a> <urn:b> "c" .', profil: 'hvd-3.0' }, undefined, '10.78.0.1')
    await sql`delete from quality_check`.execute(town.house.database.system)
    for (let at = 1; at <= checkLimit.line && answer.statusCode === 303; at++)
      answer = await send({ text: '<urn:a> <urn:b> "c" .', profil: 'hvd-3.0' }, undefined, '10.78.0.1')
    assert.equal(answer.statusCode, 429)
    assert.match(answer.body, /data-puzzle/)
  })
})
