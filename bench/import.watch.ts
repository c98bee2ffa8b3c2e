// A program of ours watched from outside: its memory while it runs, its processor time, and how it ended.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What a program used. Bytes and milliseconds. */
export interface Watched {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly wall: number
  readonly cpu: number
  /** Resident memory over time, with what `progress` said at that moment. */
  readonly samples: readonly { at: number; rss: number; done: number }[]
}

/** Resident memory of a process in bytes; 0 when it is gone. */
export function rssOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kilobytes) * 1024
  } catch {
    return 0
  }
}

/** Processor milliseconds that a process has used so far; 0 when it is gone. */
export function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

/** The processes that a process started, by id. */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        const stat = readFileSync(`/proc/${entry}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Runs a program to its end and samples it every `every` milliseconds. */
export async function watch(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  progress: () => Promise<number> | number,
  every = 250,
): Promise<Watched> {
  const began = performance.now()
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const samples: { at: number; rss: number; done: number }[] = []
  let cpu = 0
  const ended = new Promise<number>((resolve) => child.once('close', (code) => resolve(code ?? -1)))
  let running = true
  const sampling = (async () => {
    while (running) {
      const done = await progress()
      const rss = rssOf(child.pid ?? 0)
      cpu = Math.max(cpu, cpuOf(child.pid ?? 0))
      if (rss > 0) samples.push({ at: performance.now() - began, rss, done })
      await new Promise((resolve) => setTimeout(resolve, every))
    }
  })()
  const code = await ended
  const wall = performance.now() - began
  running = false
  await sampling
  return { code, out, err, wall, cpu, samples }
}
