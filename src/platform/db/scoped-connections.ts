import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { runPrepared } from './prepared.ts'

interface Bound {
  readonly client: pg.PoolClient
  /** The scope it was told last. */
  scope: string
  since: number
  telling: Telling
  /** As kysely sees it: the same each time, because kysely keeps something by it. */
  lent?: Lent
}

interface Lent {
  readonly query: never
  readonly release: (destroy?: boolean) => void
}

/** A scope as a connection is told it. */
export interface ToldScope {
  readonly key: string
  readonly tenant: string
  /** Fingerprint of the list of tenants that may be read besides; '' for none. */
  readonly reader: string
  /** Resolved when the database knows the list behind the fingerprint. */
  readonly introduced: () => Promise<unknown>
  /** 'yes' or ''. */
  readonly staff: string
}

/** Milliseconds after which a connection that nobody asked for goes back to the pool, which closes it in time. */
const rest = 10_000

/**
 * Connections that remember whom they speak for. Whoever comes next with the same scope gets the same connection and needs not tell it again;
 * only when there is none, and the pool is used up, a connection changes its scope.
 */
export class ScopedConnections {
  private readonly pool: pg.Pool
  /** Longest resting first. */
  private resting: Bound[] = []
  private tidying: NodeJS.Timeout | undefined

  constructor(pool: pg.Pool) {
    this.pool = pool
  }

  /** What kysely needs to run statements in one scope. */
  within(scope: ToldScope): PostgresPool {
    return {
      connect: async () => {
        const bound = await this.take(scope)
        bound.telling = tell(bound, scope)
        bound.lent ??= this.lend(bound)
        return bound.lent
      },
      async end() {},
      options: {},
    }
  }

  private lend(bound: Bound): Lent {
    // Statements in text form only: no cursors are used.
    const query = (text: string, values: readonly unknown[]) => {
      const answer = runPrepared(bound.client, text, values)
      return bound.telling.open ? bound.telling.with(answer) : answer
    }
    return {
      query: query as never,
      release: (destroy) => {
        bound.telling.send()
        this.give(bound, destroy === true)
      },
    }
  }

  /** Hands everything back to the pool, so that it can end. */
  close(): void {
    clearInterval(this.tidying)
    for (const { client } of this.resting) client.release()
    this.resting = []
  }

  private async take(scope: ToldScope): Promise<Bound> {
    await scope.introduced()
    if (this.resting.some((one) => !alive(one.client))) this.tidy()
    const same = this.resting.findLastIndex((one) => one.scope === scope.key)
    const [own] = same < 0 ? [] : this.resting.splice(same, 1)
    if (own) return own
    const free = this.pool.idleCount > 0 || this.pool.totalCount < this.pool.options.max
    const bound = (free ? undefined : this.resting.shift()) ?? {
      client: await this.pool.connect(),
      scope: '',
      since: 0,
      telling: nothingToTell,
    }
    return spokeForStaff.has(bound.client) ? this.forgetStaff(bound) : bound
  }

  /** A connection that spoke for staff speaks for nobody before it serves somebody else: here nothing may go out together. */
  private async forgetStaff(bound: Bound): Promise<Bound> {
    try {
      await runPrepared(bound.client, telling, ['', '', ''])
    } catch (error) {
      bound.client.release(true)
      throw error
    }
    bound.scope = ''
    spokeForStaff.delete(bound.client)
    return bound
  }

  private give(bound: Bound, destroy: boolean): void {
    // A connection that broke is thrown away by the pool when it comes back; whoever waits there comes first.
    if (destroy || this.pool.waitingCount > 0 || this.pool.ending || !alive(bound.client)) {
      bound.client.release(destroy)
      return
    }
    bound.since = performance.now()
    this.resting.push(bound)
    this.tidying ??= setInterval(() => this.tidy(), rest / 2).unref()
  }

  private tidy(): void {
    const now = performance.now()
    const old = this.resting.filter((one) => now - one.since > rest || !alive(one.client))
    if (old.length === 0) return
    this.resting = this.resting.filter((one) => !old.includes(one))
    for (const { client } of old) client.release(!alive(client))
  }
}

/** Broken connections are marked by the pool's `connect` listener in openDatabase. */
export const broken = new WeakSet<pg.ClientBase>()
const alive = (client: pg.ClientBase) => !broken.has(client)

/** Connections that were told so, also after they went back to the pool. */
const spokeForStaff = new WeakSet<pg.ClientBase>()

/** What a connection is told before the first statement of somebody new. */
interface Telling {
  /** Until the first statement went along with it. */
  readonly open: boolean
  /** Sends both, and gives the answer of the statement only if the connection knew by then whom it speaks for. */
  with<Answer>(answer: Promise<Answer>): Promise<Answer>
  send(): void
}

const nothingToTell: Telling = { open: false, with: (answer) => answer, send: () => {} }
const telling =
  "select set_config('allmende.tenant', $1, false), set_config('allmende.readable', $2, false), set_config('allmende.staff', $3, false)"

/** The stream of a connection: what is held back in it goes out in one piece, and PostgreSQL wakes up once. */
const streamOf = (client: pg.ClientBase) =>
  (client as unknown as { connection?: { stream?: { cork?(): void; uncork?(): void } } }).connection?.stream

function tell(bound: Bound, scope: ToldScope): Telling {
  if (bound.scope === scope.key) return nothingToTell
  bound.scope = scope.key
  if (scope.staff !== '') spokeForStaff.add(bound.client)
  const stream = streamOf(bound.client)
  stream?.cork?.()
  const told = runPrepared(bound.client, telling, [scope.tenant, scope.reader, scope.staff])
  let open = true
  const send = () => {
    if (open) stream?.uncork?.()
    open = false
  }
  told.catch(() => {
    bound.scope = ''
  })
  return {
    get open() {
      return open
    },
    async with(answer) {
      send()
      // Both end before anybody goes on: what was read in somebody else's name must not get out.
      const [known, found] = await Promise.allSettled([told, answer])
      if (known.status === 'rejected') throw known.reason
      if (found.status === 'rejected') throw found.reason
      return found.value
    },
    send,
  }
}
