import { type Kysely, sql } from 'kysely'
import pg from 'pg'

/** The outbox's table, for those who write to it inside their own transaction. */
export interface OutboxTables {
  platform_event: { seq: number; topic: string; tenant: string | null; subject: string | null; payload: unknown; at: Date }
}

/** One thing that happened. `seq` grows; it may have gaps. */
export interface OutboxEvent {
  readonly seq: number
  readonly topic: string
  readonly tenant: string | null
  readonly subject: string | null
  readonly payload: unknown
}

/**
 * Events after `after`, oldest first. Only those whose transaction is older than every running one are given:
 * a sequence number is drawn before the commit, so a later number may become visible first.
 */
export async function readEvents<T>(db: Kysely<T>, topics: readonly string[], after: number, limit = 2000): Promise<OutboxEvent[]> {
  const { rows } = await sql<OutboxEvent>`
    select seq, topic, tenant, subject, payload from platform_event
    where seq > ${after} and topic = any(${[...topics]}::text[]) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by seq limit ${limit}`.execute(db)
  return rows
}

/** The newest sequence number that can be read, 0 when nothing happened yet. */
export async function lastEvent<T>(db: Kysely<T>): Promise<number> {
  const { rows } = await sql<{ seq: number }>`
    select coalesce(max(seq), 0) as seq from platform_event where xid < pg_snapshot_xmin(pg_current_snapshot())`.execute(db)
  return rows[0]?.seq ?? 0
}

/** The oldest sequence number still kept; undefined when there is none. */
export async function oldestEvent<T>(db: Kysely<T>): Promise<number | undefined> {
  const { rows } = await sql<{ seq: number | null }>`select min(seq) as seq from platform_event`.execute(db)
  return rows[0]?.seq ?? undefined
}

/** Removes events older than `days`; who follows from further back reads everything anew. */
export async function forgetEvents<T>(db: Kysely<T>, days: number): Promise<void> {
  await sql`delete from platform_event where at < now() - make_interval(days => ${days})`.execute(db)
}

/** Calls `wake` after each commit that wrote an event (LISTEN), and every `everyMs` in any case. `stop` ends it. */
export function listenForEvents(url: string, wake: () => void, everyMs = 2000): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  const timer = setInterval(wake, everyMs)
  timer.unref()
  const connect = async () => {
    if (stopped) return
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    client = fresh
    fresh.on('notification', wake)
    // A lost connection is no fault: the timer goes on, and a new one is made after a moment.
    fresh.on('error', () => {})
    fresh.on('end', () => {
      if (!stopped) setTimeout(connect, 1000).unref()
    })
    try {
      await fresh.connect()
      await fresh.query('listen platform_event')
      wake()
    } catch {
      if (!stopped) setTimeout(connect, 1000).unref()
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      await client?.end().catch(() => {})
    },
  }
}
