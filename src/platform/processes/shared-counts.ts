// Limits of requests that hold over all web processes: the one that looks after them counts.
import type { Worker } from 'node:cluster'
import { isOf } from './web-process.ts'

interface Hit {
  readonly kind: 'hit'
  readonly id: number
  readonly key: string
  /** Milliseconds. */
  readonly window: number
}

/** Hits within the window, and the milliseconds until it ends. */
interface Count {
  readonly current: number
  readonly ttl: number
}
interface Counted extends Count {
  readonly kind: 'counted'
  readonly id: number
}

const isHit = isOf<Hit>('hit')
const isCounted = isOf<Counted>('counted')

const mostKeys = 20_000

/** Counts for all web processes. Keys hold visitors' addresses: they stay in memory, and no longer than their window. */
export class Counter {
  private readonly windows = new Map<string, { count: number; end: number }>()

  hit(key: string, window: number, now = Date.now()): Count {
    const known = this.windows.get(key)
    const current = known && known.end > now ? known : { count: 0, end: now + window }
    current.count++
    this.windows.delete(key)
    this.windows.set(key, current)
    if (this.windows.size > mostKeys) this.tidy(now)
    return { current: current.count, ttl: current.end - now }
  }

  /** Forgets what is over; when that is not enough, what was longest quiet. */
  tidy(now = Date.now()): void {
    for (const [key, { end }] of this.windows) if (end <= now || this.windows.size > mostKeys) this.windows.delete(key)
  }
}

/** Answers the hits that a web process reports. */
export function countFor(worker: Worker, counter: Counter): void {
  worker.on('message', (message: unknown) => {
    if (!isHit(message) || !worker.isConnected()) return
    worker.send({ kind: 'counted', id: message.id, ...counter.hit(message.key, message.window) } satisfies Counted)
  })
}

type Answer = (error: Error | null, count?: Count) => void
const waiting = new Map<number, Answer>()
let nextId = 1

/** Asks the process that looks after this one. */
function ask(hit: Omit<Hit, 'id' | 'kind'>, answer: Answer): void {
  const id = nextId++
  if (id === 1)
    process.on('message', (message: unknown) => {
      if (!isCounted(message)) return
      waiting.get(message.id)?.(null, message)
      waiting.delete(message.id)
    })
  waiting.set(id, answer)
  process.send?.({ kind: 'hit', id, ...hit } satisfies Hit)
}

/** The store of a web process for @fastify/rate-limit: one count a route and visitor for all processes. */
export class SharedCounts {
  private readonly place: string

  constructor(options: object) {
    const route = 'routeInfo' in options ? (options.routeInfo as { method?: unknown; url?: string }) : undefined
    this.place = route ? `${String(route.method)} ${route.url}` : ''
  }

  incr(visitor: string, answer: Answer, window: number): void {
    ask({ key: `${this.place} ${visitor}`, window }, answer)
  }

  child(options: object): SharedCounts {
    return new SharedCounts(options)
  }
}
