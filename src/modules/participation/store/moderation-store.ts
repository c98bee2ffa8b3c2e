import { randomUUID } from 'node:crypto'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Comment } from '../model/comment.ts'
import type { ProtocolAct, StatementAct } from '../model/moderation.ts'
import type { Submission } from '../model/submission.ts'
import { submissionColumns } from './submission-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

/** A submission as moderation sees it. */
export interface ModeratedSubmission extends Submission {
  readonly moderated: number
  readonly findings: readonly string[]
  readonly stems: readonly string[]
}

/** A comment as moderation sees it. */
export interface ModeratedComment extends Omit<Comment, 'parent' | 'office'> {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
  readonly findings: readonly string[]
  readonly version: number
  readonly moderated: number
}

const lock = (yes: boolean, of: string) => (yes ? sql.raw(`for update of ${of}`) : sql``)

/** A submission of a tenant in any state; locked until the end of the transaction if wanted. */
export async function moderatedSubmission(
  db: Db,
  tenant: string,
  id: string,
  locked = false,
): Promise<ModeratedSubmission | undefined> {
  const { rows } =
    await sql<ModeratedSubmission>`select ${submissionColumns}, s.moderated, s.findings, s.stems from participation_submission s where s.tenant = ${tenant} and s.id = ${id} ${lock(locked, 's')}`.execute(
      db,
    )
  return rows[0]
}

/** Id of the submission that a number names within a procedure, in any state. */
export async function submissionNumbered(
  db: Db,
  tenant: string,
  procedure: string,
  named: { readonly prefix: string; readonly number: number },
): Promise<string | undefined> {
  const { rows } = await sql<{
    id: string
  }>`select s.id from participation_submission s join participation_procedure p on p.id = s.procedure
    where s.tenant = ${tenant} and s.procedure = ${procedure} and p.prefix = ${named.prefix} and s.number = ${named.number}`.execute(
    db,
  )
  return rows[0]?.id
}

/** A comment of a tenant; locked until the end of the transaction if wanted. */
export async function moderatedComment(
  db: Db,
  tenant: string,
  id: string,
  locked = false,
): Promise<ModeratedComment | undefined> {
  const { rows } = await sql<ModeratedComment>`
    select c.id, c.tenant, c.procedure, c.submission, c.state, c.body, c.author, c.stance, c.lang, c.findings, c.moderated, c.received_at as "receivedAt",
      1 + (select count(*)::int from participation_comment_version v where v.comment = c.id) as version
    from participation_comment c where c.tenant = ${tenant} and c.id = ${id} and c.office is null ${lock(locked, 'c')}`.execute(
    db,
  )
  return rows[0]
}

/** The comment or submission that something is about, in any state. */
export const moderatedThing = (
  db: Db,
  tenant: string,
  of: { readonly submission: string; readonly comment: string | null },
): Promise<ModeratedComment | ModeratedSubmission | undefined> =>
  of.comment ? moderatedComment(db, tenant, of.comment) : moderatedSubmission(db, tenant, of.submission)

/** Locks submissions, always in one order, so that two who merge never wait for each other. */
export async function lockSubmissions(trx: Db, tenant: string, ids: readonly string[]): Promise<void> {
  await sql`select id from participation_submission where tenant = ${tenant} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(
    trx,
  )
}

/** Another state, noted as an act of staff. */
export async function moderateSubmission(
  trx: Db,
  id: string,
  to: Submission['state'],
  into: string | null = null,
): Promise<void> {
  await sql`update participation_submission set state = ${to}, merged_into = ${into}, moderated = moderated + 1, changed_at = clock_timestamp(),
      findings = case when ${to} = 'public' then '{}' else findings end,
      closed_at = case when ${to} = 'hidden' then clock_timestamp() end where id = ${id}`.execute(trx)
}

/** Takes the shown name away. */
export async function blankAuthor(trx: Db, id: string): Promise<void> {
  await sql`update participation_submission set author = null where id = ${id}`.execute(trx)
}

/** Notes an act that leaves the state as it is. */
export async function countAct(trx: Db, id: string): Promise<void> {
  await sql`update participation_submission set moderated = moderated + 1 where id = ${id}`.execute(trx)
}

/** Notes an act on a comment that leaves its state as it is. */
export async function countCommentAct(trx: Db, id: string): Promise<void> {
  await sql`update participation_comment set moderated = moderated + 1 where id = ${id}`.execute(trx)
}

export async function moderateComment(trx: Db, id: string, to: ModeratedComment['state']): Promise<void> {
  await sql`update participation_comment set state = ${to}, moderated = moderated + 1,
      findings = case when ${to} = 'public' then '{}' else findings end,
      closed_at = case when ${to} = 'hidden' then clock_timestamp() end where id = ${id}`.execute(trx)
}

/** Puts a comment, and what answers it, under another submission. */
export async function moveComment(trx: Db, id: string, to: string): Promise<void> {
  await sql`
    with recursive participation_branch as (
      select id from participation_comment where id = ${id}
      union all select c.id from participation_comment c join participation_branch b on c.parent = b.id
    )
    update participation_comment c set submission = ${to}, came_from = null, parent = case when c.id = ${id} then null else c.parent end,
      moderated = moderated + 1 from participation_branch b where b.id = c.id`.execute(trx)
}

/** Keeps a comment's wording as a former one, and writes the new one. */
export async function rewordComment(trx: Db, one: ModeratedComment, body: string, reason: string): Promise<void> {
  await sql`insert into participation_comment_version (comment, version, tenant, body, reason) values (${one.id}, ${one.version}, ${one.tenant}, ${one.body}, ${reason})`.execute(
    trx,
  )
  await sql`update participation_comment set body = ${body}, moderated = moderated + 1 where id = ${one.id}`.execute(trx)
}

/** All comments under one submission go under another, hidden and waiting ones too. */
export async function leadCommentsAlong(trx: Db, from: string, to: string): Promise<void> {
  await sql`update participation_comment set submission = ${to}, came_from = coalesce(came_from, ${from}) where submission = ${from}`.execute(
    trx,
  )
}

/** Reactions under a submission: their marks. */
export async function marksUnder(trx: Db, submission: string): Promise<Buffer[]> {
  const { rows } = await sql<{ mark: Buffer }>`select mark from participation_reaction where submission = ${submission}`.execute(
    trx,
  )
  return rows.map((row) => row.mark)
}

/** Reactions go under another submission with new marks; who reacted there already stays behind and counts once. */
export async function leadReactionsAlong(
  trx: Db,
  from: string,
  to: string,
  marks: readonly { readonly old: Buffer; readonly fresh: Buffer }[],
): Promise<void> {
  if (marks.length === 0) return
  await sql`update participation_reaction r set submission = ${to}, mark = m.fresh, came_from = coalesce(r.came_from, ${from})
    from unnest(${marks.map((one) => one.old)}::bytea[], ${marks.map((one) => one.fresh)}::bytea[]) as m(old, fresh)
    where r.submission = ${from} and r.mark = m.old
      and not exists (select 1 from participation_reaction there where there.submission = ${to} and there.mark = m.fresh)`.execute(
    trx,
  )
}

/** What a merge led along goes back. `marks` are those under `to` that came from `from`. */
export async function leadBack(
  trx: Db,
  from: string,
  to: string,
  marks: readonly { old: Buffer; fresh: Buffer }[],
): Promise<void> {
  await sql`update participation_comment set submission = ${from}, came_from = null where submission = ${to} and came_from = ${from}`.execute(
    trx,
  )
  if (marks.length > 0)
    await sql`update participation_reaction r set submission = ${from}, mark = m.fresh, came_from = null
      from unnest(${marks.map((one) => one.old)}::bytea[], ${marks.map((one) => one.fresh)}::bytea[]) as m(old, fresh)
      where r.submission = ${to} and r.came_from = ${from} and r.mark = m.old
        and not exists (select 1 from participation_reaction there where there.submission = ${from} and there.mark = m.fresh)`.execute(
      trx,
    )
}

/** Marks under `to` of reactions that came from `from`. */
export async function marksFrom(trx: Db, to: string, from: string): Promise<Buffer[]> {
  const { rows } = await sql<{
    mark: Buffer
  }>`select mark from participation_reaction where submission = ${to} and came_from = ${from}`.execute(trx)
  return rows.map((row) => row.mark)
}

/** A decision with its reason, as it is kept. */
export interface Statement {
  readonly id: string
  readonly submission: string
  readonly comment: string | null
  readonly act: StatementAct
  readonly code: string
  readonly body: string
  readonly notice: string | null
  /** For staff only; null for authors. */
  readonly person: string | null
  readonly at: Date
}

export interface NewStatement {
  readonly tenant: string
  readonly procedure: string
  readonly submission: string
  readonly comment?: string | undefined
  readonly act: StatementAct
  readonly code?: string
  readonly body?: string
  readonly notice?: string | undefined
  /** null in the demonstration, where nobody did it. */
  readonly person: string | null
  /** Nothing was done to it now, so the protocol has nothing new to say. */
  readonly quiet?: boolean
}

/** Keeps the reason of an act for those it concerns, and its code for the public protocol. Gives its id. */
export async function writeStatement(trx: Db, one: NewStatement): Promise<string> {
  const id = randomUUID()
  const code = one.code ?? ''
  await sql`insert into participation_statement (id, tenant, procedure, submission, comment, act, code, body, notice, person)
    values (${id}, ${one.tenant}, ${one.procedure}, ${one.submission}, ${one.comment ?? null}, ${one.act}, ${code}, ${one.body ?? ''}, ${one.notice ?? null}, ${one.person})`.execute(
    trx,
  )
  if (one.act !== 'published' && one.act !== 'kept' && !one.quiet)
    await sql`insert into participation_act (id, tenant, procedure, submission, comment, act, reason)
      values (${randomUUID()}, ${one.tenant}, ${one.procedure}, ${one.submission}, ${one.comment ?? null}, ${one.act}, ${code})`.execute(
      trx,
    )
  return id
}

/** Decisions about something, newest first. Who may not see one is not given it. */
async function statements(db: Db, about: RawBuilder<unknown>): Promise<Statement[]> {
  const { rows } =
    await sql<Statement>`select id, submission, comment, act, code, body, notice, person, at from participation_statement
    where ${about} order by at desc, id limit 50`.execute(db)
  return rows
}

/** Decisions on a submission itself. */
export const statementsOn = (db: Db, submission: string): Promise<Statement[]> =>
  statements(db, sql`submission = ${submission} and comment is null`)

/** Decisions on a comment, wherever it stands now. */
export const statementsOnComment = (db: Db, comment: string): Promise<Statement[]> => statements(db, sql`comment = ${comment}`)

/** The decisions on a notice. */
export const statementsForNotice = (db: Db, notice: string): Promise<Statement[]> => statements(db, sql`notice = ${notice}`)

/** A line of the public protocol. */
export interface ProtocolRow {
  readonly id: string
  readonly number: number
  readonly comment: boolean
  readonly act: ProtocolAct
  readonly reason: string
  readonly at: Date
}

/** What moderation did in a procedure, newest first, behind the line `after`. The number is told even where the submission is not. */
export async function protocolOf(db: Db, procedure: string, after: string | undefined, limit: number): Promise<ProtocolRow[]> {
  const behind = after ? sql`and (a.at, a.id) < (select at, id from participation_act where id = ${after})` : sql``
  const { rows } = await sql<ProtocolRow>`
    select a.id, participation_number_of(a.submission) as number, a.comment is not null as comment, a.act, a.reason, a.at
    from participation_act a where a.procedure = ${procedure} ${behind} order by a.at desc, a.id desc limit ${limit}`.execute(db)
  return rows
}
