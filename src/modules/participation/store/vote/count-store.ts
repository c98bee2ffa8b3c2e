import { type Kysely, sql } from 'kysely'
import type { Outcome } from '../../model/tally/outcome.ts'
import type { ParticipationTables } from '../tables.ts'

type Db = Kysely<ParticipationTables>

/** The result of a box, and what it rests on. */
export interface BoxCount {
  readonly box: string
  readonly last: number
  /** Hex. */
  readonly head: string
  readonly ballots: number
  readonly outcome: Outcome
  /** By most votes, for comparison. */
  readonly comparison: Outcome | null
  readonly countedAt: Date
}

/** Keeps a result, and closes the box. The database refuses when a vote came meanwhile. */
export async function insertCount(
  db: Db,
  tenant: string,
  person: string | null,
  one: Omit<BoxCount, 'countedAt'>,
): Promise<void> {
  await sql`insert into participation_count (box, tenant, last, head, ballots, outcome, comparison, person)
    values (${one.box}, ${tenant}, ${one.last}, decode(${one.head}, 'hex'), ${one.ballots}, ${JSON.stringify(one.outcome)}::jsonb,
      ${one.comparison && JSON.stringify(one.comparison)}::jsonb, ${person})`.execute(db)
}

/** The results of some boxes. */
export async function countsOf(db: Db, boxes: readonly string[]): Promise<BoxCount[]> {
  const { rows } =
    await sql<BoxCount>`select box, last, encode(head, 'hex') as head, ballots, outcome, comparison, counted_at as "countedAt"
    from participation_count where box = any(${[...boxes]}::uuid[])`.execute(db)
  return rows
}
