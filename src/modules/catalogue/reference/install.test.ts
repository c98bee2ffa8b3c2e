import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { openOutbound } from '#platform/outbound-fetch'
import { referenceCommand } from './command.ts'
import { installReference } from './install.ts'
import { type Artefact, artefacts } from './manifest.ts'
import { openReference } from './open.ts'

const rooms: string[] = []
const room = () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'allmende-reference-'))
  rooms.push(dir)
  return dir
}
after(() => {
  for (const dir of rooms) rmSync(dir, { recursive: true, force: true })
})

const rules = '@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:a> a sh:NodeShape ; sh:targetClass <urn:c> .'
const frequencies = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix f: <https://listen.example/frequency/> .
f:DAILY skos:prefLabel "täglich"@de , "daily"@en . f:NEVER skos:inScheme <https://listen.example/frequency> .`
const keys =
  'level,ars,ags,name,area_km2,population,plz,lon,lat,kreis\nkreis,05554,05554,Borken,,,,,,\ngemeinde,055540004004,05554004,"Ahaus, Stadt",151.3,39000,48683,7.01,52.08,Borken\ngemeinde,055540008008,05554008,"Bocholt, Stadt",119.4,71000,46397,6.61,51.84,Borken\n'

const artefact = (id: string, kind: Artefact['kind'], file: string, more: Partial<Artefact> = {}): Artefact => ({
  id,
  kind,
  address: undefined,
  mediaType: file.endsWith('.csv') ? 'text/csv' : 'text/turtle',
  licence: 'CC0',
  folder: [file],
  least: 2,
  mandatory: true,
  ...more,
})
const three = [
  artefact('shapes/a', 'shapes', 'rules.ttl'),
  artefact('vocabulary/frequency', 'vocabulary', 'lists/frequency.ttl', { scheme: 'https://listen.example/frequency' }),
  artefact('municipalities', 'municipalities', 'keys.csv'),
]

function folder(): string {
  const dir = room()
  mkdirSync(path.join(dir, 'data/lists'), { recursive: true })
  writeFileSync(path.join(dir, 'data/rules.ttl'), rules)
  writeFileSync(path.join(dir, 'data/lists/frequency.ttl'), frequencies)
  writeFileSync(path.join(dir, 'data/keys.csv'), keys)
  return dir
}

async function serve(listener: RequestListener): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() }
}
const plain = (host: string) => host === '127.0.0.1'
const outbound = openOutbound({ allowed: plain })
const limits = { bytes: 10_000, seconds: 1, redirects: 2 }

test('from a folder: all is there, a second time changes nothing, both layouts of the folder are found', async () => {
  const [dataDir, from] = [room(), folder()]
  const first = await installReference({ dataDir, from, artefacts: three })
  assert.deepEqual(
    first.steps.map((step) => step.outcome),
    ['new', 'new', 'new'],
  )
  const times = () =>
    readdirSync(path.join(dataDir, 'reference'), { recursive: true }).map((f) => [
      f,
      statSync(path.join(dataDir, 'reference', String(f))).mtimeMs,
    ])
  const before = times()
  const second = await installReference({ dataDir, from: path.join(from, 'data'), artefacts: three })
  assert.deepEqual(
    second.steps.map((step) => step.outcome),
    ['unchanged', 'unchanged', 'unchanged'],
  )
  assert.deepEqual(times(), before)
})

test('what is installed can be asked for; what is not is named with what to run', async () => {
  const [dataDir, from] = [room(), folder()]
  await installReference({ dataDir, from, artefacts: three })
  const reference = openReference(dataDir)
  assert.deepEqual(reference.vocabulary(), [
    { iri: 'https://listen.example/frequency/DAILY', scheme: 'https://listen.example/frequency', de: 'täglich', en: 'daily' },
    { iri: 'https://listen.example/frequency/NEVER', scheme: 'https://listen.example/frequency' },
  ])
  const places = reference.municipalities()
  assert.ok(places.ok)
  const [borken, ahaus] = places.value
  assert.deepEqual([borken?.name, borken?.population, borken?.areaKm2], ['Borken', 110_000, 270.7])
  assert.deepEqual([ahaus?.name, ahaus?.ars, ahaus?.kreisName], ['Ahaus', '055540004004', 'Borken'])
  assert.deepEqual(await reference.shapes(['shapes/a', 'shapes/b']), {
    ok: false,
    error: { key: 'catalogue.reference.missing', params: { missing: 'shapes/b' } },
  })
  assert.equal(openReference(room()).municipalities().ok, false)
})

test('a broken or short file is refused by name and leaves the older one in place', async () => {
  const [dataDir, from] = [room(), folder()]
  await installReference({ dataDir, from, artefacts: three })
  writeFileSync(path.join(from, 'data/rules.ttl'), '@prefix : <broken')
  writeFileSync(path.join(from, 'data/keys.csv'), 'nothing\n')
  const { steps, complete } = await installReference({ dataDir, from, artefacts: three })
  assert.equal(complete, false)
  assert.deepEqual(
    steps.map((step) => step.fault?.key),
    ['catalogue.reference.unreadable', undefined, 'catalogue.reference.too-little'],
  )
  assert.equal(readFileSync(path.join(dataDir, 'reference/shapes/a.ttl'), 'utf8'), rules)
  assert.ok(openReference(dataDir).municipalities().ok)
  assert.deepEqual(
    readdirSync(path.join(dataDir, 'reference'), { recursive: true }).filter((file) => String(file).endsWith('.tmp')),
    [],
  )
})

test('from the network: redirects are followed within limits, everything else is a named fault', async () => {
  const { origin, stop } = await serve((request, response) => {
    if (request.url === '/rules') response.end(rules)
    else if (request.url === '/moved') response.writeHead(302, { location: '/rules' }).end()
    else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end()
    else if (request.url === '/big') response.end('x'.repeat(20_000))
    else if (request.url === '/slow') response.write('x')
    else response.writeHead(404).end()
  })
  const at = (id: string) => artefact(`shapes/${id}`, 'shapes', '-', { address: `${origin}/${id}` })
  const list = ['rules', 'moved', 'round', 'big', 'slow', 'gone'].map(at)
  const { steps } = await installReference({ dataDir: room(), artefacts: list, limits, plain, outbound })
  stop()
  assert.deepEqual(
    steps.map((step) => step.fault?.key.replace('catalogue.reference.', '') ?? step.outcome),
    ['new', 'new', 'fetch.redirects', 'fetch.too-large', 'fetch.too-slow', 'fetch.status'],
  )
})

test('without TLS nothing is fetched', async () => {
  let asked = 0
  const { origin, stop } = await serve((_, response) => {
    asked++
    response.end(rules)
  })
  const { steps } = await installReference({
    dataDir: room(),
    artefacts: [artefact('shapes/a', 'shapes', '-', { address: `${origin}/rules` })],
    limits,
  })
  stop()
  assert.equal(steps[0]?.fault?.key, 'catalogue.reference.fetch.not-https')
  assert.equal(asked, 0)
})

test('the command: exit code and lines', async () => {
  const [dataDir, from] = [room(), folder()]
  const lines: string[] = []
  const io = { out: (line: string) => lines.push(line), err: (line: string) => lines.push(line), dataDir }
  assert.equal(await referenceCommand(['install', '--from', from], io, { artefacts: three }), 0)
  assert.match(lines.at(-1) ?? '', /^Die Referenzdaten sind vollständig: 3 eingerichtet/)
  assert.equal(await referenceCommand(['install', '--from', room()], io, { artefacts: three }), 1)
  assert.equal(await referenceCommand(['instal'], io), 2)
  assert.equal(await referenceCommand(['install', '--form', 'x'], io), 2)
  assert.equal(await referenceCommand(['--help'], io), 0)
  assert.ok(existsSync(path.join(dataDir, 'reference/manifest.json')))
})

test('the manifest: unique ids, https only, a place in the folder or an address', () => {
  assert.equal(new Set(artefacts.map((one) => one.id)).size, artefacts.length)
  for (const one of artefacts) {
    assert.ok(one.address === undefined || one.address.startsWith('https://'), one.id)
    assert.ok(one.address !== undefined || one.folder.length > 0, one.id)
  }
})
