// The portal as a program of its own, and what it costs: processor time of the server and of PostgreSQL's processes for it.
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { childrenOf, cpuOf, rssOf } from './import.watch.ts'

/** A server that runs. */
export interface RunningServer {
  readonly url: string
  /** Milliseconds from its start until it said that it is ready. */
  readonly ready: number
  /** Resident memory in bytes of all its processes. */
  rss(): number
  /** Processor milliseconds so far of the server and of PostgreSQL for this database. */
  cpu(): { server: number; postgres: number }
  stop(): Promise<void>
}

/** Starts a built program and waits for the line that names its port. */
export async function startServer(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  database?: string,
): Promise<RunningServer> {
  const began = performance.now()
  const file = fileURLToPath(new URL(program, import.meta.url))
  const child = spawn(process.execPath, [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const port = await portOf(child)
  const pid = child.pid ?? 0
  const name = database ? new URL(database).pathname.slice(1) : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    ready: performance.now() - began,
    rss: () => family(pid).reduce((sum, one) => sum + rssOf(one), 0),
    cpu: () => ({
      server: family(pid).reduce((sum, one) => sum + cpuOf(one), 0),
      postgres: name ? backendsOf(name).reduce((sum, one) => sum + cpuOf(one), 0) : 0,
    }),
    async stop() {
      // It says that it is ready a moment before it listens to signals.
      await new Promise((resolve) => setTimeout(resolve, 1000))
      const ended = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let err = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err = (err + text).slice(-4000)
    })
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const [, port] = /localhost:(\d+)/.exec(text) ?? []
      if (port) resolve(Number(port))
    })
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${err}`)))
  })
}

/** The server and its web processes. */
const family = (pid: number) => [pid, ...childrenOf(pid)]

/** PostgreSQL's processes that serve a database, by their titles. */
export function backendsOf(database: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        return title.startsWith('postgres:') && title.includes(` ${database} `)
      } catch {
        return false
      }
    })
}
