import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/**
 * What the register of projects keeps no longer: words of suggestions that were hidden or withdrawn 30 days ago, names 12 months after the
 * answer or the end, marks of supporters 7 days after the mail or 30 days after the end (the number stays), and followers of what has been
 * done or withdrawn for 12 months.
 */
export async function forgetProjects(trx: Db): Promise<void> {
  await sql`update participation_project_suggestion set body = '', author = null, findings = '{}', hidden_reason = null
    where state in ('hidden', 'withdrawn') and closed_at < clock_timestamp() - interval '30 days' and (body <> '' or author is not null)`.execute(
    trx,
  )
  await sql`update participation_project_suggestion set author = null
    where author is not null and coalesce(answered_at, ends_at) < clock_timestamp() - interval '12 months'`.execute(trx)
  await sql`delete from participation_project_support u using participation_project_suggestion s
    where s.id = u.suggestion and (
      (u.confirmed_at is null and u.created_at < clock_timestamp() - interval '7 days')
      or least(s.answered_at, s.closed_at, s.ends_at) < clock_timestamp() - interval '30 days')`.execute(trx)
  await sql`delete from participation_follow f using participation_project p
    where p.id = f.project and ((p.stage = 'done' and p.staged_at < clock_timestamp() - interval '12 months')
      or (p.state = 'withdrawn' and p.changed_at < clock_timestamp() - interval '12 months'))`.execute(trx)
}
