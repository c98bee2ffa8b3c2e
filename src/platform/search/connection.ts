import { Worker } from 'node:worker_threads'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { SearchFault } from './port.ts'
import type { Numbered, Ready, Reply, Request, WorkerSettings } from './worker-words.ts'

interface Waiting {
  readonly answer: (reply: Result<string, SearchFault & { message?: string }>) => void
  /** performance.now() after which the question is given up; Infinity for changes. */
  readonly until: number
}

const sweepEvery = 200
/** A worker that has been silent for so long while questions wait is stopped and started again. */
const silenceBound = 15_000
/** Restarts in a row before it is given up. */
const mostRestarts = 5

/** A worker thread with its questions under way. Sees a crash, starts the worker again from its snapshot, and gives up late questions. */
export class Connection {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private outbox: Numbered[] = []
  private nextId = 1
  private closing = false
  private retiring = false
  private restarts = 0
  private heard = 0
  private sweep: NodeJS.Timeout | undefined
  private readonly settings: WorkerSettings
  private readonly onRestart: ((cursor: number, reason: string) => void) | undefined

  constructor(settings: WorkerSettings, onRestart?: (cursor: number, reason: string) => void) {
    this.settings = settings
    this.onRestart = onRestart
  }

  /** Starts the worker; resolved when the snapshot is loaded, from `memory` where another worker has read it. */
  open(memory?: SharedArrayBuffer): Promise<Ready> {
    const { promise, resolve, reject } = Promise.withResolvers<Ready>()
    const name = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js'
    const worker = new Worker(new URL(name, import.meta.url), {
      workerData: memory ? { ...this.settings, memory } : this.settings,
      name: 'search',
    })
    worker.unref()
    let open = false
    let reason = 'the search worker ended'
    worker.on('message', (message: Ready | Reply) => {
      if ('ready' in message) {
        open = true
        this.worker = worker
        this.send()
        resolve(message)
      } else this.settle(message)
    })
    worker.on('error', (error: Error) => {
      reason = error.message
    })
    worker.on('exit', () => {
      if (!open) return reject(new Error(`the search worker did not start: ${reason}`))
      this.lost(reason)
    })
    return promise
  }

  /** Questions and changes that wait for an answer. */
  get pending(): number {
    return this.waiting.size
  }

  /** A question: answered, or given up after `limit` milliseconds. */
  ask(request: Request, limit: number): Promise<Result<string, SearchFault>> {
    return this.post(request, performance.now() + limit)
  }

  /** A change or a look inside: resolved when done, rejected when the worker refused it or died. */
  async tell(request: Request): Promise<string> {
    const reply = await this.post(request, Number.POSITIVE_INFINITY)
    if (!reply.ok) throw new Error(reply.error.message ?? `search index: ${reply.error.code}`)
    return reply.value
  }

  private post(request: Request, until: number): Promise<Result<string, SearchFault & { message?: string }>> {
    if (this.closing || this.restarts > mostRestarts)
      return Promise.resolve(fail({ code: 'unavailable', message: 'the search index is closed' }))
    const { promise, resolve } = Promise.withResolvers<Result<string, SearchFault & { message?: string }>>()
    const id = this.nextId++
    if (this.waiting.size === 0) {
      this.worker?.ref()
      this.heard = performance.now()
    }
    this.waiting.set(id, { answer: resolve, until })
    this.outbox.push({ ...request, id })
    // Questions of one turn go together: one wake-up of the worker instead of many.
    if (this.outbox.length === 1) queueMicrotask(() => this.send())
    this.sweep ??= setInterval(() => this.giveUpLate(), sweepEvery).unref()
    return promise
  }

  private send(): void {
    if (!this.worker || this.outbox.length === 0) return
    const requests = this.outbox
    this.outbox = []
    try {
      this.worker.postMessage(requests)
    } catch (error) {
      // What cannot be copied to the worker (a function in a document) is the caller's fault, and his alone.
      for (const { id } of requests) this.settle({ id, fault: (error as Error).message })
    }
  }

  private settle(reply: Reply): void {
    this.heard = performance.now()
    this.restarts = 0
    const waiting = this.waiting.get(reply.id)
    this.waiting.delete(reply.id)
    if (this.waiting.size === 0) this.rest()
    waiting?.answer(
      reply.text === undefined ? fail({ code: 'unavailable', message: reply.fault ?? 'no answer' }) : ok(reply.text),
    )
  }

  private rest(): void {
    this.worker?.unref()
    clearInterval(this.sweep)
    this.sweep = undefined
    if (this.retiring) void this.close()
  }

  private giveUpLate(): void {
    const now = performance.now()
    let late = false
    for (const [id, { answer, until }] of this.waiting) {
      if (until > now) continue
      late = true
      this.waiting.delete(id)
      answer(fail({ code: 'timeout' }))
    }
    if (late && now - this.heard > silenceBound) void this.worker?.terminate()
    if (this.waiting.size === 0) this.rest()
  }

  private lost(reason: string): void {
    this.worker = undefined
    for (const { answer } of this.waiting.values()) answer(fail({ code: 'unavailable', message: reason }))
    this.waiting.clear()
    this.outbox = []
    this.rest()
    if (this.closing || ++this.restarts > mostRestarts) return
    setTimeout(() => {
      if (this.closing) return
      this.open().then(
        (ready) => this.onRestart?.(ready.stats.cursor, reason),
        (error: Error) => this.lost(error.message),
      )
    }, 100 * this.restarts)
  }

  /** Ends the worker as a crash would. */
  crashForTest(): void {
    void this.worker?.terminate()
  }

  /** Ends the worker once what is under way has been answered or given up. */
  retire(): void {
    this.retiring = true
    if (this.waiting.size === 0) void this.close()
  }

  /** Ends the worker; what waits is answered as unavailable. */
  async close(): Promise<void> {
    this.closing = true
    clearInterval(this.sweep)
    await this.worker?.terminate()
  }
}
