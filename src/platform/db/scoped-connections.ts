import type { PostgresPool } from 'kysely'
import type pg from 'pg'
import { runPrepared } from './prepared.ts'

interface Bound {
  readonly client: pg.PoolClient
  /** The scope it was told last. */
  scope: string
  since: number
}

/** A scope as a connection is told it. */
export interface ToldScope {
  readonly key: string
  readonly tenant: string
  /** Fingerprint of the list of tenants that may be read besides; '' for none. */
  readonly reader: string
  /** Resolved when the database knows the list behind the fingerprint. */
  readonly introduced: () => Promise<unknown>
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
        return {
          // Statements in text form only: no cursors are used.
          query: ((text: string, values: readonly unknown[]) => runPrepared(bound.client, text, values)) as never,
          release: (destroy?: boolean) => this.give(bound, destroy === true),
        }
      },
      async end() {},
      options: {},
    }
  }

  /** Hands everything back to the pool, so that it can end. */
  close(): void {
    clearInterval(this.tidying)
    for (const { client } of this.resting) client.release()
    this.resting = []
  }

  private async take(scope: ToldScope): Promise<Bound> {
    if (this.resting.some((one) => !alive(one.client))) this.tidy()
    const same = this.resting.findLastIndex((one) => one.scope === scope.key)
    const [own] = same < 0 ? [] : this.resting.splice(same, 1)
    if (own) return own
    const free = this.pool.idleCount > 0 || this.pool.totalCount < this.pool.options.max
    const bound = (free ? undefined : this.resting.shift()) ?? { client: await this.pool.connect(), scope: '', since: 0 }
    try {
      await tell(bound, scope)
      return bound
    } catch (error) {
      bound.client.release(true)
      throw error
    }
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

async function tell(bound: Bound, scope: ToldScope): Promise<void> {
  if (bound.scope === scope.key) return
  await scope.introduced()
  await runPrepared(bound.client, "select set_config('allmende.tenant', $1, false), set_config('allmende.readable', $2, false)", [
    scope.tenant,
    scope.reader,
  ])
  bound.scope = scope.key
}
