import { type Kysely, sql } from 'kysely'
import type { IdentityLevel } from '../../../model/procedure.ts'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Answers } from '../model/answer.ts'
import type { Question } from '../model/questionnaire.ts'
import type { Tally } from '../model/tally.ts'
import { readQuestions } from '../survey-settings.ts'

type Db = Kysely<ParticipationTables>

/** Days after which what was begun and not sent is deleted. */
export const restDays = 30

/** An answer as whoever has its link sees it, with the questions it was given to. */
export interface SurveyResponse {
  readonly id: string
  readonly procedure: string
  readonly version: number
  readonly state: 'begun' | 'sent' | 'withdrawn'
  readonly number: number | null
  readonly answers: Answers
  readonly questions: readonly Question[]
  readonly codeHash: Buffer | null
  readonly changedAt: Date
  readonly sentAt: Date | null
}

/** Keeps the questionnaire of now for an answer; gives its version. */
export async function keepQuestionnaire(trx: Db, procedure: string): Promise<number> {
  const { rows } = await sql<{ kept: number }>`select participation_survey_keep(${procedure}) as kept`.execute(trx)
  return rows[0]?.kept ?? 1
}

/** Begins an answer. The row's policy asks the database's clock: PostgreSQL refuses with 42501 when the time is over. */
export async function insertResponse(
  trx: Db,
  one: {
    readonly id: string
    readonly tenant: string
    readonly procedure: string
    readonly version: number
    readonly answers: Answers
    readonly secretHash: Buffer
    readonly codeHash: Buffer | undefined
    readonly identity: IdentityLevel
    readonly proofMark: Buffer | null
    /** How it came; through the portal where nothing is said. */
    readonly channel?: 'letter' | 'telephone' | 'counter'
  },
): Promise<void> {
  await sql`insert into participation_survey_response (id, tenant, procedure, version, answers, secret_hash, code_hash, identity, proof_mark, channel)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.version}, ${JSON.stringify(one.answers)}::jsonb, ${one.secretHash}, ${one.codeHash ?? null}, ${one.identity}, ${one.proofMark}, ${one.channel ?? 'web'})`.execute(
    trx,
  )
}

/** What stands behind a secret link, held until the transaction ends; the connection must know the secret. */
export async function responseOfSecret(trx: Db, tenant: string, hash: Buffer): Promise<SurveyResponse | undefined> {
  const { rows } = await sql<SurveyResponse>`
    select r.id, r.procedure, r.version, r.state, r.number, r.answers, v.questions, r.code_hash as "codeHash", r.changed_at as "changedAt", r.sent_at as "sentAt"
    from participation_survey_response r join participation_survey_version v on v.procedure = r.procedure and v.version = r.version
    where r.tenant = ${tenant} and r.secret_hash = ${hash} for update of r`.execute(trx)
  const [found] = rows
  return found && { ...found, questions: readQuestions(found.questions) }
}

/** Keeps answers of what is begun; refused with 42501 when the time is over. */
export async function saveAnswers(trx: Db, tenant: string, id: string, answers: Answers): Promise<void> {
  await sql`update participation_survey_response set answers = ${JSON.stringify(answers)}::jsonb, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state = 'begun'`.execute(trx)
}

/** Sends an answer under the next number of its procedure; it is counted by the database with this statement. */
export async function sendResponse(
  trx: Db,
  tenant: string,
  one: { readonly id: string; readonly procedure: string; readonly answers: Answers; readonly tally: Tally },
): Promise<number> {
  const { rows } = await sql<{
    last: number
  }>`insert into participation_number (procedure, tenant, last) values (${one.procedure}, ${tenant}, 1)
    on conflict (procedure) do update set last = participation_number.last + 1 returning last`.execute(trx)
  const number = rows[0]?.last ?? 1
  await sql`update participation_survey_response set state = 'sent', number = ${number}, answers = ${JSON.stringify(one.answers)}::jsonb,
      tally = ${JSON.stringify(one.tally)}::jsonb, code_hash = null, changed_at = clock_timestamp(), sent_at = clock_timestamp()
    where tenant = ${tenant} and id = ${one.id} and state = 'begun'`.execute(trx)
  return number
}

/** Whether the database refused because there is an answer with the same proof (`used`), or because nothing was shown though it is asked by now. */
export const proofRefusal = (error: unknown): 'used' | 'unproven' | undefined => {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  if (code === '23505' && constraint === 'participation_survey_proof_pkey') return 'used'
  return code === '28000' ? 'unproven' : undefined
}

/** Takes an answer back: it is blank and counts no longer. */
export async function withdrawResponse(trx: Db, tenant: string, id: string): Promise<void> {
  await sql`update participation_survey_response set state = 'withdrawn', answers = '{}', tally = '{}', code_hash = null, proof_mark = null, changed_at = clock_timestamp()
    where tenant = ${tenant} and id = ${id} and state in ('begun', 'sent')`.execute(trx)
}

/** Deletes what was begun and rested too long, and blanks words, places, files and links whose time is over; the rows of files follow. Gives how many rows it touched. */
export async function forgetResponses(system: Db, now: Date): Promise<number> {
  const begun =
    await sql`delete from participation_survey_response where state = 'begun' and changed_at < ${now}::timestamptz - make_interval(days => ${restDays})`.execute(
      system,
    )
  const sent = await sql`update participation_survey_response r set secret_hash = null,
      answers = coalesce((select jsonb_object_agg(a.key, a.value - 'text' - 'other' - 'point' - 'files') from jsonb_each(r.answers) a), '{}')
    from participation_procedure p where p.id = r.procedure and r.secret_hash is not null and r.state <> 'begun'
      and ${now}::timestamptz > (select max(coalesce(f.ends_at, 'infinity')) from participation_phase f where f.procedure = p.id and 'submit' = any (f.actions))
        + make_interval(months => p.retention_months)`.execute(system)
  await sql`delete from participation_survey_proof r using participation_procedure p where p.id = r.procedure
      and ${now}::timestamptz > (select max(coalesce(f.ends_at, 'infinity')) from participation_phase f where f.procedure = p.id and 'submit' = any (f.actions))
        + make_interval(months => p.retention_months)`.execute(system)
  return Number(begun.numAffectedRows ?? 0) + Number(sent.numAffectedRows ?? 0)
}

/** Sent answers behind the one with the id `after`, in the order of their ids: those are random and tell nothing of time. */
export async function sentAnswers(
  db: Db,
  procedure: string,
  after: string | undefined,
  limit: number,
): Promise<{ readonly id: string; readonly version: number; readonly channel: string; readonly answers: Answers }[]> {
  const { rows } = await sql<{ id: string; version: number; channel: string; answers: Answers }>`
    select id, version, channel, answers from participation_survey_response
    where procedure = ${procedure} and state = 'sent' ${after ? sql`and id > ${after}` : sql``} order by id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** An answer that was sent, for staff: number and how it came. */
export async function sentById(
  db: Db,
  procedure: string,
  id: string,
): Promise<{ readonly number: number; readonly channel: string } | undefined> {
  const { rows } = await sql<{ number: number; channel: string }>`select number, channel from participation_survey_response
    where procedure = ${procedure} and id = ${id} and state = 'sent'`.execute(db)
  return rows[0]
}

/** Words written to a question (and to "anderes"), behind the answer `after`. */
export async function writtenTo(
  db: Db,
  procedure: string,
  question: string,
  after: string | undefined,
  limit: number,
): Promise<{ readonly id: string; readonly text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    select id, coalesce(answers->${question}->>'text', answers->${question}->>'other') as text from participation_survey_response
    where procedure = ${procedure} and state = 'sent' ${after ? sql`and id > ${after}` : sql``}
      and (answers->${question} ? 'text' or answers->${question} ? 'other') order by id limit ${limit}`.execute(db)
  return rows
}
