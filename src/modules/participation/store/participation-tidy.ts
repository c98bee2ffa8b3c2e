import { type Kysely, sql } from 'kysely'
import { forgetProjects } from './project-tidy.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

const over = sql`interval '30 days'`
/** DSA Art. 20 (1): at least six months in which one may object. */
const objecting = sql`interval '6 months'`

/** Words that were hidden or withdrawn longer than 30 days ago, wherever they stand: working copy, former wordings, original, reasons, talk. */
async function blankClosed(trx: Db): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from participation_submission where state in ('hidden', 'withdrawn') and closed_at < clock_timestamp() - ${over}
      and (body <> '' or title <> '' or author is not null or place is not null or geometry is not null or answers <> '{}')
    order by closed_at limit 1000 for update skip locked`.execute(trx)
  const ids = rows.map((row) => row.id)
  if (ids.length > 0) {
    await sql`update participation_submission set title = '', body = '', author = null, place = null, geometry = null, answers = '{}', stems = '{}', findings = '{}'
      where id = any(${ids}::uuid[])`.execute(trx)
    await sql`update participation_version set title = '', body = '', place = null, geometry = null, answers = '{}' where submission = any(${ids}::uuid[])`.execute(
      trx,
    )
    await sql`update participation_original set content = '{}', hash = '' where submission = any(${ids}::uuid[])`.execute(trx)
    await sql`update participation_answer set body = '' where kind <> 'answer' and submission = any(${ids}::uuid[])`.execute(trx)
    await sql`update participation_statement set body = '' where comment is null and submission = any(${ids}::uuid[])`.execute(
      trx,
    )
  }
  const comments = await sql<{ id: string }>`
    update participation_comment set body = '', author = null, findings = '{}' where state in ('hidden', 'withdrawn') and closed_at < clock_timestamp() - ${over}
      and (body <> '' or author is not null) returning id`.execute(trx)
  const hidden = comments.rows.map((row) => row.id)
  await sql`update participation_comment_version set body = '' where comment = any(${hidden}::uuid[])`.execute(trx)
  await sql`update participation_comment_talk set body = '' where comment = any(${hidden}::uuid[])`.execute(trx)
  await sql`update participation_statement set body = '' where comment = any(${hidden}::uuid[])`.execute(trx)
}

/** The end of a procedure's retention: so many months after its last phase. */
const retired = sql`select p.id from participation_procedure p join participation_phase f on f.procedure = p.id
  group by p.id having bool_and(f.ends_at is not null or f.starts_at is null) and max(f.ends_at) + make_interval(months => p.retention_months) < clock_timestamp()`

/** Names and ways to reach people when the retention of their procedure is over. */
async function blankPeople(trx: Db): Promise<void> {
  await sql`update participation_submission set author = null where author is not null and procedure in (${retired})`.execute(trx)
  await sql`update participation_comment set author = null where author is not null and procedure in (${retired})`.execute(trx)
  await sql`update participation_original o set content = o.content - 'author' from participation_submission s
    where s.id = o.submission and o.content ? 'author' and s.procedure in (${retired})`.execute(trx)
  await sql`delete from participation_follow where procedure in (${retired})`.execute(trx)
  await forgetVoters(trx)
}

/** Who has voted, codes and papers. The ballots stay: nobody is in them, and the result can be counted again for ever. */
async function forgetVoters(trx: Db): Promise<void> {
  await sql`delete from participation_voter where register in (select register from participation_box where procedure in (${retired}))`.execute(
    trx,
  )
  await sql`delete from participation_code where procedure in (${retired})`.execute(trx)
  await sql`delete from participation_paper where box in (select id from participation_box where procedure in (${retired}))`.execute(
    trx,
  )
}

/** Who reported what, six months after the decision; objections likewise. Addresses nobody confirmed, and what waits for a link, go after 7 days, news after 30. */
async function forgetNotices(trx: Db): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update participation_notice set body = '', name = null where state = 'decided' and decided_at < clock_timestamp() - ${objecting}
      and (body <> '' or name is not null) returning id`.execute(trx)
  await sql`delete from participation_notice_address where notice = any(${rows.map((row) => row.id)}::uuid[])`.execute(trx)
  await sql`update participation_objection set body = '', answer = '' where decided_at < clock_timestamp() - ${objecting} and (body <> '' or answer <> '')`.execute(
    trx,
  )
  await sql`delete from participation_follow where confirmed_at is null and created_at < clock_timestamp() - interval '7 days'`.execute(
    trx,
  )
  await sql`delete from participation_pending where coalesce(confirmed_at, received_at) < clock_timestamp() - interval '7 days'`.execute(
    trx,
  )
  await sql`delete from participation_bundid where asked_at < clock_timestamp() - interval '1 day'`.execute(trx)
  await sql`delete from participation_news where taken_at < clock_timestamp() - ${over}
    and not exists (select 1 from participation_follow_news f where f.news = participation_news.id)`.execute(trx)
}

/** What is kept only so long, as declared beside each column. Once a day; may be repeated and run twice at once. */
export function forgetParticipation(db: Db): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await blankClosed(trx)
    await blankPeople(trx)
    await forgetNotices(trx)
    await forgetProjects(trx)
  })
}
