// The program in operation: two servers on one database, commands beside a running server, a stop while somebody is being answered, monitoring.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { freePort } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { until } from '#support/house.ts'
import { command, type RunningServer, serve } from '#support/program.ts'
import { turtleCatalogue } from '#support/text.ts'

let database: TestDatabase
let folder = ''
let first: RunningServer
let second: RunningServer
let monitorPort = 0

const data = (name: string) => path.join(folder, name)
const env = () => ({ DATABASE_URL: database.url })
const total = async (server: RunningServer, query = ''): Promise<number> =>
  ((await (await fetch(`${server.origin}/api/v1/datasets${query}`)).json()) as { total: number }).total

suite('in operation', { timeout: 200_000 }, () => {
  before(async () => {
    database = await testDatabase()
    folder = mkdtempSync(path.join(tmpdir(), 'allmende-operation-'))
    chmodSync(folder, 0o755)
    monitorPort = await freePort()
    // Both may begin on an empty database at the same moment.
    ;[first, second] = await Promise.all([
      serve(data('one'), { ...env(), METRICS_PORT: String(monitorPort) }),
      serve(data('two'), env()),
    ])
    writeFileSync(
      data('quelle.ttl'),
      turtleCatalogue(
        Array.from({ length: 300 }, (_, id) => ({
          id,
          title: `Verkehrszählung ${id}`,
          description: 'Wie viele Fahrzeuge fuhren. '.repeat(200),
        })),
      ),
    )
  })
  after(async () => {
    await Promise.all([first?.end('SIGKILL'), second?.end('SIGKILL')])
    await database?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('what one program takes in, both servers find within seconds', async () => {
    const { code, out, err } = await command(
      ['import', '--tenant', 'land', '--json', '--data', data('one'), data('quelle.ttl')],
      { env: env() },
    )
    assert.equal(code, 0, err)
    const report = JSON.parse(out)
    assert.deepEqual([report.read, report.created, report.rejected], [300, 300, []])
    for (const entry of report.repaired) assert.deepEqual(Object.keys(entry).sort(), ['from', 'property', 'record', 'to'])
    for (const server of [first, second])
      await until(async () => (await total(server, '?q=Zählung')) === 300, 10, 'that both find it')
  })

  test('the sums are told to people as well', async () => {
    const { code, out } = await command(['import', '--tenant', 'land', '--data', data('two'), data('quelle.ttl')], { env: env() })
    assert.equal(code, 0)
    assert.match(out, /^read 300 = created 0 \+ updated 0 \+ unchanged 300 \+ rejected 0/)
  })

  test('a tenant that is added while servers run is there, and what it publishes is seen above it', async () => {
    const add = await command(
      ['tenant', 'add', '--slug', 'neudorf', '--name', 'Gemeinde Neudorf', '--kind', 'gemeinde', '--data', data('one')],
      { env: env() },
    )
    assert.equal(add.code, 0, add.err)
    writeFileSync(data('neudorf.ttl'), turtleCatalogue([{ id: 1, title: 'Feuerwehrhäuser' }], 'https://neudorf.example'))
    assert.equal(
      (await command(['import', '--tenant', 'neudorf', '--data', data('one'), data('neudorf.ttl')], { env: env() })).code,
      0,
    )
    for (const server of [first, second]) {
      await until(async () => (await total(server, '?q=Feuerwehr')) === 1, 10, 'that the view above shows it')
      assert.equal((await fetch(`${server.origin}/neudorf/api/v1/datasets`)).status, 200)
    }
    const again = await command(['tenant', 'add', '--slug', 'neudorf', '--name', '', '--kind', 'stadt', '--data', data('one')], {
      env: env(),
    })
    assert.ok(again.code === 1 || again.code === 2)
    assert.doesNotMatch(again.err, /\n\s+at /)
  })

  test('monitoring stands on its own port and nowhere else', async () => {
    const at = (place: string) => fetch(`http://127.0.0.1:${monitorPort}${place}`)
    assert.equal((await at('/livez')).status, 200)
    assert.equal((await at('/readyz')).status, 200)
    const metrics = await (await at('/metrics')).text()
    assert.match(metrics, /^platform_http_seconds_count\{route="\/api\/v1\/datasets",status="200"\} \d+/m)
    assert.match(metrics, /^catalogue_indexed_records 301$/m)
    assert.doesNotMatch(metrics, /Feuerwehr|neudorf|127\.0\.0\.1/)
    assert.equal((await at('/')).status, 404)
    for (const place of ['/metrics', '/livez', '/readyz']) assert.equal((await fetch(first.origin + place)).status, 404)
  })

  test('a taken port is named, with what to do', async () => {
    const port = new URL(first.origin).port
    const { code, err } = await command(['serve', '--port', port, '--data', data('three')], { env: env() })
    assert.equal(code, 1)
    assert.match(err, new RegExp(`Port ${port} is taken`))
  })

  test('SIGTERM lets a running answer end, refuses new ones, and ends with 0', async () => {
    const received = await new Promise<{ text: string; complete: boolean; code: number | null }>((resolve, reject) => {
      const request = http.get(`${second.origin}/katalog/alles.ttl`, { agent: false }, (answer) => {
        let text = ''
        let ended: Promise<number | null> | undefined
        answer.setEncoding('utf8')
        answer.on('data', (piece: string) => {
          text += piece
          if (ended) return
          ended = second.end('SIGTERM')
          answer.pause()
          setTimeout(() => answer.resume(), 500)
        })
        answer.on('close', () => void ended?.then((code) => resolve({ text, complete: answer.complete, code })))
      })
      request.on('error', reject)
    })
    assert.deepEqual([received.complete, received.code], [true, 0], second.log())
    assert.match(received.text, /# end of document/)
    await assert.rejects(fetch(second.origin))
    assert.equal((await fetch(first.origin)).status, 200, 'the other one goes on')
  })

  test('settings that cannot be are all named before anything starts', async () => {
    const { code, err } = await command(['serve', '--port', 'acht', '--data', data('four')], {
      env: { DATABASE_URL: 'mysql://u:geheim@h/d', LOG_LEVEL: 'laut' },
    })
    assert.equal(code, 2)
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL']) assert.match(err, new RegExp(`^ +${name}: `, 'm'))
    assert.doesNotMatch(err, /geheim|\n\s+at /)
  })

  test('a database that is not there is named without its password', async () => {
    const { code, err } = await command(['migrate', '--data', data('five')], {
      env: { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/d' },
    })
    assert.equal(code, 1)
    assert.match(err, /^migrate failed: .+/m)
    assert.doesNotMatch(err, /geheim|\n\s+at /)
  })
})
