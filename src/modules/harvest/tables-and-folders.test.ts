// A town's table: what columns mean, where faults stand, uploaded and replaced; a folder that shows nobody another's files; changes that are not enough.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { openPortal, type Portal, portalRecords } from '#support/portal.ts'
import { imitationOf } from './imitations.ts'
import { uploadAddress } from './model/local-address.ts'
import { noMapping, type Run } from './model/source.ts'
import { issuesOf } from './store/run-store.ts'
import { insertSource, sourceById, uploadedTables, writeMapping } from './store/source-store.ts'
import { runHarvest } from './use-cases/run-harvest.ts'
import { readSource } from './use-cases/save-source.ts'
import { usualWay } from './use-cases/source-way.ts'

let town: TestHouse
const tenant = () => town.site(places.kreis).id
const db = () => town.house.database.system

async function addSource(kind: string, address: string): Promise<string> {
  const id = randomUUID()
  const rest = { settings: {}, schedule: 'off', vanishPercent: 20, contact: null } as const
  await insertSource(db(), tenant(), id, { slug: id, name: `Probe ${kind}`, kind, address, ...rest }, null)
  return id
}
async function run(source: string, mode: Run['mode'] = 'run', cause: Run['cause'] = 'command'): Promise<Run> {
  const done = await runHarvest(town.house, { tenant: tenant(), source, mode, cause, limits: { ...usualWay, pauses: [] } })
  assert.ok(done)
  return done
}
const typed = (kind: string, address: string) => ({
  name: 'Probe',
  kind,
  address,
  schedule: 'off',
  vanishPercent: '',
  contact: '',
  settings: {},
})
const faultOf = async (kind: string, address: string, upload?: string) => {
  const read = await readSource(town.house, tenant(), typed(kind, address), upload)
  return read.ok ? read.value.address : read.error.map(({ field, fault }) => `${field} ${fault}`).join()
}

suite('tables and folders', () => {
  before(async () => {
    town = await testHouse({ env: { OUTBOUND_ALLOWED_HOSTS: '127.0.0.1', HARVEST_FOLDER: 'abgabe' } })
  })
  after(() => town?.close())

  test('a table of their own: columns are shown and get a meaning, faults name line and column', async () => {
    const content = [
      'Kennung;Titel;Was ist drin;Stand;Datei;Nutzungsrechte',
      'b;Spielplätze;Alle Spielplätze;01.10.2026;https://daten.example/s.csv;Frei für alle (Ratsbeschluss)',
      'w;Wochenmärkte;Tage und Stände;irgendwann;https://daten.example/w.csv;Frei für alle (Ratsbeschluss)',
      'o;;Ohne Titel;;https://daten.example/o.csv;',
    ].join('\n')
    const source = await addSource('table', uploadAddress(await town.house.storage.put(Buffer.from(content)), 'daten.csv'))
    const first = await run(source, 'look')
    assert.deepEqual([first.state, first.created, first.rejected], ['ready', 2, 1])
    assert.deepEqual(first.summary.unknown, [
      { kind: 'column', value: 'Was ist drin', count: 3 },
      { kind: 'license', value: 'Frei für alle (Ratsbeschluss)', count: 2 },
    ])
    const issues = await issuesOf(db(), tenant(), first.id)
    assert.deepEqual(
      issues.map(({ reason, line, field, detail, taken }) => [reason, line, field, detail, taken]),
      [
        ['no-title', 4, 'Titel', null, false],
        ['cell', 3, 'Stand', 'irgendwann', true],
      ],
    )
    assert.match(issues[0]?.excerpt ?? '', /4: Kennung = o/)
    await writeMapping(db(), tenant(), source, {
      publishers: {},
      values: {
        ...noMapping.values,
        column: { 'Was ist drin': 'description' },
        license: { 'Frei für alle (Ratsbeschluss)': 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0' },
      },
    })
    const second = await run(source, 'look')
    assert.deepEqual([second.state, second.summary.unknown], ['ready', []])
  })

  test('nobody gets at a table by its address, and the storage keeps what a source names', async () => {
    const sha256 = await town.house.storage.put(Buffer.from('Titel;Datei\nA;https://daten.example/a.csv\n'))
    const upload = uploadAddress(sha256, 'liste.csv')
    assert.equal(await faultOf('table', upload), 'address refused')
    assert.equal(await faultOf('ckan', '', upload), upload)
    await addSource('table', upload)
    assert.ok((await uploadedTables(db())).includes(sha256))
  })

  test("a folder holds what it holds and nothing else: no way up, no link, no other tenant's", async () => {
    const root = path.join(town.house.config.dataDir, 'abgabe')
    const mine = path.join(root, places.kreis)
    const others = path.join(root, places.stadt)
    for (const folder of [mine, path.join(mine, 'leer'), others]) mkdirSync(folder, { recursive: true })
    writeFileSync(path.join(others, 'geheim.csv'), 'Titel;Datei\nGeheim;https://daten.example/geheim.csv\n')
    writeFileSync(path.join(mine, 'liste.csv'), 'Titel;Datei\nOffen;https://daten.example/offen.csv\n')
    symlinkSync(path.join(others, 'geheim.csv'), path.join(mine, 'verweis.csv'))
    symlinkSync(others, path.join(mine, 'nachbar'))
    for (const out of ['ordner:../ahornstadt', 'ordner:nachbar', 'ordner:/etc', 'ordner:fehlt'])
      assert.equal(await faultOf('folder', out), 'address no-folder', out)
    assert.equal(await faultOf('dcat', 'ordner:'), 'ordner:')
    const done = await run(await addSource('folder', 'ordner:'))
    assert.deepEqual([done.state, done.created], ['done', 1])
    const away = await run(await addSource('folder', 'ordner:nachbar'))
    assert.deepEqual([away.state, away.fault?.code], ['failed', 'no-folder'])
  })

  test('where changes do not do, the source is read whole: it refuses the question, or changes its ids', async () => {
    const portal: Portal = await openPortal(
      imitationOf('ckan'),
      portalRecords(20, () => ({ file: `https://daten.example/aenderung/${randomUUID()}.csv` })),
    )
    try {
      const source = await addSource('ckan', portal.address)
      assert.equal((await run(source)).created, 20)
      assert.match((await sourceById(db(), tenant(), source))?.mark ?? '', /^\d{4}-/)
      assert.equal((await run(source, 'run', 'clock')).partial, true)
      portal.instead = (_, response, url) => {
        if (!url.searchParams.has('fq')) return false
        response.writeHead(400, { 'content-type': 'application/json' }).end('{"success": false}')
        return true
      }
      const refused = await run(source, 'run', 'clock')
      assert.deepEqual([refused.state, refused.partial, refused.unchanged], ['done', false, 20])
      portal.instead = undefined
      const modified = new Date().toISOString()
      portal.records = portal.records.map((one) => ({ ...one, id: `neu-${one.id}`, modified }))
      const renamed = await run(source, 'run', 'clock')
      assert.deepEqual([renamed.state, renamed.partial, renamed.renamed, renamed.withdrawn], ['done', false, 20, 0])
      await writeMapping(db(), tenant(), source, noMapping)
      assert.equal((await run(source, 'run', 'clock')).partial, false, 'other meanings: everything is read anew')
    } finally {
      await portal.close()
    }
  })
})
