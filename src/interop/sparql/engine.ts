import { type ChildProcess, fork } from 'node:child_process'
import { fail, ok, type Result } from '#kernel/result.ts'
import type { Order, Reply } from './child.ts'

/** Why the engine has no answer: the query is none, took too long, or its process died under it. */
export type EngineFault = { readonly kind: 'query'; readonly message: string } | { readonly kind: 'time' | 'died' | 'too-large' }

type Asked = Order extends infer One ? (One extends Order ? Omit<One, 'id'> : never) : never

/** Milliseconds after which an engine that nobody asks is ended. */
const idleTime = 10 * 60_000
/** A WebAssembly page has 64 KB. */
const pagesOfMb = 16
/** Measured: 380 bytes a triple; the rest is for answering. */
const bytesOfTriple = 600

/** One process with a store of triples. Orders are carried out one after the other. */
export class Engine {
  /** Graphs that were loaded into this very process; emptied when it dies. */
  readonly loaded = new Map<string, unknown>()
  readonly #memory: number
  #child: ChildProcess | undefined
  #last: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  #count = 0
  #waiting = 0

  constructor(memoryMb: number) {
    this.#memory = memoryMb
  }

  /** How many orders wait or are carried out. */
  get waiting(): number {
    return this.#waiting
  }

  #start(): ChildProcess {
    const file = import.meta.url.endsWith('.ts') ? './child.ts' : './child.js'
    const child = fork(new URL(file, import.meta.url), {
      // Nothing of the settings of the house is in the environment of a process that carries out what strangers write.
      env: {},
      execArgv: [
        `--wasm-max-mem-pages=${this.#memory * pagesOfMb}`,
        '--max-old-space-size=512',
        '--disable-warning=ExperimentalWarning',
      ],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    child.on('error', () => this.#drop(child))
    child.on('exit', () => this.#drop(child))
    return child
  }

  #drop(child: ChildProcess | undefined): void {
    if (!child || this.#child !== child) return
    this.#child = undefined
    this.loaded.clear()
    child.kill('SIGKILL')
  }

  /** Ends the process; it is started again when it is asked for. */
  close(): void {
    clearTimeout(this.#idle)
    this.#drop(this.#child)
  }

  /** Carries an order out within a time; a process that does not is ended. */
  ask(order: Asked, milliseconds: number): Promise<Result<string, EngineFault>> {
    this.#waiting++
    const done = this.#last.then(() => this.#carryOut(order, milliseconds))
    this.#last = done.catch(() => {})
    return done.finally(() => {
      this.#waiting--
      clearTimeout(this.#idle)
      this.#idle = setTimeout(() => this.close(), idleTime).unref()
    })
  }

  #carryOut(order: Asked, milliseconds: number): Promise<Result<string, EngineFault>> {
    this.#child ??= this.#start()
    const child = this.#child
    const id = ++this.#count
    return new Promise((resolve) => {
      const end = (result: Result<string, EngineFault>) => {
        clearTimeout(timer)
        child.off('message', hear)
        child.off('exit', died)
        resolve(result)
      }
      const died = () => end(fail({ kind: 'died' }))
      const hear = (reply: Reply) => {
        if (reply.id !== id) return
        if ('fault' in reply) {
          // A store that ran out of memory is in no state that could be trusted.
          const broken = /unreachable|out of memory|memory access|RuntimeError|RangeError/i.test(reply.fault)
          if (broken) this.#drop(child)
          return end(fail(broken ? { kind: 'died' } : { kind: 'query', message: reply.fault }))
        }
        if (reply.size * bytesOfTriple > this.#memory * 1_000_000) {
          this.#drop(child)
          return end(fail({ kind: 'too-large' }))
        }
        end(ok(reply.text))
      }
      const timer = setTimeout(() => {
        this.#drop(child)
        end(fail({ kind: 'time' }))
      }, milliseconds)
      child.on('message', hear)
      child.on('exit', died)
      child.send({ ...order, id } as Order, (error) => {
        if (error) died()
      })
    })
  }
}
