import { type Kysely, sql } from 'kysely'
import type { NoticeDecision } from '../model/notice.ts'
import type { Outcome, Reason } from '../model/submission.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

// Everything here runs as the owner, for the job that tells people what happened: addresses are read nowhere else.

/** Notes that phases of public procedures began, each once; what began longer ago than a day is no news any more. */
export async function notePhases(trx: Db): Promise<void> {
  await sql`with participation_began as (
      insert into participation_phase_told (phase, tenant)
      select f.id, f.tenant from participation_phase f join participation_procedure p on p.id = f.procedure and p.state = 'public'
      where f.track = 'public' and f.starts_at <= clock_timestamp() and f.starts_at > clock_timestamp() - interval '1 day'
      on conflict (phase) do nothing returning phase
    )
    insert into participation_news (tenant, procedure, what, ref)
    select f.tenant, f.procedure, 'phase', f.id from participation_phase f join participation_began b on b.phase = f.id`.execute(
    trx,
  )
}

/**
 * Takes some of what happened, oldest first, and notes it for everybody it is for. Taking and noting are one transaction, and the rows are
 * locked: two jobs do not tell the same, and after a crash nothing is missing. Gives how many were taken, and the notices that
 * some are about: those are told to their senders, not to followers. `ofFormats`: what formats note for those who follow a procedure.
 */
export async function takeNews(
  trx: Db,
  limit: number,
  ofFormats: readonly string[],
): Promise<{ taken: number; notices: string[] }> {
  const { rows } = await sql<{ id: string; what: string; ref: string | null }>`
    select id::text as id, what, ref from participation_news where taken_at is null order by id limit ${limit} for update skip locked`.execute(
    trx,
  )
  if (rows.length === 0) return { taken: 0, notices: [] }
  const ids = rows.map((row) => row.id)
  await sql`update participation_news set taken_at = clock_timestamp() where id = any(${ids}::bigint[])`.execute(trx)
  // Who follows a submission hears of it; of one that was merged also what happens to the other. Questions, refusals and objections are for
  // the author alone; so is all that happens to a comment. Who follows the procedure hears what everybody may read. Nobody hears what happened before he asked.
  await sql`insert into participation_follow_news (follow, tenant, news)
    select f.id, f.tenant, n.id from participation_news n join participation_follow f on f.procedure = n.procedure and f.confirmed_at is not null and f.confirmed_at <= n.at
    left join participation_submission s on s.id = f.submission
    where n.id = any(${ids}::bigint[]) and n.what <> 'notice' and n.comment is not distinct from f.comment and case
      when f.comment is not null then f.author
      when f.submission is null then n.what in ('published', 'answer', 'decision', 'phase') or n.what = any(${[...ofFormats]}::text[])
      when n.submission is null then n.what = 'phase' and f.author
      else (n.submission = f.submission or n.submission = s.merged_into)
        and (f.author or n.what in ('answer', 'merged', 'decision'))
        and (n.submission = f.submission or n.what in ('answer', 'decision', 'merged'))
    end
    on conflict do nothing`.execute(trx)
  await sql`insert into participation_follow_news (follow, tenant, news)
    select f.id, f.tenant, n.id from participation_news n join participation_follow f on f.project = n.project and f.confirmed_at is not null and f.confirmed_at <= n.at
    where n.id = any(${ids}::bigint[]) on conflict do nothing`.execute(trx)
  return {
    taken: rows.length,
    notices: rows.flatMap(({ what, ref }) => (what === 'notice' && ref ? [ref] : [])),
  }
}

/** Somebody to whom something is to be told now. */
export interface DueFollow {
  readonly id: string
  readonly tenant: string
  readonly project: string | null
  readonly submission: string | null
  readonly comment: string | null
  readonly author: boolean
  readonly rhythm: string
  readonly lang: string
  readonly email: string
  /** Ids of news, newest first, at most 50. */
  readonly news: readonly string[]
  readonly count: number
}

/** Those whose time has come, locked so that another process passes them by. `daily` and `weekly`: whether digests go out in this hour. */
export async function dueFollows(
  trx: Db,
  at: Date,
  digests: { readonly daily: boolean; readonly weekly: boolean },
  limit: number,
): Promise<DueFollow[]> {
  const { rows } = await sql<DueFollow>`
    select f.id, f.tenant, f.project, f.submission, f.comment, f.author, f.rhythm, f.lang, a.email, n.news, n.count
    from participation_follow f join participation_follow_address a on a.follow = f.id
    cross join lateral (
      select (array_agg(one.news::text order by one.news desc))[1:50] as news, count(*)::int as count from participation_follow_news one where one.follow = f.id
    ) n
    where n.count > 0 and exists (select 1 from participation_follow_news e where e.follow = f.id) and (
      f.rhythm = 'immediate'
      or (f.rhythm = 'daily' and ${digests.daily} and coalesce(f.told_at, '-infinity') < ${at}::timestamptz - interval '20 hours')
      or (f.rhythm = 'weekly' and ${digests.weekly} and coalesce(f.told_at, '-infinity') < ${at}::timestamptz - interval '6 days'))
    order by f.id limit ${limit} for update of f skip locked`.execute(trx)
  return rows
}

/** What was told is told: its notes go. */
export async function markFollowsTold(trx: Db, ids: readonly string[], at: Date): Promise<void> {
  await sql`delete from participation_follow_news where follow = any(${[...ids]}::uuid[])`.execute(trx)
  await sql`update participation_follow set told_at = ${at} where id = any(${[...ids]}::uuid[])`.execute(trx)
}

/** A piece of news with what a mail says of it. */
export interface ToldNews {
  readonly id: string
  readonly what: string
  /** The answer, statement, phase or thing of a format that it is about. */
  readonly ref: string | null
  readonly format: string
  readonly slug: string
  readonly procedureTitle: string
  readonly prefix: string
  readonly submission: string | null
  readonly comment: string | null
  readonly number: number | null
  readonly title: string | null
  readonly state: string | null
  readonly intoNumber: number | null
  /** Of the answer or question. */
  readonly body: string | null
  readonly outcome: Outcome | null
  readonly reason: Reason | null
  readonly office: string | null
  /** Of the statement of reasons. */
  readonly code: string | null
  readonly sentence: string | null
  readonly decisionTitle: string | null
  readonly decisionState: string | null
  readonly phaseTitle: string | null
  readonly upheld: boolean | null
  readonly objectionAnswer: string | null
}

export async function toldNews(trx: Db, ids: readonly string[]): Promise<Map<string, ToldNews>> {
  const { rows } = await sql<ToldNews>`
    select n.id::text as id, n.what, n.ref, p.format, p.slug, p.title as "procedureTitle", p.prefix, n.submission, n.comment, s.number, s.title, s.state, i.number as "intoNumber",
      coalesce(a.body, ct.body) as body, a.outcome, a.reason, a.office, st.code, st.body as sentence, d.title as "decisionTitle", d.state as "decisionState", f.title as "phaseTitle",
      o.upheld, o.answer as "objectionAnswer"
    from participation_news n join participation_procedure p on p.id = n.procedure and p.state <> 'draft'
    left join participation_submission s on s.id = n.submission left join participation_submission i on i.id = s.merged_into
    left join participation_answer a on a.id = n.ref and n.what in ('answer', 'question')
    left join participation_comment_talk ct on ct.id = n.ref and n.what = 'question'
    left join participation_statement st on st.id = n.ref left join participation_decision d on d.id = n.ref
    left join participation_phase f on f.id = n.ref left join participation_objection o on o.id = n.ref
    where n.id = any(${[...ids]}::bigint[])`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A decision on a notice, as its letter tells it. */
export interface ToldNotice {
  readonly id: string
  readonly tenant: string
  readonly year: number
  readonly number: number
  readonly lang: string
  readonly address: string
  readonly decision: NoticeDecision | null
  readonly body: string | null
  readonly email: string
  /** The second look, where there was one. */
  readonly upheld: boolean | null
  readonly secondAnswer: string | null
}

/** A notice with its decision and the address of its sender; undefined when there is no address. */
export async function toldNotice(trx: Db, id: string): Promise<ToldNotice | undefined> {
  const { rows } = await sql<ToldNotice>`
    select n.id, n.tenant, n.year, n.number, n.lang, n.address, n.decision, st.body, a.email, o.upheld, o.answer as "secondAnswer"
    from participation_notice n join participation_notice_address a on a.notice = n.id
    left join lateral (select id, body from participation_statement where notice = n.id order by at limit 1) st on true
    left join participation_objection o on o.statement = st.id and o.party = 'notifier' and o.decided_at is not null
    where n.id = ${id}`.execute(trx)
  return rows[0]
}
