// Several web processes, and one that looks after them: limits hold over all, who dies comes back, who is told to stop lets others end.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { freePort } from '#platform/db'
import { type TestDatabase, testDatabase } from '#support/database.ts'
import { until } from '#support/house.ts'
import { command, type RunningServer, serve } from '#support/program.ts'

const linux = process.platform === 'linux'
let database: TestDatabase
let folder = ''
let monitor = ''
let server: RunningServer

/** The web processes of the server, by what the system says of their parents. */
const processes = () =>
  readdirSync('/proc').filter((entry) => {
    try {
      return (
        /^\d+$/.test(entry) &&
        readFileSync(`/proc/${entry}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1] === `${server.pid}`
      )
    } catch {
      return false
    }
  })
/** A request on a connection of its own: connections go to the processes in turn. */
const ask = (place: string, form?: string) =>
  new Promise<number>((resolve, reject) => {
    const headers = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    http
      .request(server.origin + place, { agent: false, method: form === undefined ? 'GET' : 'POST', headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
      .once('error', reject)
      .end(form)
  })
const ready = async () => (await fetch(`${monitor}/readyz`)).status === 200

suite('several web processes', { timeout: 120_000, skip: linux ? false : 'reads /proc' }, () => {
  before(async () => {
    database = await testDatabase()
    folder = mkdtempSync(path.join(tmpdir(), 'allmende-processes-'))
    chmodSync(folder, 0o755)
    const port = await freePort()
    monitor = `http://127.0.0.1:${port}`
    server = await serve(folder, { DATABASE_URL: database.url, METRICS_PORT: String(port), WEB_PROCESSES: '2' })
  })
  after(async () => {
    await server?.end('SIGKILL')
    await database?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('all are there when the server says that it is ready, and their figures are added up', async () => {
    assert.equal(processes().length, 2)
    assert.ok(await ready())
    for (let i = 0; i < 6; i++) assert.equal(await ask('/daten'), 200)
    const figures = await (await fetch(`${monitor}/metrics`)).text()
    assert.match(figures, /^platform_http_seconds_count\{route="\/daten",status="200"\} 6$/m)
    assert.match(figures, /^catalogue_indexed_records 0$/m)
  })

  test('a limit holds over all of them', async () => {
    const answers: number[] = []
    for (let i = 0; i < 14; i++) answers.push(await ask('/barrierefreiheit', 'page=&message='))
    assert.deepEqual(answers, [...Array(10).fill(422), ...Array(4).fill(429)])
  })

  test('one that is killed is started again, and the others go on meanwhile', async () => {
    const [first = ''] = processes()
    process.kill(Number(first), 'SIGKILL')
    await until(async () => !processes().includes(first), 5, 'that it is gone')
    for (let i = 0; i < 4; i++) assert.equal(await ask('/'), 200)
    await until(async () => processes().length === 2 && (await ready()), 20, 'that another one takes its place')
    for (let i = 0; i < 4; i++) assert.equal(await ask('/'), 200)
  })

  test('a taken port is named once, with what to do', async () => {
    const { code, err } = await command(['serve', '--port', new URL(server.origin).port, '--data', folder], {
      env: { DATABASE_URL: database.url, WEB_PROCESSES: '2' },
    })
    assert.equal(code, 1)
    assert.equal(err.match(/Port \d+ is taken/g)?.length, 1)
  })

  test('SIGTERM ends all of them with 0; without the one that looks after them none stays', async () => {
    const those = processes()
    assert.equal(await server.end('SIGTERM'), 0, server.log())
    const alive = () => those.filter((pid) => readdirSync('/proc').includes(pid))
    assert.deepEqual(alive(), [])
    server = await serve(folder, { DATABASE_URL: database.url, WEB_PROCESSES: '2' })
    const orphans = processes()
    assert.equal(orphans.length, 2)
    await server.end('SIGKILL')
    await until(() => !orphans.some((pid) => readdirSync('/proc').includes(pid)), 10, 'that nobody is left behind')
  })
})
