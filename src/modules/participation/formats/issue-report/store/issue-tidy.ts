import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/**
 * What is kept no longer, as declared beside each table. An issue reporting has no last phase from which its retention could count: it
 * counts for each report from the day on which it was dealt with. Once a day; may be repeated.
 */
export function tidyIssues(db: Db): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`delete from participation_issue_photo where submission is null and at < clock_timestamp() - interval '1 day'`.execute(
      trx,
    )
    await sql`delete from participation_issue_photo f using participation_submission s
      where s.id = f.submission and s.state in ('hidden', 'withdrawn') and s.closed_at < clock_timestamp() - interval '30 days'`.execute(
      trx,
    )
    await sql`delete from participation_issue_key where at < clock_timestamp() - interval '90 days'`.execute(trx)
    const over = sql`select i.submission from participation_issue i join participation_procedure p on p.id = i.procedure
      where i.closed_at + make_interval(months => p.retention_months) < clock_timestamp()`
    await sql`delete from participation_issue_photo where submission in (${over})`.execute(trx)
    await sql`delete from participation_follow where submission in (${over})`.execute(trx)
    await sql`update participation_submission set author = null where author is not null and id in (${over})`.execute(trx)
    await sql`update participation_original set content = content - 'author' where content ? 'author' and submission in (${over})`.execute(
      trx,
    )
  })
}
