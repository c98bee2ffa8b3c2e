import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort, startPostgres } from '#platform/db'
import { hurry } from '#support/database.ts'
import { sharedData } from '#support/shared.ts'
import { until } from '#support/until.ts'

/** A running portal with the demonstration in it, in a folder that nobody else uses. */
export interface DemoServer {
  /** Address without a slash at the end. */
  readonly url: string
  readonly dataDir: string
  /** Runs a command of `./allmende` on the same data; gives its exit code and what it printed. */
  command(...args: string[]): { code: number; out: string; err: string }
  stop(): Promise<void>
}

export interface DemoOptions {
  readonly shared?: boolean
  readonly env?: Readonly<Record<string, string>>
}

const root = process.cwd()
// Not below the project: run as root in a closed folder, PostgreSQL would keep the cluster elsewhere, and a copy would miss it.
const folder = path.join(tmpdir(), `allmende-demo-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`)
// The tests run from dist/ or, while one is being written, from the sources: the portal runs the same way.
const fromSource = import.meta.url.endsWith('.ts')
const program = fromSource
  ? ['--conditions=source', '--import', path.join(root, 'tools/dev-loader.mjs'), path.join(root, 'src/main.ts')]
  : [path.join(root, 'dist/bundle/main.js')]

/** Files of the sources that say what is written while the demonstration loads: all but what is only shown. */
const writing = (file: string) =>
  !/\/(pages|locales)\/|^src\/(ui|shell|interop)\/|\.test\.tsx?$/.test(file.split(path.sep).join('/'))

function seedName(): string {
  const hash = createHash('sha256')
  for (const file of globSync('src/**/*.{ts,tsx,sql}', { cwd: root }).filter(writing).sort())
    hash.update(file).update(readFileSync(path.join(root, file)))
  return `seed-${hash
    .update(sharedData() ?? 'alone')
    .digest('hex')
    .slice(0, 12)}`
}

const environment = (port: number) => ({
  ...process.env,
  DATABASE_URL: '',
  PUBLIC_URL: '',
  PORT: String(port),
  METRICS_PORT: '0',
  WEB_PROCESSES: '1',
  LOG_LEVEL: 'error',
})

async function serve(dataDir: string, port: number, more: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const args = [...program, 'serve', '--demo', '--data', dataDir]
  const env = { ...environment(port), ...more }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let ready = false
  const listen = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000)
    ready ||= said.includes(`localhost:${port}`)
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  process.once('exit', () => child.kill())
  await until(() => ready || child.exitCode !== null, 300, 'that the portal of the demonstration answers')
  if (!ready) throw new Error(`the portal of the demonstration did not start:\n${said}`)
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}

/** Waits until the metadata of every record were assessed: the pages show it. */
async function assessed(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const open = async () =>
      (await client.query('select count(*)::int as n from catalogue_resource where quality is null')).rows[0]?.n
    await until(async () => (await open()) === 0, 180, 'that all metadata are assessed')
  } finally {
    await client.end()
  }
}

/** A folder as it is, with owners: PostgreSQL refuses a cluster that is not its own. */
function copy(from: string, to: string): void {
  if (process.platform === 'win32') {
    cpSync(from, to, { recursive: true })
    return
  }
  const done = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${from} could not be copied: ${done.stderr}`)
}

/** The demonstration, loaded once for these sources; runs work on copies, so that none sees what another one wrote. */
async function seed(): Promise<string> {
  const name = seedName()
  const ready = path.join(folder, name)
  if (existsSync(ready)) return ready
  const making = path.join(folder, `making-${process.pid}`)
  mkdirSync(making, { recursive: true })
  // The portal joins what runs on its folder already, and copies of the cluster keep its settings.
  const cluster = await startPostgres(making)
  try {
    await hurry(cluster.url)
    const child = await serve(making, await freePort())
    await assessed(cluster.url)
    await end(child)
  } finally {
    // Copies of a cluster that runs would join it, and all would write into one database.
    await cluster.stop()
  }
  if (existsSync(path.join(making, 'postgres/postmaster.pid')))
    throw new Error('the demonstration was made, but somebody still uses it')
  // Another process may have made the same one meanwhile, and copies of it may be under way.
  for (const old of readdirSync(folder))
    if (old.startsWith('seed-') && old !== name) rmSync(path.join(folder, old), { recursive: true, force: true })
  try {
    renameSync(making, ready)
  } catch (error) {
    // Another process was first with the same.
    if (!existsSync(ready)) throw error
  }
  return ready
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function forgetOldRuns(): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = /^(?:run|making)-(\d+)$/.exec(name)?.[1]
    if (pid && !alive(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
}

function commandOn(dataDir: string, port: number) {
  return (...args: string[]) => {
    const done = spawnSync(process.execPath, [...program, ...args, '--data', dataDir], {
      cwd: root,
      env: environment(port),
      encoding: 'utf8',
    })
    return { code: done.status ?? -1, out: done.stdout, err: done.stderr }
  }
}

/** Starts the portal with the demonstration on a free port. */
async function ownServer(more?: Readonly<Record<string, string>>): Promise<DemoServer> {
  forgetOldRuns()
  const dataDir = path.join(folder, `run-${process.pid}`)
  copy(await seed(), dataDir)
  const port = await freePort()
  const child = await serve(dataDir, port, more)
  return {
    url: `http://localhost:${port}`,
    dataDir,
    command: commandOn(dataDir, port),
    async stop() {
      await end(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/**
 * The portal with the demonstration: one for this process alone, or, for `shared`, the one of the whole run where it has one.
 * Whoever takes the shared one only looks. `env` holds settings of an own one.
 */
export async function demoServer({ shared = false, env }: DemoOptions = {}): Promise<DemoServer> {
  const { ALLMENDE_DEMO_URL: url, ALLMENDE_DEMO_DATA: data } = process.env
  if (!shared || !url || !data) return ownServer(env)
  return { url, dataDir: data, command: commandOn(data, Number(new URL(url).port)), stop: async () => {} }
}

/** Loads the demonstration ahead, for a run whose files will ask for it. */
export const prepareDemo = async (): Promise<void> => void (await seed())

/** Starts the one that all test files of a run share which only look; gives what stops it. */
export async function shareDemo(): Promise<() => Promise<void>> {
  const server = await ownServer()
  Object.assign(process.env, { ALLMENDE_DEMO_URL: server.url, ALLMENDE_DEMO_DATA: server.dataDir })
  return server.stop
}
