import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../../../store/tables.ts'

type Db = Kysely<ParticipationTables>

/** Writes the fingerprints of new codes. */
export async function insertCodes(trx: Db, tenant: string, procedure: string, hashes: readonly Buffer[]): Promise<void> {
  await sql`insert into participation_survey_code (tenant, procedure, hash)
    select ${tenant}, ${procedure}, decode(h, 'hex') from unnest(${hashes.map((one) => one.toString('hex'))}::text[]) h`.execute(
    trx,
  )
}

/** How many codes there are, and how many were used. */
export async function codeFigures(db: Db, procedure: string): Promise<{ readonly made: number; readonly used: number }> {
  const { rows } = await sql<{
    made: number
    used: number
  }>`select count(*)::int as made, (count(*) filter (where used))::int as used from participation_survey_code where procedure = ${procedure}`.execute(
    db,
  )
  return rows[0] ?? { made: 0, used: 0 }
}

/** Whether a code is good. */
export async function codeState(db: Db, procedure: string, hash: Buffer): Promise<'good' | 'used' | 'unknown'> {
  const { rows } = await sql<{
    state: 'good' | 'used' | 'unknown'
  }>`select participation_survey_code_state(${procedure}, ${hash}) as state`.execute(db)
  return rows[0]?.state ?? 'unknown'
}

/** Uses a code up; false when somebody else was faster. */
export async function useCode(trx: Db, procedure: string, hash: Buffer): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select participation_survey_use_code(${procedure}, ${hash}) as used`.execute(trx)
  return rows[0]?.used ?? false
}
