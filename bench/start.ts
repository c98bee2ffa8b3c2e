// How long until the portal is ready: with the demonstration made anew, and at every later start, as `npm start` does it; beside a Node that only reads the program.
//   npm run bench -- start [--times 5]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startServer } from './pages.server.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '5' } } })
const times = Number(values.times)
if (!Number.isInteger(times) || times < 1) throw new Error('--times takes a whole number above 0')

const data = mkdtempSync(path.join(tmpdir(), 'bench-start-'))
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const middle = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0

interface Start {
  readonly ready: number
  readonly cpu: number
}

/** One start up to the line that says so, and its end. Milliseconds. */
async function start(processes?: number): Promise<Start> {
  const env = { DATABASE_URL: '', PUBLIC_URL: '', PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'error' }
  const more = processes ? { WEB_PROCESSES: String(processes) } : {}
  const server = await startServer('../../tools/bootstrap.mjs', ['start', '--data', data], { ...env, ...more })
  const cpu = server.cpu().server
  await server.stop()
  return { ready: server.ready, cpu }
}

/** Milliseconds of a Node that reads the program and says what it can do. */
function read(): number {
  const began = performance.now()
  const done = spawnSync(process.execPath, [path.resolve('dist/bundle/main.js'), '--help'])
  if (done.status !== 0) throw new Error(`--help ended with ${done.status}: ${done.stderr}`)
  return performance.now() - began
}

async function several(name: string, base: number, processes?: number): Promise<void> {
  const starts: Start[] = []
  for (let i = 0; i < times; i++) starts.push(await start(processes))
  const ready = starts.map((one) => one.ready)
  console.log(
    `${name.padEnd(40)} ${seconds(middle(ready))} (${seconds(Math.min(...ready))} to ${seconds(Math.max(...ready))}), ${(middle(ready) / base).toFixed(1)} times reading, processor ${seconds(middle(starts.map((one) => one.cpu)))}`,
  )
}

try {
  console.log(`middle of ${times} starts; load ${loadavg()[0]?.toFixed(1)}`)
  const base = middle(Array.from({ length: times + 1 }, read).slice(1))
  console.log(`${'reading the program and nothing else'.padEnd(40)} ${seconds(base)}`)
  const first = await start()
  console.log(`${'first start, with the demonstration'.padEnd(40)} ${seconds(first.ready)}, processor ${seconds(first.cpu)}`)
  await several('later starts', base)
  await several('later starts, one web process', base, 1)
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
} finally {
  rmSync(data, { recursive: true, force: true })
}
