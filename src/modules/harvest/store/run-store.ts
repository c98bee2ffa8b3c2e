import { type Kysely, sql } from 'kysely'
import type { SourceFault } from '../model/fault.ts'
import type { Hold } from '../model/guards.ts'
import type { Issue, Run, Source, Summary } from '../model/source.ts'
import { nextAt } from './source-store.ts'

type Db<T> = Kysely<T>

const columns = sql`id, tenant, source, mode, cause, state, phase, cursor, partial, pages, announced, attempts, stop_wanted as "stopWanted", confirmed, read, created, updated,
  unchanged, withdrawn, rejected, kept, renamed, holds, fault, summary, started_at as "startedAt", changed_at as "changedAt", finished_at as "finishedAt"`

export async function runById<T>(db: Db<T>, tenant: string, id: string): Promise<Run | undefined> {
  const { rows } = await sql<Run>`select ${columns} from harvest_run where tenant = ${tenant} and id = ${id}`.execute(db)
  return rows[0]
}

/** The runs of a source, newest first. */
export async function runsOf<T>(db: Db<T>, tenant: string, source: string, limit = 30): Promise<Run[]> {
  const { rows } =
    await sql<Run>`select ${columns} from harvest_run where tenant = ${tenant} and source = ${source} order by started_at desc, id limit ${limit}`.execute(
      db,
    )
  return rows
}

/** The newest run of each source of a tenant. */
export async function newestRuns<T>(db: Db<T>, tenant: string): Promise<Map<string, Run>> {
  const { rows } =
    await sql<Run>`select distinct on (source) ${columns} from harvest_run where tenant = ${tenant} order by source, started_at desc`.execute(
      db,
    )
  return new Map(rows.map((row) => [row.source, row]))
}

/** How many runs of a tenant wait for a person. */
export async function heldRuns<T>(db: Db<T>, tenant: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from harvest_run where tenant = ${tenant} and state = 'held'`.execute(db)
  return rows[0]?.n ?? 0
}

/** Who works on a source. Everything it writes asks whether this is still so. */
export interface Lease {
  readonly source: string
  readonly tenant: string
  readonly holder: string
}

/** Somebody else works on the source by now: whatever was begun must not be written. */
export class LeaseLost extends Error {
  override name = 'LeaseLost'
}

const leaseSeconds = 60

/**
 * Takes the lease of a source, for a new run or for the one that was left behind. Undefined while somebody else has it. A run that was
 * taken up too often is left as failed.
 */
export async function begin<T>(
  db: Db<T>,
  { source, tenant, holder }: Lease,
  wanted: {
    readonly id: string
    readonly mode: Run['mode']
    readonly cause: Run['cause']
    readonly by: string | null
    /** Changes are enough where the source can tell them and was read whole not long ago. */
    readonly changesOnly: boolean
  },
): Promise<Run | undefined> {
  return db.transaction().execute(async (trx) => {
    const { rows: free } =
      await sql`update harvest_source set lease = ${holder}, lease_until = now() + make_interval(secs => ${leaseSeconds})
      where tenant = ${tenant} and id = ${source} and (lease_until is null or lease_until < now()) returning id`.execute(trx)
    if (free.length === 0) return undefined
    const { rows: left } = await sql<Run>`update harvest_run set attempts = attempts + 1, changed_at = now()
      where tenant = ${tenant} and source = ${source} and state = 'running' returning ${columns}`.execute(trx)
    if (left[0]) return left[0]
    // What waited for a person is overtaken by a fresh look.
    await sql`delete from harvest_staged s using harvest_run r where r.tenant = ${tenant} and r.source = ${source} and r.state in ('held', 'ready', 'stopped') and s.run = r.id`.execute(
      trx,
    )
    await sql`update harvest_run set state = 'dropped', finished_at = coalesce(finished_at, now()) where tenant = ${tenant} and source = ${source} and state in ('held', 'ready', 'stopped')`.execute(
      trx,
    )
    const { rows } = await sql<Run>`insert into harvest_run (id, tenant, source, mode, cause, by_person, partial)
      select ${wanted.id}, ${tenant}, ${source}, ${wanted.mode}, ${wanted.cause}, ${wanted.by}, ${wanted.changesOnly} and mark is not null
        and whole_at > now() - case schedule when 'hourly' then interval '1 day' else interval '6 days' end
      from harvest_source where tenant = ${tenant} and id = ${source} returning ${columns}`.execute(trx)
    return rows[0]
  })
}

/** A sign of life; says whether somebody wants the run to stop. Throws LeaseLost. */
export async function keepLease<T>(db: Db<T>, { source, tenant, holder }: Lease, run: string): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    with kept as (update harvest_source set lease_until = now() + make_interval(secs => ${leaseSeconds}) where tenant = ${tenant} and id = ${source} and lease = ${holder} returning id)
    select r.stop_wanted as stop from harvest_run r join kept on kept.id = r.source where r.tenant = ${tenant} and r.id = ${run}`.execute(
    db,
  )
  if (!rows[0]) throw new LeaseLost()
  return rows[0].stop
}

/** Keeps the lease and holds it until the transaction ends, so that nobody takes it over in the middle of a write; says whether somebody wants the run to stop. Throws LeaseLost. */
export async function underLease<T>(trx: Db<T>, { source, tenant, holder }: Lease, run: string): Promise<boolean> {
  const { rows } = await sql<{
    stop: boolean
  }>`update harvest_source set lease_until = now() + make_interval(secs => ${leaseSeconds}) where tenant = ${tenant} and id = ${source} and lease = ${holder}
    returning coalesce((select stop_wanted from harvest_run where tenant = ${tenant} and id = ${run}), false) as stop`.execute(
    trx,
  )
  if (!rows[0]) throw new LeaseLost()
  return rows[0].stop
}

/** From now on the run writes; what it learned before is kept with it. */
export async function enterWriting<T>(trx: Db<T>, run: string, summary: Summary, holds: readonly Hold[]): Promise<void> {
  await sql`update harvest_run set phase = 'write', summary = ${JSON.stringify(summary)}::jsonb, holds = ${JSON.stringify(holds)}::jsonb, changed_at = now() where id = ${run}`.execute(
    trx,
  )
}

/** Gives the lease back without ending the run: somebody else goes on with it. */
export async function releaseLease<T>(db: Db<T>, { source, holder }: Lease): Promise<void> {
  await sql`update harvest_source set lease = null, lease_until = null where id = ${source} and lease = ${holder}`.execute(db)
}

/** Notes how far gathering came, in the transaction that stages the page. */
export async function notePage<T>(
  trx: Db<T>,
  run: string,
  page: {
    readonly cursor: string | undefined
    readonly announced: number | undefined
    readonly fresh: number
    readonly mark: string | undefined
    readonly whole: boolean
  },
): Promise<void> {
  await sql`update harvest_run set cursor = ${page.cursor ?? null}, pages = pages + 1, announced = coalesce(${page.announced ?? null}::integer, announced),
    read = read + ${page.fresh}, mark = coalesce(mark, ${page.mark ?? null}), partial = partial and not ${page.whole}::boolean, phase = case when ${page.cursor ?? null}::text is null then 'judge' else phase end, changed_at = now()
    where id = ${run}`.execute(trx)
}

/** Begins the run anew, for everything: changes alone did not do. */
export async function beginWhole<T>(db: Db<T>, lease: Lease, run: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await underLease(trx, lease, run)
    await sql`delete from harvest_staged where run = ${run}`.execute(trx)
    await sql`update harvest_run set partial = false, phase = 'gather', cursor = null, mark = null, announced = null, pages = 0, read = 0, changed_at = now() where id = ${run}`.execute(
      trx,
    )
  })
}

/** Ends a run and gives the lease back. What failed keeps the source's last good state; a good end makes it the new one. */
export async function endRun<T>(
  db: Db<T>,
  lease: Lease,
  run: string,
  end: {
    readonly state: Run['state']
    readonly phase: Run['phase']
    readonly schedule: Source['schedule']
    readonly holds?: readonly Hold[]
    readonly fault?: SourceFault
    readonly summary?: Summary
  },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await underLease(trx, lease, run)
    const { rows } = await sql<{
      mode: string
      partial: boolean
      mark: string | null
    }>`update harvest_run r set state = ${end.state}, phase = ${end.phase}, holds = coalesce(${end.holds ? JSON.stringify(end.holds) : null}::jsonb, holds),
      fault = ${end.fault ? JSON.stringify(end.fault) : null}::jsonb, summary = coalesce(${end.summary ? JSON.stringify(end.summary) : null}::jsonb, summary),
      read = c.read, created = c.created, updated = c.updated, unchanged = c.unchanged, withdrawn = c.withdrawn, rejected = c.rejected, kept = c.kept, renamed = c.renamed,
      stop_wanted = false, changed_at = now(), finished_at = now()
      from (select count(*)::int as read, count(*) filter (where result = 'created')::int as created, count(*) filter (where result = 'updated')::int as updated,
        count(*) filter (where result = 'unchanged')::int as unchanged, count(*) filter (where result = 'withdrawn')::int as withdrawn,
        count(*) filter (where result = 'rejected')::int as rejected, count(*) filter (where kept)::int as kept, count(*) filter (where was is not null)::int as renamed
        from harvest_staged where run = ${run}) c
      where r.id = ${run} returning r.mode, r.partial, r.mark`.execute(trx)
    const good = end.state === 'done'
    const broken = (end.state === 'failed' || end.state === 'held') && rows[0]?.mode === 'run'
    await sql`update harvest_source set lease = null, lease_until = null, next_at = case when state = 'on' then ${nextAt(end.schedule)} end,
      good_at = case when ${good} then now() else good_at end,
      broken_since = case when ${good} then null when ${broken} then coalesce(broken_since, now()) else broken_since end,
      told_at = case when ${good} then null else told_at end,
      whole_at = case when ${good && rows[0]?.partial === false} then now() else whole_at end,
      -- Settings that changed while it ran: the next run reads everything by them.
      mark = case when not ${good} then mark when changed_at > (select started_at from harvest_run where id = ${run}) then null else ${rows[0]?.mark ?? null} end
      where tenant = ${lease.tenant} and id = ${lease.source}`.execute(trx)
    // A run that is over needs what it staged no longer; one that waits for a person, or can go on, does.
    if (end.state === 'done' || end.state === 'failed') await sql`delete from harvest_staged where run = ${run}`.execute(trx)
  })
}

/** Whether nobody was told yet that the source is broken; from now on somebody was. */
export async function firstToTell<T>(trx: Db<T>, source: string): Promise<boolean> {
  const { rows } =
    await sql`update harvest_source set told_at = now() where id = ${source} and broken_since is not null and told_at is null returning id`.execute(
      trx,
    )
  return rows.length > 0
}

/** A person has looked: the run goes on and writes. False when it waits no longer. */
export async function confirmRun<T>(trx: Db<T>, tenant: string, run: string, by: string | null): Promise<string | undefined> {
  const { rows } = await sql<{
    source: string
  }>`update harvest_run set state = 'running', phase = 'judge', mode = 'run', confirmed = true, confirmed_by = ${by}, finished_at = null, changed_at = now()
    where tenant = ${tenant} and id = ${run} and state in ('held', 'ready') returning source`.execute(trx)
  return rows[0]?.source
}

/** A person has looked and does not want it: what the run found is thrown away. */
export async function dropRun<T>(trx: Db<T>, tenant: string, run: string): Promise<string | undefined> {
  const { rows } = await sql<{
    source: string
  }>`update harvest_run set state = 'dropped', changed_at = now(), finished_at = coalesce(finished_at, now())
    where tenant = ${tenant} and id = ${run} and state in ('held', 'ready', 'stopped') returning source`.execute(trx)
  return rows[0]?.source
}

/** Asks a running run to stop; it does so at its next breath. */
export async function wantStop<T>(trx: Db<T>, tenant: string, run: string): Promise<string | undefined> {
  const { rows } = await sql<{
    source: string
  }>`update harvest_run set stop_wanted = true, changed_at = now() where tenant = ${tenant} and id = ${run} and state = 'running' returning source`.execute(
    trx,
  )
  return rows[0]?.source
}

/** A stopped run goes on where it was. */
export async function goOn<T>(trx: Db<T>, tenant: string, run: string): Promise<string | undefined> {
  const { rows } = await sql<{
    source: string
  }>`update harvest_run set state = 'running', stop_wanted = false, finished_at = null, changed_at = now() where tenant = ${tenant} and id = ${run} and state = 'stopped' returning source`.execute(
    trx,
  )
  return rows[0]?.source
}

export async function issuesOf<T>(db: Db<T>, tenant: string, run: string, after = 0, limit = 50): Promise<Issue[]> {
  const { rows } =
    await sql<Issue>`select number, source_id as "sourceId", reason, detail, page, excerpt, line, field, taken from harvest_issue
    where tenant = ${tenant} and run = ${run} and number > ${after} order by number limit ${limit}`.execute(db)
  return rows
}

/** Runs of the last two years, issues of the last twenty runs of a source. */
export async function forgetRuns<T>(db: Db<T>): Promise<void> {
  await sql`delete from harvest_issue where run in (
    select id from (select id, row_number() over (partition by source order by started_at desc) as n from harvest_run) r where n > 20)`.execute(
    db,
  )
  await sql`delete from harvest_run where started_at < now() - interval '2 years' and state <> 'running'`.execute(db)
}
