import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** What is known of somebody by this mark of an address, or by the account with this id. */
export interface ParticipationOfPerson {
  readonly follows: readonly {
    /** Title of the procedure or project. */
    procedure: string
    submission: number | null
    rhythm: string
    createdAt: Date
    confirmedAt: Date | null
  }[]
  /** Suggestions that participation should happen, which the address supports. */
  readonly supports: readonly { project: string; number: number; createdAt: Date; confirmedAt: Date | null }[]
  readonly notices: readonly { year: number; number: number; reason: string; body: string; receivedAt: Date }[]
  /** What waits for its link to be pressed. */
  readonly waiting: readonly { procedure: string; kind: string; content: unknown; receivedAt: Date }[]
  /** What was written as staff. */
  readonly answers: readonly { kind: string; body: string; at: Date }[]
  readonly decisions: readonly { act: string; body: string; at: Date }[]
}

export async function participationOfPerson(db: Db, mark: Buffer, person: string | undefined): Promise<ParticipationOfPerson> {
  const follows = await sql<ParticipationOfPerson['follows'][number]>`
    select coalesce(p.title, j.title) as procedure, s.number as submission, f.rhythm, f.created_at as "createdAt", f.confirmed_at as "confirmedAt" from participation_follow f
    left join participation_procedure p on p.id = f.procedure left join participation_project j on j.id = f.project
    left join participation_submission s on s.id = f.submission where f.address_mark = ${mark} order by f.created_at`.execute(db)
  const supports = await sql<ParticipationOfPerson['supports'][number]>`
    select p.title as project, s.number, u.created_at as "createdAt", u.confirmed_at as "confirmedAt" from participation_project_support u
    join participation_project_suggestion s on s.id = u.suggestion join participation_project p on p.id = s.project
    where u.address_mark = ${mark} order by u.created_at`.execute(db)
  const notices = await sql<ParticipationOfPerson['notices'][number]>`
    select n.year, n.number, n.reason, n.body, n.received_at as "receivedAt" from participation_notice n
    join participation_notice_address a on a.notice = n.id where a.address_mark = ${mark} order by n.received_at`.execute(db)
  const waiting = await sql<ParticipationOfPerson['waiting'][number]>`
    select p.title as procedure, w.kind, w.content, w.received_at as "receivedAt" from participation_pending w
    join participation_procedure p on p.id = w.procedure where w.address_mark = ${mark} order by w.received_at`.execute(db)
  const answers = await sql<ParticipationOfPerson['answers'][number]>`
    select kind, body, at from participation_answer where person = ${person ?? null}
    union all select kind, body, at from participation_comment_talk where person = ${person ?? null} order by at`.execute(db)
  const decisions = await sql<ParticipationOfPerson['decisions'][number]>`
    select act, body, at from participation_statement where person = ${person ?? null} order by at`.execute(db)
  return {
    follows: follows.rows,
    supports: supports.rows,
    notices: notices.rows,
    waiting: waiting.rows,
    answers: answers.rows,
    decisions: decisions.rows,
  }
}

/** Ends what an address follows, takes name and address off its notices, and an account off what it decided and wrote. The acts stay: they are the office's. */
export async function eraseParticipant(db: Db, mark: Buffer, person: string | undefined): Promise<void> {
  await sql`delete from participation_follow where address_mark = ${mark}`.execute(db)
  await sql`delete from participation_pending where address_mark = ${mark}`.execute(db)
  await sql`delete from participation_project_support where address_mark = ${mark}`.execute(db)
  await sql`update participation_notice set name = null where id in (select notice from participation_notice_address where address_mark = ${mark})`.execute(
    db,
  )
  await sql`delete from participation_notice_address where address_mark = ${mark}`.execute(db)
  if (!person) return
  await sql`update participation_answer set person = null where person = ${person}`.execute(db)
  await sql`update participation_comment_talk set person = null where person = ${person}`.execute(db)
  await sql`update participation_statement set person = null where person = ${person}`.execute(db)
  await sql`update participation_objection set person = null where person = ${person}`.execute(db)
  await sql`update participation_objection set first_person = null where first_person = ${person}`.execute(db)
  await sql`update participation_count set person = null where person = ${person}`.execute(db)
  // That two different people typed a paper must stay true; who they were need not be known.
  await sql`update participation_paper set person = gen_random_uuid() where person = ${person}`.execute(db)
}
