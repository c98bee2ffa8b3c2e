import { type Kysely, sql } from 'kysely'

/** Moves a run of the demonstration into the past, so that its history is one. */
export async function moveRun<T>(db: Kysely<T>, run: string, hoursAgo: number, seconds: number): Promise<void> {
  await sql`update harvest_run set started_at = now() - make_interval(hours => ${hoursAgo}), finished_at = now() - make_interval(hours => ${hoursAgo}) + make_interval(secs => ${seconds}),
    changed_at = now() - make_interval(hours => ${hoursAgo}) where id = ${run}`.execute(db)
  await sql`update harvest_source s set good_at = case when r.state = 'done' then r.finished_at else s.good_at end,
    broken_since = case when r.state in ('failed', 'held') then r.finished_at else s.broken_since end from harvest_run r where r.id = ${run} and s.id = r.source`.execute(
    db,
  )
}
