import { type Kysely, sql } from 'kysely'
import type { IdentityLevel } from '../../../model/procedure.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { AnswerValue } from '../model/answer.ts'
import type { Waiting } from '../model/next-statement.ts'

type Db = Kysely<ParticipationTables>

/** Who answers in which procedure. */
export interface Participant {
  readonly tenant: string
  readonly procedure: string
  readonly mark: Buffer
  /** What was shown by whoever answers; nothing where nothing is asked. */
  readonly identity?: IdentityLevel
}

/**
 * One row for a participant and a statement, however many answers come at once; the later one counts. The connection must know the
 * mark. Whether it is still time, and the statement is shown, is decided by the row's policy: PostgreSQL refuses with 42501.
 */
export async function putAnswer(
  trx: Db,
  { tenant, procedure, mark, identity = 'none' }: Participant,
  statement: string,
  value: AnswerValue,
): Promise<void> {
  await sql`insert into participation_opinion_vote (tenant, procedure, participant, statement, value, identity)
    values (${tenant}, ${procedure}, ${mark}, ${statement}, ${value}, ${identity})
    on conflict (procedure, participant, statement) do update
      set value = excluded.value, identity = excluded.identity, day = excluded.day, change = nextval('participation_opinion_change'), came_from = null
    where participation_opinion_vote.value <> excluded.value or participation_opinion_vote.came_from is not null`.execute(trx)
}

/** Deletes everything that a participant said in a procedure; gives how much that was. Also after the end. */
export async function dropAnswers(trx: Db, { procedure, mark }: Participant): Promise<number> {
  const done = await sql`delete from participation_opinion_vote where procedure = ${procedure} and participant = ${mark}`.execute(
    trx,
  )
  return Number(done.numAffectedRows ?? 0)
}

/** Shown statements that a participant has not answered; without a mark all. */
export async function waitingFor(db: Db, procedure: string, mark: Buffer | undefined): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select s.id, s.agree + s.disagree + s.pass as votes from participation_opinion_statement s
    where s.procedure = ${procedure} and s.shown ${
      mark
        ? sql`and not exists (select 1 from participation_opinion_vote v where v.procedure = ${procedure} and v.participant = ${mark} and v.statement = s.id)`
        : sql``
    } order by s.number`.execute(db)
  return rows
}

/** What a participant said, by statement. The connection must know the mark. */
export async function answersOfParticipant(trx: Db, procedure: string, mark: Buffer): Promise<ReadonlyMap<string, AnswerValue>> {
  const { rows } = await sql<{ statement: string; value: AnswerValue }>`select statement, value from participation_opinion_vote
    where procedure = ${procedure} and participant = ${mark}`.execute(trx)
  return new Map(rows.map(({ statement, value }) => [statement, value]))
}

/** One answer as it is read for counting and exports. */
export interface VoteRow {
  readonly participant: Buffer
  readonly statement: string
  readonly value: AnswerValue
  readonly day: string
}

/** So many at once that reading a large conversation never holds up a page. */
const batch = 4000

/** Every answer of a procedure, ordered by participant and statement; read by keys, so that no list is ever whole in the database's hands. */
export async function* votesOf(db: Db, procedure: string): AsyncGenerator<readonly VoteRow[]> {
  let after: VoteRow | undefined
  for (;;) {
    const { rows } = await sql<VoteRow>`select participant, statement, value, day::text from participation_opinion_vote
      where procedure = ${procedure} ${after ? sql`and (participant, statement) > (${after.participant}, ${after.statement}::uuid)` : sql``}
      order by participant, statement limit ${batch}`.execute(db)
    if (rows.length > 0) yield rows
    after = rows.at(-1)
    if (rows.length < batch) return
  }
}

/** Deletes the answers of procedures whose retention is over, and gives how many. What was computed of them stays: nobody is in it. */
export async function forgetAnswers(system: Db, now: Date): Promise<number> {
  const done = await sql`delete from participation_opinion_vote where procedure in (
    select p.id from participation_procedure p join participation_phase f on f.procedure = p.id where p.format = 'opinion-map'
    group by p.id having bool_and(f.ends_at is not null or f.starts_at is null)
      and max(f.ends_at) + make_interval(months => p.retention_months) < ${now}::timestamptz)`.execute(system)
  return Number(done.numAffectedRows ?? 0)
}
