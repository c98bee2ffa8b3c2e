import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { AnswerFile } from '../model/answer.ts'

type Db = Kysely<ParticipationTables>

/** A file with where its content lies. */
export interface SurveyFile extends AnswerFile {
  readonly sha256: string
}

const columns = sql`f.id, f.name, f.media_type as "mediaType", f.bytes, f.sha256`

/** Bytes as PostgreSQL takes many of them at once. */
const hashesOf = (hashes: readonly Buffer[]) =>
  sql`(select coalesce(array_agg(decode(h, 'hex')), '{}') from unnest(${hashes.map((one) => one.toString('hex'))}::text[]) h)`

/** A file that belongs to no answer yet; the connection must know its secret. Refused with 42501 when the time is over. */
export async function insertLooseFile(
  trx: Db,
  one: SurveyFile & {
    readonly tenant: string
    readonly procedure: string
    readonly question: string
    readonly secretHash: Buffer
  },
): Promise<void> {
  await sql`insert into participation_survey_file (id, tenant, procedure, question, name, sha256, media_type, bytes, secret_hash)
    values (${one.id}, ${one.tenant}, ${one.procedure}, ${one.question}, ${one.name}, ${one.sha256}, ${one.mediaType}, ${one.bytes}, ${one.secretHash})`.execute(
    trx,
  )
}

/** The files behind some secrets that belong to no answer yet, each with the question it answers. */
export async function looseFiles(
  db: Db,
  procedure: string,
  hashes: readonly Buffer[],
): Promise<readonly (AnswerFile & { readonly question: string; readonly secretHash: Buffer })[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<AnswerFile & { question: string; secretHash: Buffer }>`
    select f.id, f.question, f.name, f.media_type as "mediaType", f.bytes, f.secret_hash as "secretHash"
    from participation_survey_loose(${procedure}, ${hashesOf(hashes)}) f`.execute(db)
  return rows
}

/** Gives loose files to the answer whose secret the connection knows; false when one of them is gone. */
export async function attachFiles(trx: Db, response: string, hashes: readonly Buffer[]): Promise<boolean> {
  if (hashes.length === 0) return true
  const { rows } = await sql<{ n: number }>`select participation_survey_attach(${response}, ${hashesOf(hashes)}) as n`.execute(
    trx,
  )
  return rows[0]?.n === hashes.length
}

/** A file of a procedure that the connection may read. */
export async function fileById(db: Db, procedure: string, id: string): Promise<SurveyFile | undefined> {
  const { rows } = await sql<SurveyFile>`select ${columns} from participation_survey_file f
    where f.procedure = ${procedure} and f.id = ${id} and f.response is not null`.execute(db)
  return rows[0]
}

/** Files to a question, behind the one with the id `after`: ids are random and tell nothing of time. */
export async function filesTo(
  db: Db,
  procedure: string,
  question: string,
  after: string | undefined,
  limit: number,
): Promise<readonly SurveyFile[]> {
  const { rows } = await sql<SurveyFile>`select ${columns} from participation_survey_file f
    where f.procedure = ${procedure} and f.question = ${question} and f.response is not null ${after ? sql`and f.id > ${after}` : sql``}
    order by f.id limit ${limit}`.execute(db)
  return rows
}

/** Deletes files that no answer took within a day. Gives how many. */
export async function forgetLooseFiles(system: Db, now: Date): Promise<number> {
  const done = await sql`delete from participation_survey_file
    where response is null and at < ${now}::timestamptz - interval '1 day'`.execute(system)
  return Number(done.numAffectedRows ?? 0)
}

/** Fingerprints of every content that a file names. */
export async function namedFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sha256: string }>`select distinct sha256 from participation_survey_file`.execute(db)
  return rows.map((one) => one.sha256)
}
