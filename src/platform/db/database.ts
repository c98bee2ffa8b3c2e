import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'

/** Which tenant a query speaks for, and whose published things it may read besides. Ids are UUIDs. */
export interface Scope {
  readonly tenant: string
  readonly readable: readonly string[]
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

interface BoundClient extends pg.PoolClient {
  allmendeScope?: string
}

/** A pool whose connections are told their scope before each use; the telling is skipped while it stays the same. */
function scopedPool(pool: pg.Pool, scope: Scope): PostgresPool {
  const key = `${scope.tenant}/${scope.readable.join(',')}`
  return {
    async connect() {
      const client: BoundClient = await pool.connect()
      if (client.allmendeScope !== key) {
        try {
          await client.query({
            name: 'allmende-scope',
            text: "select set_config('allmende.tenant', $1, false), set_config('allmende.readable', $2, false)",
            values: [scope.tenant, `{${scope.readable.join(',')}}`],
          })
          client.allmendeScope = key
        } catch (error) {
          client.release(true)
          throw error
        }
      }
      return client
    },
    async end() {},
    options: {},
  }
}

/** Opens two pools on one address: one as the owner, one as the role `allmende_app` that row-level security binds. Times are milliseconds. */
export function openDatabase<Tables>(url: string, options: { statementTimeout?: number; connections?: number } = {}): Database<Tables> {
  const common = { connectionString: url, statement_timeout: options.statementTimeout ?? 15_000, keepAlive: true, idleTimeoutMillis: 30_000 }
  const owner = new pg.Pool({ ...common, max: 6 })
  const app = new pg.Pool({ ...common, max: options.connections ?? 12, options: '-c role=allmende_app' })
  for (const pool of [owner, app]) pool.on('error', () => {})
  const system = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: owner }) })
  const bound = new Map<string, Kysely<Tables>>()
  return {
    url,
    system,
    within(scope) {
      const key = `${scope.tenant}/${scope.readable.length}/${scope.readable.join(',')}`
      let db = bound.get(key)
      if (!db) {
        if (bound.size > 2000) bound.clear()
        db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: scopedPool(app, scope) }) })
        bound.set(key, db)
      }
      return db
    },
    async close() {
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
