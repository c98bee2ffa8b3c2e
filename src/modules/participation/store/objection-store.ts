import { type Kysely, sql } from 'kysely'
import type { Statement } from './moderation-store.ts'
import type { ParticipationTables } from './tables.ts'

type Db = Kysely<ParticipationTables>

export type Party = 'author' | 'notifier'

/** Somebody does not agree with a decision. */
export interface Objection {
  readonly id: string
  readonly statement: string
  readonly party: Party
  readonly body: string
  readonly receivedAt: Date
  readonly firstPerson: string | null
  readonly upheld: boolean | null
  readonly answer: string
  readonly person: string | null
  readonly decidedAt: Date | null
}

const columns = sql`o.id, o.statement, o.party, o.body, o.received_at as "receivedAt", o.first_person as "firstPerson", o.upheld, o.answer, o.person, o.decided_at as "decidedAt"`

/** Keeps an objection to a decision that the connection may see; changes nothing where there is no such decision, or one objected already. */
export async function insertObjection(
  trx: Db,
  id: string,
  tenant: string,
  statement: string,
  party: Party,
  body: string,
): Promise<void> {
  await sql`insert into participation_objection (id, tenant, statement, party, body, first_person)
    select ${id}, st.tenant, st.id, ${party}, ${body}, st.person from participation_statement st where st.id = ${statement} and st.tenant = ${tenant}
    on conflict (statement, party) do nothing`.execute(trx)
}

/** Objections of one party to some decisions, as far as the connection may see them. */
export async function objectionsTo(db: Db, statements: readonly string[], party: Party): Promise<Objection[]> {
  const { rows } =
    await sql<Objection>`select ${columns} from participation_objection o where o.statement = any(${[...statements]}::uuid[]) and o.party = ${party}`.execute(
      db,
    )
  return rows
}

/** An objection with the decision it is against. */
export interface ObjectionCase {
  readonly objection: Objection
  readonly statement: Statement
}

const statementColumns = sql`st.submission, st.comment, st.act, st.code, st.body as "statementBody", st.notice, st.person as "statementPerson", st.at`

type Row = Objection & Omit<Statement, 'id' | 'body' | 'person'> & { statementBody: string; statementPerson: string | null }

const cased = ({
  submission,
  comment,
  act,
  code,
  statementBody,
  notice,
  statementPerson,
  at,
  ...objection
}: Row): ObjectionCase => ({
  objection,
  statement: {
    id: objection.statement,
    submission,
    comment,
    act,
    code,
    body: statementBody,
    notice,
    person: statementPerson,
    at,
  },
})

/** An objection of a tenant; locked until the end of the transaction if wanted. */
export async function objectionById(db: Db, tenant: string, id: string, locked = false): Promise<ObjectionCase | undefined> {
  const { rows } = await sql<Row>`select ${columns}, ${statementColumns} from participation_objection o
    join participation_statement st on st.id = o.statement where o.tenant = ${tenant} and o.id = ${id} ${locked ? sql`for update of o` : sql``}`.execute(
    db,
  )
  return rows[0] && cased(rows[0])
}

/** Objections that nobody decided yet, oldest first. */
export async function openObjections(db: Db, tenant: string): Promise<ObjectionCase[]> {
  const { rows } = await sql<Row>`select ${columns}, ${statementColumns} from participation_objection o
    join participation_statement st on st.id = o.statement where o.tenant = ${tenant} and o.decided_at is null order by o.received_at limit 200`.execute(
    db,
  )
  return rows.map(cased)
}

/** Notes the second decision. The objection must be locked: somebody may have decided before. */
export async function setObjectionDecided(trx: Db, id: string, upheld: boolean, answer: string, person: string): Promise<void> {
  await sql`update participation_objection set upheld = ${upheld}, answer = ${answer}, person = ${person}, decided_at = clock_timestamp()
    where id = ${id} and decided_at is null`.execute(trx)
}
