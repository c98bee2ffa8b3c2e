import { type Kysely, sql } from 'kysely'
import type { ParticipationTables } from '../tables.ts'

type Db = Kysely<ParticipationTables>

/** Keeps the fingerprints of new codes. */
export async function insertCodes(
  db: Db,
  { tenant, procedure, batch }: { readonly tenant: string; readonly procedure: string; readonly batch: string },
  hashes: readonly Buffer[],
): Promise<void> {
  await sql`insert into participation_code (procedure, hash, tenant, batch)
    select ${procedure}, h, ${tenant}, ${batch} from unnest(${[...hashes]}::bytea[]) h`.execute(db)
}

/** A run of letters. */
export interface CodeBatch {
  readonly batch: string
  readonly count: number
  readonly void: number
}

/** The runs of letters of a procedure. */
export async function codeBatches(db: Db, procedure: string): Promise<CodeBatch[]> {
  const { rows } = await sql<CodeBatch>`select batch, count(*)::int as count, count(*) filter (where void)::int as void
    from participation_code where procedure = ${procedure} group by batch order by batch`.execute(db)
  return rows
}

/** Makes a code worthless; says whether there was one. */
export async function voidCode(db: Db, procedure: string, hash: Buffer): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update participation_code set void = true where procedure = ${procedure} and hash = ${hash} and not void`.execute(
      db,
    )
  return Number(numAffectedRows ?? 0) > 0
}

/** Whether a code belongs to a vote and is still good. */
export async function codeKnown(db: Db, procedure: string, hash: Buffer): Promise<boolean> {
  const { rows } =
    await sql`select 1 from participation_code where procedure = ${procedure} and hash = ${hash} and not void`.execute(db)
  return rows.length > 0
}
