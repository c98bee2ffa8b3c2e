import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'
import type { Question } from '../model/questionnaire.ts'
import type { Tally } from '../model/tally.ts'

type Db = Kysely<ParticipationTables>

/** Every count of a survey. As long as its options are many, whatever the number of answers. */
export async function countsOf(db: Db, procedure: string): Promise<Tally> {
  const { rows } = await sql<{
    key: string
    n: string
  }>`select key, n from participation_survey_count where procedure = ${procedure}`.execute(db)
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]))
}

/** Some counts of a survey; '' is the number of answers. */
export async function someCounts(db: Db, procedure: string, keys: readonly string[]): Promise<Tally> {
  const { rows } = await sql<{
    key: string
    n: string
  }>`select key, n from participation_survey_count where procedure = ${procedure} and key = any(${[...keys]}::text[])`.execute(db)
  return Object.fromEntries(rows.map(({ key, n }) => [key, Number(n)]))
}

/** How many answers did not come through the portal; for staff. */
export async function paperCount(db: Db, procedure: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from participation_survey_response
    where procedure = ${procedure} and channel <> 'web' and state = 'sent'`.execute(db)
  return rows[0]?.n ?? 0
}

/** What an answer chose at a question, one row for each option. */
const chosenAt = ({ id, kind }: Question) =>
  kind === 'rating'
    ? sql`select r.answers->${id}->>'number' where r.answers->${id} ? 'number'`
    : sql`select jsonb_array_elements_text(r.answers->${id}->'choices')`

/** How many chose what at two questions. Reads every sent answer once. */
export async function crossCounts(
  db: Db,
  procedure: string,
  one: Question,
  other: Question,
): Promise<{ readonly one: string; readonly other: string; readonly count: number }[]> {
  const { rows } = await sql<{ one: string; other: string; count: number }>`
    select x.said as one, y.said as other, count(*)::int as count from participation_survey_response r
      cross join lateral (${chosenAt(one)}) x(said) cross join lateral (${chosenAt(other)}) y(said)
    where r.procedure = ${procedure} and r.state = 'sent' group by 1, 2`.execute(db)
  return rows
}
