import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'
import { runPrepared } from './prepared.ts'
import { broken, ScopedConnections } from './scoped-connections.ts'

/** Which tenant a query speaks for, and whose published things it may read besides. Ids are UUIDs. */
export interface Scope {
  readonly tenant: string
  readonly readable: readonly string[]
  /** True where somebody who works for the tenant asks: only then are drafts, wishes in hand and the like there at all. */
  readonly staff?: boolean
}

/** The database. `system` sees every tenant (migrations, index, outbox); `within` is bound to one by row-level security. */
export interface Database<Tables = unknown> {
  readonly url: string
  readonly system: Kysely<Tables>
  within(scope: Scope): Kysely<Tables>
  close(): Promise<void>
}

// Counts and sizes fit a double; PostgreSQL's bigint would come as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// Days stay days: no time zone is invented.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Kysely over a pool whose statements are planned once for each connection. */
const preparedPool = (pool: pg.Pool): PostgresPool => ({
  async connect() {
    const client = await pool.connect()
    return {
      query: ((text: string, values: readonly unknown[]) => runPrepared(client, text, values)) as never,
      release: (destroy?: boolean) => client.release(destroy),
    }
  },
  end: () => pool.end(),
  options: {},
})

const fingerprints = new WeakMap<readonly string[], string>()

/** A short name for the tenants that a scope may read besides its own; '' where there are none. */
function readerOf({ tenant, readable }: Scope): string {
  if (readable.every((id) => id === tenant)) return ''
  let known = fingerprints.get(readable)
  if (known === undefined) {
    known = createHash('sha256').update(readable.join()).digest('hex').slice(0, 32)
    fingerprints.set(readable, known)
  }
  return known
}

/** Writes the lists of readable tenants down, each once for a process. */
function introductions(owner: pg.Pool): (reader: string, readable: readonly string[]) => Promise<unknown> {
  const known = new Map<string, Promise<unknown>>()
  return (reader, readable) => {
    if (reader === '') return Promise.resolve()
    const before = known.get(reader)
    if (before) return before
    const writing = owner.query('insert into platform_reader (key, tenants) values ($1, $2) on conflict (key) do nothing', [
      reader,
      [...readable],
    ])
    known.set(reader, writing)
    writing.catch(() => known.delete(reader))
    return writing
  }
}

/** Opens two pools on one address: one as the owner, one as the role `allmende_app` that row-level security binds. Times are milliseconds. */
export function openDatabase<Tables>(
  url: string,
  options: { statementTimeout?: number; connections?: number } = {},
): Database<Tables> {
  const common = {
    connectionString: url,
    statement_timeout: options.statementTimeout ?? 15_000,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
  }
  const owner = new pg.Pool({ ...common, max: 6 })
  const app = new pg.Pool({
    ...common,
    max: options.connections ?? 12,
    // One plan for all values: left to itself, PostgreSQL planned a page's question anew each time, for a third of its cost.
    options: '-c role=allmende_app -c plan_cache_mode=force_generic_plan',
    // Whom a connection speaks for is told together with the first statement, not before it.
    ...{ pipeline: true },
  })
  for (const pool of [owner, app]) {
    pool.on('error', () => {})
    // A connection may break while it is lent, too: its statement fails, the process goes on.
    pool.on('connect', (client) => client.on('error', () => broken.add(client)))
  }
  const scoped = new ScopedConnections(app)
  const system = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparedPool(owner) }) })
  const bound = new Map<string, Kysely<Tables>>()
  const introduce = introductions(owner)
  return {
    url,
    system,
    within(scope) {
      const reader = readerOf(scope)
      const key = `${scope.staff ? 'staff/' : ''}${scope.tenant}/${reader}`
      let db = bound.get(key)
      if (!db) {
        if (bound.size > 2000) bound.clear()
        db = new Kysely<Tables>({
          dialect: new PostgresDialect({
            pool: scoped.within({
              key,
              tenant: scope.tenant,
              reader,
              staff: scope.staff ? 'yes' : '',
              introduced: () => introduce(reader, scope.readable),
            }),
          }),
        })
        bound.set(key, db)
      }
      return db
    },
    async close() {
      scoped.close()
      await app.end()
      await system.destroy()
    },
  }
}

/** Whether the database answers within its own time limit. */
export async function databaseAnswers<T>(db: Database<T>): Promise<boolean> {
  try {
    await sql`select 1`.execute(db.system)
    return true
  } catch {
    return false
  }
}
