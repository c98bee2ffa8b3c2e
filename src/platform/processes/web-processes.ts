import cluster, { type Worker } from 'node:cluster'
import { Counter, countFor } from './shared-counts.ts'
import { type Begin, type Fault, isOf, slotVariable, type Waiting } from './web-process.ts'

/** The processes that answer requests, seen from the one that looks after them. */
export interface WebProcesses {
  /** The port they share. */
  readonly port: number
  /** How many do not answer at this moment: they died and start again. */
  missing(): number
  /** Lets running answers end and ends them; who is not through after 15 seconds is killed. */
  stop(): Promise<void>
}

/** Processes that read the program and wait until they are told to begin. */
export interface WaitingProcesses {
  /**
   * Tells them what to begin with, as the environment names it. Resolved when all answer; rejected with what one of them said when it cannot.
   * From then on `onCrash` hears of each that died and is started again.
   */
  begin(env: Begin['env'], onCrash: (how: string) => void): Promise<WebProcesses>
  /** Ends those that have not begun; nothing when they have. */
  dismiss(): Promise<void>
}

const isFault = isOf<Fault>('fault')
const isWaiting = isOf<Waiting>('waiting')
const patience = 15_000
/** Who lives so long is not taken for one that dies at every start. */
const healthy = 60_000

/** Starts this very program `count` times as web processes. They read it while the caller makes ready what they need. */
export function callWebProcesses(count: number): WaitingProcesses {
  const crew = new Crew(count)
  for (let slot = 1; slot <= count; slot++) crew.start(slot)
  return {
    async begin(env, onCrash) {
      try {
        const port = await crew.begin(env, onCrash)
        return { port, missing: () => count - crew.answering.size, stop: () => crew.stop() }
      } catch (error) {
        await crew.stop()
        throw error
      }
    },
    dismiss: async () => (crew.begun ? undefined : crew.stop()),
  }
}

class Crew {
  readonly answering = new Set<Worker>()
  private readonly all = new Set<Worker>()
  private readonly waiting = new Set<Worker>()
  private readonly counter = new Counter()
  private readonly tidying = setInterval(() => this.counter.tidy(), 60_000).unref()
  private readonly count: number
  private readonly opened = Promise.withResolvers<number>()
  private env: Begin['env'] | undefined
  private onCrash: (how: string) => void = () => {}
  private open = false
  private stopping = false
  private crashes = 0

  constructor(count: number) {
    this.count = count
    // Whoever never lets them begin is not to hear that one died.
    this.opened.promise.catch(() => {})
  }

  get begun(): boolean {
    return this.env !== undefined
  }

  begin(env: Begin['env'], onCrash: (how: string) => void): Promise<number> {
    this.env = env
    this.onCrash = onCrash
    for (const worker of this.waiting) this.tell(worker)
    return this.opened.promise
  }

  private tell(worker: Worker): void {
    if (!this.env || !worker.isConnected()) return
    this.waiting.delete(worker)
    worker.send({ kind: 'begin', env: this.env } satisfies Begin)
  }

  start(slot: number): void {
    if (this.stopping) return
    const worker = cluster.fork({ [slotVariable]: String(slot) })
    const since = Date.now()
    this.all.add(worker)
    countFor(worker, this.counter)
    worker.on('listening', (address) => {
      this.answering.add(worker)
      if (this.answering.size < this.count || this.open) return
      this.open = true
      this.opened.resolve(address.port)
    })
    worker.on('message', (message: unknown) => {
      if (isWaiting(message)) {
        this.waiting.add(worker)
        this.tell(worker)
      }
      if (isFault(message) && !this.open) this.opened.reject(new Error(message.says))
    })
    worker.on('exit', (code, signal) => this.lost(worker, slot, since, signal ?? `exit code ${code}`))
  }

  private lost(worker: Worker, slot: number, since: number, how: string): void {
    this.all.delete(worker)
    this.waiting.delete(worker)
    this.answering.delete(worker)
    if (this.stopping) return
    if (!this.open) {
      this.opened.reject(new Error(`A web process ended before it was ready (${how}). What it said stands above.`))
      return
    }
    this.onCrash(how)
    this.crashes = Date.now() - since > healthy ? 0 : this.crashes + 1
    setTimeout(() => this.start(slot), Math.min(30_000, 50 * 2 ** this.crashes))
  }

  async stop(): Promise<void> {
    this.stopping = true
    clearInterval(this.tidying)
    const gone = [...this.all].map((worker) => new Promise<void>((resolve) => worker.once('exit', () => resolve())))
    for (const worker of this.all) worker.process.kill('SIGTERM')
    const end = setTimeout(() => this.all.forEach((worker) => void worker.process.kill('SIGKILL')), patience)
    await Promise.all(gone)
    clearTimeout(end)
  }
}
