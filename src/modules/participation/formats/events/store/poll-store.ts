import { type Kysely, sql } from 'kysely'
import type { IdentityLevel } from '../../../model/procedure.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Choices, Poll, PollAnswer, PollDraft, PollOption, PollState, PollWriting } from '../model/poll.ts'

type Db = Kysely<ParticipationTables>

const columns = sql`p.id, p.tenant, p.procedure, p.key, p.state, p.title, p.about, p.place, p.until, p.names_public as "namesPublic", p.keep_days as "keepDays",
  p.answers, p.event, p.version, p.changed_at as "changedAt"`
const answerColumns = sql`a.id, a.poll, a.procedure, a.number, a.state, a.name, a.email, a.choices, a.lang, a.received_at as "receivedAt"`

/** The searches for a date of a procedure that the connection may see, the newest first. */
export async function pollsOf(db: Db, procedure: string): Promise<Poll[]> {
  const { rows } =
    await sql<Poll>`select ${columns} from participation_poll p where p.procedure = ${procedure} order by p.key desc limit 100`.execute(
      db,
    )
  return rows
}

export async function pollByKey(db: Db, procedure: string, key: number): Promise<Poll | undefined> {
  const { rows } =
    await sql<Poll>`select ${columns} from participation_poll p where p.procedure = ${procedure} and p.key = ${key}`.execute(db)
  return rows[0]
}

export async function pollById(db: Db, tenant: string, id: string): Promise<Poll | undefined> {
  const { rows } =
    await sql<Poll>`select ${columns} from participation_poll p where p.tenant = ${tenant} and p.id = ${id}`.execute(db)
  return rows[0]
}

/** The times of a search, by their beginning. */
export async function optionsOf(db: Db, poll: string): Promise<PollOption[]> {
  const { rows } =
    await sql<PollOption>`select id, starts_at as "startsAt", ends_at as "endsAt", yes, maybe from participation_poll_option
    where poll = ${poll} order by starts_at, ends_at limit 100`.execute(db)
  return rows
}

/** Begins a search as a draft; gives the number in its address. */
export async function insertPoll(
  trx: Db,
  where: { readonly tenant: string; readonly procedure: string },
  id: string,
  one: PollWriting,
): Promise<number> {
  const { rows } = await sql<{ key: number }>`
    insert into participation_poll (id, tenant, procedure, key, title, about, place, until, names_public, keep_days)
    select ${id}, ${where.tenant}, ${where.procedure}, coalesce((select max(p.key) from participation_poll p where p.procedure = ${where.procedure}), 0) + 1,
      ${one.title}, ${one.about}, ${one.place}, ${one.until}, ${one.namesPublic}, ${one.keepDays} returning key`.execute(trx)
  return rows[0]?.key ?? 1
}

/** Writes what staff typed; false when somebody else did since `version`. */
export async function savePoll(
  trx: Db,
  tenant: string,
  at: { readonly id: string; readonly version: number },
  one: PollWriting,
): Promise<boolean> {
  const done =
    await sql`update participation_poll set title = ${one.title}, about = ${one.about}, place = ${one.place}, until = ${one.until},
      names_public = ${one.namesPublic}, keep_days = ${one.keepDays}, version = version + 1, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${at.id} and version = ${at.version}`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Opens, ends or fixes a search; false when it is in none of `from`. */
export async function setPollState(
  trx: Db,
  tenant: string,
  id: string,
  from: readonly PollState[],
  to: PollState,
  event: string | null = null,
): Promise<boolean> {
  const done =
    await sql`update participation_poll set state = ${to}, event = ${event}, version = version + 1, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state = any(${[...from]}::text[])`.execute(trx)
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Offers one more time; one that is offered already stays. */
export async function insertOption(
  trx: Db,
  tenant: string,
  poll: string,
  { startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date },
): Promise<void> {
  await sql`insert into participation_poll_option (tenant, poll, starts_at, ends_at) values (${tenant}, ${poll}, ${startsAt}, ${endsAt})
    on conflict do nothing`.execute(trx)
}

/** Takes a time back that nobody can make. */
export async function deleteOption(trx: Db, tenant: string, poll: string, id: string): Promise<boolean> {
  const done =
    await sql`delete from participation_poll_option where tenant = ${tenant} and poll = ${poll} and id = ${id} and yes = 0 and maybe = 0`.execute(
      trx,
    )
  return Number(done.numAffectedRows ?? 0) > 0
}

/** Keeps an answer. The row's policy asks the database's clock: refused with 42501 when it is too late. What was sent before is not written again. */
export async function insertAnswer(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly poll: string
    readonly draft: PollDraft
    readonly lang: string
    readonly secretHash: Buffer
    readonly addressMark: Buffer | null
    readonly identity: IdentityLevel
    readonly proofMark: Buffer | null
  },
): Promise<void> {
  await sql`insert into participation_poll_answer (id, tenant, poll, name, email, choices, lang, secret_hash, address_mark, identity, proof_mark)
    values (${one.id}, ${one.tenant}, ${one.poll}, ${one.draft.name}, ${one.draft.email ?? null}, ${JSON.stringify(one.draft.choices)}::jsonb, ${one.lang},
      ${one.secretHash}, ${one.addressMark}, ${one.identity}, ${one.proofMark})`.execute(trx)
}

/** What stands behind a secret link, held until the transaction ends; the connection must know the secret. */
export async function answerOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<PollAnswer | undefined> {
  const { rows } =
    await sql<PollAnswer>`select ${answerColumns} from participation_poll_answer a where a.tenant = ${tenant} and a.secret_hash = ${hash}`.execute(
      trx,
    )
  return rows[0]
}

/** Changes an answer; refused with 42501 when it is too late. */
export async function saveAnswer(trx: Db, tenant: string, id: string, one: PollDraft, addressMark: Buffer | null): Promise<void> {
  await sql`update participation_poll_answer set name = ${one.name}, email = ${one.email ?? null}, choices = ${JSON.stringify(one.choices)}::jsonb,
      address_mark = ${addressMark}, changed_at = clock_timestamp() where tenant = ${tenant} and id = ${id} and state = 'given'`.execute(
    trx,
  )
}

/** Takes an answer back: it is blank and counts no longer. */
export async function withdrawAnswer(trx: Db, tenant: string, id: string): Promise<void> {
  await sql`update participation_poll_answer set state = 'withdrawn', name = null, email = null, choices = '{}', address_mark = null, proof_mark = null, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state = 'given'`.execute(trx)
}

/** A line of the table of who can when. */
export interface ShownAnswer {
  readonly number: number
  readonly name: string | null
  readonly choices: Choices
}

/** Who can when, where everybody may read it; empty otherwise. */
export async function shownAnswers(db: Db, poll: string): Promise<ShownAnswer[]> {
  const { rows } = await sql<ShownAnswer>`select number, name, choices from participation_poll_shown(${poll})`.execute(db)
  return rows
}

/** The same for staff, with addresses of those who want to be told. */
export async function answersOf(db: Db, poll: string): Promise<PollAnswer[]> {
  const { rows } =
    await sql<PollAnswer>`select ${answerColumns} from participation_poll_answer a where a.poll = ${poll} and a.state = 'given' order by a.number limit 2000`.execute(
      db,
    )
  return rows
}

/** Deletes who answered when the days after the last offered time are over; the counts stay. */
export async function forgetPollAnswers(system: Db, now: Date): Promise<void> {
  await sql`update participation_poll_answer a set name = null, email = null, address_mark = null, proof_mark = null, secret_hash = null from participation_poll p
    where p.id = a.poll and (a.secret_hash is not null or a.name is not null or a.email is not null)
      and ${now}::timestamptz > greatest(p.until, (select max(o.ends_at) from participation_poll_option o where o.poll = p.id)) + make_interval(days => p.keep_days)`.execute(
    system,
  )
}
