import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const source = import.meta.filename.endsWith('.ts')
const starter = source
  ? ['--conditions=source', '--import', path.join(root, 'tools/dev-loader.mjs'), path.join(root, 'src/main.ts')]
  : [path.join(root, 'bundle/main.js')]

interface ProgramOptions {
  env?: Readonly<Record<string, string>>
  /** Kills the program with SIGKILL as soon as this has happened. */
  killWhen?: Promise<unknown>
}

/** How a command of the command line ended, what it said, and the most memory it held (bytes, Linux only). */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
  peak: number
}

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  const { DATABASE_URL, ALLMENDE_DATA, PUBLIC_URL, PORT, ...rest } = process.env
  return spawn(process.execPath, [...starter, ...args], {
    env: { ...rest, METRICS_PORT: '0', LOG_LEVEL: 'error', WEB_PROCESSES: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function peakOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`
  if (!pid || !existsSync(file)) return 0
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Runs `./allmende ARGS...` as a program of its own until it ends. */
export async function command(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const child = launch(args, options.env)
  const said = { out: '', err: '' }
  child.stdout?.on('data', (text: Buffer) => {
    said.out += text
  })
  child.stderr?.on('data', (text: Buffer) => {
    said.err += text
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid))
  }, 20)
  void options.killWhen?.then(() => child.kill('SIGKILL'))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
    child.once('close', (...ended) => resolve(ended)),
  )
  clearInterval(watch)
  return { code, signal, peak, ...said }
}

/** A server as a program of its own. */
export interface RunningServer {
  origin: string
  pid: number
  /** What it wrote on standard error until now. */
  log(): string
  /** Sends a signal and waits for the end; gives the exit code, or null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

/** Starts `./allmende serve` on a free port and waits until it says that it is ready. */
export async function serve(data: string, env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const child = launch(['serve', '--port', '0', '--data', data], env)
  let err = ''
  child.stderr?.on('data', (text: Buffer) => {
    err += text
  })
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const origin = await new Promise<string>((resolve, reject) => {
    let out = ''
    child.stdout?.on('data', (text: Buffer) => {
      out += text
      const found = /ready: (http:\S+)/.exec(out)?.[1]
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    })
    void gone.then((code) => reject(new Error(`the server ended with ${code} before it was ready: ${err}`)))
  })
  return {
    origin,
    pid: child.pid ?? 0,
    log: () => err,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return gone
    },
  }
}
