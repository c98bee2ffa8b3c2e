import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** A statement with its words, wherever they stand. Counts are those of the last computation. */
export interface Statement {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly shown: boolean
  /** Number of the submission in which somebody handed it in, and whether staff has yet to look. */
  readonly submission: number | null
  readonly waiting: boolean
  readonly agree: number
  readonly disagree: number
  readonly pass: number
}

const columns = sql`s.id, s.number, coalesce(s.body, u.title, '') as text, s.shown, u.number as submission, coalesce(u.state = 'waiting', false) as waiting, s.agree, s.disagree, s.pass`

/** Every statement of a procedure, those that rest too. */
export async function statementsOf(db: Db, procedure: string): Promise<Statement[]> {
  const { rows } = await sql<Statement>`select ${columns} from participation_opinion_statement s
    left join participation_submission u on u.id = s.submission where s.procedure = ${procedure} order by s.number`.execute(db)
  return rows
}

/** One statement that is shown, by its id or its number. */
export async function shownStatement(db: Db, procedure: string, by: { readonly id: string } | { readonly number: number }) {
  const { rows } = await sql<Statement>`select ${columns} from participation_opinion_statement s
    left join participation_submission u on u.id = s.submission
    where s.procedure = ${procedure} and s.shown and ${'id' in by ? sql`s.id = ${by.id}` : sql`s.number = ${by.number}`}`.execute(
    db,
  )
  return rows[0]
}

/** How many statements are shown. */
export async function countShown(db: Db, procedure: string): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from participation_opinion_statement where procedure = ${procedure} and shown`.execute(db)
  return rows[0]?.n ?? 0
}

/** Adds statements of the town in this order; they are numbered on. */
export async function insertStatements(trx: Db, tenant: string, procedure: string, texts: readonly string[]): Promise<void> {
  const ids = texts.map(() => randomUUID())
  await sql`insert into participation_opinion_statement (id, tenant, procedure, body, number)
    select one.id, ${tenant}, ${procedure}, one.body, 0 from unnest(${ids}::uuid[], ${[...texts]}::text[]) with ordinality one(id, body, at) order by one.at`.execute(
    trx,
  )
}

/** Takes a statement of the town off, or shows it again; false when there is none, or when it is somebody's submission. */
export async function showStatement(
  trx: Db,
  tenant: string,
  procedure: string,
  number: number,
  shown: boolean,
): Promise<string | undefined> {
  const { rows } = await sql<{ text: string }>`update participation_opinion_statement set shown = ${shown}
    where tenant = ${tenant} and procedure = ${procedure} and number = ${number} and body is not null returning body as text`.execute(
    trx,
  )
  return rows[0]?.text
}

/** An opinion map in the list of staff. */
export interface ListedMap {
  readonly id: string
  readonly title: string
  readonly state: 'draft' | 'public' | 'withdrawn'
  readonly statements: number
  readonly people: number
  readonly answers: number
}

/** The opinion maps of a tenant, the newest first. */
export async function listMaps(db: Db, tenant: string): Promise<ListedMap[]> {
  const { rows } = await sql<ListedMap>`
    select p.id, p.title, p.state, coalesce(s.n, 0)::int as statements, coalesce((r.result->>'people')::int, 0) as people, coalesce((r.result->>'answers')::int, 0) as answers
    from participation_procedure p
      left join (select procedure, count(*) as n from participation_opinion_statement where tenant = ${tenant} and shown group by procedure) s on s.procedure = p.id
      left join participation_opinion_result r on r.procedure = p.id
    where p.tenant = ${tenant} and p.format = 'opinion-map' order by p.created_at desc, p.id limit 500`.execute(db)
  return rows
}
