import { type Kysely, sql } from 'kysely'
import pg from 'pg'

/** One thing that happened. `seq` orders what one transaction did. */
export interface OutboxEvent {
  readonly seq: number
  readonly topic: string
  readonly tenant: string | null
  readonly subject: string | null
  readonly payload: unknown
}

/** Some events, and how far the reader has come with them: the number of a transaction, to be handed in the next time. */
export interface OutboxPage {
  readonly events: readonly OutboxEvent[]
  readonly cursor: number
}

/**
 * Events after `after`, transaction by transaction. Only transactions older than every running one are given, and they are
 * followed by their own number: sequence numbers are drawn before the commit, so a smaller one may become visible later and
 * a reader who remembers the greatest number would never see it. A transaction is given whole, so there may be more than `limit`.
 */
export async function readEvents<T>(db: Kysely<T>, topics: readonly string[], after: number, limit = 2000): Promise<OutboxPage> {
  const { rows } = await sql<OutboxEvent & { xid: number }>`
    select seq, topic, tenant, subject, payload, xid::text::bigint as xid from platform_event
    where xid > ${String(after)}::xid8 and topic = any(${[...topics]}::text[]) and xid < pg_snapshot_xmin(pg_current_snapshot())
    order by xid fetch first ${limit} rows with ties`.execute(db)
  rows.sort((a, b) => a.xid - b.xid || a.seq - b.seq)
  return { events: rows.map(({ xid, ...event }) => event), cursor: rows.at(-1)?.xid ?? after }
}

/** How far a reader may be by now: every transaction up to this number has ended. */
export async function lastEvent<T>(db: Kysely<T>): Promise<number> {
  const { rows } = await sql<{ xid: number }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 as xid`.execute(db)
  return rows[0]?.xid ?? 0
}

/** The oldest transaction whose events are still kept; undefined when there is none. */
export async function oldestEvent<T>(db: Kysely<T>): Promise<number | undefined> {
  const { rows } = await sql<{
    xid: number
  }>`select xid::text::bigint as xid from platform_event order by platform_event.xid limit 1`.execute(db)
  return rows[0]?.xid
}

/** Removes events older than `days`; who follows from further back reads everything anew. */
export async function forgetEvents<T>(db: Kysely<T>, days: number): Promise<void> {
  await sql`delete from platform_event where at < now() - make_interval(days => ${days})`.execute(db)
}

/**
 * Calls `wake` after each commit that wrote an event (LISTEN), and every `everyMs` in any case. `listening` is told when it
 * begins to hear of every commit (it has heard a word of its own), and when it does no more. `stop` ends it.
 */
export function listenForEvents(
  url: string,
  wake: (because: 'commit' | 'time') => void,
  { everyMs = 2000, listening = () => {} }: { everyMs?: number; listening?: (hears: boolean) => void } = {},
): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  const timer = setInterval(() => wake('time'), everyMs)
  timer.unref()
  const connect = async () => {
    if (stopped) return
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    client = fresh
    let hears = false
    fresh.on('notification', () => {
      if (!hears) listening(true)
      hears = true
      wake('commit')
    })
    // A lost connection is no fault: the timer goes on, and a new one is made after a moment. One that fails says so twice.
    let lost = false
    const again = () => {
      if (lost) return
      lost = true
      listening(false)
      if (!stopped) setTimeout(connect, 1000).unref()
    }
    fresh.on('error', () => {})
    fresh.on('end', again)
    try {
      await fresh.connect()
      await fresh.query('listen platform_event')
      await fresh.query(`select pg_notify('platform_event', '')`)
    } catch {
      fresh.end().catch(() => {})
      again()
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
